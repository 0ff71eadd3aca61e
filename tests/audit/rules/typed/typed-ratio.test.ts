import { typedRatio } from "../../../../src/audit/rules/typed/typed-ratio";
import { sheet, type WrittenCell } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const model = (first: WrittenCell, second: WrittenCell) =>
  sheet(
    rows(
      ["", "2023A", "2024A", "2025E", "2026E"],
      ["COGS % of revenue", first, second, 0.62, 0.62],
      ["Revenue", 412.5, 437.1, ["=C3*1.05", 459], ["=D3*1.05", 482]],
      ["Cost of goods sold", 251.3, 271.9, ["=D3*D2", 284.6], ["=E3*E2", 298.8]],
    ),
  );

describe("a ratio typed beside its parts", () => {
  it("is reported where the rows give it", () => {
    const findings = findWith(typedRatio, model(0.609, 0.622));
    expect(placesOf(findings)).toEqual(["Sheet1!B2:C2"]);
    expect(findings[0]).toMatchObject({ severity: "low" });
    expect(wordsOf(findings[0])).toContain("B4 over B3 gives the first");
  });

  it("is left alone where it is calculated or says something else", () => {
    expect(findWith(typedRatio, model(["=B4/B3", 0.609], ["=C4/C3", 0.622]))).toEqual([]);
    expect(findWith(typedRatio, model(0.58, 0.59))).toEqual([]);
  });
});
