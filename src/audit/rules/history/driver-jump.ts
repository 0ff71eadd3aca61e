import { readRatioLabel } from "../../../concepts/read-ratio-label";
import { type ConceptId } from "../../../contracts/concept";
import { type LineItem } from "../../../contracts/model-map";
import { type RichText } from "../../../contracts/rich-text";
import { type AuditContext, type SeriesCell } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { coverCells } from "../../lines/cover-cells";
import { ratioSides, soleRead } from "../../meaning/ratio-sides";
import { listed, number, place, say } from "../../wording/say";
import { splitHistory, type SplitSeries } from "../../meaning/split-history";
import { addTo } from "../../../workbook/group-by";

/** What of a driver's size a break must be at least, so that a small ratio's noise is none. */
type DriverKind = "share" | "days";
const leastBreak: Readonly<Record<DriverKind, number>> = { share: 0.01, days: 7 };
/** Two years of a rate that lenders set are no range. */
const fewestPast = 2;
const fewestPastRates = 3;
/** Of a large share a few points are much, of a small one only a good part of it. */
const widePoints = 0.05;
const wideShare = 0.25;
/** What a drift must leave history by, of the last figure inside it. */
const drifted = 0.05;
/** Three years in one direction are a trend. */
const fewestTrend = 3;
const wentBack = 0.5;
const reversedBy = 0.5;

const days: ReadonlySet<ConceptId> = new Set<ConceptId>(["days-sales-outstanding", "days-inventory", "days-payable"]);
const shares: ReadonlySet<ConceptId> = new Set<ConceptId>([
  "cogs-to-revenue",
  "opex-to-revenue",
  "sga-to-revenue",
  "rnd-to-revenue",
  "g-and-a-to-revenue",
  "sales-and-marketing-to-revenue",
  "capex-to-revenue",
  "da-to-revenue",
  "nwc-to-revenue",
  "share-of-revenue",
  "share-of-amount",
  "depreciation-rate",
  "interest-rate",
  "tax-rate",
  "effective-tax-rate",
  "payout-ratio",
]);
/** They follow from the costs; judged as margins. */
const isResult = /\b(?:margin|profit|income|earnings|ebit\w*|growth|return|yield|change|coverage|leverage)\b/iu;
const taxOrPayout = /\b(?:tax|payout|interest)\b/iu;

function kindOf(item: LineItem): DriverKind | null {
  if (item.scenario !== undefined || item.concept?.id === "days-in-period") return null;
  const id = item.concept !== null && item.concept.confidence >= 0.75 ? item.concept.id : null;
  if (id !== null && days.has(id)) return "days";
  if (isResult.test(item.label) && !taxOrPayout.test(item.label)) return null;
  if (id !== null && shares.has(id)) return "share";
  const ratio = readRatioLabel(item.label);
  if (ratio?.kind === "days" || /\bdays\b/iu.test(item.label)) return "days";
  return ratio?.kind === "share" ? "share" : null;
}

function isLenders(item: LineItem): boolean {
  return item.concept?.id === "interest-rate" || /\binterest rate\b/iu.test(item.label);
}

/** A payout is decided, not achieved: any level that history has seen will do. */
function isPolicy(item: LineItem): boolean {
  return item.concept?.id === "payout-ratio" || /\bpayout\b/iu.test(item.label);
}

interface Break {
  readonly name: string;
  readonly item: LineItem;
  readonly cells: readonly SeriesCell[];
  readonly last: SeriesCell;
  readonly worst: SeriesCell;
  /** The nearest year of history, which the forecast leaves behind. */
  readonly bound: SeriesCell;
  /** It goes back on the way all of history went. */
  readonly turns: boolean;
}

function breakOf(context: AuditContext, item: LineItem): Break | null {
  const kind = kindOf(item);
  const split = kind === null ? null : splitHistory(context, item);
  if (
    kind === null ||
    split === null ||
    split.history.length < (isLenders(item) ? fewestPastRates : fewestPast) ||
    split.forecast.length < 2
  )
    return null;
  const size = ({ address }: SeriesCell) => Math.abs(context.numberAt(address)!);
  const sized = (series: readonly SeriesCell[]) => [...series].sort((a, b) => size(a) - size(b));
  const past = sized(split.history);
  const ahead = sized(split.forecast);
  const [low, high] = [past[0]!, past.at(-1)!];
  const least = ahead[0]!;
  const most = ahead.find((cell) => size(cell) === size(ahead.at(-1)!))!;
  /** Nought is a year without; a share above one or days beyond the year are measured on something else. */
  if (size(low) === 0 || size(least) === 0 || size(most) > (kind === "days" ? 1000 : 1)) return null;
  if (new Set([...past, ...ahead].map(({ address }) => context.numberAt(address)! > 0)).size > 1) return null;
  const last = split.history.at(-1)!;
  const isAbove = size(most) - size(high) >= size(low) - size(least);
  const [worst, bound] = isAbove ? [most, high] : [least, low];
  const beyond = isAbove ? size(most) - size(high) : size(low) - size(least);
  const swing = size(high) - size(low);
  const relative = wideShare * size(bound);
  const wide = Math.max(leastBreak[kind], swing / 2, kind === "days" ? relative : Math.min(relative, widePoints));
  const name = nameOfDriver(context, item, split.history[0]!);
  const end = split.forecast.at(-1)!;
  const away = Math.abs(size(end) - size(last));
  /** Step by step out of all that was, to end far from where it started. */
  const isDrift =
    end === worst && beyond > drifted * size(bound) && away >= Math.max(wideShare * size(last), 2 * leastBreak[kind]);
  if (beyond > wide || isDrift) return { name, item, last, worst, bound, cells: split.forecast, turns: false };
  return !isPolicy(item) && isReversal(context, kind, split)
    ? { name, item, last, worst: split.forecast[0]!, bound: last, cells: split.forecast, turns: true }
    : null;
}

/** History went one way year by year, and the forecast goes back on more than half of it at once: a tax rate that fell to half and is taken at the old level. */
function isReversal(context: AuditContext, kind: DriverKind, { history, forecast }: SplitSeries): boolean {
  const past = history.map(({ address }) => context.numberAt(address)!);
  const [first, last, next] = [past[0]!, past.at(-1)!, context.numberAt(forecast[0]!.address)!];
  const way = Math.sign(last - first);
  const isOneWay = past.slice(1).every((value, i) => Math.sign(value - past[i]!) === way);
  if (past.length < fewestTrend || way === 0 || !isOneWay) return false;
  const back = (last - next) * way;
  const least = kind === "days" ? 2 * leastBreak.days : widePoints;
  return back > Math.abs(last - first) * wentBack && back > Math.max(least, reversedBy * Math.abs(last));
}

/** "% of sales" alone does not say of what: the row above the line does. */
function nameOfDriver(context: AuditContext, item: LineItem, first: SeriesCell): string {
  const own = item.label.trim().replace(/\s*:$/u, "");
  const sides = /^%/u.test(own) ? ratioSides(context, first.address) : null;
  const part = sides === null ? null : soleRead(context, first.address, sides.over);
  const whole = part === null ? null : context.itemAt(part);
  return whole === null ? own : `${whole.label.trim()}, ${own}`;
}

function told(context: AuditContext, { name, cells, last, worst, bound, turns }: Break): RichText {
  const from = say`“${place(coverCells(cells.map(({ address }) => address))[0]!, name)}” goes from ${number(context, last.address)} in ${place(last.address, last.period.label)} to ${number(context, worst.address)} in ${place(worst.address, worst.period.label)}`;
  if (turns) {
    const fell = context.numberAt(worst.address)! > context.numberAt(last.address)!;
    return say`${from}, after every year before it ${fell ? "fell" : "rose"}`;
  }
  if (bound === last) return from;
  const side =
    Math.abs(context.numberAt(worst.address)!) > Math.abs(context.numberAt(bound.address)!) ? "highest" : "lowest";
  return say`${from} (${side} so far: ${number(context, bound.address)})`;
}

function draft(context: AuditContext, breaks: readonly Break[]): FindingDraft {
  const [first] = breaks;
  const { name } = first!;
  return {
    severity: "medium",
    confidence: 0.78,
    sheet: first!.item.sheet,
    ranges: breaks.flatMap(({ cells }) => coverCells(cells.map(({ address }) => address))),
    title:
      breaks.length === 1
        ? `“${name}” breaks with its own history`
        : `“${name}” and other drivers break with their own history`,
    comment: say`${listed(
      breaks.map((one) => told(context, one)),
      5,
    )}. The years before do not lead there, and profit or cash moves with it. Name what changes (a contract, a policy, a law) beside it, or bring the forecast back to what was achieved.`,
    nature: "judgement",
    meaning: breaks.map(({ item }) => item.id).join(),
    alsoRead: breaks.map(({ last }) => last.address),
  };
}

/** Drivers other than growth and margins whose forecast has nothing to do with their own past: one finding a sheet. */
export const driverJump: AuditRule = {
  id: "driver-jump",
  find(context) {
    const bySheet = new Map<string, Break[]>();
    for (const item of context.model.lineItems) {
      const found = breakOf(context, item);
      if (found === null) continue;
      addTo(bySheet, item.sheet, found);
    }
    return [...bySheet.values()].map((breaks) => draft(context, breaks));
  },
};
