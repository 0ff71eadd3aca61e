import { columnsOfASheet } from "./address";

/** One number for a place on a sheet, for maps and sets. */
export function cellKey(rowIndex0: number, columnIndex0: number): number {
  return rowIndex0 * columnsOfASheet + columnIndex0;
}
