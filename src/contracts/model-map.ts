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
  /** Tables off every time axis, in which a number is named by its row and its column: comps, acquirer beside target, cases. */
  readonly tables: readonly LabelledTable[];
  readonly outputs: readonly ModelOutput[];
  /** Rows and cells that compare two things and ought to agree. */
  readonly checks: readonly ModelCheck[];
  /** Cells that choose between cases, with the formulas that choose by them. */
  readonly switches: readonly ScenarioSwitch[];
  /** Sheets made after one pattern, a group each: stores, regions, companies, cases. */
  readonly alikeSheets: readonly (readonly string[])[];
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
  /** The case its block or sheet is about (base, bull, downside), where a heading says so. */
  readonly scenario?: string;
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
  /** The name of its column where it stands in a table of several: of which company or case it speaks. */
  readonly column?: string;
}

export interface ModelOutput {
  readonly label: string;
  readonly cell: CellAddress;
  readonly concept: ConceptMatch | null;
  /** Inputs it depends on, nearest first, at most a handful. */
  readonly drivers: readonly CellAddress[];
}

/** A row or a column of a table, by what it is called. */
export interface TableLine {
  readonly index0: number;
  readonly label: string;
  readonly labelCell: CellAddress;
  /** Headings over it, outermost first. */
  readonly path: readonly string[];
  readonly concept: ConceptMatch | null;
  readonly unit: UnitReading;
}

/** "steps": the typed steps of a sensitivity grid. */
export type TableAxisMeaning = "measures" | "companies" | "cases" | "steps" | "unknown";

export interface LabelledTable {
  /** Stable over inserted rows: sheet, title or first names, and occurrence. */
  readonly id: string;
  readonly sheet: string;
  /** The text over it, where there is one. */
  readonly title: string | null;
  readonly headerRow0: number;
  /** From the first row and column of numbers to the last. */
  readonly range: CellRange;
  readonly rows: readonly TableLine[];
  readonly columns: readonly TableLine[];
  readonly rowsAre: TableAxisMeaning;
  readonly columnsAre: TableAxisMeaning;
}

/** How a check is made: a - b, a = b, words such as "OK", or a typed result that checks nothing. */
export type CheckForm = "difference" | "comparison" | "verdict" | "typed" | "other";
/** What keeps a check from showing a difference it was made to show. */
export type CheckMask = "tolerance" | "rounding" | "error-handler" | "clamp" | "typed";

export interface CheckCell {
  readonly cell: CellAddress;
  readonly form: CheckForm;
  /** The rectangles read on either side; both empty where the formula compares nothing we can name. */
  readonly left: readonly CellRange[];
  readonly right: readonly CellRange[];
  /** The largest difference that passes, where the formula states one. */
  readonly tolerance: number | null;
  readonly masks: readonly CheckMask[];
  /** Whether its cached value says that the two sides agree; null where it cannot be told. */
  readonly passes: boolean | null;
}

export interface ModelCheck {
  readonly id: string;
  readonly sheet: string;
  readonly label: string;
  readonly labelCell: CellAddress;
  /** First period to last; one for a check off the axis. */
  readonly cells: readonly CheckCell[];
}

export interface ScenarioChoice {
  readonly cell: CellAddress;
  /** CHOOSE, INDEX, OFFSET, IF, SWITCH, or the lookup it chooses by. */
  readonly by: string;
  /** What it chooses from, in order, where the formula names it. */
  readonly alternatives: readonly CellRange[];
}

export interface ScenarioSwitch {
  readonly id: string;
  readonly label: string | null;
  readonly cell: CellAddress;
  readonly current: number | string;
  /** The names of the cases in the order of their numbers, where the workbook writes them out. */
  readonly cases: readonly string[];
  readonly choices: readonly ScenarioChoice[];
}
