import { gridWithoutBase } from "../../../../src/audit/rules/references/grid-without-base";
import { type WorkbookSnapshot } from "../../../../src/contracts/workbook-snapshot";
import { sheet, type WrittenSheet } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

/** The body of the data table in D7:F9. */
function withDataTable(cells: WrittenSheet): WorkbookSnapshot {
  const plain = sheet(cells);
  const [first] = plain.sheets;
  const marked = first!.cells.map((cell) =>
    cell.rowIndex0 >= 6 && cell.rowIndex0 <= 8 && cell.columnIndex0 >= 3 && cell.columnIndex0 <= 5
      ? { ...cell, resultOf: "data-table" as const }
      : cell,
  );
  return { ...plain, sheets: [{ ...first!, cells: marked }] };
}

const grid = (middle: number) =>
  rows(
    ["WACC", 0.09],
    ["Growth", 0.02],
    ["Value per share", ["=B1*B2*1000", 42.5]],
    [""],
    ["", "", "Sensitivity of value to WACC and growth"],
    ["", "", ["=B3", 42.5], 0.01, 0.02, 0.03],
    ["", "", 0.08, 45, 47, 50],
    ["", "", 0.09, 40, middle, 45],
    ["", "", 0.1, 36, 38, 40.5],
  );

test("a data table in which the result it varies does not stand is told with its axes", () => {
  const found = findWith(gridWithoutBase, withDataTable(grid(43.9)));
  expect(placesOf(found)).toEqual(["Sheet1!C6:F9"]);
  expect(wordsOf(found[0])).toContain("“Value per share”, which is 42.5 today");
});

test("a table that holds the base case, and a grid that is no data table, are left alone", () => {
  expect(findWith(gridWithoutBase, withDataTable(grid(42.5)))).toEqual([]);
  expect(findWith(gridWithoutBase, sheet(grid(43.9)))).toEqual([]);
});
