import { type BinaryOperator, type FormulaNode } from "./formula";
import { isWordStart } from "./formula-cursor";

/** How strongly each operator binds; all of them group to the left, as in Excel. */
export const binding: Readonly<Record<BinaryOperator, number>> = {
  "=": 1,
  "<>": 1,
  "<": 1,
  ">": 1,
  "<=": 1,
  ">=": 1,
  "&": 2,
  "+": 3,
  "-": 3,
  "*": 4,
  "/": 4,
  "^": 5,
  union: 8,
  intersection: 9,
  range: 10,
};
export const bindingOfPercent = 6;
export const bindingOfSign = 7;
export const bindingOfSpill = 11;

/** The operator that stands at `at` after `left` and `space`; null where none does. A comma joins only where `unions` are allowed. */
export function operatorAt(
  text: string,
  at: number,
  space: string,
  left: FormulaNode,
  unions: boolean,
): BinaryOperator | null {
  const code = text.charCodeAt(at);
  switch (code) {
    case 43:
      return "+";
    case 45:
      return "-";
    case 42:
      return "*";
    case 47:
      return "/";
    case 94:
      return "^";
    case 38:
      return "&";
    case 61:
      return "=";
    case 60: {
      const next = text.charCodeAt(at + 1);
      return next === 62 ? "<>" : next === 61 ? "<=" : "<";
    }
    case 62:
      return text.charCodeAt(at + 1) === 61 ? ">=" : ">";
    case 58:
      return "range";
    case 44:
      return unions ? "union" : null;
  }
  const another =
    space !== "" && isReferenceLike(left) && (isWordStart(code) || code === 39 || code === 40 || code === 91);
  return another ? "intersection" : null;
}

/** What may stand for cells, and so before a space that intersects or a "#" that spills. */
export function isReferenceLike(node: FormulaNode): boolean {
  switch (node.kind) {
    case "reference":
    case "name":
    case "structured":
    case "call":
    case "group":
    case "error":
      return true;
    case "binary":
      return binding[node.operator] >= binding.union;
    case "postfix":
      return node.operator === "#";
    default:
      return false;
  }
}
