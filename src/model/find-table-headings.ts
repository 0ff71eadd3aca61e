import { type Cell } from "../contracts/workbook-snapshot";
import { type SheetIndex } from "../workbook/sheet-index";

/** Texts beside each other that stand over columns of numbers. */
export interface HeadingLine {
  readonly rowIndex0: number;
  readonly cells: readonly Cell[];
}

const longestHeading = 60;
/** Headings further apart than this belong to two tables. */
const widestGap = 4;
/** Between a heading and its first number stand at most so many rows, and so many of them with words. */
const farthestNumber = 8;
const mostWordsBetween = 3;
const fewestColumns = 2;
/** Date, account, amount: three words over a list of records, of which one column holds numbers. */
const wordsOfRecords = 3;

/** Every line of a sheet that heads columns of numbers; on a time axis' own line one heading is enough: its neighbours are dates. */
export function findTableHeadings(
  sheet: SheetIndex,
  axisLines: ReadonlySet<number>,
  isFree: (cell: Cell) => boolean,
): HeadingLine[] {
  return sheet.usedRows.flatMap((rowIndex0) => {
    return textRuns(sheet.cellsOfRow(rowIndex0)).flatMap((cells) => {
      const fewest = axisLines.has(rowIndex0) || cells.length >= wordsOfRecords ? 1 : fewestColumns;
      return cells.length >= fewest && tellApart(cells) && headsNumbers(sheet, cells, isFree, fewest)
        ? [{ rowIndex0, cells }]
        : [];
    });
  });
}

export function isHeadingText(cell: Cell): boolean {
  if (typeof cell.value !== "string") return false;
  const text = cell.value.trim();
  return text.length > 0 && text.length <= longestHeading && /[\p{L}%$€£#]/u.test(text);
}

export function headingText(cell: Cell): string {
  return typeof cell.value === "string" ? cell.value.replace(/\s+/g, " ").trim() : "";
}

function textRuns(row: readonly Cell[]): Cell[][] {
  const runs: Cell[][] = [];
  let run: Cell[] = [];
  for (const cell of row) {
    const last = run.at(-1);
    if (last !== undefined && (!isHeadingText(cell) || cell.columnIndex0 - last.columnIndex0 > widestGap)) {
      runs.push(run);
      run = [];
    }
    if (isHeadingText(cell)) run.push(cell);
  }
  if (run.length > 0) runs.push(run);
  return runs;
}

/** Headings name different things; "n/a" or "Undisclosed" across a row does not. */
function tellApart(cells: readonly Cell[]): boolean {
  return new Set(cells.map((cell) => cell.value)).size * 2 > cells.length;
}

function headsNumbers(
  sheet: SheetIndex,
  cells: readonly Cell[],
  isFree: (cell: Cell) => boolean,
  fewest: number,
): boolean {
  let columns = 0;
  for (const cell of cells) if (standsOverNumber(sheet, cell, isFree) && ++columns >= fewest) return true;
  return false;
}

function standsOverNumber(sheet: SheetIndex, heading: Cell, isFree: (cell: Cell) => boolean): boolean {
  let words = 0;
  for (let row0 = heading.rowIndex0 + 1; row0 <= heading.rowIndex0 + farthestNumber; row0++) {
    const below = sheet.cellAt(row0, heading.columnIndex0);
    if (below === null || below.value === null) continue;
    if (typeof below.value === "number") return isFree(below);
    if (++words > mostWordsBetween) return false;
  }
  return false;
}
