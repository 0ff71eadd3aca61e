/**
 * What the reader saw in a workbook at one moment. It stays in the pane and its worker (structured clone),
 * or in the command line's process; no part of it crosses HTTP as such, so it is typed but not a zod schema.
 */
export type CellErrorCode =
  | "#NULL!"
  | "#DIV/0!"
  | "#VALUE!"
  | "#REF!"
  | "#NAME?"
  | "#NUM!"
  | "#N/A"
  | "#SPILL!"
  | "#CALC!"
  | "#GETTING_DATA"
  | "#BUSY!"
  | "#CONNECT!"
  | "#FIELD!"
  | "#BLOCKED!"
  | "#UNKNOWN!";

export interface CellErrorValue {
  readonly error: CellErrorCode;
}

export type CellValue = number | string | boolean | CellErrorValue | null;

export interface Cell {
  readonly rowIndex0: number;
  readonly columnIndex0: number;
  readonly value: CellValue;
  /** With its leading "=", in A1 form and English names; null for a constant. */
  readonly formula: string | null;
  /** Null where it was not read or is General. */
  readonly numberFormat: string | null;
  /** Leading indent steps of the cell's alignment, where known. */
  readonly indent?: number;
  readonly bold?: boolean;
  /**
   * Set where the value was computed although the cell holds no formula of its own: the rest of an array formula's
   * range, and the body of a what-if data table. Such a cell is no hard-coded number.
   */
  readonly resultOf?: "array-formula" | "data-table";
}

export type SheetVisibility = "visible" | "hidden" | "very-hidden";

export interface SheetSnapshot {
  readonly name: string;
  readonly visibility: SheetVisibility;
  /** Only cells that hold something, in row-major order. */
  readonly cells: readonly Cell[];
  /** 0-based, where known. */
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
}

export interface DefinedName {
  readonly name: string;
  /** With its leading "=". */
  readonly formula: string;
  /** Null: the whole workbook. */
  readonly sheet: string | null;
}

export interface TableSnapshot {
  readonly name: string;
  readonly sheet: string;
  /** "A1:D20", headers included. */
  readonly range: string;
  readonly columns: readonly string[];
}

export interface WorkbookSnapshot {
  readonly name: string;
  readonly sheets: readonly SheetSnapshot[];
  readonly names: readonly DefinedName[];
  readonly tables: readonly TableSnapshot[];
  /** True where the file asks for iterative calculation; null where unknown. */
  readonly iterative: boolean | null;
  /** The year serial dates count from; left out where it is 1900. */
  readonly dateSystem?: 1900 | 1904;
  /** A digest of every sheet name, cell value and formula: equal fingerprints, equal workbooks. */
  readonly fingerprint: string;
}

/** A rectangle of one sheet; both ends inclusive. */
export interface CellRange {
  readonly sheet: string;
  readonly startRow0: number;
  readonly startColumn0: number;
  readonly endRow0: number;
  readonly endColumn0: number;
}
