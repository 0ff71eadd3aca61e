import { type FormulaNode } from "./formula";

/** All copies of a formula share their nodes, and many questions walk the same ones. */
const walked = new WeakMap<FormulaNode, readonly FormulaNode[]>();

/** Every part of a formula, a parent before its parts, in reading order. Uses no call stack, however long the formula. */
export function walkFormula(root: FormulaNode): readonly FormulaNode[] {
  let parts = walked.get(root);
  if (parts === undefined) walked.set(root, (parts = partsBelow(root)));
  return parts;
}

function partsBelow(root: FormulaNode): FormulaNode[] {
  const found: FormulaNode[] = [];
  const waiting: FormulaNode[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    found.push(node);
    const parts = partsOf(node);
    for (let i = parts.length - 1; i >= 0; i--) waiting.push(parts[i]!);
  }
  return found;
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
