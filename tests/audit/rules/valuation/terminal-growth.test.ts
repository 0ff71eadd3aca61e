import { terminalGrowth } from "../../../../src/audit/rules/valuation/terminal-growth";
import { sheet } from "../../../support/sheet";
import { findWith, placesOf, wordsOf } from "../../find-with";

const valuation = (wacc: number, growth: number) =>
  sheet({
    A1: "WACC",
    B1: [wacc, wacc, "0.0%"],
    A2: "Terminal growth rate",
    B2: [growth, growth, "0.0%"],
    A3: "Final cash flow",
    B3: 100,
    A5: "Terminal value",
    B5: ["=B3*(1+B2)/(B1-B2)", 1],
  });

describe("terminal growth", () => {
  it("reports growth at or above the discount rate", () => {
    const findings = findWith(terminalGrowth, valuation(0.05, 0.06));
    expect(placesOf(findings)).toEqual(["Sheet1!B2,B5"]);
    expect(findings[0]).toMatchObject({ severity: "high", title: "Terminal growth is not below the discount rate" });
  });

  it("reports growth just below the discount rate, with the multiple it makes", () => {
    const findings = findWith(terminalGrowth, valuation(0.055, 0.05));
    expect(findings[0]!.severity).toBe("high");
    expect(wordsOf(findings[0])).toContain("The gap is 0.5 points, so the terminal value is 210.0x the last cash flow");
  });

  it("finds the rates by the words beside them where the flow grows in a cell of its own", () => {
    const findings = findWith(
      terminalGrowth,
      sheet({
        A1: "Flow of the last year",
        B1: 100,
        A2: "Expected growth",
        B2: 0.06,
        A4: "Flow of the year after",
        B4: ["=B1*(1+B2)", 106],
        A5: "WACC",
        B5: 0.065,
        A6: "Terminal growth rate",
        B6: 0.06,
        A7: "Terminal value",
        B7: ["=B4/(B5-B6)", 21200],
      }),
    );
    expect(placesOf(findings)).toEqual(["Sheet1!B6,B7"]);
  });

  it("reports growth no economy keeps up", () => {
    expect(findWith(terminalGrowth, valuation(0.12, 0.06)).map(({ title }) => title)).toEqual([
      "Terminal growth is above what an economy grows by",
    ]);
  });

  it("accepts two and a half per cent against nine", () => {
    expect(findWith(terminalGrowth, valuation(0.09, 0.025))).toEqual([]);
  });

  it("accepts a quotient of differences that is no perpetuity", () => {
    expect(
      findWith(terminalGrowth, sheet({ A1: "A", B1: 0.3, A2: "B", B2: 0.1, A3: "Share", B3: ["=(B1-B2)/(B1-B2)", 1] })),
    ).toEqual([]);
  });
});
