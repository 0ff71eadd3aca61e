import { type LineItem, type PeriodKind } from "../contracts/model-map";
import { type AuditContext, type SeriesCell } from "./audit-context";

const breaksTheRow: ReadonlySet<PeriodKind> = new Set(["terminal", "stub", "trailing"]);

/**
 * Stretches of a row in which one formula is to be expected: history apart from forecast, quarters apart from years,
 * stub, trailing and terminal columns left out. A total column between them ends no stretch.
 */
export function zonesOf(context: AuditContext, item: LineItem): SeriesCell[][] {
  const zones = new Map<string, SeriesCell[]>();
  for (const entry of context.seriesOf(item)) {
    if (breaksTheRow.has(entry.period.kind)) continue;
    const key = `${entry.period.kind}/${entry.period.phase}`;
    const zone = zones.get(key);
    if (zone === undefined) zones.set(key, [entry]);
    else zone.push(entry);
  }
  return [...zones.values()];
}

export interface Segment {
  /** The common R1C1 form; "typed" for numbers, null for blanks, text and what we cannot read. */
  readonly key: string | null;
  readonly cells: readonly SeriesCell[];
}

export const typed = "typed";

/** A zone cut where the formula changes. */
export function segmentsOf(context: AuditContext, zone: readonly SeriesCell[]): Segment[] {
  const segments: { key: string | null; cells: SeriesCell[] }[] = [];
  for (const entry of zone) {
    const key = keyOf(context, entry);
    const last = segments.at(-1);
    if (last?.key === key) last.cells.push(entry);
    else segments.push({ key, cells: [entry] });
  }
  return segments;
}

function keyOf(context: AuditContext, { address, cell }: SeriesCell): string | null {
  if (cell === null) return null;
  if (cell.formula !== null) return context.index.r1c1At(address);
  return typeof cell.value === "number" ? typed : null;
}

export interface Break {
  readonly item: LineItem;
  readonly segment: Segment;
  /** A cell beside it that carries the row's own formula. */
  readonly pattern: SeriesCell;
}

/** Segments that stand between two stretches of one formula, and are short beside them. */
export function breaksInside(context: AuditContext, item: LineItem): Break[] {
  return zonesOf(context, item).flatMap((zone) => {
    const segments = segmentsOf(context, zone);
    return segments.flatMap((segment, i) => {
      const [left, right] = [segments[i - 1], segments[i + 1]];
      if (left === undefined || right === undefined || segment.key === null) return [];
      if (left.key !== right.key || left.key === typed || left.key === null) return [];
      const around = left.cells.length + right.cells.length;
      const isShort = segment.cells.length === 1 ? around >= 2 : around >= 3 * segment.cells.length;
      return isShort ? [{ item, segment, pattern: left.cells.at(-1)! }] : [];
    });
  });
}

/** Breaks that many rows share in one column are that column's own way (a total, a stub): they are left out. */
export function withoutSharedBreaks(context: AuditContext, breaks: readonly Break[]): Break[] {
  const rowsOf = new Map<string, number>();
  const columnOf = (found: Break) => `${found.item.axisId}@${found.segment.cells[0]!.period.index0}`;
  for (const found of breaks) rowsOf.set(columnOf(found), (rowsOf.get(columnOf(found)) ?? 0) + 1);
  return breaks.filter((found) => {
    const sharing = rowsOf.get(columnOf(found))!;
    const rows = context.model.lineItems.filter(
      (item) => item.axisId === found.item.axisId && item.role !== "input",
    ).length;
    return sharing < 3 || sharing < rows * 0.3;
  });
}
