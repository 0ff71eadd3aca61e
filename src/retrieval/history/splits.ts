import { knownSince } from "../../concepts/time/filing-order";
import { type IsoDate } from "../../contracts/dates";
import { type FactHistory, type FactReport } from "../../contracts/fact-history";
import { shownHalfUnit, statedHalfUnit } from "./precision";

/** A split of the shares, known by the first filing that counts in new ones. */
export interface Split {
  /** Shares after for one before. */
  readonly ratio: number;
  readonly firstKnown: IsoDate;
  /** Tags whose figures moved by it. */
  readonly concepts: readonly string[];
}

type Moved = Pick<FactReport, "unit" | "value" | "decimals">;

/** What moves with every split and is in every report: by these a split is known. */
export const splitConcepts: readonly string[] = [
  "us-gaap:EarningsPerShareBasic",
  "us-gaap:EarningsPerShareDiluted",
  "us-gaap:EarningsPerShareBasicAndDiluted",
  "us-gaap:WeightedAverageNumberOfSharesOutstandingBasic",
  "us-gaap:WeightedAverageNumberOfDilutedSharesOutstanding",
  "us-gaap:WeightedAverageNumberOfShareOutstandingBasicAndDiluted",
  "us-gaap:WeightedAverageNumberDilutedSharesOutstandingAdjustment",
  "us-gaap:CommonStockDividendsPerShareDeclared",
  "us-gaap:CommonStockSharesIssued",
  "us-gaap:CommonStockSharesOutstanding",
  "ifrs-full:BasicEarningsLossPerShare",
  "ifrs-full:DilutedEarningsLossPerShare",
  "ifrs-full:WeightedAverageShares",
  "ifrs-full:AdjustedWeightedAverageShares",
];

const wholes = [...Array.from({ length: 49 }, (_, n) => n + 2), 100];
/** 4-for-1, 1-for-10, and the few that are no whole number of shares for one. */
const ratios = [...wholes, ...wholes.map((n) => 1 / n), 1.5, 2.5, 2 / 3];
/** A figure rounded by more than this share of itself tells no ratio. */
const coarsestShare = 0.03;
const fewestConcepts = 2;

export function isOfShares(unit: string | null): boolean {
  return unit === "shares" || (unit?.endsWith("/shares") ?? false);
}

/** The splits between a company's filings: one ratio, at one time, over several of its figures. */
export function findSplits(histories: readonly Pick<FactHistory, "reports">[]): Split[] {
  const moves = histories.flatMap(({ reports }) =>
    reports.slice(1).flatMap((after, index): Move[] => {
      const before = reports[index]!;
      const ratio = ratioBetween(before, after);
      const [last, first] = [knownSince(before.document), knownSince(after.document)];
      if (ratio === null || last === null || first === null || last >= first) return [];
      return [{ ratio, last, first, concept: after.concept }];
    }),
  );
  const splits = [...new Set(moves.map(({ ratio }) => ratio))].flatMap((ratio) =>
    eventsOf(moves.filter((move) => move.ratio === ratio)).map(({ first, concepts }) => ({
      ratio,
      firstKnown: first,
      concepts: [...concepts],
    })),
  );
  return splits
    .filter(({ concepts }) => concepts.length >= fewestConcepts)
    .sort((a, b) => (a.firstKnown < b.firstKnown ? -1 : 1));
}

/** `last` filing in old shares, `first` in new ones: the split lies between. */
interface Move {
  readonly ratio: number;
  readonly last: IsoDate;
  readonly first: IsoDate;
  readonly concept: string;
}

interface SplitEvent {
  last: IsoDate;
  first: IsoDate;
  readonly concepts: Set<string>;
}

/** Moves whose spans overlap are of one split, which lies where they overlap. */
function eventsOf(moves: readonly Move[]): SplitEvent[] {
  const events: SplitEvent[] = [];
  for (const { last, first, concept } of [...moves].sort((a, b) => (a.first < b.first ? -1 : 1))) {
    const event = events.find((known) => last < known.first && known.last < first);
    if (event === undefined) {
      events.push({ last, first, concepts: new Set([concept]) });
      continue;
    }
    if (last > event.last) event.last = last;
    if (first < event.first) event.first = first;
    event.concepts.add(concept);
  }
  return events;
}

/** The one split ratio that two figures differ by; null where none fits, or several do. */
function ratioBetween(before: Moved, after: Moved): number | null {
  if (!isOfShares(before.unit) || before.value === after.value) return null;
  const fitting = ratios.filter((ratio) => movedBy(before, after, ratio, coarsestShare));
  return fitting.length === 1 ? fitting[0]! : null;
}

/**
 * Whether a figure moved by the splits between its two filings, and how far its scale moved besides (thousands taken
 * for units); null where there are none or it did not.
 */
export function splitBetween(
  before: FactReport,
  after: FactReport,
  splits: readonly Split[],
): { readonly ratio: number; readonly rescaled: boolean } | null {
  const [from, to] = [knownSince(before.document), knownSince(after.document)];
  if (!isOfShares(before.unit) || from === null || to === null) return null;
  const between = splits.filter(({ firstKnown }) => from < firstKnown && firstKnown <= to);
  if (between.length === 0) return null;
  const ratio = between.reduce((product, split) => product * split.ratio, 1);
  const factor = before.unit === "shares" ? [1, 1000].find((scale) => isNear(before, after, ratio * scale)) : 1;
  if (factor === undefined || (factor === 1 && !isNear(before, after, ratio))) return null;
  return { ratio, rescaled: factor !== 1 };
}

/** Once the split is known, a count in round millions is enough, and one that is the difference of two rounded ones. */
function isNear(before: Moved, after: Moved, ratio: number): boolean {
  const [old, now] = before.unit === "shares" ? [before, after] : [after, before];
  const allowance = Math.min(2 * (halfUnitOf(old) * ratio + halfUnitOf(now)), 0.25 * Math.abs(now.value));
  return now.value !== 0 && Math.abs(old.value * ratio - now.value) <= allowance + 1e-9 * Math.abs(now.value);
}

function movedBy(before: Moved, after: Moved, ratio: number, mostRounded: number): boolean {
  const [old, now] = before.unit === "shares" ? [before, after] : [after, before];
  const allowance = halfUnitOf(old) * ratio + halfUnitOf(now);
  const size = Math.abs(now.value);
  if (size === 0 || allowance > mostRounded * size || Math.sign(old.value) !== Math.sign(now.value)) return false;
  return Math.abs(old.value * ratio - now.value) <= allowance * 1.001;
}

function halfUnitOf(figure: Moved): number {
  return statedHalfUnit(figure) ?? shownHalfUnit(figure);
}
