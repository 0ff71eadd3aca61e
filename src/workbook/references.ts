import { type CellErrorCode, type CellRange } from "../contracts/workbook-snapshot";
import { type FormulaNode, type FormulaNodeOf, type ReadFormula, type StructuredReference } from "./formula";
import { printNode } from "./print-formula";
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

/** Every reference of a formula that stands on `sheet`, in reading order. Names bound by LET or LAMBDA are left out. */
export function referencesOf(formula: ReadFormula, sheet: string): FormulaReference[] {
  if (formula.kind === "unread") return [];
  const found: FormulaReference[] = [];
  const bound = new Set<string>();
  const partsOfARange = new Set<FormulaNode>();
  const uses = new Map<FormulaNode, ReferenceUse>();
  for (const node of walkFormula(formula.root)) {
    if (node.kind === "call") {
      bindNames(node, bound);
      noteUses(node, uses);
    }
    if (partsOfARange.has(node)) continue;
    const reference = referenceAt(node, sheet, partsOfARange);
    if (reference === null) continue;
    if (reference.kind === "name" && bound.has(reference.name.toLowerCase())) continue;
    found.push({ ...reference, use: uses.get(node) ?? "value" });
  }
  return found;
}

/** Arguments of which only the place counts; a cell of a value-reading function inside them counts as read. */
function noteUses(call: FormulaNodeOf<"call">, uses: Map<FormulaNode, ReferenceUse>): void {
  if (placeFunctions.has(call.name)) for (const argument of call.args) uses.set(argument, "place");
  else if (call.name === "OFFSET" && call.args[0] !== undefined) uses.set(call.args[0], "anchor");
}

type FoundReference = FormulaReference extends infer Each ? (Each extends unknown ? Omit<Each, "use"> : never) : never;

function referenceAt(node: FormulaNode, sheet: string, partsOfARange: Set<FormulaNode>): FoundReference | null {
  switch (node.kind) {
    case "reference":
      return cellsReference(node, sheet);
    case "name":
      if (node.qualifier !== null && node.qualifier.book !== null)
        return { kind: "external", book: node.qualifier.book, written: written(node), node };
      return { kind: "name", name: node.name, sheet: node.qualifier?.sheet ?? null, written: written(node), node };
    case "structured":
      return { kind: "table", reference: node.reference, written: written(node), node };
    case "error":
      if (node.code !== "#REF!") return null;
      return { kind: "broken", code: node.code, written: written(node), node };
    case "binary":
      return node.operator === "range" ? joinedRange(node, sheet, partsOfARange) : null;
    default:
      return null;
  }
}

/** Model!A1:Model!B2 and A1 : B2 are one rectangle; where an end is computed (A1:INDEX(…)) the ends count alone. */
function joinedRange(
  node: FormulaNodeOf<"binary">,
  sheet: string,
  partsOfARange: Set<FormulaNode>,
): FoundReference | null {
  if (node.left.kind !== "reference" || node.right.kind !== "reference") return null;
  const left = cellsReference(node.left, sheet);
  const right = cellsReference(
    node.right.qualifier === null ? { ...node.right, qualifier: node.left.qualifier } : node.right,
    sheet,
  );
  if (left.kind !== "cells" || right.kind !== "cells" || left.range.sheet !== right.range.sheet) return null;
  partsOfARange.add(node.left).add(node.right);
  const range = {
    sheet: left.range.sheet,
    startRow0: Math.min(left.range.startRow0, right.range.startRow0),
    startColumn0: Math.min(left.range.startColumn0, right.range.startColumn0),
    endRow0: Math.max(left.range.endRow0, right.range.endRow0),
    endColumn0: Math.max(left.range.endColumn0, right.range.endColumn0),
  };
  return { kind: "cells", range, written: written(node), node };
}

function cellsReference(node: FormulaNodeOf<"reference">, sheet: string): FoundReference {
  const qualifier = node.qualifier;
  if (qualifier !== null && qualifier.book !== null)
    return { kind: "external", book: qualifier.book, written: written(node), node };
  const range = {
    sheet: qualifier?.sheet ?? sheet,
    startRow0: Math.min(node.start.rowIndex0, node.end.rowIndex0),
    startColumn0: Math.min(node.start.columnIndex0, node.end.columnIndex0),
    endRow0: Math.max(node.start.rowIndex0, node.end.rowIndex0),
    endColumn0: Math.max(node.start.columnIndex0, node.end.columnIndex0),
  };
  const lastSheet = qualifier?.lastSheet ?? null;
  if (lastSheet !== null) return { kind: "three-dimensional", range, lastSheet, written: written(node), node };
  return { kind: "cells", range, written: written(node), node };
}

function bindNames(call: FormulaNodeOf<"call">, bound: Set<string>): void {
  if (call.name !== "LET" && call.name !== "LAMBDA") return;
  const step = call.name === "LET" ? 2 : 1;
  for (let i = 0; i < call.args.length - 1; i += step) {
    const argument = call.args[i]!;
    if (argument.kind === "name") bound.add(argument.name.toLowerCase());
  }
}

function written(node: FormulaNode): string {
  return printNode(node).trim();
}
