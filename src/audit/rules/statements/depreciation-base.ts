import { type ConceptId } from "../../../contracts/concept";
import { type CellAddress, type LineItem } from "../../../contracts/model-map";
import { cellKey, type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { coverCells } from "../../lines/cover-cells";
import { factorsOf, sourceOf } from "../../meaning/factors";
import { named, number, place, say } from "../../wording/say";

const charges: readonly ConceptId[] = ["depreciation", "depreciation-and-amortization"];
const fewest = 2;

/** The spending of the same period that a charge divides by a life; null where it does anything else. */
function spendingOf(context: AuditContext, charge: CellAddress): CellAddress | null {
  const factors = factorsOf(context, charge);
  const [spending] = factors?.over[0] ?? [];
  if (factors?.over.length !== 1 || spending === undefined || factors.under.length + factors.typed.length !== 1)
    return null;
  const isSpending = [spending, sourceOf(context, spending)].some(
    (cell) => context.itemAt(cell)?.concept?.id === "capital-expenditure",
  );
  const isNow = context.periodAt(spending)?.label === context.periodAt(charge)?.label;
  return isSpending && isNow ? spending : null;
}

function judge(context: AuditContext, item: LineItem): FindingDraft | null {
  const cells = context.seriesOf(item).flatMap(({ address, period }) => {
    const spending = spendingOf(context, address);
    return spending === null ? [] : [{ address, period, spending }];
  });
  const rowOfSpending = new Set(cells.map(({ spending }) => cellKey({ ...spending, columnIndex0: 0 })));
  const forms = new Set(cells.map(({ address }) => context.index.r1c1At(address)));
  const [first, second] = cells;
  /** Each line of a schedule by years of purchase divides one year's spending; there the columns differ from it. */
  if (first === undefined || second === undefined || cells.length < fewest || forms.size > 2 || rowOfSpending.size > 1)
    return null;
  const spent = context.itemAt(second.spending);
  const source = spent === null ? say`${place(second.spending)}` : named(spent, second.spending);
  return {
    severity: "high",
    confidence: 0.88,
    sheet: item.sheet,
    ranges: coverCells(cells.map(({ address }) => address)),
    title: `“${item.label.trim()}” forgets what was bought before`,
    comment: say`${named(item, second.address)} of ${number(context, second.address)} in ${place(second.address, second.period.label)} is ${source} of ${number(context, second.spending)} over its life, that period's spending alone. What was bought in earlier periods, and what stood in the books at the start, is charged for no longer, so depreciation is too low and plant and profit too high. Add up a charge for every purchase still in use.`,
    nature: "slip",
    meaning: item.id,
    alsoRead: cells.map(({ spending }) => spending),
  };
}

/** Depreciation that divides only the spending of its own period by a life. */
export const depreciationBase: AuditRule = {
  id: "depreciation-base",
  find: (context) =>
    charges.flatMap((concept) =>
      context.itemsOf(concept, 0.84).flatMap((item) => {
        const isRow = context.axisOf(item).orientation === "columns" && item.role !== "input";
        return isRow ? (judge(context, item) ?? []) : [];
      }),
    ),
};
