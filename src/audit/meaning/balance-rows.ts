import { isStock } from "../../concepts/measure";
import { type ConceptId } from "../../contracts/concept";
import { type CellAddress, type LineItem } from "../../contracts/model-map";
import { type AuditContext } from "../audit-context";
import { termsOf } from "./composition";
import { oncePerReview } from "../once-per-review";

const totals: readonly ConceptId[] = [
  "total-assets",
  "total-liabilities-and-equity",
  "total-liabilities",
  "total-equity",
  "total-current-assets",
  "total-current-liabilities",
];

/** The rows of every balance sheet: what its totals take up on their own axis, and the totals themselves. */
export const balanceRows = oncePerReview((context): ReadonlySet<LineItem> => findRows(context));

function findRows(context: AuditContext): Set<LineItem> {
  const rows = new Set<LineItem>();
  const withAssets = new Set(context.itemsOf("total-assets", 0.84).map((item) => item.axisId));
  for (const concept of totals) {
    for (const total of context.itemsOf(concept, 0.84)) {
      const last = context.seriesOf(total).findLast(({ cell }) => (cell?.formula ?? null) !== null);
      if (last !== undefined && withAssets.has(total.axisId)) addBelow(context, total, last.address, rows);
    }
  }
  return rows;
}

/** A total and what it adds up, from subtotal to subtotal; a balance is not followed into what moves it. */
function addBelow(context: AuditContext, total: LineItem, cell: CellAddress, rows: Set<LineItem>): void {
  rows.add(total);
  for (const { address, sign } of termsOf(context, cell).terms) {
    const item =
      address.sheet === cell.sheet && address.columnIndex0 === cell.columnIndex0 ? context.itemAt(address) : null;
    if (item === null || item.axisId !== total.axisId || sign !== 1 || rows.has(item)) continue;
    const concept = item.concept?.id ?? null;
    if (concept !== null && !isStock(concept)) continue;
    if (concept !== null && !isSubtotal(concept)) rows.add(item);
    else addBelow(context, item, address, rows);
  }
}

function isSubtotal(concept: ConceptId): boolean {
  return concept.startsWith("total-") && concept !== "total-debt";
}

/** The one row of a balance sheet that is read as the concept; null where there is none or several disagree which. */
export function balanceRow(context: AuditContext, ...concepts: readonly ConceptId[]): LineItem | null {
  const found = [...balanceRows(context)].filter(
    (item) => item.concept !== null && item.concept.confidence >= 0.84 && concepts.includes(item.concept.id),
  );
  return found.length === 1 ? found[0]! : null;
}
