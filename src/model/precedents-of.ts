import { type CellRange } from "../contracts/workbook-snapshot";
import { type FormulaNodeOf } from "../workbook/formula";
import { readFormula } from "../workbook/read-formula";
import { walkFormula } from "../workbook/walk-formula";

/** The ranges of this workbook that a formula reads, in reading order and once each; empty for one we cannot read. */
export function precedentsOf(formula: string, sheet: string): CellRange[] {
  const read = readFormula(formula);
  if (read.kind === "unread") return [];
  const ranges = new Map<string, CellRange>();
  for (const node of walkFormula(read.root)) {
    if (node.kind !== "reference" || !isOfOneSheetHere(node)) continue;
    const range: CellRange = {
      sheet: node.qualifier?.sheet ?? sheet,
      startRow0: Math.min(node.start.rowIndex0, node.end.rowIndex0),
      endRow0: Math.max(node.start.rowIndex0, node.end.rowIndex0),
      startColumn0: Math.min(node.start.columnIndex0, node.end.columnIndex0),
      endColumn0: Math.max(node.start.columnIndex0, node.end.columnIndex0),
    };
    ranges.set(JSON.stringify(range), range);
  }
  return [...ranges.values()];
}

function isOfOneSheetHere(node: FormulaNodeOf<"reference">): boolean {
  return node.qualifier === null || (node.qualifier.book === null && node.qualifier.lastSheet === null);
}
