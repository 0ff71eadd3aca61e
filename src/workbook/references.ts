import { type CellErrorCode, type CellRange } from "../contracts/workbook-snapshot";
import { type FormulaNode, type FormulaNodeOf, type ReadFormula, type StructuredReference } from "./formula";
import { printNode } from "./print-formula";
import { movedA1Notation, unmoved, type Shift } from "./reference-notation";
import { walkFormula } from "./walk-formula";

/**
 * `value`: what the cell holds is read. `place`: only where it stands matters, as in ROW(A1).
 * `anchor`: OFFSET counts from it, and may stand on its own cell without a circle.
 */
export type ReferenceUse = "value" | "place" | "anchor";

const placeFunctions: ReadonlySet<string> = new Set([
  "ROW",
  "ROWS",
  "COLUMN",
  "COLUMNS",
  "AREAS",
  "SHEET",
  "SHEETS",
  "ISREF",
  "ISFORMULA",
  "FORMULATEXT",
]);

/** One thing a formula points at; `written` is how it stands in the formula. */
export type FormulaReference = { readonly written: string; readonly node: FormulaNode; readonly use: ReferenceUse } & (
  | { readonly kind: "cells"; readonly range: CellRange }
  /** Jan:Dec!B2: the same cells on every sheet from the first to the last. */
  | { readonly kind: "three-dimensional"; readonly range: CellRange; readonly lastSheet: string }
  | { readonly kind: "name"; readonly name: string; readonly sheet: string | null }
  | { readonly kind: "table"; readonly reference: StructuredReference }
  /** Another workbook: [1]Sheet!A1. */
  | { readonly kind: "external"; readonly book: string }
  /** What was deleted: #REF!. */
  | { readonly kind: "broken"; readonly code: CellErrorCode }
);

/** A rectangle of cells. A class, because what is written is seldom asked for, and there are hundreds of thousands. */
class CellsReference {
  readonly kind = "cells" as const;

  constructor(
    readonly range: CellRange,
    readonly node: FormulaNode,
    readonly use: ReferenceUse,
    private readonly shift: Shift,
  ) {}

  get written(): string {
    return written(this.node, this.shift);
  }
}

/** Every reference of a formula that stands on `sheet`, in reading order. Names bound by LET or LAMBDA are left out. */
export function referencesOf(formula: ReadFormula, sheet: string): FormulaReference[] {
  if (formula.kind === "unread") return [];
  const found: FormulaReference[] = [];
  const notes: Notes = { bound: null, partsOfARange: null, uses: null };
  for (const node of walkFormula(formula.root)) {
    if (node.kind === "call") {
      bindNames(node, notes);
      noteUses(node, notes);
    }
    if (notes.partsOfARange?.has(node) === true) continue;
    const seen: Seen = { sheet, use: notes.uses?.get(node) ?? "value", shift: unmoved };
    const reference = referenceAt(node, seen, notes);
    if (reference === null) continue;
    if (reference.kind === "name" && notes.bound?.has(reference.name.toLowerCase()) === true) continue;
    found.push(reference);
  }
  return found;
}

/** The references of a copy that stands `shift` away from where the formula was read, on `sheet`. */
export function movedReferences(
  references: readonly FormulaReference[],
  sheet: string,
  shift: Shift,
): readonly FormulaReference[] {
  return references.map((reference) => {
    const { kind, node, use } = reference;
    if (kind !== "cells" && kind !== "three-dimensional") return reference;
    return referenceAt(node, { sheet, use, shift }, null) ?? reference;
  });
}

/** From where a reference is looked at, and for what. */
interface Seen {
  readonly sheet: string;
  readonly use: ReferenceUse;
  readonly shift: Shift;
}

/** What has been seen on the way; most formulas need none of it, and hundreds of thousands are walked. */
interface Notes {
  /** Names bound by LET or LAMBDA, in small letters. */
  bound: Set<string> | null;
  partsOfARange: Set<FormulaNode> | null;
  uses: Map<FormulaNode, ReferenceUse> | null;
}

/** Arguments of which only the place counts; a cell of a value-reading function inside them counts as read. */
function noteUses(call: FormulaNodeOf<"call">, notes: Notes): void {
  if (placeFunctions.has(call.name))
    for (const argument of call.args) (notes.uses ??= new Map<FormulaNode, ReferenceUse>()).set(argument, "place");
  else if (call.name === "OFFSET" && call.args[0] !== undefined)
    (notes.uses ??= new Map<FormulaNode, ReferenceUse>()).set(call.args[0], "anchor");
}

function referenceAt(node: FormulaNode, seen: Seen, notes: Notes | null): FormulaReference | null {
  const { use } = seen;
  switch (node.kind) {
    case "reference":
      return cellsReference(node, seen);
    case "name":
      if (node.qualifier !== null && node.qualifier.book !== null)
        return { kind: "external", book: node.qualifier.book, written: written(node), node, use };
      return { kind: "name", name: node.name, sheet: node.qualifier?.sheet ?? null, written: written(node), node, use };
    case "structured":
      return { kind: "table", reference: node.reference, written: written(node), node, use };
    case "error":
      if (node.code !== "#REF!") return null;
      return { kind: "broken", code: node.code, written: written(node), node, use };
    case "binary":
      return node.operator === "range" ? joinedRange(node, seen, notes) : null;
    default:
      return null;
  }
}

/** Model!A1:Model!B2 and A1 : B2 are one rectangle; where an end is computed (A1:INDEX(…)) the ends count alone. */
function joinedRange(node: FormulaNodeOf<"binary">, seen: Seen, notes: Notes | null): FormulaReference | null {
  if (node.left.kind !== "reference" || node.right.kind !== "reference") return null;
  const left = cellsReference(node.left, seen);
  const right = cellsReference(
    node.right.qualifier === null ? { ...node.right, qualifier: node.left.qualifier } : node.right,
    seen,
  );
  if (left.kind !== "cells" || right.kind !== "cells" || left.range.sheet !== right.range.sheet) return null;
  if (notes !== null) (notes.partsOfARange ??= new Set()).add(node.left).add(node.right);
  const range = {
    sheet: left.range.sheet,
    startRow0: Math.min(left.range.startRow0, right.range.startRow0),
    startColumn0: Math.min(left.range.startColumn0, right.range.startColumn0),
    endRow0: Math.max(left.range.endRow0, right.range.endRow0),
    endColumn0: Math.max(left.range.endColumn0, right.range.endColumn0),
  };
  return new CellsReference(range, node, seen.use, seen.shift);
}

function cellsReference(node: FormulaNodeOf<"reference">, { sheet, use, shift }: Seen): FormulaReference {
  const { qualifier, shape, start, end } = node;
  if (qualifier !== null && qualifier.book !== null)
    return { kind: "external", book: qualifier.book, written: written(node), node, use };
  /** Whole columns have no rows that could move, whole rows no columns. */
  const down = shape === "columns" ? 0 : shift.down;
  const right = shape === "rows" ? 0 : shift.right;
  const startRow0 = start.rowAbsolute ? start.rowIndex0 : start.rowIndex0 + down;
  const endRow0 = end.rowAbsolute ? end.rowIndex0 : end.rowIndex0 + down;
  const startColumn0 = start.columnAbsolute ? start.columnIndex0 : start.columnIndex0 + right;
  const endColumn0 = end.columnAbsolute ? end.columnIndex0 : end.columnIndex0 + right;
  const range = {
    sheet: qualifier?.sheet ?? sheet,
    startRow0: Math.min(startRow0, endRow0),
    startColumn0: Math.min(startColumn0, endColumn0),
    endRow0: Math.max(startRow0, endRow0),
    endColumn0: Math.max(startColumn0, endColumn0),
  };
  const lastSheet = qualifier?.lastSheet ?? null;
  if (lastSheet !== null)
    return { kind: "three-dimensional", range, lastSheet, written: written(node, shift), node, use };
  return new CellsReference(range, node, use, shift);
}

function bindNames(call: FormulaNodeOf<"call">, notes: Notes): void {
  if (call.name !== "LET" && call.name !== "LAMBDA") return;
  const step = call.name === "LET" ? 2 : 1;
  for (let i = 0; i < call.args.length - 1; i += step) {
    const argument = call.args[i]!;
    if (argument.kind === "name") (notes.bound ??= new Set()).add(argument.name.toLowerCase());
  }
}

function written(node: FormulaNode, shift: Shift = unmoved): string {
  return printNode(node, movedA1Notation(shift)).trim();
}
