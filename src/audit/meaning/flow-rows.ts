import { type ConceptId } from "../../contracts/concept";
import { type CellAddress, type LineItem } from "../../contracts/model-map";
import { type AuditContext, type SeriesCell } from "../audit-context";
import { besideIn } from "./period-cells";
import { oncePerReview } from "../once-per-review";

export interface Flow {
  readonly item: LineItem;
  readonly address: CellAddress;
  readonly value: number;
}

const sameWithin = 0.002;

/**
 * What flows in the period of a balance: the row of the cash flow statement if it is shown there, else the only row of
 * that meaning. Null where rows of equal standing disagree, for then which one is meant is not sure.
 */
export function flowIn(
  context: AuditContext,
  concepts: readonly ConceptId[],
  entry: SeriesCell,
  axisId: string,
): Flow | null {
  const flows = concepts
    .flatMap((concept) => context.itemsOf(concept, 0.84))
    .flatMap((item) => {
      if (item.statement === "valuation" || item.unit.kind === "percent") return [];
      const cell = besideIn(context, item, entry, axisId);
      const value = cell === null ? null : context.numberAt(cell.address);
      return cell === null || value === null ? [] : [{ item, address: cell.address, value }];
    });
  const shown = flows.filter(({ item }) => cashFlowAxes(context).has(item.axisId) && item.statement === "cash-flow");
  const candidates = shown.length > 0 ? shown : flows;
  const first = candidates[0];
  if (first === undefined) return null;
  const agree = candidates.every(
    ({ value }) => Math.abs(Math.abs(value) - Math.abs(first.value)) <= sameWithin * Math.abs(first.value),
  );
  return agree ? first : null;
}

const cashFlowAxes = oncePerReview((context): ReadonlySet<string> => {
  const totals = ["operating-cash-flow", "financing-cash-flow", "net-change-in-cash"] as const;
  return new Set(totals.flatMap((concept) => context.itemsOf(concept, 0.84)).map((item) => item.axisId));
});
