import { type CellAddress } from "../../../contracts/model-map";
import { type FormulaNode } from "../../../workbook/formula";
import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { coverCells } from "../../lines/cover-cells";

import { calledAt, meaningOf, titleName } from "../../lines/name-cell";
import { place, say } from "../../wording/say";
import { withoutBrackets } from "../../../workbook/without-brackets";

/** x/(1+r)^n: the present value of x. */
function isPresentValue(node: FormulaNode): boolean {
  const quotient = withoutBrackets(node);
  if (quotient.kind !== "binary" || quotient.operator !== "/") return false;
  const factor = withoutBrackets(quotient.right);
  if (factor.kind !== "binary" || factor.operator !== "^") return false;
  const base = withoutBrackets(factor.left);
  return base.kind === "binary" && base.operator === "+" && [base.left, base.right].some(isOne);
}

function isOne(node: FormulaNode): boolean {
  const inner = withoutBrackets(node);
  return inner.kind === "number" && inner.value === 1;
}

/** Without brackets a+b/(1+r)^n discounts only b. */
function isHalfDiscounted(node: FormulaNode): boolean {
  const root = withoutBrackets(node);
  if (root.kind !== "binary" || (root.operator !== "+" && root.operator !== "-")) return false;
  return isPresentValue(root.right) && !isPresentValue(root.left) && root.left.kind !== "group";
}

const beside = [
  [0, -1],
  [-1, 0],
  [0, 1],
  [1, 0],
] as const;

function discountedNeighbour(context: AuditContext, address: CellAddress): CellAddress | null {
  const rows = context.index.sheetNamed(address.sheet)!;
  for (const [down, right] of beside) {
    const rowIndex0 = rows.usedRowFrom(address.rowIndex0, down);
    const near = { ...address, rowIndex0: rowIndex0 ?? -1, columnIndex0: address.columnIndex0 + right };
    if (near.rowIndex0 < 0 || near.columnIndex0 < 0) continue;
    const formula = context.index.formulaAt(near);
    if (formula?.kind === "read" && isPresentValue(formula.root)) return near;
  }
  return null;
}

function judge(context: AuditContext, address: CellAddress): FindingDraft | null {
  const formula = context.index.formulaAt(address);
  if (formula?.kind !== "read" || !isHalfDiscounted(formula.root)) return null;
  const neighbour = discountedNeighbour(context, address);
  if (neighbour === null) return null;
  return {
    severity: "high",
    confidence: 0.92,
    sheet: address.sheet,
    ranges: coverCells([address]),
    title: `${titleName(context, address)} discounts only a part of its cash flow`,
    comment: say`The formula of ${calledAt(context, address)} in ${place(address)} adds two amounts and divides by the discount factor without brackets, so only the last one is discounted; ${place(neighbour)} discounts all of its own. The present value is too high by the discount on the rest. Put the sum in brackets before dividing.`,
    nature: "slip",
    meaning: meaningOf(context, address),
    aside: say`Only the last amount is discounted: the sum wants brackets.`,
    alsoRead: [neighbour],
  };
}

/** A present value in which brackets are missing, so that a part of the cash flow is not discounted. */
export const undiscountedPart: AuditRule = {
  id: "undiscounted-part",
  find(context) {
    const drafts: FindingDraft[] = [];
    for (const { sheet, cell } of context.index.formulaCells()) {
      if (!cell.formula!.includes("^") || !cell.formula!.includes("/")) continue;
      const draft = judge(context, { sheet, rowIndex0: cell.rowIndex0, columnIndex0: cell.columnIndex0 });
      if (draft !== null) drafts.push(draft);
    }
    return drafts;
  },
};
