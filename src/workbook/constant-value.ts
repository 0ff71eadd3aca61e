import { type CellAddress } from "../contracts/model-map";
import { type CellRange, type CellValue } from "../contracts/workbook-snapshot";
import { type FormulaNode, type FormulaNodeOf } from "./formula";

/** A value that can be told without calculating the workbook. */
export interface ConstantValue {
  readonly value: number | string | boolean;
  /** False where it comes from a cell: then it holds for today only. */
  readonly isFixed: boolean;
}

export interface ConstantSource {
  readonly home: CellAddress;
  rangeOf(node: FormulaNode): CellRange | null;
  /** Null for an empty cell. */
  cellAt(address: CellAddress): { readonly value: CellValue } | null;
}

/** Literals, cells and plain arithmetic over them; null for whatever needs more than that. */
export function constantValue(node: FormulaNode, source: ConstantSource): ConstantValue | null {
  switch (node.kind) {
    case "number":
    case "text":
    case "boolean":
      return { value: node.value, isFixed: true };
    case "missing":
      return { value: 0, isFixed: true };
    case "group":
      return constantValue(node.inner, source);
    case "reference":
    case "name":
    case "structured":
      return valueOfCell(node, source);
    case "unary":
      return signed(node, source);
    case "postfix": {
      const operand = node.operator === "%" ? numberOf(node.operand, source) : null;
      return operand === null ? null : { value: operand.value / 100, isFixed: operand.isFixed };
    }
    case "binary":
      return joined(node, source);
    case "call":
      return placeOf(node, source);
    default:
      return null;
  }
}

function valueOfCell(node: FormulaNode, source: ConstantSource): ConstantValue | null {
  const range = source.rangeOf(node);
  if (range === null || range.startRow0 !== range.endRow0 || range.startColumn0 !== range.endColumn0) return null;
  const cell = source.cellAt({ sheet: range.sheet, rowIndex0: range.startRow0, columnIndex0: range.startColumn0 });
  const value = cell === null ? 0 : cell.value;
  return value === null || typeof value === "object" ? null : { value, isFixed: false };
}

function numberOf(node: FormulaNode, source: ConstantSource): { value: number; isFixed: boolean } | null {
  const constant = constantValue(node, source);
  return constant !== null && typeof constant.value === "number"
    ? { value: constant.value, isFixed: constant.isFixed }
    : null;
}

function signed(node: FormulaNodeOf<"unary">, source: ConstantSource): ConstantValue | null {
  if (node.operator !== "-") return constantValue(node.operand, source);
  const operand = numberOf(node.operand, source);
  return operand === null ? null : { value: -operand.value, isFixed: operand.isFixed };
}

function joined(node: FormulaNodeOf<"binary">, source: ConstantSource): ConstantValue | null {
  if (node.operator === "&") {
    const [left, right] = [constantValue(node.left, source), constantValue(node.right, source)];
    if (left === null || right === null) return null;
    return { value: `${left.value}${right.value}`, isFixed: left.isFixed && right.isFixed };
  }
  const [left, right] = [numberOf(node.left, source), numberOf(node.right, source)];
  if (left === null || right === null) return null;
  const value = calculated(node.operator, left.value, right.value);
  return value === null || !Number.isFinite(value) ? null : { value, isFixed: left.isFixed && right.isFixed };
}

function calculated(operator: FormulaNodeOf<"binary">["operator"], left: number, right: number): number | null {
  switch (operator) {
    case "+":
      return left + right;
    case "-":
      return left - right;
    case "*":
      return left * right;
    case "/":
      return left / right;
    default:
      return null;
  }
}

/** ROW, COLUMN, ROWS and COLUMNS say where cells stand, whatever is in them. */
function placeOf(node: FormulaNodeOf<"call">, source: ConstantSource): ConstantValue | null {
  if (!["ROW", "COLUMN", "ROWS", "COLUMNS"].includes(node.name)) return null;
  const argument = node.args[0];
  const { rowIndex0, columnIndex0 } = source.home;
  const here = { startRow0: rowIndex0, endRow0: rowIndex0, startColumn0: columnIndex0, endColumn0: columnIndex0 };
  const range = argument === undefined ? here : source.rangeOf(argument);
  if (range === null) return null;
  const by = { ROW: range.startRow0 + 1, COLUMN: range.startColumn0 + 1 };
  const sizes = { ROWS: range.endRow0 - range.startRow0 + 1, COLUMNS: range.endColumn0 - range.startColumn0 + 1 };
  return { value: { ...by, ...sizes }[node.name as "ROW" | "COLUMN" | "ROWS" | "COLUMNS"], isFixed: true };
}
