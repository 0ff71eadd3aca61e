import { type CellAddress, type TimeAxis } from "../contracts/model-map";
import { type Cell } from "../contracts/workbook-snapshot";
import { type SheetIndex } from "../workbook/sheet-index";
import { groupBy } from "../workbook/group-by";

export type Orientation = TimeAxis["orientation"];

/** A row read across (time in columns) or a column read down (time in rows): the same code finds axes in both. */
export interface Line {
  readonly index0: number;
  readonly cells: readonly Cell[];
}

export function linesOf(sheet: SheetIndex, orientation: Orientation): readonly Line[] {
  if (orientation === "columns") return sheet.usedRows.map((index0) => ({ index0, cells: sheet.cellsOfRow(index0) }));
  const columns = groupBy(sheet.snapshot.cells, (cell) => cell.columnIndex0);
  return [...columns].map(([index0, cells]) => ({ index0, cells })).sort((a, b) => a.index0 - b.index0);
}

/** Where a cell stands along its line. */
export function positionOf(cell: Cell, orientation: Orientation): number {
  return orientation === "columns" ? cell.columnIndex0 : cell.rowIndex0;
}

export function addressOnLine(sheet: string, line0: number, position0: number, orientation: Orientation): CellAddress {
  return orientation === "columns"
    ? { sheet, rowIndex0: line0, columnIndex0: position0 }
    : { sheet, rowIndex0: position0, columnIndex0: line0 };
}
