import { type CellAddress } from "../../contracts/model-map";
import { type CellRange } from "../../contracts/workbook-snapshot";
import { type AuditContext } from "../audit-context";
import { place, say } from "../wording/say";

export interface CellWords {
  /** The nearest words to the left. */
  readonly row: string | null;
  /** The nearest words above, or the year or date that heads the column. */
  readonly column: string | null;
}

const farthestUp = 60;
const longest = 60;

/** What a person would call a cell that the model gives no name: by the words at its left and over it. */
export function wordsFor(context: AuditContext, { sheet, rowIndex0, columnIndex0 }: CellAddress): CellWords {
  let row: string | null = null;
  for (const cell of context.index.sheetNamed(sheet)?.cellsOfRow(rowIndex0) ?? []) {
    if (cell.columnIndex0 >= columnIndex0) break;
    if (isWords(cell.value)) row = cell.value.trim();
  }
  let column: string | null = null;
  for (let above = rowIndex0 - 1; above >= 0 && above >= rowIndex0 - farthestUp && column === null; above--) {
    const cell = context.index.cellAt(sheet, above, columnIndex0);
    if (cell !== null && isWords(cell.value)) column = cell.value.trim();
  }
  return { row: shortened(row), column: shortened(column) };
}

function isWords(value: unknown): value is string {
  return typeof value === "string" && /\p{L}/u.test(value);
}

function shortened(words: string | null): string | null {
  if (words === null) return null;
  const plain = words.replace(/\s+/gu, " ").replace(/\s*:$/u, "");
  return plain.length <= longest ? plain : `${plain.slice(0, longest - 1).trimEnd()}…`;
}

/** “Total income”, clickable; the bare address where nothing names it. */
export function calledAt(context: AuditContext, address: CellAddress, range: CellRange | CellAddress = address) {
  const name = nameOf(context, address);
  return name === null ? [place(range)] : say`“${place(range, name)}”`;
}

/** The row's name as the model or the sheet has it. */
export function nameOf(context: AuditContext, address: CellAddress): string | null {
  return context.meaningAt(address)?.label.trim().replace(/\s*:$/u, "") ?? wordsFor(context, address).row;
}

/** For titles: “Total income”, or the sheet's name where nothing names the row. */
export function titleName(context: AuditContext, address: CellAddress): string {
  const name = nameOf(context, address);
  return name === null ? `a row of ${address.sheet}` : `“${name}”`;
}

/** Stable over inserted rows: by the words around it. */
export function meaningOf(context: AuditContext, address: CellAddress): string {
  const { row, column } = wordsFor(context, address);
  return `${context.meaningAt(address)?.id ?? row ?? ""}/${column ?? ""}`;
}
