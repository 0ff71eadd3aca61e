import { debtRatio } from "../../../../src/audit/rules/statements/debt-ratio";
import { sheet, type WrittenCell } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const years = ["USD m", "2023A", "2024A", "2025A"];
const across = (formula: string, value: number): WrittenCell[] =>
  ["B", "C", "D"].map((column) => [formula.replace(/#/gu, column), value]);

function ratios(label: string, ratio: string, debt = 5) {
  return sheet(
    rows(
      years,
      ["Accounts payable", 60, 60, 60],
      ["Accrued liabilities", 35, 35, 35],
      ["Long-term debt", debt, debt, debt],
      ["Total liabilities", ...across("=SUM(#2:#4)", 95 + debt)],
      ["Shareholders' equity", 200, 200, 200],
      ["EBITDA", 60, 60, 60],
      ["Depreciation", 10, 10, 10],
      ["EBIT", ...across("=#7-#8", 50)],
      [label, ...across(ratio, 0.5)],
    ),
  );
}

describe("ratios of debt", () => {
  it("reports all liabilities in the place of debt", () => {
    const findings = findWith(debtRatio, ratios("Debt to equity", "=#5/#6"));
    expect(placesOf(findings)).toEqual(["Sheet1!B10:D10"]);
    expect(wordsOf(findings[0])).toContain("while “Long-term debt” is 5");
  });

  it("reports EBIT in the place of EBITDA", () => {
    const findings = findWith(debtRatio, ratios("Debt / EBITDA", "=#4/#9"));
    expect(findings.map(({ title }) => title)).toEqual(["“Debt / EBITDA” is not taken on EBITDA"]);
  });

  it("accepts debt over equity and over EBITDA", () => {
    expect(findWith(debtRatio, ratios("Debt to equity", "=#4/#6"))).toEqual([]);
    expect(findWith(debtRatio, ratios("Debt / EBITDA", "=#4/#7"))).toEqual([]);
  });

  it("accepts liabilities that are called so, and those that are mostly debt", () => {
    expect(findWith(debtRatio, ratios("Liabilities to equity", "=#5/#6"))).toEqual([]);
    expect(findWith(debtRatio, ratios("Debt to equity", "=#5/#6", 400))).toEqual([]);
  });
});
