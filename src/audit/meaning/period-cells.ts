import { type LineItem, type Period } from "../../contracts/model-map";
import { type AuditContext, type SeriesCell } from "../audit-context";

/** The same stretch of time wherever it is written; null where a header says nothing that could be found again. */
export function stretchOf(period: Period): string | null {
  let stretch = stretches.get(period);
  if (stretch === undefined) stretches.set(period, (stretch = spell(period)));
  return stretch;
}

/** A period is shared by every row of its axis, and asked for cell by cell. */
const stretches = new WeakMap<Period, string | null>();

function spell(period: Period): string | null {
  if (period.year !== null) return `${period.kind}/${period.year}/${period.ordinal ?? ""}`;
  const label = period.label.trim().toLowerCase();
  return label === "" ? null : `called ${label}`;
}

const laidOut = new WeakMap<LineItem, ReadonlyMap<string, SeriesCell>>();

/** A row's cells by their stretch of time; the first where one is written twice. */
export function cellsByStretch(context: AuditContext, item: LineItem): ReadonlyMap<string, SeriesCell> {
  let cells = laidOut.get(item);
  if (cells === undefined) {
    const found = new Map<string, SeriesCell>();
    for (const entry of context.seriesOf(item)) {
      const stretch = stretchOf(entry.period);
      if (stretch !== null && !found.has(stretch)) found.set(stretch, entry);
    }
    laidOut.set(item, (cells = found));
  }
  return cells;
}

/** The row's cell in the stretch of time of another cell; rows of one axis meet in their column. */
export function besideIn(context: AuditContext, item: LineItem, entry: SeriesCell, axisId: string): SeriesCell | null {
  if (item.axisId === axisId)
    return context.seriesOf(item).find(({ period }) => period.index0 === entry.period.index0) ?? null;
  const stretch = stretchOf(entry.period);
  return stretch === null ? null : (cellsByStretch(context, item).get(stretch) ?? null);
}

export interface Step {
  readonly before: SeriesCell;
  readonly entry: SeriesCell;
}

/** Periods of one kind that follow each other along a row. */
export function stepsOf(context: AuditContext, item: LineItem): Step[] {
  const series = context.seriesOf(item);
  return series.flatMap((entry, i) => {
    const before = series[i - 1];
    return before === undefined || before.period.kind !== entry.period.kind ? [] : [{ before, entry }];
  });
}
