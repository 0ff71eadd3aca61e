import { betaLeverage } from "../../../../src/audit/rules/valuation/beta-leverage";
import { marketPremium } from "../../../../src/audit/rules/valuation/market-premium";
import { weightedCost } from "../../../../src/audit/rules/valuation/weighted-cost";
import { sheet } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

describe("market premium", () => {
  const equity = (label: string, rate: number, formula: string) =>
    sheet(
      rows(
        ["Risk-free rate", [0.04, 0.04, "0.0%"]],
        ["Beta", 1.2],
        [label, [rate, rate, "0.0%"]],
        ["Cost of equity", [formula, 0.1]],
      ),
    );

  it("reports a premium from which the risk-free rate is taken off again", () => {
    const findings = findWith(marketPremium, equity("Equity risk premium", 0.055, "=B1+B2*(B3-B1)"));
    expect(placesOf(findings)).toEqual(["Sheet1!B4"]);
    expect(wordsOf(findings[0])).toContain("“Equity risk premium” of 5.5% less “Risk-free rate” of 4.0%");
  });

  it("reports beta on the whole market return", () => {
    expect(
      findWith(marketPremium, equity("Expected market return", 0.095, "=B1+B2*B3")).map(({ title }) => title),
    ).toEqual(["Beta multiplies the whole market return"]);
  });

  it("accepts a premium as it stands, and a return less the risk-free rate", () => {
    expect(findWith(marketPremium, equity("Equity risk premium", 0.055, "=B1+B2*B3"))).toEqual([]);
    expect(findWith(marketPremium, equity("Expected market return", 0.095, "=B1+B2*(B3-B1)"))).toEqual([]);
  });
});

describe("beta leverage", () => {
  const beta = (label: string, formula: string, value: number) =>
    sheet(rows(["Median unlevered beta", 0.8], ["Tax rate", 0.25], ["Debt to equity", 0.4], [label, [formula, value]]));

  it("reports a beta that is levered without the one", () => {
    const findings = findWith(betaLeverage, beta("Levered beta", "=B1*((1-B2)*B3)", 0.24));
    expect(findings.map(({ title }) => title)).toEqual(["Relevering beta leaves out the “1 +”"]);
  });

  it("reports a levered beta that is divided by its leverage", () => {
    const findings = findWith(betaLeverage, beta("Relevered beta", "=B1/(1+(1-B2)*B3)", 0.62));
    expect(findings.map(({ title }) => title)).toEqual(["Beta is unlevered where it should be levered"]);
  });

  it("accepts levering and unlevering the right way round", () => {
    expect(findWith(betaLeverage, beta("Levered beta", "=B1*(1+(1-B2)*B3)", 1.04))).toEqual([]);
    expect(
      findWith(
        betaLeverage,
        sheet(
          rows(
            ["Observed beta", 1.1],
            ["Tax rate", 0.25],
            ["D/E", 0.4],
            ["Unlevered beta", ["=B1/(1+(1-B2)*B3)", 0.85]],
          ),
        ),
      ),
    ).toEqual([]);
  });
});

describe("weighted cost", () => {
  const wacc = (formula: string, debtLabel = "Cost of debt", debtWeight = 0.3) =>
    sheet(
      rows(
        ["Cost of equity", 0.1],
        [debtLabel, 0.05],
        ["Weight of equity", 0.7],
        ["Weight of debt", debtWeight],
        ["Tax rate", 0.25],
        ["WACC", [formula, 0.081]],
      ),
    );

  it("reports debt that enters before tax", () => {
    expect(findWith(weightedCost, wacc("=B1*B3+B2*B4")).map(({ title }) => title)).toEqual([
      "Debt enters the WACC before tax",
    ]);
  });

  it("reports a tax shield taken twice", () => {
    expect(
      findWith(weightedCost, wacc("=B1*B3+B2*B4*(1-B5)", "After-tax cost of debt")).map(({ title }) => title),
    ).toEqual(["The tax shield of debt is taken twice"]);
  });

  it("reports weights that do not make one", () => {
    const findings = findWith(weightedCost, wacc("=B1*B3+B2*B4*(1-B5)", "Cost of debt", 0.2));
    expect(wordsOf(findings[0])).toContain("sum to 90.0%");
  });

  it("accepts an average that taxes debt once, here or before", () => {
    expect(findWith(weightedCost, wacc("=B1*B3+B2*B4*(1-B5)"))).toEqual([]);
    expect(findWith(weightedCost, wacc("=B1*B3+B2*B4", "After-tax cost of debt"))).toEqual([]);
  });
});
