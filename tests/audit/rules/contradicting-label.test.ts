import { contradictingLabel } from "../../../src/audit/rules/contradicting-label";
import { workbook } from "../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../find-with";

const years = ["USD m", 2024, 2025, 2026, 2027];
const income = rows(
  years,
  ["Revenue", 100, 110, 120, 130],
  ["Selling and marketing", 20, 22, 24, 26],
  ["Operating income", 30, 33, 36, 39],
  ["Net income", 20, 22, 24, 26],
);
const link = (row: number, sign = "") =>
  ["B", "C", "D", "E"].map((column) => [`=${sign}Income!${column}${row}`, 1] as const);

describe("labels against what they refer to", () => {
  it("reports EBIT that reads selling and marketing, and names the row it should read", () => {
    const findings = findWith(contradictingLabel, workbook({ Income: income, DCF: rows(years, ["EBIT", ...link(3)]) }));
    expect(placesOf(findings)).toEqual(["DCF!B2:E2"]);
    expect(wordsOf(findings[0])).toContain("“Operating income” stands on the same sheet");
  });

  it("reports retained earnings built on operating income", () => {
    const equity = rows(years, [
      "Retained earnings",
      50,
      ["=B2+Income!C4", 83],
      ["=C2+Income!D4", 119],
      ["=D2+Income!E4", 158],
    ]);
    expect(
      findWith(contradictingLabel, workbook({ Income: income, Balance: equity })).map(({ title }) => title),
    ).toEqual(["“Retained earnings” is built on “Operating income”"]);
  });

  it("accepts the right row, a near synonym and a turned sign", () => {
    const valuation = rows(years, ["EBIT", ...link(4)], ["Net sales", ...link(2)], ["Less: S&M", ...link(3, "-")]);
    expect(findWith(contradictingLabel, workbook({ Income: income, DCF: valuation }))).toEqual([]);
  });

  it("says nothing where a label is not in the dictionary", () => {
    const valuation = rows(years, ["Spend on brand", ...link(4)]);
    expect(findWith(contradictingLabel, workbook({ Income: income, DCF: valuation }))).toEqual([]);
  });

  it("reports single values, also those whose name goes on in brackets", () => {
    const multiples = rows(
      ["Valuation"],
      ["EBIT (last year)", ["=Income!E3", 26]],
      ["Shares", 10],
      ["EPS (last year)", ["=Income!E4/B3", 3.9]],
    );
    expect(placesOf(findWith(contradictingLabel, workbook({ Income: income, Multiples: multiples })))).toEqual([
      "Multiples!B2",
      "Multiples!B4",
    ]);
  });

  it("reads the sign of a profit in brackets", () => {
    const named = rows(years, ["Operating profit before D&A (EBITDA)", 40, 44, 48, 52], ["EBIT", 30, 33, 36, 39]);
    const shown = (row: number) =>
      rows(years, ["EBIT", ...["B", "C", "D", "E"].map((c) => [`=Results!${c}${row}`, 1] as const)]);
    expect(placesOf(findWith(contradictingLabel, workbook({ Results: named, Summary: shown(2) })))).toEqual([
      "Summary!B2:E2",
    ]);
    expect(findWith(contradictingLabel, workbook({ Results: named, Summary: shown(3) }))).toEqual([]);
  });

  it("accepts a row whose first column starts from another figure", () => {
    const exits = rows(years, ["EBIT", ["=Income!B3", 20], ["=Income!C4", 33], ["=Income!D4", 36], ["=Income!E4", 39]]);
    expect(findWith(contradictingLabel, workbook({ Income: income, Exits: exits }))).toEqual([]);
  });
});
