import { terminalYear } from "../../../../src/audit/rules/valuation/terminal-year";
import { sheet, type WrittenCell } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

type Line = readonly (WrittenCell | null)[];

/** Free cash flow of three years from its parts in rows 3 to 6, valued in row 11. */
function valuation({
  revenue = [1000, 1040, 1070],
  depreciation = [50, 52, 53],
  capex = [55, 56, 58],
  release = [-5, -4, -4],
  more = [] as readonly Line[],
} = {}) {
  const flow = ["D", "E", "F"].map((column, i): WrittenCell => [
    `=${column}3+${column}4-${column}5+${column}6`,
    150 + depreciation[i]! - capex[i]! + release[i]!,
  ]);
  return sheet(
    rows(
      ["Year", null, "2024A", "2025E", "2026E", "2027E"],
      ["Revenue", null, 950, ...revenue],
      ["NOPAT", null, 140, 150, 150, 150],
      ["Depreciation and amortization", null, 50, ...depreciation],
      ["Capital expenditure", null, 52, ...capex],
      ["Change in working capital", null, -5, ...release],
      ["Free cash flow", null, null, ...flow],
      [],
      ["WACC", 0.09],
      ["Terminal growth rate", 0.02],
      ["Terminal value", ["=F7*(1+B10)/(B9-B10)", 2054]],
      ...more,
    ),
  );
}

describe("terminal year", () => {
  it("accepts a last year that could go on for ever", () => {
    expect(findWith(terminalYear, valuation())).toEqual([]);
  });

  it("reports a perpetuity on a year in which sales still climb", () => {
    const findings = findWith(terminalYear, valuation({ revenue: [1100, 1300, 1600] }));
    expect(placesOf(findings)).toEqual(["Sheet1!B11,F2"]);
    expect(findings[0]).toMatchObject({ severity: "high" });
    expect(wordsOf(findings[0])).toContain("“Revenue” still grows by 23.1% in it");
  });

  it("reports assets that wear out and are not replaced", () => {
    const findings = findWith(terminalYear, valuation({ depreciation: [50, 60, 70], capex: [45, 40, 40] }));
    expect(wordsOf(findings[0])).toContain("so the assets wear out and are never replaced");
    expect(findings[0]?.severity).toBe("medium");
  });

  it("reports cash set free from working capital in the last year", () => {
    const findings = findWith(terminalYear, valuation({ release: [-5, -5, 40] }));
    expect(wordsOf(findings[0])).toContain("“Change in working capital” of 40 sets cash free");
  });

  it("tells several oddities of one year in one finding", () => {
    const findings = findWith(terminalYear, valuation({ revenue: [1100, 1300, 1600], release: [-5, -5, 40] }));
    expect(findings).toHaveLength(1);
    expect(placesOf(findings)).toEqual(["Sheet1!B11,F2,F6"]);
  });

  it("reports a last year that ploughs all of its profit back", () => {
    const findings = findWith(
      terminalYear,
      sheet(
        rows(
          ["Year", "2025E", "2026E", "2027E"],
          ["NOPAT", 100, 110, 120],
          ["Reinvestment rate", 0.5, 0.7, 0.95],
          ["Free cash flow", ["=B2*(1-B3)", 50], ["=C2*(1-C3)", 33], ["=D2*(1-D3)", 6]],
          ["WACC", 0.09],
          ["Terminal growth rate", 0.05],
          ["Terminal value", ["=D4*(1+B6)/(B5-B6)", 158]],
        ),
      ),
    );
    expect(placesOf(findings)).toEqual(["Sheet1!B7,D3"]);
  });

  it("says nothing of the growth of a terminal column of its own", () => {
    const findings = findWith(
      terminalYear,
      sheet(
        rows(
          ["Year", "2025E", "2026E", "2027E", "Terminal"],
          ["Revenue", 1000, 1200, 1400, 1430],
          ["Free cash flow", 100, 120, 140, 150],
          ["WACC", 0.09],
          ["Terminal growth rate", 0.02],
          ["Terminal value", ["=E3/(B4-B5)", 2143]],
        ),
      ),
    );
    expect(findings).toEqual([]);
  });
});
