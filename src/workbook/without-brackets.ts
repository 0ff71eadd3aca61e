import { type FormulaNode } from "./formula";

/** The node inside the brackets around it. */
export function withoutBrackets(node: FormulaNode): FormulaNode {
  let inner = node;
  while (inner.kind === "group") inner = inner.inner;
  return inner;
}
