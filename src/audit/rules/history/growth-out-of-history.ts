import { type ConceptId } from "../../../contracts/concept";
import { type CellAddress, type LineItem, type Period } from "../../../contracts/model-map";
import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { coverCells } from "../../lines/cover-cells";
import { calculated, named, number, place, say } from "../../wording/say";

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

/** "an EBITDA margin", "a gross margin": names keep their capitals. */
function inSentence(what: string): string {
  if (/^[A-Z]{2}/u.test(what)) return `an ${what}`;
  return what.endsWith("margin") ? `${/^[AEIOU]/u.test(what) ? "an" : "a"} ${what.toLowerCase()}` : what.toLowerCase();
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
    comment: say`${named(item, ranges[0])} implies ${inSentence(what)} of ${shown(extreme)} in ${place(extreme.cell, extreme.period.label)}. The ${direction === "above" ? "best" : "lowest"} year of history shows ${shown(bound)}, in ${place(bound.cell, bound.period.label)}. A break with the past needs a reason: a contract, a price rise, a cost that ends. State it, or bring the forecast nearer to what was achieved.`,
    nature: "judgement",
    meaning: `${what}/${item.id}`,
    aside: say`${what} jumps to ${shown(extreme)} in ${place(extreme.cell, extreme.period.label)} by it, against ${shown(bound)} at best in history.`,
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

/** Rows of typed assumptions: a ratio of each is judged against the same row's own history. */
const statedRatios: readonly (readonly [ConceptId, string])[] = [
  ["gross-margin", "Gross margin"],
  ["operating-margin", "Operating margin"],
  ["ebitda-margin", "EBITDA margin"],
  ["net-margin", "Net margin"],
  ["revenue-growth", "Revenue growth"],
];
/** A margin is steadier than growth: closer to its best year it already asks for a reason. */
const leastMargin = 0.02;

/** The row's own years; forecasts only where somebody typed them. */
function statedPoints(context: AuditContext, item: LineItem): Point[] {
  return years(context, item).flatMap(({ period, address, cell }) => {
    const value = context.numberAt(address)!;
    const isChosen = period.phase === "actual" || cell?.formula === null;
    return isChosen && Math.abs(value) < 1.5 ? [{ period, value, cell: address, operands: { stated: address } }] : [];
  });
}

/** How far history itself moved from year to year is how far a forecast may go beyond it. */
function stated(context: AuditContext, concept: ConceptId, what: string): FindingDraft | null {
  for (const item of context.itemsOf(concept, 0.84)) {
    const points = statedPoints(context, item);
    const past = points.filter(({ period }) => period.phase === "actual").map(({ value }) => value);
    const swing = Math.max(...past) - Math.min(...past);
    const found = outside(points, what === "Revenue growth" ? growthMargin : Math.max(leastMargin, swing), true);
    if (found !== null) return statedDraft(context, item, what, found);
  }
  return null;
}

function statedDraft(
  context: AuditContext,
  item: LineItem,
  what: string,
  { odd, extreme, bound }: NonNullable<ReturnType<typeof outside>>,
): FindingDraft {
  const climbs = odd.length > 1 && odd.at(-1) === extreme;
  return {
    severity: "medium",
    confidence: 0.78,
    sheet: item.sheet,
    ranges: coverCells(odd.map(({ cell }) => cell)),
    title: `${what} is assumed above anything in the company’s own history`,
    comment: say`${named(item, coverCells(odd.map(({ cell }) => cell))[0])} is typed ${climbs ? "up to" : "at"} ${number(context, extreme.cell)} for ${place(extreme.cell, extreme.period.label)}; the best year of history reached ${number(context, bound.cell)}, in ${place(bound.cell, bound.period.label)}. ${climbs ? "The rise compounds through every line below it." : "Every line below it rests on that."} Name what lifts it (mix, price, scale) with its evidence, or bring it nearer to what was achieved.`,
    nature: "judgement",
    meaning: `stated/${what}/${item.id}`,
    alsoRead: [bound.cell],
  };
}

/** Ratios a statement implies: of one axis, the first profit line that is there. */
const impliedMargins: readonly (readonly (readonly [ConceptId, string])[])[] = [
  [["gross-profit", "Gross margin"]],
  [
    ["operating-income", "Operating margin"],
    ["ebit", "Operating margin"],
    ["ebitda", "EBITDA margin"],
  ],
];

/** Growth or margins of the forecast outside what the company ever did. */
export const growthOutOfHistory: AuditRule = {
  id: "growth-out-of-history",
  find(context) {
    const drafts: FindingDraft[] = [];
    const told = new Set<string>();
    for (const [concept, what] of statedRatios) {
      const found = stated(context, concept, what);
      if (found !== null) drafts.push(found);
      if (found !== null) told.add(what);
    }
    const revenue = mainItem(context, "revenue");
    if (revenue === null) return drafts;
    const growth = told.has("Revenue growth") ? null : outside(growthOf(context, revenue), growthMargin, true);
    if (growth !== null) drafts.push(draft(revenue, "Revenue growth", "this year / the year before - 1", growth));
    for (const margins of impliedMargins) {
      const part = margins
        .flatMap(([concept, what]) => context.itemsOf(concept, 0.84).map((item) => ({ item, what })))
        .find(({ item, what }) => item.axisId === revenue.axisId && !told.has(what));
      const found = part === undefined ? null : outside(shareOf(context, part.item, revenue), ratioMargin, true);
      if (part !== undefined && found !== null) drafts.push(draft(part.item, part.what, "part / revenue", found));
    }
    return drafts;
  },
};
