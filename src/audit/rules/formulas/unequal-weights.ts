import { type CellAddress } from "../../../contracts/model-map";
import { type FormulaNode } from "../../../workbook/formula";
import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { coverCells } from "../../lines/cover-cells";
import { cellOf, rangesOf } from "../../lines/formula-shape";
import { calledAt, meaningOf, titleName } from "../../lines/name-cell";
import { calculated, literal, place, say } from "../../wording/say";
import { type CellRange } from "../../../contracts/workbook-snapshot";
import { withoutBrackets } from "../../../workbook/without-brackets";

const fewestParts = 4;

/** =SUM(G6:G33)/1605: a share of the whole by a typed whole. */
function wholeOf(context: AuditContext, address: CellAddress) {
  const [sum, whole] = quotientOf(context, address) ?? [];
  if (sum?.kind !== "call" || sum.name !== "SUM" || sum.args.length !== 1 || whole === undefined) return null;
  const range = rangesOf(context, address, withoutBrackets(sum.args[0]!))[0];
  return range?.startColumn0 === range?.endColumn0 && range !== undefined ? { range, whole } : null;
}

/** What is divided, and the typed number it is divided by. */
function quotientOf(
  context: AuditContext,
  address: CellAddress,
): [FormulaNode, FormulaNode & { kind: "number" }] | null {
  const formula = context.index.formulaAt(address);
  const root = formula?.kind === "read" ? withoutBrackets(formula.root) : null;
  if (root?.kind !== "binary" || root.operator !== "/") return null;
  const divisor = withoutBrackets(root.right);
  return divisor.kind === "number" ? [withoutBrackets(root.left), divisor] : null;
}

/** The typed divisors of the rows the sum takes together, each row's own share standing in the total's column. */
function partsOf(context: AuditContext, { columnIndex0 }: CellAddress, range: CellRange): number[] | null {
  const parts: number[] = [];
  for (const row of context.index.cellsIn(range)) {
    const cell = { sheet: range.sheet, rowIndex0: row.rowIndex0, columnIndex0 };
    const [read, divisor] = quotientOf(context, cell) ?? [];
    const source = read === undefined ? null : cellOf(context, cell, read);
    if (divisor === undefined || source?.rowIndex0 !== row.rowIndex0 || source.columnIndex0 !== range.startColumn0)
      return null;
    parts.push(divisor.value);
  }
  return parts.length >= fewestParts ? parts : null;
}

function judge(context: AuditContext, address: CellAddress): FindingDraft | null {
  const found = wholeOf(context, address);
  const parts = found === null ? null : partsOf(context, address, found.range);
  if (found === null || parts === null) return null;
  const sum = parts.reduce((total, part) => total + part, 0);
  if (Math.abs(sum - found.whole.value) < 0.5) return null;
  const shares = { ...found.range, startColumn0: address.columnIndex0, endColumn0: address.columnIndex0 };
  const firstShare = { ...address, rowIndex0: shares.startRow0 };
  return {
    severity: "medium",
    confidence: 0.88,
    sheet: address.sheet,
    ranges: coverCells([address]),
    title: `${titleName(context, address)} divides by a whole that its parts do not make`,
    comment: say`${calledAt(context, address)} in ${place(address)} divides ${place(found.range)} by ${literal(found.whole.value, found.whole.written, address)}. The rows divide by typed numbers of their own (${place(shares)}), which add up to ${calculated(sum, "count", "the sum of the divisors typed in these rows", { first: firstShare })}. The two should agree: keep the divisors in a column and divide by its sum.`,
    nature: "slip",
    meaning: meaningOf(context, address),
  };
}

/** An overall share whose typed whole is not the sum of the wholes typed in its rows. */
export const unequalWeights: AuditRule = {
  id: "unequal-weights",
  find(context) {
    const drafts: FindingDraft[] = [];
    for (const { sheet, cell } of context.index.formulaCells()) {
      if (!/SUM\([^()]*\)\s*\)?\s*\/\s*\d/iu.test(cell.formula!)) continue;
      const draft = judge(context, { sheet, rowIndex0: cell.rowIndex0, columnIndex0: cell.columnIndex0 });
      if (draft !== null) drafts.push(draft);
    }
    return drafts;
  },
};
