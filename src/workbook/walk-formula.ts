import { type FormulaNode } from "./formula";

/** Every part of a formula, a parent before its parts, in reading order. Uses no call stack, however long the formula. */
export function* walkFormula(root: FormulaNode): Generator<FormulaNode> {
  const waiting: FormulaNode[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    yield node;
    const parts = partsOf(node);
    for (let i = parts.length - 1; i >= 0; i--) waiting.push(parts[i]!);
  }
}

/** The direct parts of a node, in reading order. */
export function partsOf(node: FormulaNode): readonly FormulaNode[] {
  switch (node.kind) {
    case "call":
      return node.args;
    case "apply":
      return [node.target, ...node.args];
    case "array":
      return node.rows.flat();
    case "unary":
    case "postfix":
      return [node.operand];
    case "binary":
      return [node.left, node.right];
    case "group":
      return [node.inner];
    default:
      return [];
  }
}
