import { type CellAddress } from "../contracts/model-map";
import { type Cell, type CellValue } from "../contracts/workbook-snapshot";
import { type FormulaNode } from "../workbook/formula";
import { type WorkbookIndex } from "../workbook/index-workbook";
import { addMonths, serialInSystem, serialSince1900 } from "./calendar";

/** Headers count on from each other: C3+1 of B3+1 of A3. Longer chains than any sheet's axis are none. */
const longestChain = 400;

/**
 * What a cell without a cached value gives, for as long as its workbook is looked at: where every cell reads the two
 * before it, reckoning each anew would double the work with every column.
 */
const reckoned = new WeakMap<WorkbookIndex, Map<Cell, CellValue>>();

/**
 * The value of a header cell: the cached one, or where the file carries none, what =C3+1, =EDATE(C3,12) and =Model!C3 give.
 */
export function headerValue(index: WorkbookIndex, address: CellAddress, depth = 0): CellValue {
  const cell = index.cellAt(address.sheet, address.rowIndex0, address.columnIndex0);
  if (cell === null) return null;
  if (cell.value !== null || cell.formula === null || depth > longestChain) return cell.value;
  let known = reckoned.get(index);
  if (known === undefined) reckoned.set(index, (known = new Map<Cell, CellValue>()));
  const earlier = known.get(cell);
  if (earlier !== undefined) return earlier;
  // Stands while the formula is reckoned, so that a circle ends where it closes.
  known.set(cell, null);
  const formula = index.formulaAt(address);
  const value = formula?.kind === "read" ? evaluate(index, formula.root, address, depth + 1) : null;
  known.set(cell, value);
  return value;
}

function evaluate(index: WorkbookIndex, node: FormulaNode, home: CellAddress, depth: number): CellValue {
  switch (node.kind) {
    case "number":
    case "text":
      return node.value;
    case "group":
      return evaluate(index, node.inner, home, depth);
    case "unary":
      return node.operator === "-" ? null : evaluate(index, node.operand, home, depth);
    case "reference": {
      const read = index.referencesAt(home).find((reference) => reference.node === node);
      if (node.shape !== "cell" || read?.kind !== "cells") return null;
      const { sheet, startRow0, startColumn0 } = read.range;
      return headerValue(index, { sheet, rowIndex0: startRow0, columnIndex0: startColumn0 }, depth);
    }
    case "binary":
      return evaluateSum(index, node, home, depth);
    case "call": {
      if (node.name !== "EDATE" && node.name !== "EOMONTH") return null;
      const [start, count] = node.args.map((argument) => evaluate(index, argument, home, depth));
      if (typeof start !== "number" || typeof count !== "number") return null;
      const system = index.snapshot.dateSystem ?? 1900;
      const moved = addMonths(serialSince1900(start, system), count, node.name === "EOMONTH");
      return Number.isFinite(moved) ? serialInSystem(moved, system) : null;
    }
    default:
      return null;
  }
}

function evaluateSum(
  index: WorkbookIndex,
  node: Extract<FormulaNode, { kind: "binary" }>,
  home: CellAddress,
  depth: number,
): CellValue {
  if (node.operator !== "+" && node.operator !== "-" && node.operator !== "&") return null;
  const left = evaluate(index, node.left, home, depth);
  const right = evaluate(index, node.right, home, depth);
  if (node.operator === "&") {
    const isShown = (value: CellValue) => typeof value === "number" || typeof value === "string";
    return isShown(left) && isShown(right) ? `${left as string}${right as string}` : null;
  }
  if (typeof left !== "number" || typeof right !== "number") return null;
  return node.operator === "+" ? left + right : left - right;
}
