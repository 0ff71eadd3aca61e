import { type LineItem } from "../../contracts/model-map";
import { type AuditContext, type SeriesCell } from "../audit-context";
import { ratioSides } from "./ratio-sides";

/** The years (or months) of a row that were, and those that are assumed; only cells that hold a figure. */
export interface SplitSeries {
  readonly history: readonly SeriesCell[];
  readonly forecast: readonly SeriesCell[];
}

/** Where a ratio's forecast begins: the row says it itself where it is worked out first and chosen afterwards, else its header does. */
export function splitHistory(context: AuditContext, item: LineItem): SplitSeries | null {
  const cells = context.seriesOf(item).filter(({ address }) => context.numberAt(address) !== null);
  if (new Set(cells.map(({ period }) => period.kind)).size !== 1) return null;
  const isWorkedOut = cells.map(({ address }) => ratioSides(context, address) !== null);
  const turn = isWorkedOut.indexOf(false);
  if (turn > 0 && !isWorkedOut.slice(turn).includes(true))
    return { history: cells.slice(0, turn), forecast: cells.slice(turn) };
  if (turn !== 0 || isWorkedOut.includes(true)) return null;
  const first = cells.findIndex(({ period }) => period.phase === "forecast");
  if (first <= 0) return null;
  const [history, forecast] = [cells.slice(0, first), cells.slice(first)];
  const isClear =
    history.every(({ period }) => period.phase === "actual") &&
    forecast.every(({ period }) => period.phase === "forecast");
  return isClear ? { history, forecast } : null;
}
