import { type CellAddress } from "../../contracts/model-map";
import { type RichText, type Segment } from "../../contracts/rich-text";
import { type FormulaNode } from "../../workbook/formula";
import { walkFormula } from "../../workbook/walk-formula";
import { type AuditContext } from "../audit-context";
import { cellOf } from "../lines/formula-shape";
import { type LabelledRow } from "../lines/labelled-rows";
import { literal, number, say } from "../wording/say";
import { withoutBrackets } from "../../workbook/without-brackets";

/** Rounding in a filing's millions is no imbalance. */
export const checkTolerance = 0.001;
/** What a check says when all is well. */
export const passing = /^(?:ok|true|balanced|yes|pass(?:ed)?)$/iu;

/** How a check passes what it should report. */
export interface CheckMask {
  readonly how: RichText;
  readonly title: string;
  /** What it would not see, where it hides nothing now. */
  readonly wouldPass: string;
}

/** The largest number a check reads. */
export function largestRead(context: AuditContext, address: CellAddress): number {
  let largest = 0;
  for (const range of context.index.precedentsOf(address)) {
    for (const cell of context.index.cellsIn(range)) {
      if (typeof cell.value === "number") largest = Math.max(largest, Math.abs(cell.value));
    }
  }
  return largest;
}

/** The size of what a check compares: where it reads a difference, what that is the difference of. */
function sizeCompared(context: AuditContext, address: CellAddress): number {
  const sources = context.index.precedentsOf(address).map((range) => ({
    sheet: range.sheet,
    rowIndex0: range.startRow0,
    columnIndex0: range.startColumn0,
  }));
  return Math.max(largestRead(context, address), ...sources.map((source) => largestRead(context, source)));
}

/** What a reader takes for "all is well". */
function passes(node: FormulaNode | undefined): boolean {
  if (node === undefined) return false;
  const answer = withoutBrackets(node);
  if (answer.kind === "number") return answer.value === 0;
  if (answer.kind === "boolean") return answer.value;
  return (
    answer.kind === "missing" ||
    (answer.kind === "text" && (answer.value.trim() === "" || passing.test(answer.value.trim())))
  );
}

/** The largest difference that passes for rounding in a model of that size; where the size is not known, one unit. */
function widest(size: number): number {
  return size > 0 ? Math.max(5 * checkTolerance * size, Math.min(size * 0.05, 0.1)) : 1;
}

function isSmall(context: AuditContext, address: CellAddress): boolean {
  const size = sizeCompared(context, address);
  return size > 0 && size < 50;
}

/** What a formula rounds to: 1 for ROUND(x, 0), 1000 for ROUND(x, -3); null where it rounds nothing. */
function roundingOf(node: FormulaNode): number | null {
  if (node.kind !== "call" || node.args.length === 0) return null;
  if (node.name === "INT" || node.name === "TRUNC") return 1;
  if (node.name !== "ROUND" && node.name !== "ROUNDDOWN") return null;
  const digits = node.args[1] === undefined ? null : withoutBrackets(node.args[1]);
  if (digits === null || digits.kind === "missing") return 1;
  if (digits.kind === "number") return 10 ** -digits.value;
  const inner = digits.kind === "unary" && digits.operator === "-" ? withoutBrackets(digits.operand) : null;
  return inner?.kind === "number" ? 10 ** inner.value : null;
}

const comparing: ReadonlySet<string> = new Set(["<", "<=", ">", ">="]);

/** The limit a difference is compared with, typed in the formula or in a cell of its own. */
function limitOf(
  context: AuditContext,
  home: CellAddress,
  node: FormulaNode,
): { value: number; shown: Segment } | null {
  if (node.kind !== "binary" || !comparing.has(node.operator)) return null;
  for (const [limit, other] of [
    [withoutBrackets(node.right), withoutBrackets(node.left)],
    [withoutBrackets(node.left), withoutBrackets(node.right)],
  ] as const) {
    const isDifference = isSizeOfDifference(other);
    if (limit.kind === "number" && limit.value > 0)
      return isDifference || node.operator.startsWith("<")
        ? { value: limit.value, shown: literal(limit.value, limit.written, home) }
        : null;
    const cell = isDifference && limit.kind === "reference" ? cellOf(context, home, limit) : null;
    const value = cell === null ? null : context.numberAt(cell);
    if (cell !== null && value !== null && value > 0) return { value, shown: number(context, cell) };
  }
  return null;
}

/** ABS(...), or one thing less another. */
function isSizeOfDifference(node: FormulaNode): boolean {
  if (node.kind === "call")
    return node.name === "ABS" || (node.name === "ROUND" && isSizeOfDifference(withoutBrackets(node.args[0]!)));
  return node.kind === "binary" && node.operator === "-";
}

/** IF(OR(first holds, second holds), "OK", ...): one that holds is enough. */
function isAnyOf(node: FormulaNode): boolean {
  if (node.kind !== "call" || node.name !== "IF" || node.args.length < 2 || !passes(node.args[1])) return false;
  const condition = withoutBrackets(node.args[0]!);
  return (
    condition.kind === "call" &&
    condition.name === "OR" &&
    condition.args.length > 1 &&
    condition.args.every((part) => {
      const held = withoutBrackets(part);
      return held.kind === "binary" && held.operator === "=" && passes(held.right);
    })
  );
}

/** What a check lets pass; null where it is honest. */
export function maskOf(context: AuditContext, { address, cell }: LabelledRow["cells"][number]): CheckMask | null {
  if (cell.formula === null) return null;
  const formula = context.index.formulaAt(address);
  if (formula?.kind !== "read") return null;
  for (const node of walkFormula(formula.root)) {
    if (node.kind === "call" && (node.name === "IFERROR" || node.name === "IFNA") && passes(node.args[1])) {
      return {
        how: say`reports no difference where the comparison itself is an error`,
        title: "passes when it cannot calculate",
        wouldPass: "A model that does not calculate would pass it.",
      };
    }
    if (node.kind === "call" && (node.name === "MAX" || node.name === "MIN") && node.args.length === 2)
      return {
        how: say`sees a difference of one sign only`,
        title: "sees differences of one sign only",
        wouldPass: "A difference of the other sign would pass it.",
      };
    const rounded = roundingOf(node);
    /** Rounded to whole units a check of small figures sees nothing. */
    if (
      rounded !== null &&
      rounded / 2 > widest(sizeCompared(context, address)) &&
      (rounded > 1 || isSmall(context, address))
    )
      return {
        how: say`rounds the difference`,
        title: "rounds differences away",
        wouldPass: "A small difference would pass it.",
      };
    const limit = limitOf(context, address, node);
    if (limit !== null && limit.value > widest(sizeCompared(context, address)))
      return {
        how: say`accepts any difference below ${limit.shown}`,
        title: "passes over differences",
        wouldPass: "A difference below that would pass it.",
      };
    if (isAnyOf(node))
      return {
        how: say`is content where a single one of its parts holds`,
        title: "passes where any part passes",
        wouldPass: "All the other parts could fail unseen.",
      };
    if (node.kind === "call" && node.name === "IF" && node.args.length === 3) {
      const [yes, no] = [withoutBrackets(node.args[1]!), withoutBrackets(node.args[2]!)];
      const isSame =
        (yes.kind === "text" && no.kind === "text" && yes.value === no.value) ||
        (yes.kind === "number" && no.kind === "number" && yes.value === no.value);
      if (isSame)
        return {
          how: say`gives the same answer either way`,
          title: "cannot fail",
          wouldPass: "A model that does not balance would pass it.",
        };
    }
  }
  return null;
}
