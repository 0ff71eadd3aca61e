import { type CellErrorCode, type CellRange } from "../contracts/workbook-snapshot";
import { type FormulaNode, type FormulaNodeOf, type ReadFormula, type StructuredReference } from "./formula";
import { printNode } from "./print-formula";
import { walkFormula } from "./walk-formula";

/** One thing a formula points at; `written` is how it stands in the formula. */
export type FormulaReference = { readonly written: string; readonly node: FormulaNode } & (
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
  for (const node of walkFormula(formula.root)) {
    if (node.kind === "call") bindNames(node, bound);
    if (partsOfARange.has(node)) continue;
    const reference = referenceAt(node, sheet, partsOfARange);
    if (reference === null) continue;
    if (reference.kind === "name" && bound.has(reference.name.toLowerCase())) continue;
    found.push(reference);
  }
  return found;
}

function referenceAt(node: FormulaNode, sheet: string, partsOfARange: Set<FormulaNode>): FormulaReference | null {
  switch (node.kind) {
    case "reference":
      return cellsReference(node, sheet);
    case "name":
      if (node.qualifier?.book != null)
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
): FormulaReference | null {
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

function cellsReference(node: FormulaNodeOf<"reference">, sheet: string): FormulaReference {
  const qualifier = node.qualifier;
  if (qualifier?.book != null) return { kind: "external", book: qualifier.book, written: written(node), node };
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
