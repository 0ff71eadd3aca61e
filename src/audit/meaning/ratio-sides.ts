import { type CellAddress } from "../../contracts/model-map";
import { type CellRange } from "../../contracts/workbook-snapshot";
import { type FormulaNode } from "../../workbook/formula";
import { type AuditContext } from "../audit-context";
import { rangesOf } from "../lines/formula-shape";
import { withoutBrackets } from "../../workbook/without-brackets";

/** What a formula divides by what; `isGrowth` where one is taken off the quotient, or a difference is divided by its base. */
export interface RatioSides {
  readonly over: FormulaNode;
  readonly under: FormulaNode;
  readonly isGrowth: boolean;
}

const guards: ReadonlySet<string> = new Set(["IFERROR", "IFNA", "ABS", "ROUND", "N"]);
const wholes: ReadonlySet<number> = new Set([1, 4, 12, 100, 360, 365, 366]);

/** The quotient at the heart of a formula, looked for behind guards, signs and a factor of days or percent; null where there is none. */
export function ratioSides(context: AuditContext, home: CellAddress): RatioSides | null {
  const formula = context.index.formulaAt(home);
  if (formula?.kind !== "read") return null;
  const isSame: SameCell = (a, b) => {
    if (a.kind !== "reference" || b.kind !== "reference" || a.qualifier?.written !== b.qualifier?.written) return false;
    const [one, other] = [rangesOf(context, home, a)[0], rangesOf(context, home, b)[0]];
    return one !== undefined && one.startRow0 === other?.startRow0 && one.startColumn0 === other.startColumn0;
  };
  return sidesOf(formula.root, 6, isSame);
}

type SameCell = (a: FormulaNode, b: FormulaNode) => boolean;

function sidesOf(root: FormulaNode, depth: number, isSame: SameCell): RatioSides | null {
  const node = withoutBrackets(root);
  if (depth === 0) return null;
  if (node.kind === "unary" && node.operator !== "@") return sidesOf(node.operand, depth - 1, isSame);
  if (node.kind === "call") return guarded(node.name, node.args, depth, isSame);
  if (node.kind !== "binary") return null;
  const { operator, left, right } = node;
  if (operator === "/") {
    const difference = withoutBrackets(left);
    const isChange =
      difference.kind === "binary" &&
      difference.operator === "-" &&
      isSame(withoutBrackets(difference.right), withoutBrackets(right));
    return isChange
      ? { over: difference.left, under: right, isGrowth: true }
      : { over: left, under: right, isGrowth: false };
  }
  if (operator === "-" && isWhole(right)) {
    const quotient = sidesOf(left, depth - 1, isSame);
    return quotient === null ? null : { ...quotient, isGrowth: true };
  }
  if (operator === "*" && (isWhole(right) || isWhole(left)))
    return sidesOf(isWhole(right) ? left : right, depth - 1, isSame);
  return null;
}

/** IFERROR(a/b, 0) and IF(b=0, 0, a/b) are a/b. */
function guarded(name: string, args: readonly FormulaNode[], depth: number, isSame: SameCell): RatioSides | null {
  if (guards.has(name)) return args[0] === undefined ? null : sidesOf(args[0], depth - 1, isSame);
  if (name !== "IF") return null;
  const arms = args.slice(1).flatMap((arm) => sidesOf(arm, depth - 1, isSame) ?? []);
  return arms.length === 1 ? arms[0]! : null;
}

function isWhole(node: FormulaNode): boolean {
  const inner = withoutBrackets(node);
  return inner.kind === "number" && wholes.has(inner.value);
}

/** The one row a side of a quotient reads: a cell, or the mean of neighbouring cells of a row; null for anything that calculates. */
export function soleRead(context: AuditContext, home: CellAddress, side: FormulaNode): CellAddress | null {
  const node = withoutBrackets(side);
  if (node.kind === "unary" && node.operator !== "@") return soleRead(context, home, node.operand);
  if (node.kind === "reference") {
    const range = rangesOf(context, home, node)[0];
    return range === undefined ? null : ofOneLine(range);
  }
  if (node.kind !== "call" || (node.name !== "AVERAGE" && node.name !== "SUM" && node.name !== "ABS")) return null;
  const reads = node.args.map((arg) => soleRead(context, home, arg));
  const last = reads.at(-1) ?? null;
  if (last === null || (node.name === "SUM" && reads.length > 1)) return null;
  return reads.every((read) => read?.sheet === last.sheet && read.rowIndex0 === last.rowIndex0) ? last : null;
}

/** The last cell of a stretch of one row; null for a block. */
function ofOneLine({ sheet, startRow0, endRow0, startColumn0, endColumn0 }: CellRange): CellAddress | null {
  if (startRow0 !== endRow0 || endColumn0 - startColumn0 > 12) return null;
  return { sheet, rowIndex0: endRow0, columnIndex0: endColumn0 };
}
