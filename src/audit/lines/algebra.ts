import { type FormulaNode } from "../../workbook/formula";
import { withoutBrackets } from "../../workbook/without-brackets";

export interface Addend {
  readonly node: FormulaNode;
  /** 1 added, -1 taken away. */
  readonly sign: 1 | -1;
}

/** What a formula adds and takes away at its top, each as it is written: products and quotients stay whole. */
export function addendsOf(root: FormulaNode): Addend[] {
  const addends: Addend[] = [];
  const waiting: Addend[] = [{ node: root, sign: 1 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const node = withoutBrackets(next.node);
    const { sign } = next;
    const flipped = sign === 1 ? -1 : 1;
    if (node.kind === "unary" && node.operator !== "@")
      waiting.push({ node: node.operand, sign: node.operator === "-" ? flipped : sign });
    else if (node.kind === "binary" && (node.operator === "+" || node.operator === "-"))
      waiting.push({ node: node.right, sign: node.operator === "-" ? flipped : sign }, { node: node.left, sign });
    else addends.push({ node, sign });
  }
  return addends;
}

export interface Factor {
  readonly node: FormulaNode;
  /** True below the line. */
  readonly divides: boolean;
}

/** What a formula multiplies and divides at its top; its sign is left aside. */
export function factorsOf(root: FormulaNode): Factor[] {
  const factors: Factor[] = [];
  const waiting: Factor[] = [{ node: root, divides: false }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const node = withoutBrackets(next.node);
    const { divides } = next;
    if (node.kind === "unary" && node.operator !== "@") waiting.push({ node: node.operand, divides });
    else if (node.kind === "binary" && (node.operator === "*" || node.operator === "/"))
      waiting.push(
        { node: node.right, divides: node.operator === "/" ? !divides : divides },
        { node: node.left, divides },
      );
    else if (node.kind === "call" && node.name === "PRODUCT")
      for (const arg of [...node.args].reverse()) waiting.push({ node: arg, divides });
    else factors.push({ node, divides });
  }
  return factors;
}

/** 1 + x or x + 1: the x, else null. */
export function overOne(node: FormulaNode): FormulaNode | null {
  const addends = addendsOf(node);
  const others = addends.filter((addend) => !isNumber(addend.node, 1));
  const other = others[0];
  return addends.length === 2 && others.length === 1 && other !== undefined && addends.every(({ sign }) => sign === 1)
    ? other.node
    : null;
}

/** 1 - x: the x, else null. */
export function shortOfOne(node: FormulaNode): FormulaNode | null {
  const [first, second, ...more] = addendsOf(node);
  if (first === undefined || second === undefined || more.length > 0) return null;
  if (isNumber(first.node, 1) && first.sign === 1 && second.sign === -1) return second.node;
  return null;
}

export function isNumber(node: FormulaNode, value: number): boolean {
  const inner = withoutBrackets(node);
  return inner.kind === "number" && inner.value === value;
}
