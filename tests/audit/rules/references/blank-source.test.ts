import { blankSource } from "../../../../src/audit/rules/references/blank-source";
import { workbook } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const years = ["USD m", 2025, 2026, 2027];
const sales = rows(years, ["North", 10, 11, 12], ["South", 20, 21, 22], [], ["Total", 30, 32, 34]);
const across = (formula: (column: string) => string, value: number) =>
  ["B", "C", "D"].map((column) => [formula(column), value] as const);

describe("figures taken from empty rows", () => {
  it("reports a row that multiplies what is not there", () => {
    const costs = rows(years, ["Cost of south", ...across((c) => `=Sales!${c}4*0.4`, 0)]);
    const findings = findWith(blankSource, workbook({ Sales: sales, Costs: costs }));
    expect(placesOf(findings)).toEqual(["Costs!B2:D2"]);
    expect(wordsOf(findings[0])).toContain("from Sales!B4, a row in which nothing stands");
  });

  it("accepts a named input left blank, a sum with a gap and a nought that is right", () => {
    const waiting = rows(years, ["North", 10, 11, 12], ["South"], ["West", 0, 0, 0], ["Total", 10, 11, 12]);
    const costs = rows(
      years,
      ["Cost of south", ...across((c) => `=Sales!${c}3*0.4`, 0)],
      ["Cost of west", ...across((c) => `=Sales!${c}4*0.4`, 0)],
    );
    expect(findWith(blankSource, workbook({ Sales: waiting, Costs: costs }))).toEqual([]);
    const sum = rows(years, ["All", ...across((c) => `=Sales!${c}2+Sales!${c}3+Sales!${c}4`, 30)]);
    expect(findWith(blankSource, workbook({ Sales: sales, Costs: sum }))).toEqual([]);
  });
});
