import { type ConceptId } from "../../../contracts/concept";
import { type LineItem } from "../../../contracts/model-map";
import { type RichText } from "../../../contracts/rich-text";
import { groupBy } from "../../../workbook/group-by";
import { type AuditContext, type SeriesCell } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { coverCells } from "../../lines/cover-cells";
import { calculated, listed, named, place, say } from "../../wording/say";

/** What moves with sales, so that its share of them is a driver whether or not a row shows it. */
const movesWithSales: ReadonlySet<ConceptId> = new Set<ConceptId>([
  ...(["cost-of-revenue", "operating-expenses", "selling-general-administrative", "sales-and-marketing"] as const),
  ...([
    "general-and-administrative",
    "research-and-development",
    "salaries-and-wages",
    "other-operating-expenses",
  ] as const),
  ...(["depreciation", "depreciation-and-amortization", "capital-expenditure"] as const),
  ...(["accounts-receivable", "inventory", "accounts-payable", "working-capital"] as const),
]);
const fewestPast = 3;
const fewestAhead = 2;
/** A break is wider than all of history's own range, and a good part of the share itself. */
const leastOfShare = 0.3;
const leastPoints = 0.015;

interface Share {
  readonly entry: SeriesCell;
  readonly base: SeriesCell;
  readonly value: number;
}

interface Break {
  readonly item: LineItem;
  readonly cells: readonly SeriesCell[];
  readonly bound: Share;
  readonly first: Share;
  readonly isAbove: boolean;
}

function sharesOf(context: AuditContext, item: LineItem, revenue: LineItem): Share[] {
  const bases = new Map(context.seriesOf(revenue).map((cell) => [cell.period, cell]));
  return context.ownSeriesOf(item).flatMap((entry) => {
    const base = entry.period.kind === "year" ? bases.get(entry.period) : undefined;
    const [part, whole] = [context.numberAt(entry.address), base === undefined ? null : context.numberAt(base.address)];
    return base === undefined || part === null || whole === null || whole <= 0 || part === 0
      ? []
      : [{ entry, base, value: Math.abs(part) / whole }];
  });
}

function breakOf(context: AuditContext, item: LineItem, revenue: LineItem): Break | null {
  const shares = sharesOf(context, item, revenue);
  const past = shares.filter(({ entry }) => entry.period.phase === "actual");
  const ahead = shares.filter(({ entry }) => entry.period.phase === "forecast");
  const [first] = ahead;
  if (past.length < fewestPast || ahead.length < fewestAhead || first === undefined) return null;
  const sorted = [...past].sort((a, b) => a.value - b.value);
  const [low, high] = [sorted[0]!, sorted.at(-1)!];
  const isAbove = first.value > high.value;
  const bound = isAbove ? high : low;
  const least = Math.max(high.value - low.value, leastOfShare * bound.value, leastPoints);
  const isOut = ahead.every(({ value }) => (isAbove ? value - high.value : low.value - value) > least);
  return isOut ? { item, cells: ahead.map(({ entry }) => entry), bound, first, isAbove } : null;
}

/** A row that shows the share itself says more, and is judged by itself. */
function isShown(context: AuditContext, item: LineItem): boolean {
  const cell = context.ownSeriesOf(item).findLast(({ cell }) => (cell?.formula ?? null) !== null);
  if (cell === undefined) return false;
  return context.index.precedentsOf(cell.address).some(({ sheet, startRow0, startColumn0 }) => {
    const read = context.itemAt({ sheet, rowIndex0: startRow0, columnIndex0: startColumn0 });
    const isDriver = read !== null && (read.unit.kind === "percent" || read.unit.kind === "days");
    return (
      isDriver &&
      context
        .ownSeriesOf(read)
        .filter(({ period, address }) => period.phase === "actual" && context.numberAt(address) !== null).length >= 2
    );
  });
}

function shown({ entry, base, value }: Share) {
  return calculated(value, "percent", "row / revenue", { row: entry.address, revenue: base.address });
}

function told({ item, bound, first, isAbove }: Break): RichText {
  return say`${named(item, first.entry.address)} is ${shown(first)} of sales in ${place(first.entry.address, first.entry.period.label)} (${isAbove ? "highest" : "lowest"} in history: ${shown(bound)}, in ${bound.entry.period.label})`;
}

function draft(breaks: readonly Break[]): FindingDraft {
  const first = breaks[0]!;
  const one = breaks.length === 1;
  return {
    severity: "medium",
    confidence: 0.8,
    sheet: first.item.sheet,
    ranges: breaks.flatMap(({ cells }) => coverCells(cells.map(({ address }) => address))),
    title: `“${first.item.label.trim()}”${one ? "" : " and other rows"} of the forecast ${one ? "leaves its" : "leave their"} own share of sales`,
    comment: say`${listed(breaks.map(told))}. No row of the model shows that share, so the break is easily missed, and it moves profit or cash in every year ahead. Say what changes, or set the row by the share it had.`,
    nature: "judgement",
    meaning: breaks.map(({ item }) => item.id).join(),
    alsoRead: breaks.map(({ bound }) => bound.entry.address),
  };
}

/** Costs and working capital whose forecast stands in another proportion to sales than ever before, though no row says so. */
export const impliedShare: AuditRule = {
  id: "implied-share",
  find(context) {
    const revenues = groupBy(context.itemsOf("revenue", 0.84), ({ axisId }) => axisId);
    const breaks = [...revenues].flatMap(([axisId, [revenue]]) =>
      context.itemsOnAxis(axisId).flatMap((item) => {
        const { concept, unit, scenario } = item;
        const isMoney = unit.kind !== "percent" && unit.kind !== "days" && scenario === undefined;
        if (!isMoney || concept === null || concept.confidence < 0.84 || !movesWithSales.has(concept.id)) return [];
        return isShown(context, item) ? [] : (breakOf(context, item, revenue!) ?? []);
      }),
    );
    return [...groupBy(breaks, ({ item }) => item.axisId).values()].map(draft);
  },
};
