import { type ConceptId } from "../../../contracts/concept";
import { type CellAddress, type LineItem, type Period } from "../../../contracts/model-map";
import { type RichText } from "../../../contracts/rich-text";
import { groupBy } from "../../../workbook/group-by";
import { cellKey, type AuditContext, type SeriesCell } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { oncePerReview } from "../../once-per-review";
import { coverCells } from "../../lines/cover-cells";
import { called, nameOf } from "../../lines/cell-name";
import { linkOf } from "../../lines/formula-shape";
import { leadingStep, madeAt, type LeadingStep } from "../../lines/leading-step";
import { asRange, calculated, listed, named, number, place, say } from "../../wording/say";

/** A top line that leaves its path by less, or a cost or balance, asks for no word. */
const leastOfRevenue = 0.1;
const leastOfOthers = 0.3;
/** Of a company that moves this much every year no year stands out. */
const wildest = 1.5;
/** What is small beside the largest row of its axis moves nothing. */
const smallest = 0.02;
const fewestSteps = 2;
/** Without a step of history the forecast itself must be far steadier. */
const leastWithoutHistory = 0.4;
/** A young company's plant and what is written off it grow by nature. */
const fromFirstYear: ReadonlySet<ConceptId> = new Set<ConceptId>([
  ...([
    "revenue",
    "cost-of-revenue",
    "operating-expenses",
    "selling-general-administrative",
    "salaries-and-wages",
  ] as const),
  ...(["accounts-receivable", "inventory", "accounts-payable", "prepaid-expenses"] as const),
]);
/** They follow from rows above them, which are told. */
const results: ReadonlySet<ConceptId> = new Set<ConceptId>([
  ...([
    "gross-profit",
    "ebitda",
    "ebit",
    "operating-income",
    "pretax-income",
    "net-income",
    "retained-earnings",
  ] as const),
  ...([
    "interest-expense",
    "interest-income",
    "net-interest-expense",
    "income-tax-expense",
    "operating-cash-flow",
  ] as const),
]);
/** Balances that jump by the nature of a deal or a year's end. */
const lumpy =
  /\b(?:proceeds|issu\w+|acqui\w+|disposals?|buy ?backs?|repurchases?|one[- ]?off|exceptional|restructuring|impairment|other|change|changes|increase|decrease|movement|net cash|free cash flow|draw\w*|repay\w*|borrowings?|revolver|cash|surplus|gain|loss|losses)\b/iu;

interface Seam {
  readonly item: LineItem;
  readonly last: SeriesCell;
  readonly first: SeriesCell;
  readonly change: number;
  readonly hasPast: boolean;
  /** The change nearest to it in all other years. */
  readonly nearest: { readonly change: number; readonly from: CellAddress; readonly to: CellAddress };
}

interface Step {
  readonly change: number;
  readonly from: SeriesCell;
  readonly to: SeriesCell;
}

/** Years that follow each other with figures above nought. */
function stepsOf(context: AuditContext, item: LineItem): Step[] | null {
  const years = context
    .ownSeriesOf(item)
    .filter(({ period, address }) => period.kind === "year" && context.numberAt(address) !== null);
  const steps: Step[] = [];
  for (const [i, to] of years.entries()) {
    const from = years[i - 1];
    if (from === undefined) continue;
    const [then, now] = [context.numberAt(from.address)!, context.numberAt(to.address)!];
    if (then * now <= 0) return null;
    if (from.period.year !== null && to.period.year !== null && to.period.year !== from.period.year + 1) return null;
    steps.push({ change: now / then - 1, from, to });
  }
  return steps;
}

function isMoney({ unit, isTotal, label, path, scenario }: LineItem): boolean {
  if (scenario !== undefined || unit.kind === "percent" || unit.kind === "multiple" || unit.kind === "days")
    return false;
  return !isTotal && !lumpy.test(label) && !/\b(?:case|scenario|peers?|check)\b/iu.test(path.join(" "));
}

function seamOf(context: AuditContext, item: LineItem): Seam | null {
  const concept = item.concept !== null && item.concept.confidence >= 0.8 ? item.concept.id : null;
  if (!isMoney(item) || concept === null || results.has(concept)) return null;
  const steps = stepsOf(context, item);
  const at = steps?.findIndex(({ from, to }) => from.period.phase === "actual" && to.period.phase === "forecast") ?? -1;
  const seam = steps?.[at];
  if (steps === null || seam === undefined) return null;
  const [past, ahead] = [steps.slice(0, at), steps.slice(at + 1)];
  if (ahead.length < fewestSteps || linkOf(context, seam.to.address) !== null) return null;
  const others = [...past, ...ahead].sort((a, b) => a.change - b.change);
  const [low, high] = [others[0]!, others.at(-1)!];
  if (past.length === 0 && !fromFirstYear.has(concept)) return null;
  const floor = concept === "revenue" ? leastOfRevenue : leastOfOthers;
  const least = Math.max(past.length === 0 ? leastWithoutHistory : floor, high.change - low.change);
  if (high.change - low.change > wildest) return null;
  const nearest = seam.change > high.change ? high : low;
  const beyond = seam.change > high.change ? seam.change - high.change : low.change - seam.change;
  /** A fall by half undoes a doubling. */
  const size = seam.change < 0 && concept !== "revenue" ? beyond / (1 + seam.change) : beyond;
  if (beyond <= 0 || size < least) return null;
  return {
    item,
    last: seam.from,
    first: seam.to,
    change: seam.change,
    hasPast: past.length > 0,
    nearest: { change: nearest.change, from: nearest.from.address, to: nearest.to.address },
  };
}

/** The size of the largest row in a period of an axis, by axis and period: seams of one axis lie in few of them. */
const largestRows = oncePerReview(() => new Map<string, number>());

function largestOf(context: AuditContext, axisId: string, period: Period): number {
  const known = largestRows(context);
  const key = `${axisId}/${period.index0}`;
  let largest = known.get(key);
  if (largest === undefined) {
    largest = 0;
    for (const row of context.itemsOnAxis(axisId)) {
      const cell = row.unit.kind === "percent" ? undefined : context.seriesOf(row).find((one) => one.period === period);
      if (cell !== undefined) largest = Math.max(largest, Math.abs(context.numberAt(cell.address) ?? 0));
    }
    known.set(key, largest);
  }
  return largest;
}

function isSmall(context: AuditContext, { item, last, first }: Seam): boolean {
  const own = Math.max(...[last, first].map(({ address }) => Math.abs(context.numberAt(address)!)));
  return own < smallest * largestOf(context, item.axisId, last.period);
}

function told({ item, last, first, change, nearest }: Seam): RichText {
  const ends = { "first forecast": first.address, "last actual": last.address };
  const now =
    change > 1
      ? say`to ${calculated(1 + change, "multiple", "first forecast / last actual", ends)} its size`
      : say`by ${calculated(change, "percent", "first forecast / last actual - 1", ends)}`;
  const other = calculated(nearest.change, "percent", "this year / the year before - 1", {
    "this year": nearest.to,
    "the year before": nearest.from,
  });
  return say`${named(item, first.address)} ${now} (nearest of all other years: ${other})`;
}

function draft(seams: readonly Seam[]): FindingDraft {
  const first = seams[0]!;
  const one = seams.length === 1;
  const { period } = first.first;
  return {
    severity: "medium",
    confidence: 0.8,
    sheet: first.item.sheet,
    ranges: coverCells(seams.map((seam) => seam.first.address)),
    title: one
      ? `“${first.item.label.trim()}” jumps where the forecast begins`
      : `“${first.item.label.trim()}” and other rows jump where the forecast begins`,
    comment: say`From ${place(first.last.address, first.last.period.label)} to ${place(first.first.address, period.label)} the forecast moves ${listed(seams.map((seam) => told(seam)))}. ${first.hasPast ? "Neither the years before nor those after do the like" : "No year after it does the like"}, so the level set in that one step carries the whole forecast. Say what happens in ${period.label}, or begin the forecast from the last actual figure.`,
    nature: "judgement",
    meaning: seams.map(({ item }) => item.id).join(),
    alsoRead: seams.map(({ last }) => last.address),
  };
}

interface Follower {
  readonly seam: Seam;
  readonly leader: LeadingStep;
}

/** Rows at an unchanged share of a figure that itself jumps: the jump is that figure's, and told where it is made. */
function draftOfLeaders(context: AuditContext, followers: readonly Follower[]): FindingDraft {
  const leaders = [...new Map(followers.map(({ leader }) => [cellKey(leader.to), leader])).values()];
  const made = leaders.map(({ to }) => madeAt(context, to));
  const { sheet } = made[0]!;
  const steps = leaders.map(
    ({ from, to }) => say`${called(context, to)} from ${number(context, from)} to ${number(context, to)}`,
  );
  const { last, first } = followers[0]!.seam;
  return {
    severity: "medium",
    confidence: 0.8,
    sheet,
    ranges: made.filter((cell) => cell.sheet === sheet).map(asRange),
    title: `“${nameOf(context, leaders[0]!.to)?.label ?? followers[0]!.seam.item.label.trim()}” ${leaders.length === 1 ? "jumps" : "and other rows jump"} where the forecast begins`,
    comment: say`From ${place(last.address, last.period.label)} to ${place(first.address, first.period.label)} the forecast moves ${listed(steps)}. What follows it at an unchanged share (${listed(followers.map(({ seam }) => named(seam.item, seam.first.address)))}) takes no such step in any other year, so the level set in that one carries the whole forecast. Say what happens in ${first.period.label}, or begin the forecast from the last actual figure.`,
    nature: "judgement",
    meaning: `leaders/${followers.map(({ seam }) => seam.item.id).join()}`,
    alsoRead: [...made.filter((cell) => cell.sheet !== sheet), ...leaders.flatMap(({ from, to }) => [from, to])],
  };
}

/** What is found on one axis: the rows that jump by themselves, and what the others follow where no axis tells it. */
function drafts(context: AuditContext, seams: readonly Seam[], toldCells: ReadonlySet<string>): FindingDraft[] {
  const followers = seams.flatMap((seam): Follower[] => {
    const leader = leadingStep(context, seam.last.address, seam.first.address);
    return leader === null ? [] : [{ seam, leader }];
  });
  const following = new Set(followers.map(({ seam }) => seam));
  const own = seams.filter((seam) => !following.has(seam));
  const untold = followers.filter(({ leader }) => !toldCells.has(cellKey(madeAt(context, leader.to))));
  return [...(own.length === 0 ? [] : [draft(own)]), ...(untold.length === 0 ? [] : [draftOfLeaders(context, untold)])];
}

/** A row whose first forecast year leaves both what was and what follows. */
export const forecastSeam: AuditRule = {
  id: "forecast-seam",
  find(context) {
    const seams = context.model.lineItems
      .flatMap((item) => seamOf(context, item) ?? [])
      .filter((seam) => !isSmall(context, seam));
    const toldCells = new Set(seams.map(({ first }) => cellKey(first.address)));
    return [...groupBy(seams, ({ item }) => item.axisId).values()].flatMap((found) =>
      drafts(context, found, toldCells),
    );
  },
};
