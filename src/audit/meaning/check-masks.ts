import { type CellAddress } from "../../contracts/model-map";
import { type RichText } from "../../contracts/rich-text";
import { type FormulaNode } from "../../workbook/formula";
import { walkFormula } from "../../workbook/walk-formula";
import { type AuditContext } from "../audit-context";
import { bare } from "../lines/formula-shape";
import { type LabelledRow } from "../lines/labelled-rows";
import { literal, say } from "../wording/say";

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
  const answer = bare(node);
  if (answer.kind === "number") return answer.value === 0;
  if (answer.kind === "boolean") return answer.value;
  return (
    answer.kind === "missing" ||
    (answer.kind === "text" && (answer.value.trim() === "" || passing.test(answer.value.trim())))
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
    if (node.kind === "call" && node.name === "ROUND") {
      const digits = node.args[1] === undefined ? null : bare(node.args[1]);
      if (digits?.kind === "unary" && digits.operator === "-")
        return {
          how: say`rounds the difference`,
          title: "rounds differences away",
          wouldPass: "A small difference would pass it.",
        };
    }
    if (node.kind === "binary" && (node.operator === "<" || node.operator === "<=")) {
      const limit = bare(node.right);
      if (limit.kind === "number" && limit.value > Math.max(1, 5 * checkTolerance * sizeCompared(context, address)))
        return {
          how: say`accepts any difference below ${literal(limit.value, limit.written, address)}`,
          title: "passes over differences",
          wouldPass: "A difference below that would pass it.",
        };
    }
    if (node.kind === "call" && node.name === "IF" && node.args.length === 3) {
      const [yes, no] = [bare(node.args[1]!), bare(node.args[2]!)];
      if (yes.kind === "text" && no.kind === "text" && yes.value === no.value)
        return {
          how: say`gives the same answer either way`,
          title: "cannot fail",
          wouldPass: "A model that does not balance would pass it.",
        };
    }
  }
  return null;
}
