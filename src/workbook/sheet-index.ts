import { type CellAddress } from "../contracts/model-map";
import { type Cell, type SheetSnapshot } from "../contracts/workbook-snapshot";
import { type RangePosition } from "./address";

/** The cells of one sheet, found by place without walking the sheet. */
export class SheetIndex {
  readonly name: string;
  /** Rows that hold a cell, ascending. */
  readonly usedRows: readonly number[];
  /** Null for an empty sheet. */
  readonly usedRange: RangePosition | null;
  /** One object a place, whoever asks: rules hold on to places by the million. */
  private readonly addresses: (CellAddress | undefined)[];
  private readonly rows: { get: (rowIndex0: number) => SheetRow | undefined };

  constructor(
    readonly snapshot: SheetSnapshot,
    /** Its place among the sheets of the index. */
    readonly position: number,
  ) {
    this.name = snapshot.name;
    const { cells } = snapshot;
    const rows = new Map<number, SheetRow>();
    let startColumn0 = Infinity;
    let endColumn0 = -1;
    for (let start = 0; start < cells.length;) {
      const row = cells[start]!.rowIndex0;
      let end = start;
      while (end < cells.length && cells[end]!.rowIndex0 === row) end++;
      rows.set(row, { cells: cells.slice(start, end), first: start });
      startColumn0 = Math.min(startColumn0, cells[start]!.columnIndex0);
      endColumn0 = Math.max(endColumn0, cells[end - 1]!.columnIndex0);
      start = end;
    }
    this.addresses = new Array<CellAddress | undefined>(cells.length);
    this.usedRows = [...rows.keys()];
    this.rows = byPlace(rows, this.usedRows);
    this.usedRange =
      cells.length === 0
        ? null
        : { startRow0: this.usedRows[0]!, endRow0: this.usedRows.at(-1)!, startColumn0, endColumn0 };
  }

  cellAt(rowIndex0: number, columnIndex0: number): Cell | null {
    const ordinal = this.ordinalAt(rowIndex0, columnIndex0);
    return ordinal === -1 ? null : this.snapshot.cells[ordinal]!;
  }

  /** The place as an address, the same object each time where a cell stands there. */
  addressAt(rowIndex0: number, columnIndex0: number): CellAddress {
    const ordinal = this.ordinalAt(rowIndex0, columnIndex0);
    return ordinal === -1 ? { sheet: this.name, rowIndex0, columnIndex0 } : this.addressOf(ordinal);
  }

  /** The address of one of the sheet's cells, counted in their order. */
  addressOf(ordinal: number): CellAddress {
    const { rowIndex0, columnIndex0 } = this.snapshot.cells[ordinal]!;
    return (this.addresses[ordinal] ??= { sheet: this.name, rowIndex0, columnIndex0 });
  }

  /** Which of the sheet's cells stands there, counted in their order; -1 where none does. */
  ordinalAt(rowIndex0: number, columnIndex0: number): number {
    const found = this.rows.get(rowIndex0);
    if (found === undefined) return -1;
    const { cells: row, first } = found;
    // Rows of models have few gaps: the cell mostly stands as far from the row's first as its column does.
    const guess = columnIndex0 - row[0]!.columnIndex0;
    if (row[guess]?.columnIndex0 === columnIndex0) return first + guess;
    const at = firstAtOrAfter(row, columnIndex0);
    return row[at]?.columnIndex0 === columnIndex0 ? first + at : -1;
  }

  /** How many rows above a row hold a cell: a blank row put between two rows does not move them apart. */
  usedRowsAbove(rowIndex0: number): number {
    return firstRowAtOrAfter(this.usedRows, rowIndex0);
  }

  /** The used row so many used rows below another, above it where negative; null beyond the ends of the sheet. */
  usedRowFrom(rowIndex0: number, rows: number): number | null {
    return this.usedRows[this.usedRowsAbove(rowIndex0) + rows] ?? null;
  }

  /** Cells of a row that hold something, left to right. */
  cellsOfRow(rowIndex0: number): readonly Cell[] {
    return this.rows.get(rowIndex0)?.cells ?? [];
  }

  /** Cells inside a rectangle that hold something, row by row; empty rows cost nothing. */
  cellsIn(range: RangePosition): Iterable<Cell> {
    const { startRow0, endRow0, startColumn0, endColumn0 } = range;
    if (endRow0 - startRow0 >= mostRowsAtOnce) return this.cellsOfTall(range);
    const cells: Cell[] = [];
    for (let rowIndex0 = startRow0; rowIndex0 <= endRow0; rowIndex0++) {
      const row = this.rows.get(rowIndex0)?.cells;
      if (row !== undefined) for (const cell of within(row, startColumn0, endColumn0)) cells.push(cell);
    }
    return cells;
  }

  /** One by one, for who asks of a whole column mostly looks at its first cells. */
  private *cellsOfTall(range: RangePosition): Generator<Cell> {
    for (let i = firstRowAtOrAfter(this.usedRows, range.startRow0); i < this.usedRows.length; i++) {
      const rowIndex0 = this.usedRows[i]!;
      if (rowIndex0 > range.endRow0) return;
      yield* within(this.rows.get(rowIndex0)!.cells, range.startColumn0, range.endColumn0);
    }
  }
}

/** Rectangles of fewer rows are looked through at once. */
const mostRowsAtOnce = 64;

function within(row: readonly Cell[], startColumn0: number, endColumn0: number): readonly Cell[] {
  const first = startColumn0 === 0 ? 0 : firstAtOrAfter(row, startColumn0);
  let end = first;
  while (end < row.length && row[end]!.columnIndex0 <= endColumn0) end++;
  return first === 0 && end === row.length ? row : row.slice(first, end);
}

interface SheetRow {
  readonly cells: readonly Cell[];
  /** Which of the sheet's cells is its first. */
  readonly first: number;
}

/** Rows that stand close are found by their number alone; a sheet with one cell far down keeps the map. */
function byPlace(
  rows: ReadonlyMap<number, SheetRow>,
  usedRows: readonly number[],
): { get: (rowIndex0: number) => SheetRow | undefined } {
  const last = usedRows.at(-1) ?? -1;
  if (last > usedRows.length * 4 + 1_000) return rows;
  const list = new Array<SheetRow | undefined>(last + 1).fill(undefined);
  for (const [rowIndex0, row] of rows) list[rowIndex0] = row;
  return { get: (rowIndex0) => list[rowIndex0] };
}

function firstAtOrAfter(row: readonly Cell[], columnIndex0: number): number {
  let low = 0;
  let high = row.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (row[middle]!.columnIndex0 < columnIndex0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function firstRowAtOrAfter(rows: readonly number[], rowIndex0: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle]! < rowIndex0) low = middle + 1;
    else high = middle;
  }
  return low;
}
