import { type CellRange } from "../contracts/workbook-snapshot";

/** The largest sheet Excel has. */
export const rowsOfASheet = 1_048_576;
export const columnsOfASheet = 16_384;

export interface CellPosition {
  readonly rowIndex0: number;
  readonly columnIndex0: number;
}

/** A rectangle without its sheet; both ends inclusive. */
export interface RangePosition {
  readonly startRow0: number;
  readonly startColumn0: number;
  readonly endRow0: number;
  readonly endColumn0: number;
}

const columnNames: string[] = [];

/** "A" for 0, "XFD" for 16,383. */
export function columnName(index0: number): string {
  const known = columnNames[index0];
  if (known !== undefined) return known;
  let name = "";
  for (let rest = index0 + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  if (index0 < columnsOfASheet) columnNames[index0] = name;
  return name;
}

/** 0 for "A" or "a"; null where it is no column of a sheet. */
export function columnIndexOf(name: string): number | null {
  if (name.length === 0 || name.length > 3) return null;
  let index = 0;
  for (let i = 0; i < name.length; i++) {
    const letter = name.charCodeAt(i) & ~32;
    if (letter < 65 || letter > 90) return null;
    index = index * 26 + (letter - 64);
  }
  return index <= columnsOfASheet ? index - 1 : null;
}

/** "B10"; null for anything that is not one cell. Dollar signs are read and forgotten. */
export function parseAddress(text: string): CellPosition | null {
  const match = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/.exec(text);
  if (match === null) return null;
  const columnIndex0 = columnIndexOf(match[1]!);
  const rowIndex0 = Number(match[2]) - 1;
  if (columnIndex0 === null || rowIndex0 >= rowsOfASheet) return null;
  return { rowIndex0, columnIndex0 };
}

export function formatAddress(rowIndex0: number, columnIndex0: number): string {
  return columnName(columnIndex0) + String(rowIndex0 + 1);
}

/** "A1:B2", "B10", "C:D" or "3:7"; null for anything else. Corners come back in order. */
export function parseRange(text: string): RangePosition | null {
  const colon = text.indexOf(":");
  if (colon === -1) {
    const cell = parseAddress(text);
    return cell === null ? null : rangeOfCells(cell, cell);
  }
  const [left, right] = [text.slice(0, colon).replaceAll("$", ""), text.slice(colon + 1).replaceAll("$", "")];
  const start = parseAddress(left);
  const end = parseAddress(right);
  if (start !== null && end !== null) return rangeOfCells(start, end);
  const columns = [columnIndexOf(left), columnIndexOf(right)] as const;
  if (columns[0] !== null && columns[1] !== null) {
    return {
      startRow0: 0,
      endRow0: rowsOfASheet - 1,
      startColumn0: Math.min(columns[0], columns[1]),
      endColumn0: Math.max(columns[0], columns[1]),
    };
  }
  if (!/^[1-9]\d{0,6}$/.test(left) || !/^[1-9]\d{0,6}$/.test(right)) return null;
  const rows = [Number(left) - 1, Number(right) - 1] as const;
  if (Math.max(...rows) >= rowsOfASheet) return null;
  return { startRow0: Math.min(...rows), endRow0: Math.max(...rows), startColumn0: 0, endColumn0: columnsOfASheet - 1 };
}

function rangeOfCells(a: CellPosition, b: CellPosition): RangePosition {
  return {
    startRow0: Math.min(a.rowIndex0, b.rowIndex0),
    endRow0: Math.max(a.rowIndex0, b.rowIndex0),
    startColumn0: Math.min(a.columnIndex0, b.columnIndex0),
    endColumn0: Math.max(a.columnIndex0, b.columnIndex0),
  };
}

/** "A1:B2", "B10" for one cell, "C:D" for whole columns, "3:7" for whole rows; without the sheet. */
export function formatRange(range: RangePosition): string {
  const { startRow0, endRow0, startColumn0, endColumn0 } = range;
  if (startRow0 === 0 && endRow0 === rowsOfASheet - 1) return `${columnName(startColumn0)}:${columnName(endColumn0)}`;
  if (startColumn0 === 0 && endColumn0 === columnsOfASheet - 1) return `${startRow0 + 1}:${endRow0 + 1}`;
  const start = formatAddress(startRow0, startColumn0);
  if (startRow0 === endRow0 && startColumn0 === endColumn0) return start;
  return `${start}:${formatAddress(endRow0, endColumn0)}`;
}

/** The name as a formula must write it: 'My Sheet', 'FY24', Model. */
export function quoteSheetName(name: string): string {
  const plain = /^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name);
  const looksLikeAnAddress = parseAddress(name) !== null || /^[Rr]\d*([Cc]\d*)?$|^[Cc]\d*$/.test(name);
  if (plain && !looksLikeAnAddress && !/^(true|false)$/i.test(name)) return name;
  return `'${name.replaceAll("'", "''")}'`;
}

/** "'My Sheet'!A1:B2" or "A1" (then the sheet is `defaultSheet`); null for anything else. */
export function parseFullReference(text: string, defaultSheet: string): CellRange | null {
  const bang = text.lastIndexOf("!");
  const range = parseRange(text.slice(bang + 1));
  if (range === null) return null;
  if (bang === -1) return { sheet: defaultSheet, ...range };
  const written = text.slice(0, bang);
  const quoted = /^'((?:[^']|'')+)'$/.exec(written);
  if (quoted !== null) return { sheet: quoted[1]!.replaceAll("''", "'"), ...range };
  return written.length === 0 || written.includes("'") ? null : { sheet: written, ...range };
}

/** "'My Sheet'!A1:B2" */
export function formatFullReference(range: CellRange): string {
  return `${quoteSheetName(range.sheet)}!${formatRange(range)}`;
}
