import { type FormulaNode, type FormulaNodeOf } from "../../src/workbook/formula";
import { printFormula } from "../../src/workbook/print-formula";
import { readFormula } from "../../src/workbook/read-formula";

export type ReferenceEdit = <Node extends FormulaNodeOf<"reference"> | FormulaNodeOf<"name">>(node: Node) => Node;

/** A formula with each of its references and names exchanged; one we cannot read stays as it is. */
export function mapReferences(formula: string, edit: ReferenceEdit): string {
  const read = readFormula(formula);
  return read.kind === "unread" ? formula : printFormula({ ...read, root: mapNode(read.root, edit) });
}

function mapNode(node: FormulaNode, edit: ReferenceEdit): FormulaNode {
  const each = (part: FormulaNode) => mapNode(part, edit);
  switch (node.kind) {
    case "reference":
      return edit(node);
    case "name":
      return edit(node);
    case "call":
      return { ...node, args: node.args.map(each) };
    case "apply":
      return { ...node, target: each(node.target), args: node.args.map(each) };
    case "unary":
    case "postfix":
      return { ...node, operand: each(node.operand) };
    case "binary":
      return { ...node, left: each(node.left), right: each(node.right) };
    case "group":
      return { ...node, inner: each(node.inner) };
    default:
      return node;
  }
}
