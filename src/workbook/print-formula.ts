import { type FormulaNode, type FormulaNodeOf, type ReadFormula } from "./formula";
import { a1Notation, type Notation } from "./reference-notation";

/**
 * Prints a formula with its "=": as it was read, but for references in small letters, which come back in capitals,
 * and a missing "=", which comes back.
 */
export function printFormula(formula: Extract<ReadFormula, { kind: "read" }>, notation: Notation = a1Notation): string {
  return `=${printNode(formula.root, notation)}${formula.trail}`;
}

/** One part of a formula, without "=". */
export function printNode(node: FormulaNode, notation: Notation = a1Notation): string {
  return node.lead + printBare(node, notation);
}

function printBare(node: FormulaNode, notation: Notation): string {
  switch (node.kind) {
    case "number":
    case "boolean":
    case "error":
    case "structured":
      return node.written;
    case "text":
      return `"${node.value.replaceAll('"', '""')}"`;
    case "reference":
      return (node.qualifier?.written ?? "") + notation.printReference(node);
    case "name":
      return (node.qualifier?.written ?? "") + node.name;
    case "call":
      return node.written + printArguments(node, notation);
    case "apply":
      return printNode(node.target, notation) + printArguments(node, notation);
    case "array":
      return printArray(node, notation);
    case "unary":
      return node.operator + printNode(node.operand, notation);
    case "postfix":
      return printNode(node.operand, notation) + node.space + node.operator;
    case "binary":
      return printChain(node, notation);
    case "group":
      return `(${printNode(node.inner, notation)}${node.trail})`;
    case "missing":
      return "";
  }
}

/** A long sum leans to the left: walked in a loop, so that its length costs no stack. */
function printChain(node: FormulaNodeOf<"binary">, notation: Notation): string {
  const parts: string[] = [];
  let current: FormulaNode = node;
  while (current.kind === "binary") {
    parts.push(current.space + signOf(current) + printNode(current.right, notation));
    current = current.left;
  }
  parts.push(printNode(current, notation));
  return parts.reverse().join("");
}

function signOf(node: FormulaNodeOf<"binary">): string {
  switch (node.operator) {
    case "union":
      return ",";
    case "intersection":
      return "";
    case "range":
      return ":";
    default:
      return node.operator;
  }
}

function printArguments(node: FormulaNodeOf<"call"> | FormulaNodeOf<"apply">, notation: Notation): string {
  return `(${node.args.map((argument, i) => printNode(argument, notation) + (node.trails[i] ?? "")).join(",")})`;
}

function printArray(node: FormulaNodeOf<"array">, notation: Notation): string {
  const rows = node.rows.map((row, i) =>
    row.map((element, j) => printNode(element, notation) + (node.trails[i]?.[j] ?? "")).join(","),
  );
  return `{${rows.join(";")}}`;
}
