import { type Cell } from "../contracts/workbook-snapshot";
import { type SheetIndex } from "../workbook/sheet-index";
import { type HeadingLine } from "./find-table-headings";

/** Headings that stand over the same columns; a block of headings ends where the next one over them begins. */
export interface Band {
  readonly lines: HeadingLine[];
  readonly first0: number;
  last0: number;
  end0: number;
}

const tallestHeading = 4;
/** More rows without numbers than this end a table, unless what follows fills the same columns. */
const tallestGap = 3;
const tallestGapOfSections = 10;
const sameColumns = 0.6;
const fewestSameColumns = 3;
/** Names of rows stand at most so many columns left of the first heading, numbers so many rows below it. */
export const farthestLabel = 8;
/** A longer one is a list of records: a ledger, prices by day. */
export const mostRows = 2000;

/** Headings joined over the lines they take, each as far down as the next headings over it. */
export function bandsOf(headings: readonly HeadingLine[]): Band[] {
  const bands: Band[] = [];
  let open: Band[] = [];
  for (const line of headings) {
    const first0 = line.cells[0]!.columnIndex0;
    const last0 = line.cells.at(-1)!.columnIndex0;
    const over = open.filter((band) => band.first0 <= last0 && band.last0 >= first0);
    const joined = over.find(
      (band) => line.rowIndex0 - band.lines[0]!.rowIndex0 <= tallestHeading && isTaller(band, line),
    );
    if (joined !== undefined && over.length === 1) {
      joined.lines.push(line);
      joined.last0 = Math.max(joined.last0, last0);
      continue;
    }
    for (const band of over) band.end0 = line.rowIndex0 - 1;
    open = open.filter((band) => !over.includes(band));
    const band: Band = { lines: [line], first0, last0, end0: Infinity };
    open.push(band);
    bands.push(band);
  }
  return bands;
}

/** The next line of one heading, with no row of numbers between. */
function isTaller(band: Band, line: HeadingLine): boolean {
  return line.rowIndex0 - band.lines.at(-1)!.rowIndex0 <= 2;
}

/** The rows of a band, each as far as the band goes. Beside an axis (no `axisLines`) they go down as far as its rows do. */
export function rowsUnder(
  sheet: SheetIndex,
  band: Band,
  headed: ReadonlySet<number>,
  from0: number,
  axisLines: ReadonlySet<number> | null,
  isFree: (cell: Cell) => boolean,
): (readonly Cell[])[] {
  const headerRow0 = band.lines.at(-1)!.rowIndex0;
  const rows: (readonly Cell[])[] = [];
  let lastNumber0 = headerRow0;
  const start = firstAfter(sheet.usedRows, headerRow0);
  for (let i = start; i < sheet.usedRows.length; i++) {
    const row0 = sheet.usedRows[i]!;
    const gap = row0 - lastNumber0;
    if (row0 > band.end0) break;
    if (axisLines !== null && (gap > tallestGapOfSections || axisLines.has(row0))) break;
    const cells = sheet
      .cellsOfRow(row0)
      .filter((cell) => cell.columnIndex0 >= from0 && cell.columnIndex0 <= band.last0);
    const numbers = cells.filter((cell) => cell.columnIndex0 >= band.first0 && isFree(cell));
    const isFar = axisLines !== null && gap > (lastNumber0 === headerRow0 ? farthestLabel : tallestGap);
    if (isFar && numbers.length > 0 && numbers.length < Math.max(fewestSameColumns, headed.size * sameColumns)) break;
    if (cells.length === 0) continue;
    rows.push(cells);
    if (numbers.length > 0) lastNumber0 = row0;
    if (rows.length > mostRows) break;
  }
  return rows;
}

function firstAfter(rows: readonly number[], row0: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle]! <= row0) low = middle + 1;
    else high = middle;
  }
  return low;
}
