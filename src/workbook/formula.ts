import { type CellErrorCode } from "../contracts/workbook-snapshot";

/** One corner of a written reference; `Absolute` means it carries a dollar sign. */
export interface Corner {
  readonly rowIndex0: number;
  readonly rowAbsolute: boolean;
  readonly columnIndex0: number;
  readonly columnAbsolute: boolean;
}

/** `columns` is A:C (its rows span the sheet), `rows` is 3:7; corners stand in the order written. */
export type ReferenceShape = "cell" | "range" | "columns" | "rows";

/** Where a reference points besides its cells; the text before "!" as written, so that it prints back. */
export interface SheetQualifier {
  readonly written: string;
  /** The bracketed part of [1]Sheet!A1; null inside this workbook. */
  readonly book: string | null;
  /** Null only for [1]!Name. */
  readonly sheet: string | null;
  /** The last sheet of a 3-D reference, Jan:Dec!B2. */
  readonly lastSheet: string | null;
}

export interface StructuredReference {
  /** Null for the table the formula stands in. */
  readonly table: string | null;
  readonly rows: "data" | "all" | "headers" | "totals" | "this-row" | "headers-and-data" | "data-and-totals";
  /** Null for every column. */
  readonly firstColumn: string | null;
  readonly lastColumn: string | null;
}

export type BinaryOperator =
  "=" | "<>" | "<" | ">" | "<=" | ">=" | "&" | "+" | "-" | "*" | "/" | "^" | "union" | "intersection" | "range";

/**
 * What a formula says. `lead` is the white space before a node's first sign and `trail` what stands before a closing
 * sign or operator: with them every formula prints back as it was written.
 */
export type FormulaNode = { readonly lead: string } & (
  | { readonly kind: "number"; readonly value: number; readonly written: string }
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "boolean"; readonly value: boolean; readonly written: string }
  /** `written` holds what a deleted sheet or cell left around the code: Model!#REF!, #REF!$A$1. */
  | { readonly kind: "error"; readonly code: CellErrorCode; readonly written: string }
  | {
      readonly kind: "reference";
      readonly shape: ReferenceShape;
      readonly start: Corner;
      readonly end: Corner;
      readonly qualifier: SheetQualifier | null;
    }
  | { readonly kind: "name"; readonly name: string; readonly qualifier: SheetQualifier | null }
  | { readonly kind: "structured"; readonly reference: StructuredReference; readonly written: string }
  /** `name` in capitals without _xlfn. and its kin; `written` as it stands. */
  | {
      readonly kind: "call";
      readonly name: string;
      readonly written: string;
      readonly args: readonly FormulaNode[];
      /** White space before the comma or bracket that closes each argument. */
      readonly trails: readonly string[];
    }
  | {
      readonly kind: "apply";
      readonly target: FormulaNode;
      readonly args: readonly FormulaNode[];
      readonly trails: readonly string[];
    }
  | {
      readonly kind: "array";
      readonly rows: readonly (readonly FormulaNode[])[];
      readonly trails: readonly (readonly string[])[];
    }
  | { readonly kind: "unary"; readonly operator: "+" | "-" | "@"; readonly operand: FormulaNode }
  | { readonly kind: "postfix"; readonly operator: "%" | "#"; readonly operand: FormulaNode; readonly space: string }
  | {
      readonly kind: "binary";
      readonly operator: BinaryOperator;
      readonly left: FormulaNode;
      readonly right: FormulaNode;
      /** White space before the operator; for an intersection the operator itself. */
      readonly space: string;
    }
  | { readonly kind: "group"; readonly inner: FormulaNode; readonly trail: string }
  /** An argument left out: IF(A1,,2). */
  | { readonly kind: "missing" }
);

export type FormulaNodeOf<Kind extends FormulaNode["kind"]> = Extract<FormulaNode, { kind: Kind }>;

export type ReadFormula =
  | { readonly kind: "read"; readonly root: FormulaNode; readonly trail: string }
  /** A formula we do not understand; rules leave it out and the review says so. */
  | { readonly kind: "unread"; readonly why: string };
