import { type CellPosition, columnsOfASheet, type RangePosition, rowsOfASheet } from "../../workbook/address";
import { type SheetIndex } from "./sheet-index";

/** Where a selection began and where its moving corner is. */
export interface GridSelection {
  readonly anchor: CellPosition;
  readonly corner: CellPosition;
}

export const topLeft: GridSelection = {
  anchor: { rowIndex0: 0, columnIndex0: 0 },
  corner: { rowIndex0: 0, columnIndex0: 0 },
};

export function selectionOfRange(range: RangePosition): GridSelection {
  return {
    anchor: { rowIndex0: range.startRow0, columnIndex0: range.startColumn0 },
    corner: { rowIndex0: range.endRow0, columnIndex0: range.endColumn0 },
  };
}

export function rangeOfSelection({ anchor, corner }: GridSelection): RangePosition {
  return {
    startRow0: Math.min(anchor.rowIndex0, corner.rowIndex0),
    startColumn0: Math.min(anchor.columnIndex0, corner.columnIndex0),
    endRow0: Math.max(anchor.rowIndex0, corner.rowIndex0),
    endColumn0: Math.max(anchor.columnIndex0, corner.columnIndex0),
  };
}

export interface GridKey {
  readonly key: string;
  readonly shift: boolean;
  /** Ctrl, or Command on a Mac. */
  readonly jump: boolean;
}

/** Where a key takes the selection, as spreadsheets have it; null for a key that moves nothing. */
export function moveSelection(
  selection: GridSelection,
  { key, shift, jump }: GridKey,
  index: SheetIndex,
  rowsOfAPage: number,
): GridSelection | null {
  if (jump && key.toLowerCase() === "a") {
    const end = { rowIndex0: Math.max(0, index.lastRow0), columnIndex0: Math.max(0, index.lastColumn0) };
    return { anchor: topLeft.anchor, corner: end };
  }
  const from = shift && key !== "Tab" && key !== "Enter" ? selection.corner : selection.anchor;
  const to = destinationOf(from, { key, shift, jump }, index, rowsOfAPage);
  if (to === null) return null;
  const extends_ = shift && key !== "Tab" && key !== "Enter";
  return { anchor: extends_ ? selection.anchor : to, corner: to };
}

function destinationOf(from: CellPosition, { key, shift, jump }: GridKey, index: SheetIndex, rowsOfAPage: number) {
  const step = (rows: number, columns: number): CellPosition => {
    if (jump) return edgeOfBlock(from, rows, columns, index);
    return clampToSheet(from.rowIndex0 + rows, from.columnIndex0 + columns);
  };
  switch (key) {
    case "ArrowUp":
      return step(-1, 0);
    case "ArrowDown":
      return step(1, 0);
    case "ArrowLeft":
      return step(0, -1);
    case "ArrowRight":
      return step(0, 1);
    case "PageUp":
      return clampToSheet(from.rowIndex0 - rowsOfAPage, from.columnIndex0);
    case "PageDown":
      return clampToSheet(from.rowIndex0 + rowsOfAPage, from.columnIndex0);
    case "Home":
      return clampToSheet(jump ? 0 : from.rowIndex0, 0);
    case "End":
      return jump ? clampToSheet(index.lastRow0, index.lastColumn0) : null;
    case "Enter":
      return clampToSheet(from.rowIndex0 + (shift ? -1 : 1), from.columnIndex0);
    default:
      return null;
  }
}

/** Ctrl+arrow: to the end of the filled block, or over the gap to the next one, or to the end of the used cells. */
function edgeOfBlock(from: CellPosition, rows: number, columns: number, index: SheetIndex): CellPosition {
  const filled = ({ rowIndex0, columnIndex0 }: CellPosition): boolean =>
    index.rows.get(rowIndex0)?.some((cell) => cell.columnIndex0 === columnIndex0) === true;
  const next = (at: CellPosition): CellPosition => clampToSheet(at.rowIndex0 + rows, at.columnIndex0 + columns);
  const isLast = (at: CellPosition): boolean =>
    rows + columns < 0
      ? (rows === 0 ? at.columnIndex0 : at.rowIndex0) === 0
      : rows === 0
        ? at.columnIndex0 >= index.lastColumn0
        : at.rowIndex0 >= index.lastRow0;
  let at = from;
  if (isLast(at)) return at;
  const inside = filled(at) && filled(next(at));
  at = next(at);
  while (!isLast(at) && (inside ? filled(next(at)) : !filled(at))) at = next(at);
  return at;
}

function clampToSheet(rowIndex0: number, columnIndex0: number): CellPosition {
  return {
    rowIndex0: Math.min(rowsOfASheet - 1, Math.max(0, rowIndex0)),
    columnIndex0: Math.min(columnsOfASheet - 1, Math.max(0, columnIndex0)),
  };
}
