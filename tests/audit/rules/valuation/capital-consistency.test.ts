import { betaStructure } from "../../../../src/audit/rules/valuation/beta-structure";
import { returnBeforeTax } from "../../../../src/audit/rules/valuation/return-before-tax";
import { valuationTax } from "../../../../src/audit/rules/valuation/valuation-tax";
import { sheet, type WrittenCell } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

type Line = readonly (WrittenCell | null)[];

/** Beta relevered at the ratio of row 1, weights of capital from rows 2 and 3. */
const capital = (gearing: number, debt: number, equity: number, ...more: readonly Line[]) =>
  sheet(
    rows(
      ["Debt to equity", gearing],
      ["Debt", debt],
      ["Market value of equity", equity],
      ["Tax rate", 0.25],
      ["Unlevered beta", 0.9],
      ["Levered beta", ["=B5*(1+(1-B4)*B1)", 1.1]],
      ["Risk-free rate", 0.03],
      ["Equity risk premium", 0.05],
      ["Cost of equity", ["=B7+B6*B8", 0.085]],
      ["Cost of debt", 0.05],
      ["WACC", ["=B9*B3/(B2+B3)+B10*(1-B4)*B2/(B2+B3)", 0.08]],
      ...more,
    ),
  );

describe("beta and the weights of capital", () => {
  it("are reported where they assume two structures", () => {
    const findings = findWith(betaStructure, capital(0.8, 100, 900));
    expect(placesOf(findings)).toEqual(["Sheet1!B6,B1"]);
    expect(wordsOf(findings[0])).toContain("at debt to equity of 80.0% (B1)");
    expect(wordsOf(findings[0])).toContain("stand for 11.1%");
  });

  it("are accepted where they agree", () => {
    expect(findWith(betaStructure, capital(0.12, 100, 900))).toEqual([]);
  });

  it("are not compared where no average reads the beta", () => {
    const findings = findWith(
      betaStructure,
      sheet(
        rows(
          ["Debt to equity", 0.8],
          ["Tax rate", 0.25],
          ["Unlevered beta", 0.9],
          ["Levered beta", ["=B3*(1+(1-B2)*B1)", 1.44]],
        ),
      ),
    );
    expect(findings).toEqual([]);
  });
});

describe("the tax of flows and of the discount rate", () => {
  const flows = (rate: number): readonly Line[] => [
    [],
    ["Year", "2025E", "2026E", "2027E"],
    ["EBIT", 100, 110, 120],
    ["Tax rate on operations", rate, rate, rate],
    ["NOPAT", ["=B14*(1-B15)", 80], ["=C14*(1-C15)", 88], ["=D14*(1-D15)", 96]],
  ];

  it("is reported where one company pays two rates", () => {
    const findings = findWith(valuationTax, capital(0.1, 100, 900, ...flows(0.2)));
    expect(placesOf(findings)).toEqual(["Sheet1!B15:D15"]);
    expect(wordsOf(findings[0])).toContain("B4 takes 25.0% off the cost of debt");
  });

  it("is accepted where both are one rate", () => {
    expect(findWith(valuationTax, capital(0.1, 100, 900, ...flows(0.25)))).toEqual([]);
  });

  it("is accepted where the rate of the flows comes down to that of the shield", () => {
    const [, ...lines] = flows(0.25);
    const fading: readonly Line[] = [[], lines[0]!, lines[1]!, ["Tax rate on operations", 0.2, 0.22, 0.25], lines[3]!];
    expect(findWith(valuationTax, capital(0.1, 100, 900, ...fading))).toEqual([]);
  });
});

describe("a return on capital", () => {
  const returns = (label: string, over: string, ...more: readonly Line[]) =>
    sheet(
      rows(
        ["Year", "2022A", "2023A", "2024A"],
        ["EBIT", 100, 110, 120],
        ["NOPAT", 75, 82, 90],
        ["Invested capital", 1000, 1050, 1100],
        [label, ...["B", "C", "D"].map((column): WrittenCell => [`=${column}${over}/${column}4`, 0.1])],
        ...more,
      ),
    );

  it("is reported where it divides a profit before tax", () => {
    const findings = findWith(returnBeforeTax, returns("ROIC", "2"));
    expect(placesOf(findings)).toEqual(["Sheet1!B5:D5"]);
    expect(findings[0]).toMatchObject({ severity: "medium" });
  });

  it("weighs more where growth is made of it and of a reinvestment rate after tax", () => {
    const findings = findWith(
      returnBeforeTax,
      returns(
        "ROIC",
        "2",
        ["Reinvestment rate", 0.4, 0.4, 0.4],
        ["Growth", ["=B5*B6", 0.04], ["=C5*C6", 0.04], ["=D5*D6", 0.04]],
      ),
    );
    expect(findings[0]).toMatchObject({ severity: "high" });
    expect(wordsOf(findings[0])).toContain("set against “Reinvestment rate”, which is after tax");
  });

  it("is accepted after tax, and before tax where its name says so", () => {
    expect(findWith(returnBeforeTax, returns("ROIC", "3"))).toEqual([]);
    expect(findWith(returnBeforeTax, returns("Pre-tax ROIC", "2"))).toEqual([]);
    expect(findWith(returnBeforeTax, returns("Return on capital employed", "2"))).toEqual([]);
  });
});
