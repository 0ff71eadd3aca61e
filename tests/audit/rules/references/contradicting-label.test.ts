import { contradictingLabel } from "../../../../src/audit/rules/references/contradicting-label";
import { workbook } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

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

  it("says nothing where the link is the opening of a roll-forward", () => {
    const spend = rows(
      years,
      ["Capital expenditure", 10, 12, 14, 16],
      ["Depreciation", 2, 3, 4, 5],
      ["Gross fixed assets", ["=B2", 10], ["=B4+C2", 22], ["=C4+D2", 36], ["=D4+E2", 52]],
      ["Property, plant and equipment", ["=B2", 10], ["=B5+C2", 22], ["=C5+D2", 36], ["=D5+E2", 52]],
      ["Net property, plant and equipment", ["=B5-B3", 8], ["=C5-C3", 19], ["=D5-D3", 32], ["=E5-E3", 47]],
    );
    expect(findWith(contradictingLabel, workbook({ Assets: spend }))).toEqual([]);
  });

  it("says nothing where the link leads to the right figure in the end, or the proposed row reads the cell", () => {
    const detour = rows(
      years,
      ["Selling and marketing", ["=B3", 30], ["=C3", 33], ["=D3", 36], ["=E3", 39]],
      ["Operating income", 30, 33, 36, 39],
      ["EBIT", ["=B2", 30], ["=C2", 33], ["=D2", 36], ["=E2", 39]],
    );
    const circle = rows(
      years,
      ["Selling and marketing", 20, 22, 24, 26],
      ["EBIT", ["=B2", 20], ["=C2", 22], ["=D2", 24], ["=E2", 26]],
      ["Operating income", ["=B3+1", 21], ["=C3+1", 23], ["=D3+1", 25], ["=E3+1", 27]],
    );
    for (const each of [detour, circle]) expect(findWith(contradictingLabel, workbook({ Model: each }))).toEqual([]);
  });

  it("says nothing under a heading of entry or exit", () => {
    const deal = (first: string) =>
      rows(
        ["Returns", first, "Note"],
        ["Exit multiple", ["=B4", 8], "x"],
        ["Tax rate", 0.25],
        ["Entry multiple", 8],
        ["Exit multiple", 9],
      );
    expect(findWith(contradictingLabel, workbook({ Returns: deal("Entry (2024)") }))).toEqual([]);
    expect(placesOf(findWith(contradictingLabel, workbook({ Returns: deal("Value") })))).toEqual(["Returns!B2"]);
  });
});
