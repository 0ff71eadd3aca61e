import { typedHistory } from "../../../../src/audit/rules/typed/typed-history";
import { sheet, workbook, type WrittenCell } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const model = (...history: readonly WrittenCell[]) =>
  sheet(
    rows(
      ["", "2023A", "2024A", "2025E", "2026E", "2027E"],
      ["Revenue", 410.3, 433.7, ["=C2*1.05", 455.4], ["=D2*1.05", 478.2], ["=E2*1.05", 502.1]],
      ["Net income", 31.7, 35.2, ["=D2*0.08", 36.4], ["=E2*0.08", 38.3], ["=F2*0.08", 40.2]],
      ["Cash flow statement"],
      ["Net income", ...history, ["=D3", 36.4], ["=E3", 38.3], ["=F3", 40.2]],
    ),
  );

describe("history typed before a row of links", () => {
  it("is reported where it parts from the source of the links in a period", () => {
    const findings = findWith(typedHistory, model(31.7, 35.9));
    expect(placesOf(findings)).toEqual(["Sheet1!C5"]);
    expect(findings[0]).toMatchObject({ severity: "medium" });
    expect(wordsOf(findings[0])).toContain("“Net income” is typed as 35.9 where C3 has 35.2");
  });

  it("is left alone where it is linked or is another figure throughout", () => {
    expect(findWith(typedHistory, model(["=B3", 31.7], ["=C3", 35.2]))).toEqual([]);
    expect(findWith(typedHistory, model(30.1, 34.9))).toEqual([]);
    expect(findWith(typedHistory, model("", 35.2))).toEqual([]);
  });

  it("is left alone in a statement, which holds what was reported, until it parts", () => {
    const years = ["", "2023A", "2024A", "2025E", "2026E", "2027E"];
    const schedule = rows(years, [
      "Closing balance",
      120.5,
      131.2,
      ["=C2+5", 136.2],
      ["=D2+5", 141.2],
      ["=E2+5", 146.2],
    ]);
    const balance = (second: number) =>
      rows(
        ["Balance sheet"],
        years,
        ["Property, plant and equipment", 120.5, second, ["=PPE!D2", 136.2], ["=PPE!E2", 141.2], ["=PPE!F2", 146.2]],
        ["Total assets", 300, 310, 320, 330, 340],
      );
    const of = (second: number) =>
      placesOf(findWith(typedHistory, workbook({ PPE: schedule, Balance: balance(second) })));
    expect(of(131.2)).toEqual([]);
    expect(of(138.8)).toEqual(["Balance!C3"]);
  });

  it("is left alone where the source is built on it", () => {
    const findings = findWith(
      typedHistory,
      sheet(
        rows(
          ["", "2023A", "2024A", "2025E", "2026E", "2027E"],
          ["Revenue", 410.3, 433.7, ["=C2*1.05", 455.4], ["=D2*1.05", 478.2], ["=E2*1.05", 502.1]],
          ["Net income", ["=B5", 31.7], ["=C5", 35.2], ["=D2*0.08", 36.4], ["=E2*0.08", 38.3], ["=F2*0.08", 40.2]],
          ["Cash flow statement"],
          ["Net income", 31.7, 35.2, ["=D3", 36.4], ["=E3", 38.3], ["=F3", 40.2]],
        ),
      ),
    );
    expect(findings).toEqual([]);
  });
});
