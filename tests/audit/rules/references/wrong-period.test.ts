import { wrongPeriod } from "../../../../src/audit/rules/references/wrong-period";
import { workbook } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const years = ["USD m", 2024, 2025, 2026, 2027, 2028];
const income = rows(
  years,
  ["Revenue", 100, 110, 120, 130, 140],
  ["Cost of sales", 50, 55, 60, 65, 70],
  ["Net income", 20, 22, 24, 26, 28],
);
const own = (row: number) => ["B", "C", "D", "E", "F"].map((column) => [`=Income!${column}${row}*0.1`, 10] as const);

describe("periods of references", () => {
  it("reports a row that reads the year before, where other rows read their own", () => {
    const balance = rows(
      years,
      ["Receivables", ...own(2)],
      ["Inventory", ...own(3)],
      [
        "Retained earnings",
        50,
        ["=B4+Income!B4", 70],
        ["=C4+Income!C4", 92],
        ["=D4+Income!D4", 116],
        ["=E4+Income!E4", 142],
      ],
    );
    const findings = findWith(wrongPeriod, workbook({ Income: income, Balance: balance }));
    expect(placesOf(findings)).toEqual(["Balance!C4:F4"]);
    expect(findings[0]!.title).toBe("“Retained earnings” reads the previous period of “Net income”");
    expect(wordsOf(findings[0])).toContain("takes 2025 from");
  });

  it("accepts growth, opening rows and references to their own period", () => {
    const balance = rows(
      years,
      ["Receivables", ...own(2)],
      ["Inventory", ...own(3)],
      [
        "Revenue growth",
        null,
        ["=Income!C2/Income!B2-1", 0.1],
        ["=Income!D2/Income!C2-1", 0.1],
        ["=Income!E2/Income!D2-1", 0.1],
        ["=Income!F2/Income!E2-1", 0.1],
      ],
      ["Opening profit", null, ["=Income!B4", 20], ["=Income!C4", 22], ["=Income!D4", 24], ["=Income!E4", 26]],
    );
    expect(findWith(wrongPeriod, workbook({ Income: income, Balance: balance }))).toEqual([]);
  });

  it("reports a ratio shown under the header of another year, and accepts an opening balance", () => {
    const shown = (row: number, columns: readonly string[]) =>
      columns.map((column) => [`=Ratios!${column}${row}`, 0.5] as const);
    const same = ["B", "C", "D", "E", "F"];
    const ratios = rows(
      years,
      ["Current ratio", 2, 2.1, 2.2, 2.3, 2.4],
      ["Quick ratio", 1, 1.1, 1.2, 1.3, 1.4],
      ["Debt to equity", 0.5, 0.6, 0.7, 0.8, 0.9],
      ["Cash balance", 5, 6, 7, 8, 9],
    );
    const summary = rows(
      years,
      ["Current ratio", ...shown(2, same)],
      ["Quick ratio", ...shown(3, same)],
      ["Debt/equity ratio", null, ...shown(4, ["B", "C", "D", "E"])],
      ["Cash at start", null, ...shown(5, ["B", "C", "D", "E"])],
    );
    expect(placesOf(findWith(wrongPeriod, workbook({ Ratios: ratios, Summary: summary })))).toEqual(["Summary!C4:F4"]);
  });
});
