import { type LineItem } from "../../contracts/model-map";
import { cellKey, type AuditContext } from "../audit-context";
import { oncePerReview } from "../once-per-review";
import { findDiscounting } from "./find-discounting";

/** The free cash flow that each sheet brings to present value: one row a sheet, the surest. */
export const discountedFlows = oncePerReview((context): readonly LineItem[] => {
  const flows = (["unlevered-free-cash-flow", "free-cash-flow", "levered-free-cash-flow"] as const).flatMap((concept) =>
    context.itemsOf(concept),
  );
  if (flows.length === 0) return [];
  const homes = new Set(
    findDiscounting(context)
      .filter(({ towardsPresent }) => towardsPresent)
      .map(({ home }) => cellKey(home)),
  );
  const bySheet = new Map<string, LineItem>();
  for (const item of flows)
    if (!bySheet.has(item.sheet) && isDiscounted(context, item, homes)) bySheet.set(item.sheet, item);
  return [...bySheet.values()];
});

/** Read by a formula that divides by (1 + r)^n, takes a net present value or reads a discount factor. */
function isDiscounted(context: AuditContext, item: LineItem, homes: ReadonlySet<string>): boolean {
  const readers = context.ownSeriesOf(item).flatMap(({ address }) => context.index.dependentsOf(address));
  return readers.some((reader) => {
    if (homes.has(cellKey(reader)) || /\bX?NPV\(/iu.test(context.cellAt(reader)?.formula ?? "")) return true;
    return context.index
      .precedentsOf(reader)
      .some(
        ({ sheet, startRow0, startColumn0 }) =>
          context.meaningAt({ sheet, rowIndex0: startRow0, columnIndex0: startColumn0 })?.concept?.id ===
          "discount-factor",
      );
  });
}
