import { type CellAddress } from "../../../contracts/model-map";
import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { coverCells } from "../../lines/cover-cells";
import { calledAt, meaningOf, titleName } from "../../lines/name-cell";
import { extentOf, rangeTotalAt, rangeTotals, type RangeTotal } from "../../lines/range-totals";
import { place, say } from "../../wording/say";

/** Between the figures and their total there may be a line or two, not another table. */
const mostRowsBetween = 3;

/** The total at its left, which adds up the figures right above it. */
function besideIt(context: AuditContext, { address, range, function: name }: RangeTotal): RangeTotal | null {
  if (range.endColumn0 !== address.columnIndex0 - 1 || name !== "SUM") return null;
  const left = rangeTotalAt(context, { ...address, columnIndex0: range.endColumn0 });
  if (left?.direction !== "down" || left.function !== "SUM") return null;
  const between = address.rowIndex0 - extentOf(left).last0;
  return between >= 1 && between <= mostRowsBetween ? left : null;
}

/** The column over the total holds figures of its own, not sums of the columns at their left. */
function hasOwnFigures(context: AuditContext, total: RangeTotal, beside: RangeTotal): boolean {
  const { first0, last0 } = extentOf(beside);
  let own = 0;
  for (let rowIndex0 = first0; rowIndex0 <= last0; rowIndex0++) {
    const above: CellAddress = { ...total.address, rowIndex0 };
    if (context.numberAt(above) === null) continue;
    const readsLeft = context.index
      .precedentsOf(above)
      .some((range) => range.startRow0 === rowIndex0 && range.startColumn0 < above.columnIndex0);
    if (readsLeft) return false;
    own++;
  }
  return own >= 2;
}

function draft(context: AuditContext, total: RangeTotal, beside: RangeTotal): FindingDraft {
  const { first0, last0 } = extentOf(beside);
  const column = {
    sheet: total.address.sheet,
    startRow0: first0,
    endRow0: last0,
    startColumn0: total.address.columnIndex0,
    endColumn0: total.address.columnIndex0,
  };
  return {
    severity: "high",
    confidence: 0.92,
    sheet: total.address.sheet,
    ranges: coverCells([total.address]),
    title: `${titleName(context, total.address)} adds up the totals beside it instead of its own column`,
    comment: say`${calledAt(context, total.address)} in ${place(total.address)} takes ${place(total.range)} together, the totals at its left, while ${place(beside.address)} and its like take their own columns. The figures over it, ${place(column)}, are in no total. Let it take its own column.`,
    nature: "slip",
    aside: say`It adds up the totals at its left, not the figures over it (${place(column)}).`,
    meaning: meaningOf(context, total.address),
    alsoRead: [beside.address],
  };
}

/** A total that went sideways: the sum button took the totals at its left, not the figures above. */
export const sidewaysTotal: AuditRule = {
  id: "sideways-total",
  find: (context) =>
    rangeTotals(context).flatMap((total) => {
      if (total.direction !== "across") return [];
      const beside = besideIt(context, total);
      return beside !== null && hasOwnFigures(context, total, beside) ? [draft(context, total, beside)] : [];
    }),
};
