import { TablePeriods } from "../../../src/filings/tables/table-periods";

const context = { periodEnd: "2024-12-31", isAnnual: true, yearsBehind: 0, usualMultiplier: null } as const;

function periodsUnder(columnHeads: string[][], caption: string | null): TablePeriods {
  const table = { columnHeads, laterHeads: [], headRows: 1, rowPaths: [[], ["Sales"]], caption, units: null };
  return new TablePeriods(table, context);
}

test("a column of changes is of no period, whatever stands above the table", () => {
  const heads = ["Change", "% Change", "Increase (Decrease)", "$ Change", "Percent change"];
  const periods = periodsUnder([[], ["2024"], ...heads.map((head) => [head])], "Year ended December 31, 2024");
  expect(periods.at(1, 1)).toMatchObject({ end: "2024-12-31", months: 12 });
  expect(heads.map((_, index) => periods.at(1, index + 2))).toEqual(heads.map(() => null));
});

test("a day over a column wins over the day the caption names", () => {
  const periods = periodsUnder([[], ["September 28, 2024"], ["2023"]], "As of December 31");
  expect(periods.at(1, 1)).toMatchObject({ end: "2024-09-28", kind: "instant", isExactEnd: true });
  expect(periods.at(1, 2)).toMatchObject({ end: "2023-12-31", kind: "instant" });
});
