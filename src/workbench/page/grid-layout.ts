import { columnsOfASheet, type RangePosition, rowsOfASheet } from "../../workbook/address";
import { formatCell } from "./cell-format/format-cell";
import { measureTextPx } from "./measure-text";
import { type SheetIndex } from "./sheet-index";

export const rowHeightPx = 20;
export const columnHeaderHeightPx = 22;
export const rowHeaderWidthPx = 46;

const cellPaddingPx = 15;
export const indentPx = 9;
const narrowestPx = 64;
const widestPx = 320;
/** Widths are judged by the top of the sheet: a model's labels and headings stand there. */
const rowsJudged = 400;
const blankRowsBelow = 40;
const blankColumnsRight = 8;
const fewestRows = 80;
const fewestColumns = 26;

/** Where rows and columns stand, in pixels from the top left cell. */
export interface GridLayout {
  readonly rowCount: number;
  readonly columnCount: number;
  readonly columnStarts: readonly number[];
  readonly columnWidths: readonly number[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly widthPx: number;
  readonly heightPx: number;
  rowTop(rowIndex0: number): number;
  rowAt(yPx: number): number;
  columnAt(xPx: number): number;
}

/** Room for the sheet, some blank space after it, and whatever `shown` needs to be seen. */
export function layOutGrid(index: SheetIndex, shown: RangePosition | null): GridLayout {
  const endRow0 = shown !== null && shown.endRow0 < rowsOfASheet - 1 ? shown.endRow0 : 0;
  const endColumn0 = shown !== null && shown.endColumn0 < columnsOfASheet - 1 ? shown.endColumn0 : 0;
  const rowCount = Math.min(rowsOfASheet, Math.max(fewestRows, Math.max(index.lastRow0, endRow0) + 1 + blankRowsBelow));
  const columnCount = Math.min(
    columnsOfASheet,
    Math.max(fewestColumns, Math.max(index.lastColumn0, endColumn0) + 1 + blankColumnsRight),
  );
  const columnWidths = widthsOfColumns(index, columnCount);
  const columnStarts: number[] = [];
  let widthPx = 0;
  for (const width of columnWidths) {
    columnStarts.push(widthPx);
    widthPx += width;
  }
  const hidden = [...index.sheet.hiddenRows].filter((row) => row < rowCount).sort((a, b) => a - b);
  const rowTop = (rowIndex0: number): number => (rowIndex0 - countBelow(hidden, rowIndex0)) * rowHeightPx;
  return {
    rowCount,
    columnCount,
    columnStarts,
    columnWidths,
    hiddenRows: new Set(hidden),
    widthPx,
    heightPx: rowTop(rowCount),
    rowTop,
    rowAt: (yPx) => lastAtOrBefore(rowCount, yPx, rowTop),
    columnAt: (xPx) => lastAtOrBefore(columnCount, xPx, (column) => columnStarts[column] ?? widthPx),
  };
}

function widthsOfColumns(index: SheetIndex, columnCount: number): number[] {
  const widths = new Array<number>(columnCount).fill(0);
  for (const [rowIndex0, cells] of index.rows) {
    if (rowIndex0 >= rowsJudged) continue;
    cells.forEach((cell, i) => {
      const { kind, text, leftEdge } = formatCell(cell);
      // Text may run over blank cells to its right; only what is fenced in needs the room.
      const fenced = kind !== "text" || cells[i + 1]?.columnIndex0 === cell.columnIndex0 + 1;
      if (!fenced) return;
      const width = measureTextPx(leftEdge + text, cell.bold === true) + (cell.indent ?? 0) * indentPx;
      widths[cell.columnIndex0] = Math.max(widths[cell.columnIndex0] ?? 0, width);
    });
  }
  const hidden = new Set(index.sheet.hiddenColumns);
  return widths.map((width, column) =>
    hidden.has(column) ? 0 : Math.ceil(Math.min(widestPx, Math.max(narrowestPx, width + cellPaddingPx))),
  );
}

/** How many of the sorted numbers are smaller than `limit`. */
function countBelow(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The last of `count` places that starts at or before `px`; places of no size are passed over. */
function lastAtOrBefore(count: number, px: number, startOf: (index: number) => number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (startOf(middle) <= px) low = middle;
    else high = middle - 1;
  }
  return low;
}
