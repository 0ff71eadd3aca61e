import { type CellAddress } from "../../../contracts/model-map";
import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { coverCells } from "../../lines/cover-cells";
import { calledAt, meaningOf, titleName, wordsFor } from "../../lines/name-cell";
import { extentOf, rangeTotalAt, rangeTotals, type RangeTotal } from "../../lines/range-totals";
import { number, place, say } from "../../wording/say";
import { addTo } from "../../../workbook/group-by";

interface Skipped {
  readonly total: RangeTotal;
  readonly cell: CellAddress;
  readonly kind: "omits" | "doubles";
}

/** The figure right over a total that its range stops short of; it is typed as the summed ones are, and has a name as they have. */
function omittedBy(context: AuditContext, { address, range }: RangeTotal): CellAddress | null {
  if (range.endRow0 !== address.rowIndex0 - 2) return null;
  const between = { ...address, rowIndex0: address.rowIndex0 - 1 };
  const last = { ...address, rowIndex0: range.endRow0 };
  const [cell, summed] = [context.cellAt(between), context.cellAt(last)];
  const value = context.numberAt(between);
  if (value === null || value === 0 || context.numberAt(last) === null) return null;
  const isTyped = cell?.formula === null && summed?.formula === null;
  const isAlike = (cell?.numberFormat ?? null) === (summed?.numberFormat ?? null);
  const labels = [between, last].map((one) => wordsFor(context, one).row);
  return isTyped && isAlike && labels[0] !== null && labels[1] !== null && labels[0] !== labels[1] ? between : null;
}

/** A subtotal inside the range besides all that it adds up. */
function doubledBy(context: AuditContext, total: RangeTotal): CellAddress | null {
  const { first0, last0 } = extentOf(total);
  for (let rowIndex0 = first0 + 1; rowIndex0 <= last0; rowIndex0++) {
    const inner = { ...total.address, rowIndex0 };
    const subtotal = rangeTotalAt(context, inner);
    if (subtotal?.direction !== "down" || subtotal.function !== "SUM" || !subtotal.isPlain) continue;
    const parts = extentOf(subtotal);
    const value = context.numberAt(inner);
    if (parts.first0 >= first0 && parts.last0 < rowIndex0 && value !== null && value !== 0) return inner;
  }
  return null;
}

function skippedBy(context: AuditContext, total: RangeTotal): Skipped[] {
  const isOff = context.itemAt(total.address) === null;
  if (!isOff || total.direction !== "down" || total.function !== "SUM" || !total.isPlain) return [];
  if (total.range.startRow0 > total.address.rowIndex0) return [];
  const omitted = omittedBy(context, total);
  if (omitted !== null) return [{ total, cell: omitted, kind: "omits" }];
  const doubled = doubledBy(context, total);
  return doubled === null ? [] : [{ total, cell: doubled, kind: "doubles" }];
}

function draft(context: AuditContext, found: readonly Skipped[]): FindingDraft {
  const { total, cell, kind } = found[0]!;
  const ranges = coverCells(found.map((one) => one.total.address));
  const name = calledAt(context, total.address, ranges[0]);
  const isOmission = kind === "omits";
  return {
    severity: "high",
    confidence: isOmission ? 0.75 : 0.85,
    sheet: total.address.sheet,
    ranges,
    title: `${titleName(context, total.address)} ${isOmission ? "leaves out the row above it" : "counts a subtotal twice"}`,
    comment: isOmission
      ? say`${name} adds up ${place(total.range)} and stops one row short of ${calledAt(context, cell)}, which holds ${number(context, cell)}. If that row belongs to the total, the total is wrong by as much. Extend the range, or set the row apart.`
      : say`${name} adds up ${place(total.range)}, which holds both the subtotal ${calledAt(context, cell)} of ${number(context, cell)} and the rows it is made of. They count twice. Add the subtotals only, or the rows only.`,
    nature: "slip",
    meaning: `${kind}/${meaningOf(context, total.address)}`,
    alsoRead: [cell],
  };
}

/** Outside the rows of a time axis: a sum that stops one row short, or counts a subtotal and its parts. */
export const totalSkipsRow: AuditRule = {
  id: "total-skips-row",
  find(context) {
    const byRow = new Map<string, Skipped[]>();
    for (const total of rangeTotals(context)) {
      for (const skipped of skippedBy(context, total)) {
        const key = `${total.address.sheet}/${total.address.rowIndex0}/${skipped.kind}/${total.range.startRow0}`;
        addTo(byRow, key, skipped);
      }
    }
    return [...byRow.values()].map((found) => draft(context, found));
  },
};
