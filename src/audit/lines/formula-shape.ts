import { type CellAddress } from "../../contracts/model-map";
import { type CellRange } from "../../contracts/workbook-snapshot";
import { type FormulaNode } from "../../workbook/formula";
import { walkFormula } from "../../workbook/walk-formula";
import { type AuditContext } from "../audit-context";
import { withoutBrackets } from "../../workbook/without-brackets";

/** A formula that only carries another cell over: =Sheet!B9, =+B9, =-B9; null for anything that calculates. */
export function linkOf(
  context: AuditContext,
  home: CellAddress,
): { readonly target: CellAddress; readonly negated: boolean } | null {
  const formula = context.index.formulaAt(home);
  if (formula?.kind !== "read") return null;
  let node = withoutBrackets(formula.root);
  let negated = false;
  while (node.kind === "unary" && node.operator !== "@") {
    if (node.operator === "-") negated = !negated;
    node = withoutBrackets(node.operand);
  }
  if (node.kind !== "reference" || node.shape !== "cell") return null;
  const target = cellOf(context, home, node);
  return target === null ? null : { target, negated };
}

/** The one cell a reference node points at; null for ranges and for what lies outside. */
export function cellOf(context: AuditContext, home: CellAddress, node: FormulaNode): CellAddress | null {
  const range = rangesOf(context, home, withoutBrackets(node))[0];
  if (range === undefined || range.startRow0 !== range.endRow0 || range.startColumn0 !== range.endColumn0) return null;
  return { sheet: range.sheet, rowIndex0: range.startRow0, columnIndex0: range.startColumn0 };
}

export function rangesOf(context: AuditContext, home: CellAddress, node: FormulaNode): readonly CellRange[] {
  const reference = context.index.referencesAt(home).find((candidate) => candidate.node === node);
  return reference === undefined ? [] : context.index.rangesOf(reference, home);
}

export interface SignedTerm {
  readonly range: CellRange;
  /** 1 added, -1 taken away. */
  readonly sign: 1 | -1;
}

/** What a formula adds and takes away, as far as it is a plain sum (+, -, SUM, brackets). */
export function signedTerms(context: AuditContext, home: CellAddress): SignedTerm[] {
  const formula = context.index.formulaAt(home);
  if (formula?.kind !== "read") return [];
  const terms: SignedTerm[] = [];
  const waiting: { node: FormulaNode; sign: 1 | -1 }[] = [{ node: formula.root, sign: 1 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const node = withoutBrackets(next.node);
    const { sign } = next;
    const flipped = sign === 1 ? -1 : 1;
    if (node.kind === "reference") for (const range of rangesOf(context, home, node)) terms.push({ range, sign });
    else if (node.kind === "unary") waiting.push({ node: node.operand, sign: node.operator === "-" ? flipped : sign });
    else if (node.kind === "binary" && (node.operator === "+" || node.operator === "-")) {
      waiting.push({ node: node.left, sign }, { node: node.right, sign: node.operator === "-" ? flipped : sign });
    } else if (node.kind === "call" && node.name === "SUM")
      for (const arg of node.args) waiting.push({ node: arg, sign });
  }
  return terms;
}

export interface TypedNumber {
  readonly value: number;
  readonly written: string;
  readonly operator: "+" | "-" | "*" | "/";
}

/** Numbers that take part in a formula's arithmetic; exponents and the settings of functions are not among them. */
export function typedNumbers(root: FormulaNode): readonly TypedNumber[] {
  let numbers = numbersOf.get(root);
  if (numbers === undefined) numbersOf.set(root, (numbers = findTyped(root)));
  return numbers;
}

/** All copies of a formula share their nodes. */
const numbersOf = new WeakMap<FormulaNode, readonly TypedNumber[]>();

function findTyped(root: FormulaNode): TypedNumber[] {
  const found: TypedNumber[] = [];
  const inExponents = new Set<FormulaNode>();
  for (const node of walkFormula(root)) {
    if (node.kind === "call" && node.name === "POWER" && node.args[1] !== undefined)
      for (const below of walkFormula(node.args[1])) inExponents.add(below);
    if (node.kind !== "binary") continue;
    if (node.operator === "^") for (const below of walkFormula(node.right)) inExponents.add(below);
    if (inExponents.has(node)) continue;
    const { operator } = node;
    if (operator !== "+" && operator !== "-" && operator !== "*" && operator !== "/") continue;
    for (const side of [node.left, node.right]) {
      const typed = asNumber(side);
      if (typed !== null) found.push({ ...typed, operator });
    }
  }
  return found;
}

function asNumber(node: FormulaNode): { value: number; written: string } | null {
  const inner = withoutBrackets(node);
  if (inner.kind === "number") return { value: inner.value, written: inner.written };
  if (inner.kind === "unary" && inner.operator !== "@") {
    const operand = asNumber(inner.operand);
    if (operand === null) return null;
    return inner.operator === "-" ? { value: -operand.value, written: `-${operand.written}` } : operand;
  }
  if (inner.kind === "postfix" && inner.operator === "%") {
    const operand = asNumber(inner.operand);
    return operand === null ? null : { value: operand.value / 100, written: `${operand.written}%` };
  }
  return null;
}

/** Whether a formula calls one of the functions anywhere. */
export function calls(root: FormulaNode, names: ReadonlySet<string>): boolean {
  let known = callsAny.get(names);
  if (known === undefined) callsAny.set(names, (known = new WeakMap<FormulaNode, boolean>()));
  let calls = known.get(root);
  if (calls === undefined)
    known.set(root, (calls = walkFormula(root).some((node) => node.kind === "call" && names.has(node.name))));
  return calls;
}

const callsAny = new WeakMap<ReadonlySet<string>, WeakMap<FormulaNode, boolean>>();
