import { type TimeAxis } from "../contracts/model-map";
import { type Cell } from "../contracts/workbook-snapshot";
import { cellKey } from "../workbook/cell-key";
import { type SheetIndex } from "../workbook/sheet-index";
import { isUnitWord, labelText } from "./find-labels";
import { findTableHeadings, headingText } from "./find-table-headings";
import { cellsByColumn, nameColumn, nameRows, titleOf } from "./name-table-lines";
import { isNumber, type PlainTable, type Segment } from "./plain-table";
import { bandsOf, farthestLabel, mostRows, rowsUnder, type Band } from "./table-bands";

const fewestRecords = 8;

/** The tables of a sheet whose rows and columns both have names, outside what its time axes hold. */
export function findTables(
  sheet: SheetIndex,
  axes: readonly { readonly axis: TimeAxis; readonly headerLines: readonly number[] }[],
  taken: ReadonlySet<number>,
): PlainTable[] {
  const axisLines = new Set(
    axes.flatMap(({ axis, headerLines }) => (axis.orientation === "columns" ? headerLines : [])),
  );
  const isFree = (cell: Cell): boolean => isNumber(cell) && !taken.has(cellKey(cell.rowIndex0, cell.columnIndex0));
  const headings = findTableHeadings(sheet, axisLines, isFree);
  return bandsOf(headings).flatMap((band) => tablesOf(sheet, band, axisLines, isFree));
}

function tablesOf(
  sheet: SheetIndex,
  band: Band,
  axisLines: ReadonlySet<number>,
  isFree: (cell: Cell) => boolean,
): PlainTable[] {
  const headerRow0 = band.lines.at(-1)!.rowIndex0;
  const besideAxis = band.lines.some((line) => axisLines.has(line.rowIndex0));
  const from0 = besideAxis ? 0 : Math.max(0, band.first0 - farthestLabel);
  const headed = headedColumns(band);
  const rows = rowsUnder(sheet, band, headed, from0, besideAxis ? null : axisLines, isFree);
  return segmentsOf(rows, headed, from0, isFree).flatMap((segment) => {
    const names = nameRows(sheet.name, rows, segment, isFree);
    const byColumn = cellsByColumn(names);
    const columns = segment.columns.flatMap((column0) => {
      const cells = byColumn.get(column0);
      return cells === undefined ? [] : [nameColumn(sheet.name, band, column0, cells)];
    });
    // Records (date, account, amount) have one number and several words; beside an axis stand a total or an average.
    const isRecords = band.lines.at(-1)!.cells.length > 2 && names.length >= fewestRecords;
    const isOneEnough = segment.label0 !== null && (besideAxis || isRecords);
    if (columns.length < (isOneEnough ? 1 : 2) || names.length < 2 || names.length > mostRows) return [];
    const namesAre = band.lines.flatMap((line) => line.cells).findLast((cell) => cell.columnIndex0 === segment.label0);
    return [
      {
        kind: "named",
        sheet: sheet.name,
        title: titleOf(sheet, band, segment),
        namesAre: namesAre === undefined ? null : headingText(namesAre),
        headerRow0,
        rows: names,
        columns,
      },
    ];
  });
}

function headedColumns(band: Band): ReadonlySet<number> {
  return new Set(band.lines.flatMap((line) => line.cells.map((cell) => cell.columnIndex0)));
}

/** Names, numbers, names, numbers: two tables beside each other under one line of headings. */
function segmentsOf(
  rows: readonly (readonly Cell[])[],
  headed: ReadonlySet<number>,
  from0: number,
  isFree: (cell: Cell) => boolean,
): Segment[] {
  const words = new Map<number, Set<string>>();
  const numbers = new Map<number, number>();
  for (const row of rows) {
    const hasNumber = row.some((cell) => headed.has(cell.columnIndex0) && isFree(cell));
    for (const cell of row) {
      if (isFree(cell)) numbers.set(cell.columnIndex0, (numbers.get(cell.columnIndex0) ?? 0) + 1);
      const text = hasNumber ? labelText(cell) : null;
      if (text === null || isUnitWord(text)) continue;
      const known = words.get(cell.columnIndex0);
      if (known === undefined) words.set(cell.columnIndex0, new Set([text]));
      else known.add(text);
    }
  }
  const columns = [...new Set([...words.keys(), ...numbers.keys()])].filter((c) => c >= from0).sort((a, b) => a - b);
  const segments: { label0: number | null; columns: number[] }[] = [];
  let names: number[] = [];
  let current: { label0: number | null; columns: number[] } | null = null;
  for (const column0 of columns) {
    const wordsHere = words.get(column0)?.size ?? 0;
    const numbersHere = numbers.get(column0) ?? 0;
    if (numbersHere >= wordsHere && numbersHere > 0) {
      if (!headed.has(column0)) continue;
      if (current === null || names.length > 0) {
        const label0 = names.reduce<number | null>(
          (best, c) => (best === null || words.get(c)!.size > words.get(best)!.size ? c : best),
          null,
        );
        segments.push((current = { label0, columns: [] }));
        names = [];
      }
      current.columns.push(column0);
    } else if (wordsHere > 0) names.push(column0);
  }
  return segments;
}
