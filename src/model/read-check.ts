import { type CellAddress, type CheckCell, type CheckForm, type CheckMask } from "../contracts/model-map";
import { type Cell, type CellRange, type CellValue } from "../contracts/workbook-snapshot";
import { type FormulaNode, type FormulaNodeOf } from "../workbook/formula";
import { type WorkbookIndex } from "../workbook/index-workbook";
import { walkFormula } from "../workbook/walk-formula";

const good =
  /^(?:ok(?:ay)?|balanced|balances|true|yes|pass(?:ed|es)?|good|correct|match(?:es)?|tie[sd]?|✓|✔)\s*[!.]?$/iu;
const bad =
  /^(?:error|errors|false|no|fail(?:ed|s)?|not ok|off|unbalanced|imbalanced?|out of balance|(?:not|does not|doesn['’]t) (?:balanced?|tie|match)|wrong|incorrect|mismatch|review|check|✗|✘|x)\s*[!.]?$/iu;
const errorHandlers: ReadonlySet<string> = new Set(["IFERROR", "IFNA"]);
const rounders: ReadonlySet<string> = new Set(["ROUND", "ROUNDDOWN", "ROUNDUP", "INT", "TRUNC", "MROUND", "FIXED"]);
/** What floating arithmetic or cents leave is no imbalance; a larger allowance hides one. */
const ofRounding = 0.1;
const showsNothing = 0.01;

/** What a check compares so far, from its outermost function inwards. */
interface Reading {
  form: CheckForm;
  left: FormulaNode[];
  right: FormulaNode[];
  tolerance: number | null;
  readonly masks: Set<CheckMask>;
  /** Whether the test says that the sides agree (=) or that they differ (<>); null where neither. */
  agrees: boolean | null;
  /** What is shown where the test holds and where it does not. */
  shown: { readonly yes: FormulaNode | null; readonly no: FormulaNode | null } | null;
}

/** A verdict a person would type or a formula give: "OK", "ERROR". */
export function isVerdict(text: string): boolean {
  return good.test(text.trim()) || bad.test(text.trim());
}

/** Takes one cell of a check apart; a typed number or word checks nothing and is said to be typed. */
export function readCheck(index: WorkbookIndex, cell: CellAddress, content: Cell): CheckCell {
  const formula = index.formulaAt(cell);
  if (formula === null) {
    const passes = passesByValue(content.value, null);
    return { cell, form: "typed", left: [], right: [], tolerance: null, masks: ["typed"], passes };
  }
  const reading: Reading = {
    form: "other",
    left: [],
    right: [],
    tolerance: null,
    masks: new Set(),
    agrees: null,
    shown: null,
  };
  if (formula.kind === "read") take(formula.root, reading);
  if (reading.tolerance !== null && reading.tolerance > ofRounding) reading.masks.add("tolerance");
  const left = rangesUnder(index, cell, reading.left);
  const right = rangesUnder(index, cell, reading.right);
  return {
    cell,
    form: reading.form,
    ...(right.length === 0 ? (sidesBehind(index, left) ?? { left, right }) : { left, right }),
    tolerance: reading.tolerance,
    masks: [...reading.masks],
    passes: passesOf(content.value, reading),
  };
}

/** IF(ABS(D59)>1,"ERROR","OK") shows what the difference in D59 compares. */
function sidesBehind(index: WorkbookIndex, read: readonly CellRange[]): Pick<CheckCell, "left" | "right"> | null {
  const [range] = read;
  if (range === undefined || read.length > 1) return null;
  if (range.startRow0 !== range.endRow0 || range.startColumn0 !== range.endColumn0) return null;
  const source = { sheet: range.sheet, rowIndex0: range.startRow0, columnIndex0: range.startColumn0 };
  const formula = index.formulaAt(source);
  if (formula?.kind !== "read") return null;
  const { plus, minus } = termsOf(formula.root);
  return plus.length === 0 || minus.length === 0
    ? null
    : { left: rangesUnder(index, source, plus), right: rangesUnder(index, source, minus) };
}

function take(node: FormulaNode, reading: Reading): void {
  switch (node.kind) {
    case "group":
      take(node.inner, reading);
      break;
    case "unary":
      take(node.operand, reading);
      break;
    case "reference":
    case "number":
    case "text":
    case "boolean":
      if (node.kind !== "reference" && reading.left.length === 0) reading.masks.add("typed");
      else reading.left.push(node);
      break;
    case "call":
      takeCall(node, reading);
      break;
    case "binary":
      takeBinary(node, reading);
      break;
    default:
      break;
  }
}

function takeCall(node: FormulaNodeOf<"call">, reading: Reading): void {
  const [first, second, third] = node.args;
  if (first === undefined) return;
  if (errorHandlers.has(node.name)) {
    reading.masks.add("error-handler");
    take(first, reading);
  } else if (rounders.has(node.name)) {
    const digits = second?.kind === "number" ? second.value : second?.kind === "unary" ? -1 : 0;
    if (digits <= 0) reading.masks.add("rounding");
    reading.tolerance ??= 0.5 * 10 ** -digits;
    take(first, reading);
  } else if (node.name === "ABS" || node.name === "N" || node.name === "AND" || node.name === "NOT") {
    take(first, reading);
    if (node.name === "NOT" && reading.agrees !== null) reading.agrees = !reading.agrees;
  } else if (node.name === "EXACT" && second !== undefined) {
    Object.assign(reading, { form: "comparison", left: [first], right: [second], agrees: true });
  } else if ((node.name === "MAX" || node.name === "MIN") && second?.kind === "number") {
    reading.masks.add("clamp");
    take(first, reading);
  } else if (node.name === "IF") {
    take(first, reading);
    // Without a comparison, IF(difference, "ERROR", "OK") asks whether anything is left over.
    reading.agrees ??= reading.form === "difference" ? false : null;
    if (reading.agrees !== null) reading.form = "verdict";
    reading.shown = { yes: second ?? null, no: third ?? null };
  } else if (node.name === "SUM") reading.left.push(node);
}

function takeBinary(node: FormulaNodeOf<"binary">, reading: Reading): void {
  switch (node.operator) {
    case "+":
    case "-": {
      const terms = termsOf(node);
      reading.left = terms.plus;
      reading.right = terms.minus;
      if (terms.minus.length > 0 && terms.plus.length > 0) reading.form = "difference";
      break;
    }
    case "=":
    case "<>":
      takeSides(node, reading);
      reading.form = "comparison";
      reading.agrees = node.operator === "=";
      break;
    case "<":
    case "<=":
    case ">":
    case ">=": {
      const limit = numberOf(node.right);
      take(node.left, reading);
      if (limit === null || limit < 0) break;
      reading.tolerance = limit;
      reading.form = "comparison";
      reading.agrees = node.operator.startsWith("<");
      break;
    }
    default:
      break;
  }
}

/** a - b = 0 compares a with b, not a difference with nothing. */
function takeSides(node: FormulaNodeOf<"binary">, reading: Reading): void {
  const toZero = numberOf(node.right) === 0 ? node.left : numberOf(node.left) === 0 ? node.right : null;
  if (toZero !== null) {
    take(toZero, reading);
    return;
  }
  const left: Reading = { ...reading, left: [], right: [], masks: reading.masks };
  const right: Reading = { ...reading, left: [], right: [], masks: reading.masks };
  take(node.left, left);
  take(node.right, right);
  reading.left = [...left.left, ...left.right];
  reading.right = [...right.left, ...right.right];
  reading.tolerance = left.tolerance ?? right.tolerance ?? reading.tolerance;
}

function termsOf(node: FormulaNode, sign = 1, into: Terms = { plus: [], minus: [] }): Terms {
  if (node.kind === "group") return termsOf(node.inner, sign, into);
  if (node.kind === "unary") return termsOf(node.operand, node.operator === "-" ? -sign : sign, into);
  if (node.kind === "binary" && (node.operator === "+" || node.operator === "-")) {
    termsOf(node.left, sign, into);
    return termsOf(node.right, node.operator === "-" ? -sign : sign, into);
  }
  (sign > 0 ? into.plus : into.minus).push(node);
  return into;
}

interface Terms {
  readonly plus: FormulaNode[];
  readonly minus: FormulaNode[];
}

function numberOf(node: FormulaNode): number | null {
  if (node.kind === "group") return numberOf(node.inner);
  if (node.kind === "postfix" && node.operator === "%") return (numberOf(node.operand) ?? NaN) / 100 || null;
  return node.kind === "number" ? node.value : null;
}

function rangesUnder(index: WorkbookIndex, home: CellAddress, nodes: readonly FormulaNode[]): CellRange[] {
  if (nodes.length === 0) return [];
  const parts = new Set(nodes.flatMap((node) => [...walkFormula(node)]));
  return index
    .referencesAt(home)
    .flatMap((reference) => (parts.has(reference.node) ? index.rangesOf(reference, home) : []));
}

function passesOf(value: CellValue, reading: Reading): boolean | null {
  const { agrees, shown, form, tolerance } = reading;
  if (shown !== null && agrees !== null) {
    const atYes = shows(shown.yes, value);
    const atNo = shows(shown.no, value);
    if (atYes !== atNo) return atYes === agrees;
  }
  if (typeof value === "boolean") return form === "comparison" && agrees !== null ? value === agrees : value;
  return passesByValue(value, form === "difference" ? tolerance : null);
}

function shows(node: FormulaNode | null, value: CellValue): boolean {
  if (node === null) return false;
  if (node.kind === "group") return shows(node.inner, value);
  if (node.kind === "number" || node.kind === "boolean") return node.value === value;
  return node.kind === "text" && typeof value === "string" && node.value.trim() === value.trim();
}

function passesByValue(value: CellValue, tolerance: number | null): boolean | null {
  if (typeof value === "boolean") return value;
  if (typeof value === "number") return Math.abs(value) <= Math.max(showsNothing, tolerance ?? 0);
  if (typeof value !== "string") return null;
  return good.test(value.trim()) ? true : bad.test(value.trim()) ? false : null;
}
