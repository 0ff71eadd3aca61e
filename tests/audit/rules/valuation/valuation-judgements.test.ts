import { capitalWeights } from "../../../../src/audit/rules/valuation/capital-weights";
import { rateOrder } from "../../../../src/audit/rules/valuation/rate-order";
import { unusedResult } from "../../../../src/audit/rules/unused/unused-result";
import { upsideBase } from "../../../../src/audit/rules/valuation/upside-base";
import { sheet, workbook, type WrittenCell } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

describe("rate order", () => {
  const rates = (riskFree: number, debt: number, equity: number) =>
    sheet(
      rows(
        ["Risk-free rate", riskFree],
        ["Cost of debt", debt],
        ["Cost of equity", equity],
        ["Discount rate", ["=B1*0+B2*0.3+B3*0.7", 0.08]],
      ),
    );

  it("reports lenders that ask less than a government pays", () => {
    const findings = findWith(rateOrder, rates(0.04, 0.025, 0.09));
    expect(findings.map(({ title }) => title)).toEqual(["The cost of debt is below the risk-free rate"]);
  });

  it("reports shareholders that ask less than lenders", () => {
    expect(findWith(rateOrder, rates(0.04, 0.11, 0.09)).map(({ title }) => title)).toEqual([
      "Debt costs more than equity",
    ]);
  });

  it("accepts the usual order", () => {
    expect(findWith(rateOrder, rates(0.04, 0.06, 0.1))).toEqual([]);
  });
});

describe("capital weights", () => {
  const statements = rows(
    ["Balance sheet", "2022A", "2023A", "2024A"],
    ["Total assets", 900, 950, 1000],
    ["Total liabilities", 500, 520, 540],
    ["Total equity", 400, 430, 460],
  );
  const wacc = (equity: WrittenCell) =>
    workbook({
      "Balance sheet": statements,
      Capital: rows(
        ["Equity", equity],
        ["Debt", 200],
        ["Weight of equity", ["=B1/(B1+B2)", 0.7]],
        ["Cost of equity", 0.1],
        ["Cost of debt", 0.05],
        ["WACC", ["=B3*B4+(1-B3)*B5*(1-0.25)", 0.08]],
      ),
    });

  it("reports equity that is weighed by the balance sheet", () => {
    expect(placesOf(findWith(capitalWeights, wacc(["='Balance sheet'!D4", 460])))).toEqual(["Capital!B1"]);
  });

  it("accepts a typed market value", () => {
    expect(findWith(capitalWeights, wacc(1500))).toEqual([]);
  });
});

describe("unused result", () => {
  const capital = (used: string) =>
    sheet(
      rows(
        ["Unlevered beta", 0.8],
        ["Levered beta", ["=B1*1.3", 1.04]],
        ["Reported beta", 1.4],
        ["Risk-free rate", 0.04],
        ["Equity risk premium", 0.05],
        ["Cost of equity", [`=B4+${used}*B5`, 0.1]],
      ),
    );

  it("reports a beta that is worked out and left aside for a typed one", () => {
    const findings = findWith(unusedResult, capital("B3"));
    expect(placesOf(findings)).toEqual(["Sheet1!B2"]);
    expect(wordsOf(findings[0])).toContain("“Reported beta”, typed as 1.4");
  });

  it("accepts a typed beta left aside for the one worked out", () => {
    expect(findWith(unusedResult, capital("B2"))).toEqual([]);
  });
});

describe("upside base", () => {
  const gap = (label: string, formula: string) =>
    sheet(rows(["Implied share price", ["=900/20", 45]], ["Current share price", 30], [label, [formula, 0.5]]));

  it("reports a quotient that is not what it is above one, and one upside down", () => {
    expect(placesOf(findWith(upsideBase, gap("Upside", "=B1/B2")))).toEqual(["Sheet1!B3"]);
    expect(placesOf(findWith(upsideBase, gap("Upside", "=B2/B1-1")))).toEqual(["Sheet1!B3"]);
  });

  it("accepts the value over the price less one, and a discount of the price to the value", () => {
    expect(findWith(upsideBase, gap("Upside", "=B1/B2-1"))).toEqual([]);
    expect(findWith(upsideBase, gap("Discount to intrinsic value", "=B2/B1-1"))).toEqual([]);
  });
});
