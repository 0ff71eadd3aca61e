import { rateLeftAside } from "../../../../src/audit/rules/history/rate-left-aside";
import { sheet, type WrittenCell } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const percent = (content: number | string, value: number): WrittenCell => [content, value, "0.0%"];

const model = (cost: (column: string) => string) =>
  sheet(
    rows(
      ["", "2023A", "2024A", "2025E", "2026E", "2027E"],
      [
        "COGS % of revenue",
        percent(0.61, 0.61),
        percent(0.63, 0.63),
        percent("=AVERAGE($B2:$C2)", 0.62),
        percent("=AVERAGE($B2:$C2)", 0.62),
        percent("=AVERAGE($B2:$C2)", 0.62),
      ],
      ["Revenue", 400, 420, ["=C3*1.05", 441], ["=D3*1.05", 463], ["=E3*1.05", 486.2]],
      ["Cost of goods sold", 244, 264.6, [cost("D"), 273.4], [cost("E"), 287.1], [cost("F"), 301.4]],
    ),
  );

describe("a rate assumed for the forecast", () => {
  it("is reported where the row it is for goes back to the history of the rate", () => {
    const findings = findWith(
      rateLeftAside,
      model((column) => `=${column}3*AVERAGE($B$2:$C$2)`),
    );
    expect(placesOf(findings)).toEqual(["Sheet1!D2:F2,D4:F4"]);
    expect(findings[0]).toMatchObject({ severity: "medium" });
    expect(wordsOf(findings[0])).toContain(
      "“Cost of goods sold” is worked out with the history of “COGS % of revenue” again",
    );
  });

  it("is left alone where the row reads it, and where nothing reads its history either", () => {
    expect(
      findWith(
        rateLeftAside,
        model((column) => `=${column}3*${column}2`),
      ),
    ).toEqual([]);
    expect(
      findWith(
        rateLeftAside,
        model((column) => `=${column}3*0.62`),
      ),
    ).toEqual([]);
  });
});
