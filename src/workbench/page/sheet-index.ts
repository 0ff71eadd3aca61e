import { type Cell, type SheetSnapshot } from "../../contracts/workbook-snapshot";

/** A sheet's cells by row, for a grid that shows a window of it. */
export interface SheetIndex {
  readonly sheet: SheetSnapshot;
  /** Cells of a row by column, left to right. */
  readonly rows: ReadonlyMap<number, readonly Cell[]>;
  /** -1 on an empty sheet. */
  readonly lastRow0: number;
  readonly lastColumn0: number;
}

const indexes = new WeakMap<SheetSnapshot, SheetIndex>();

export function indexSheet(sheet: SheetSnapshot): SheetIndex {
  const known = indexes.get(sheet);
  if (known !== undefined) return known;
  const rows = new Map<number, Cell[]>();
  let lastColumn0 = -1;
  let lastRow0 = -1;
  for (const cell of sheet.cells) {
    const row = rows.get(cell.rowIndex0);
    if (row === undefined) rows.set(cell.rowIndex0, [cell]);
    else row.push(cell);
    lastColumn0 = Math.max(lastColumn0, cell.columnIndex0);
    lastRow0 = Math.max(lastRow0, cell.rowIndex0);
  }
  const index = { sheet, rows, lastRow0, lastColumn0 };
  indexes.set(sheet, index);
  return index;
}

export function cellAt(index: SheetIndex, rowIndex0: number, columnIndex0: number): Cell | null {
  return index.rows.get(rowIndex0)?.find((cell) => cell.columnIndex0 === columnIndex0) ?? null;
}
