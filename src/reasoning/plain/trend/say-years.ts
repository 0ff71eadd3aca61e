import { daysBetween } from "../../../concepts/time/days";
import { type TextPart } from "../../numbers/write-text";
import { evenness, extremesOf, lastStreak, paceOf, type Pace, type Step, stepsOf, turningPoint } from "./measure-trend";
import {
  isBelowAverage,
  showAgainstAverage,
  showAverage,
  showCompounded,
  showDifference,
  showGrowth,
  showGrowthSize,
  showPoint,
} from "./trend-numbers";
import { type TrendPoint, type TrendRow } from "./trend-row";
import { trendThresholds } from "./trend-thresholds";
import { countWord, joinWords } from "./words-of-trend";

/** What a row of years says, in at most four sentences; each word of it follows from the numbers in it. */
export function sayYears(row: TrendRow, title: string): TextPart[] {
  const hasLoss = row.kind === "amount" && row.points.some(({ value }) => value <= 0);
  const grows = row.kind === "amount" && !hasLoss;
  const steps = stepsOf(row.slots, grows ? "growth" : "difference");
  return [
    ...sayWhole(row, title, steps, grows),
    ...(row.points.length > 2 ? sayCourse(row, steps, grows) : []),
    ...(row.points.length > 2 ? sayExtremes(row, steps, grows) : []),
    ...sayAgainstAverage(row, hasLoss),
  ];
}

/** From the first figure to the last: which way, how far, how fast, and in how many of the years. */
function sayWhole(row: TrendRow, title: string, steps: readonly Step[], grows: boolean): TextPart[] {
  const [first, last] = [row.points[0] as TrendPoint, row.points.at(-1) as TrendPoint];
  const [whole] = stepsOf([first, last], grows ? "growth" : "difference");
  const way = `from `;
  const ends: TextPart[] = [way, showPoint(first), ` in ${first.label} to `, showPoint(last), ` in ${last.label}`];
  if (whole === undefined || whole.sign === 0)
    return [`${title} was unchanged within the rounding of the filings, `, ...ends, ...sayCounts(row, steps, 0, grows)];
  const rises = whole.sign > 0;
  const least = row.kind === "ratio" ? trendThresholds.littleChangedPoints : trendThresholds.littleChangedRatio;
  const isLittle =
    whole.size !== null && row.kind !== "measure" && (grows || row.kind === "ratio") && Math.abs(whole.size) < least;
  const verb = isLittle ? "was little changed, " : rises ? "rose " : "fell ";
  if (!grows) {
    const by = showDifference(first, last, row.kind);
    return [
      `${title} ${verb}`,
      ...ends,
      ...(by === null ? [] : [`, ${rises ? "up" : "down"} by `, by]),
      ...sayCounts(row, steps, whole.sign, grows),
      ...sayLosses(row),
    ];
  }
  const total = showGrowthSize(first, last);
  const years = Math.round(daysBetween(first.period.end, last.period.end) / 365.25);
  const compounded = years > 1 ? showCompounded(first, last, years) : null;
  return [
    `${title} ${verb}`,
    ...ends,
    ...(total === null
      ? []
      : [
          `, ${rises ? "up" : "down"} `,
          total,
          ...(compounded === null ? [] : [" in all, or ", compounded, " a year compounded"]),
        ]),
    ...sayCounts(row, steps, whole.sign, grows),
  ];
}

/** Growth from or to a loss says nothing: where there is none to give, why. */
function sayLosses(row: TrendRow): TextPart[] {
  const below = row.kind === "amount" ? row.points.filter(({ value }) => value <= 0) : [];
  if (below.length === 0) return [];
  const when = below.length === row.points.length ? "any of the years" : joinWords(below.map(({ label }) => label));
  return [` It was not above zero in ${when}, so no growth rate is given.`];
}

/** In how many of the steps it went the way of the whole; of two that part ways each is said instead. */
function sayCounts(row: TrendRow, steps: readonly Step[], net: -1 | 0 | 1, grows: boolean): TextPart[] {
  if (steps.length < 2) return ["."];
  if (steps.length === 2 && steps[0]?.sign !== steps[1]?.sign) return [".", ...sayTwo(row, steps, grows)];
  const rises = steps.filter(({ sign }) => sign > 0).length;
  const falls = steps.filter(({ sign }) => sign < 0).length;
  const all = countWord(steps.length);
  if (rises === steps.length) return [`, rising in each of the ${all} years.`];
  if (falls === steps.length) return [`, falling in each of the ${all} years.`];
  const [verb, count] = net < 0 ? ["falling", falls] : ["rising", rises];
  return [`, ${verb} in ${countWord(count)} of the ${all} years.`];
}

/** "It fell 2.8% in fiscal 2023 and rose 2.0% in fiscal 2024." */
function sayTwo(row: TrendRow, steps: readonly Step[], grows: boolean): TextPart[] {
  const parts = steps.flatMap((step, index): TextPart[] => {
    const size = grows ? sizeAt(row, step) : differenceAt(row, step);
    const label = row.slots[step.to]?.label ?? "";
    const joint = index === 0 ? " It " : " and ";
    if (step.sign === 0 || size === null) return [`${joint}was unchanged within rounding in ${label}`];
    return [`${joint}${step.sign > 0 ? "rose" : "fell"} ${grows ? "" : "by "}`, size, ` in ${label}`];
  });
  return [...parts, "."];
}

const paces: Readonly<Record<Pace, string>> = {
  quickened: "Growth has quickened",
  slowed: "Growth has slowed",
  deepened: "The decline has deepened",
  eased: "The decline has eased",
};

/** Where it turned; else whether its pace changes; else how long it has gone one way. */
function sayCourse(row: TrendRow, steps: readonly Step[], grows: boolean): TextPart[] {
  const turn = turningPoint(steps);
  const at = turn === null ? null : (row.slots[turn.at] ?? null);
  if (turn !== null && at !== null) {
    const [before, since] = turn.since < 0 ? ["risen", "fallen"] : ["fallen", "risen"];
    return [
      ` It turned after ${at.label}, at `,
      showPoint(at),
      `: it had ${before} until then and has ${since} since.`,
    ];
  }
  const pace = grows ? paceOf(steps) : null;
  if (pace !== null) {
    const rates = pace.steps.flatMap((step) => {
      const shown = growthAt(row, step);
      return shown === null ? [] : [{ shown, label: row.slots[step.to]?.label ?? "" }];
    });
    const parts = rates.flatMap(({ shown, label }, index): TextPart[] => [
      index === 0 ? "" : " to ",
      shown,
      ` in ${label}`,
    ]);
    return [` ${paces[pace.pace]}, from `, ...parts, "."];
  }
  const streak = lastStreak(steps);
  if (streak === null || streak.length < trendThresholds.fewestStepsOfAStreak || streak.length === steps.length)
    return [];
  return [` It has ${streak.sign > 0 ? "risen" : "fallen"} in each of the last ${countWord(streak.length)} years.`];
}

/** The largest and the smallest: of yearly growth where there is growth, else of the figures themselves. */
function sayExtremes(row: TrendRow, steps: readonly Step[], grows: boolean): TextPart[] {
  if (!grows) {
    const found = steps.length < 3 ? null : extremesOf(row.points.map(({ value }) => value));
    if (found === null) return [];
    const [high, low] = [row.points[found.high] as TrendPoint, row.points[found.low] as TrendPoint];
    return [
      ` It was highest in ${high.label}, at `,
      showPoint(high),
      `, and lowest in ${low.label}, at `,
      showPoint(low),
      ".",
    ];
  }
  const found = steps.length < 3 ? null : extremesOf(steps.map(({ size }) => size));
  if (found === null) return [];
  const [high, low] = [steps[found.high] as Step, steps[found.low] as Step];
  const even = evenness(steps);
  const opening = even === null ? " The" : ` The yearly changes were ${even}: the`;
  const nameOf = (step: Step, isHigh: boolean): string =>
    step.sign > 0 ? (isHigh ? "largest rise" : "smallest rise") : isHigh ? "smallest fall" : "largest fall";
  const [highest, lowest] = [sizeAt(row, high), sizeAt(row, low)];
  if (highest === null || lowest === null || high.sign === 0 || low.sign === 0) return [];
  return [
    `${opening} ${nameOf(high, true)} was `,
    highest,
    ` in ${row.slots[high.to]?.label ?? ""}, the ${nameOf(low, false)} `,
    lowest,
    ` in ${row.slots[low.to]?.label ?? ""}.`,
  ];
}

function growthAt(row: TrendRow, { to }: Step): ReturnType<typeof showGrowth> {
  const [from, at] = [row.slots[to - 1] ?? null, row.slots[to] ?? null];
  return from === null || at === null ? null : showGrowth(from, at);
}

function sizeAt(row: TrendRow, { to }: Step): ReturnType<typeof showGrowthSize> {
  const [from, at] = [row.slots[to - 1] ?? null, row.slots[to] ?? null];
  return from === null || at === null ? null : showGrowthSize(from, at);
}

function differenceAt(row: TrendRow, { to }: Step): ReturnType<typeof showDifference> {
  const [from, at] = [row.slots[to - 1] ?? null, row.slots[to] ?? null];
  return from === null || at === null ? null : showDifference(from, at, row.kind);
}

/** The last figure beside the mean of the row; of a row with losses a mean in percent would say nothing. */
function sayAgainstAverage(row: TrendRow, hasLoss: boolean): TextPart[] {
  const last = row.points.at(-1);
  if (last === undefined || hasLoss || row.points.length < trendThresholds.fewestPointsForAnAverage) return [];
  const average = showAverage(row.points);
  const apart = showAgainstAverage(last, row.points, row.kind);
  if (average === null || apart === null || (apart.value ?? 0) <= 0) return [];
  const where = isBelowAverage(last, row.points) ? "below" : "above";
  return [
    ` At the end of the row it stands `,
    apart,
    ` ${where} the mean of its ${countWord(row.points.length)} years, `,
    average,
    ".",
  ];
}
