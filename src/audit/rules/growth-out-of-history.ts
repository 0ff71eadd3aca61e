import { type ConceptId } from "../../contracts/concept";
import { type CellAddress, type LineItem, type Period } from "../../contracts/model-map";
import { type AuditContext } from "../audit-context";
import { type AuditRule, type FindingDraft } from "../audit-rule";
import { coverCells } from "../cover-cells";
import { calculated, named, place, say } from "../say";

/** How far beyond its own best and worst year a forecast may go before we ask why. */
const growthMargin = 0.1;
const ratioMargin = 0.05;

interface Point {
  readonly period: Period;
  readonly value: number;
  readonly cell: CellAddress;
  readonly operands: Readonly<Record<string, CellAddress>>;
}

function years(context: AuditContext, item: LineItem) {
  return context
    .seriesOf(item)
    .filter(({ period, address }) => period.kind === "year" && context.numberAt(address) !== null);
}

function growthOf(context: AuditContext, item: LineItem): Point[] {
  const cells = years(context, item);
  return cells.slice(1).flatMap(({ period, address }, i) => {
    const before = cells[i]!;
    const [now, then] = [context.numberAt(address)!, context.numberAt(before.address)!];
    if (
      then <= 0 ||
      now <= 0 ||
      (period.year !== null && before.period.year !== null && period.year !== before.period.year + 1)
    )
      return [];
    return [
      {
        period,
        value: now / then - 1,
        cell: address,
        operands: { "this year": address, "the year before": before.address },
      },
    ];
  });
}

function shareOf(context: AuditContext, part: LineItem, whole: LineItem): Point[] {
  const wholes = context.seriesOf(whole);
  return years(context, part).flatMap(({ period, address }) => {
    const base = wholes.find((entry) => entry.period === period)?.address;
    const value = base === undefined ? null : context.numberAt(base);
    if (base === undefined || value === null || value <= 0) return [];
    return [
      { period, value: context.numberAt(address)! / value, cell: address, operands: { part: address, revenue: base } },
    ];
  });
}

/** Forecast years beyond everything the history shows; at least two years of each are needed to say so. */
function outside(points: readonly Point[], margin: number, upwardsOnly: boolean) {
  const history = points.filter(({ period }) => period.phase === "actual");
  const forecast = points.filter(({ period }) => period.phase === "forecast");
  if (history.length < 2 || forecast.length < 2) return null;
  const best = history.reduce((a, b) => (b.value > a.value ? b : a));
  const worst = history.reduce((a, b) => (b.value < a.value ? b : a));
  const above = forecast.filter(({ value }) => value > best.value + margin);
  const below = upwardsOnly ? [] : forecast.filter(({ value }) => value < worst.value - margin);
  const odd = above.length >= below.length ? above : below;
  if (odd.length === 0) return null;
  const direction = odd === above ? ("above" as const) : ("below" as const);
  const bound = direction === "above" ? best : worst;
  const extreme = odd.reduce((a, b) => (Math.abs(b.value - bound.value) > Math.abs(a.value - bound.value) ? b : a));
  return { odd, extreme, bound, direction };
}

function draft(
  item: LineItem,
  what: string,
  formula: string,
  found: NonNullable<ReturnType<typeof outside>>,
): FindingDraft {
  const { odd, extreme, bound, direction } = found;
  const ranges = coverCells(odd.map(({ cell }) => cell));
  const confidence = 0.75;
  const shown = (point: Point) => calculated(point.value, "percent", formula, point.operands);
  return {
    severity: direction === "above" ? "medium" : "low",
    confidence,
    sheet: item.sheet,
    ranges,
    title: `${what} goes ${direction} anything in the company’s own history`,
    comment: say`${named(item, ranges[0])} implies ${what.toLowerCase()} of ${shown(extreme)} in ${place(extreme.cell, extreme.period.label)}. The ${direction === "above" ? "best" : "lowest"} year of history shows ${shown(bound)}, in ${place(bound.cell, bound.period.label)}. A break with the past needs a reason: a contract, a price rise, a cost that ends. State it, or bring the forecast nearer to what was achieved.`,
    meaning: `${what}/${item.id}`,
    alsoRead: Object.values(bound.operands),
  };
}

function mainItem(context: AuditContext, concept: ConceptId): LineItem | null {
  const measured = context.itemsOf(concept, 0.84).map((item) => {
    const cells = years(context, item);
    return {
      item,
      cells: Math.min(cells.filter(({ period }) => period.phase === "actual").length, 3) * 100 + cells.length,
    };
  });
  return measured.sort((a, b) => b.cells - a.cells)[0]?.item ?? null;
}

/** Growth or margins of the forecast outside what the company ever did. */
export const growthOutOfHistory: AuditRule = {
  id: "growth-out-of-history",
  find(context) {
    const revenue = mainItem(context, "revenue");
    if (revenue === null) return [];
    const growth = outside(growthOf(context, revenue), growthMargin, true);
    const drafts = growth === null ? [] : [draft(revenue, "Revenue growth", "this year / the year before - 1", growth)];
    const margins: readonly (readonly [readonly ConceptId[], string])[] = [
      [["gross-profit"], "Gross margin"],
      [["ebitda", "operating-income", "ebit"], "Operating margin"],
    ];
    for (const [concepts, what] of margins) {
      const part = concepts
        .flatMap((concept) => context.itemsOf(concept, 0.84))
        .find((item) => item.axisId === revenue.axisId);
      const found = part === undefined ? null : outside(shareOf(context, part, revenue), ratioMargin, true);
      if (part !== undefined && found !== null) drafts.push(draft(part, what, "part / revenue", found));
    }
    return drafts;
  },
};
