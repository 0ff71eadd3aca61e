import { type ConceptId, type Statement, type UnitKind } from "./concept";
import { type IsoDate } from "./dates";
import { type CellRange } from "./workbook-snapshot";

/** What a workbook means, as `model/understand` found it. Unknown stays unknown: null, never a guess. */
export interface ModelMap {
  readonly company: CompanyMention | null;
  /** 1-12; null where the workbook does not say. */
  readonly fiscalYearEndMonth: number | null;
  readonly axes: readonly TimeAxis[];
  readonly lineItems: readonly LineItem[];
  /** Single labelled values off any time axis: WACC, tax rate, share price. */
  readonly parameters: readonly Parameter[];
  readonly outputs: readonly ModelOutput[];
  /** Groups of cells that depend on each other in a circle. */
  readonly circularGroups: readonly (readonly CellAddress[])[];
}

export interface CellAddress {
  readonly sheet: string;
  readonly rowIndex0: number;
  readonly columnIndex0: number;
}

export interface CompanyMention {
  readonly name: string;
  readonly ticker: string | null;
  readonly place: CellAddress | null;
}

export type PeriodKind = "year" | "half" | "quarter" | "month" | "stub" | "trailing" | "terminal" | "unknown";
export type PeriodPhase = "actual" | "forecast" | "unknown";

export interface Period {
  /** Column index (orientation "columns") or row index (orientation "rows") on the sheet. */
  readonly index0: number;
  readonly label: string;
  readonly kind: PeriodKind;
  /** The fiscal year it belongs to, where the header says. */
  readonly year: number | null;
  /** 1-4 for quarters, 1-12 for months. */
  readonly ordinal: number | null;
  readonly endDate: IsoDate | null;
  readonly phase: PeriodPhase;
}

export interface TimeAxis {
  readonly id: string;
  readonly sheet: string;
  readonly orientation: "columns" | "rows";
  /** Row (or column) that holds the period labels. */
  readonly headerIndex0: number;
  /** First and last row (or column) the axis governs. */
  readonly span: { readonly first0: number; readonly last0: number };
  readonly periods: readonly Period[];
}

export interface ConceptMatch {
  readonly id: ConceptId;
  /** 0..1 */
  readonly confidence: number;
  /** For a person: why we think so. */
  readonly reason: string;
}

export interface UnitReading {
  readonly kind: UnitKind;
  readonly currency: string | null;
  /** 1, 1e3, 1e6, 1e9; null where unknown. */
  readonly scale: number | null;
}

export type CellRole = "input" | "formula" | "mixed" | "empty";

export interface LineItem {
  /** Stable over inserted rows: sheet, label path and occurrence. */
  readonly id: string;
  readonly sheet: string;
  readonly axisId: string;
  /** Row (orientation "columns") or column (orientation "rows") of the series. */
  readonly index0: number;
  readonly label: string;
  readonly labelCell: CellAddress;
  /** Headings above it, outermost first. */
  readonly path: readonly string[];
  readonly concept: ConceptMatch | null;
  readonly statement: Statement | null;
  readonly unit: UnitReading;
  readonly role: CellRole;
  /** A sub-total or total of the rows above it. */
  readonly isTotal: boolean;
  /** The cells on the axis, first period to last. */
  readonly range: CellRange;
}

export interface Parameter {
  readonly id: string;
  readonly sheet: string;
  readonly label: string;
  readonly labelCell: CellAddress;
  readonly cell: CellAddress;
  readonly path: readonly string[];
  readonly concept: ConceptMatch | null;
  readonly unit: UnitReading;
  readonly role: CellRole;
}

export interface ModelOutput {
  readonly label: string;
  readonly cell: CellAddress;
  readonly concept: ConceptMatch | null;
  /** Inputs it depends on, nearest first, at most a handful. */
  readonly drivers: readonly CellAddress[];
}
