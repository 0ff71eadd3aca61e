import { isCellErrorCode } from "../../contracts/cell-error-codes";
import { type CellValue } from "../../contracts/workbook-snapshot";
import { type RangePosition } from "../../workbook/address";
import { type HostCell, type HostSheet } from "./emulated-workbook";

/** A read of more cells than this answers null instead of values, as Excel on the web may. */
const mostCellsOfARead = 5_000_000;

export function cellCountOf(position: RangePosition): number {
  return (position.endRow0 - position.startRow0 + 1) * (position.endColumn0 - position.startColumn0 + 1);
}

/** Row-major; null where the range is larger than a read may be. */
export function gridOf<T>(
  sheet: HostSheet,
  position: RangePosition,
  read: (cell: HostCell | undefined, rowIndex0: number, columnIndex0: number) => T,
): T[][] | null {
  if (cellCountOf(position) > mostCellsOfARead) return null;
  const rows: T[][] = [];
  for (let rowIndex0 = position.startRow0; rowIndex0 <= position.endRow0; rowIndex0++) {
    const stored = sheet.rows.get(rowIndex0);
    const row: T[] = [];
    for (let columnIndex0 = position.startColumn0; columnIndex0 <= position.endColumn0; columnIndex0++) {
      row.push(read(stored?.get(columnIndex0), rowIndex0, columnIndex0));
    }
    rows.push(row);
  }
  return rows;
}

/** Errors travel as their text; a blank cell as "". A formula nobody calculated yet travels as null. */
export function wireValueOf(cell: HostCell | undefined): string | number | boolean | null {
  if (cell === undefined) return "";
  const { value } = cell;
  if (value === null) return cell.formula === null ? "" : null;
  return typeof value === "object" ? value.error : value;
}

export function wireFormulaOf(cell: HostCell | undefined): string | number | boolean | null {
  return cell?.formula ?? wireValueOf(cell);
}

export function valueTypeOf(cell: HostCell | undefined): string {
  const value = cell?.value ?? null;
  if (value === null) return "Empty";
  if (typeof value === "object") return "Error";
  return typeof value === "number" ? "Double" : typeof value === "boolean" ? "Boolean" : "String";
}

/** A cell as typed into Excel: "=…" is a formula, an error's text an error, "" nothing. No calculation happens. */
export function cellOfInput(input: unknown, before: HostCell | undefined): HostCell | null {
  if (input === null || input === undefined) return before ?? null;
  if (input === "") return null;
  const numberFormat = before?.numberFormat ?? null;
  if (typeof input === "string" && input.startsWith("=")) return { value: null, formula: input, numberFormat };
  return { value: valueOfInput(input), formula: null, numberFormat };
}

function valueOfInput(input: unknown): CellValue {
  if (typeof input === "number" || typeof input === "boolean") return input;
  const text = typeof input === "string" ? input : JSON.stringify(input);
  return isCellErrorCode(text) ? { error: text } : text;
}
