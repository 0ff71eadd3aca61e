import { contradictingRatio } from "../../../../src/audit/rules/references/contradicting-ratio";
import { workbook, type WrittenCell } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const years = ["USD m", 2024, 2025, 2026];
const income = rows(
  years,
  ["Revenue", 100, 110, 120],
  ["Cost of sales", 60, 66, 72],
  ["Gross profit", ["=B2-B3", 40], ["=C2-C3", 44], ["=D2-D3", 48]],
  ["Net income", 10, 11, 12],
);
const balance = rows(
  years,
  ["Inventory", 20, 22, 24],
  ["Total current assets", 80, 85, 90],
  ["Total current liabilities", 40, 42, 44],
  ["Total liabilities", 70, 72, 74],
);
const across = (formula: (column: string) => string, value: number) =>
  ["B", "C", "D"].map((column) => [formula(column), value] as const);

type Line = readonly (WrittenCell | null)[];

function reviewed(...lines: readonly Line[]) {
  return findWith(contradictingRatio, workbook({ Income: income, Balance: balance, Ratios: rows(years, ...lines) }));
}

describe("ratios against their names", () => {
  it("reports a margin that divides another line of profit", () => {
    const findings = reviewed(["Gross margin", ...across((c) => `=Income!${c}5/Income!${c}2`, 0.1)]);
    expect(placesOf(findings)).toEqual(["Ratios!B2:D2"]);
    expect(findings[0]!.title).toBe("“Gross margin” measures “Net income”");
    expect(wordsOf(findings[0])).toContain("“Net income” on Income");
  });

  it("reports a turnover over the wrong balance, behind an error guard", () => {
    const findings = reviewed([
      "Inventory turnover",
      null,
      ["=IFERROR(Income!C3/AVERAGE(Balance!B3:C3),0)", 0.8],
      ["=IFERROR(Income!D3/AVERAGE(Balance!C3:D3),0)", 0.8],
    ]);
    expect(placesOf(findings)).toEqual(["Ratios!C2:D2"]);
    expect(findings[0]!.title).toBe("“Inventory turnover” divides by “Total current assets”");
  });

  it("reports a quotient of which neither side belongs, though the right row is nowhere", () => {
    const sheets = { Balance: rows(years, ["Inventory", 20, 22, 24], ["Total liabilities", 70, 72, 74]) };
    const ratios = rows(years, ["Current ratio", ...across((c) => `=Balance!${c}2/Balance!${c}3`, 0.3)]);
    expect(placesOf(findWith(contradictingRatio, workbook({ ...sheets, Ratios: ratios })))).toEqual(["Ratios!B2:D2"]);
  });

  it("accepts definitions, their shortcuts and ratios turned upside down", () => {
    expect(
      reviewed(
        ["Gross margin", ...across((c) => `=IF(Income!${c}2=0,0,Income!${c}4/Income!${c}2)`, 0.4)],
        ["Current ratio", ...across((c) => `=Balance!${c}3/Balance!${c}4`, 2)],
        ["Inventory turnover", ...across((c) => `=Income!${c}2/Balance!${c}2`, 5)],
        ["Days inventory", ...across((c) => `=Balance!${c}2/Income!${c}3*365`, 122)],
        ["Net margin", ...across((c) => `=Income!${c}2/Income!${c}5`, 10)],
      ),
    ).toEqual([]);
  });

  it("accepts a share whose label leaves open of what", () => {
    expect(reviewed(["% cost of sales", ...across((c) => `=Balance!${c}2/Income!${c}3`, 0.3)])).toEqual([]);
  });
});
