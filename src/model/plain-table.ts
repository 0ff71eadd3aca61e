import { type CellAddress } from "../contracts/model-map";
import { type Cell } from "../contracts/workbook-snapshot";

export interface PlainTableLine {
  readonly index0: number;
  readonly label: string;
  readonly labelCell: CellAddress;
  readonly path: readonly string[];
  readonly cells: readonly Cell[];
}

/** A table before its lines have a meaning. */
export interface PlainTable {
  readonly kind: "named" | "grid";
  readonly sheet: string;
  readonly title: string | null;
  /** What heads the names of the rows: "Company", "Tranche". */
  readonly namesAre: string | null;
  readonly headerRow0: number;
  readonly rows: readonly PlainTableLine[];
  readonly columns: readonly PlainTableLine[];
}

/** One table of several beside each other under one line of headings. */
export interface Segment {
  /** Null where the rows have no names: tranches listed under their headings. */
  readonly label0: number | null;
  readonly columns: readonly number[];
}

/** A number, or a formula whose result the file does not carry. */
export function isNumber(cell: Cell): boolean {
  return typeof cell.value === "number" || (cell.formula !== null && cell.value === null);
}
