import { type TextPart } from "../../numbers/write-text";
import { extremesOf, paceOf, type Step, stepsOf } from "./measure-trend";
import { showDifference, showGrowth, showGrowthSize, showPoint } from "./trend-numbers";
import { type TrendPoint, type TrendRow } from "./trend-row";
import { countWord } from "./words-of-trend";

const quartersInAYear = 4;

/** What a row of quarters says: each against the same quarter a year before, for quarters have seasons. */
export function sayQuarters(row: TrendRow, title: string): TextPart[] {
  const last = row.points.at(-1) as TrendPoint;
  const grows = row.kind === "amount" && row.points.every(({ value }) => value > 0);
  const steps = stepsOf(row.slots, grows ? "growth" : "difference", quartersInAYear);
  return [
    ...sayLast(row, title, last, steps, grows),
    ...sayCounts(steps),
    ...(grows ? sayRates(row, steps) : sayLevels(row)),
  ];
}

function sayLast(row: TrendRow, title: string, last: TrendPoint, steps: readonly Step[], grows: boolean): TextPart[] {
  const opening: TextPart[] = [
    `${title} was `,
    showPoint(last),
    isBalance(last) ? ` at ${last.label}` : ` in ${last.label}`,
  ];
  const step = steps.find(({ to }) => row.slots[to] === last);
  const before = step === undefined ? null : (row.slots[step.to - quartersInAYear] ?? null);
  if (step === undefined || before === null)
    return [...opening, "; the same quarter a year before is not on file, so it is compared with nothing."];
  const counterpart: TextPart[] = [
    isBalance(last) ? " a year before (" : " the same quarter a year before (",
    showPoint(before),
    ` ${isBalance(last) ? "at" : "in"} ${before.label}).`,
  ];
  if (step.sign === 0) return [...opening, ", within rounding the same as", ...counterpart];
  const by = grows ? showGrowthSize(before, last) : showDifference(before, last, row.kind);
  return [...opening, ", ", ...(by === null ? [] : [by]), step.sign > 0 ? " above" : " below", ...counterpart];
}

const isBalance = (point: TrendPoint): boolean => /^\d{4}-/.test(point.label);

function sayCounts(steps: readonly Step[]): TextPart[] {
  if (steps.length < 2) return [];
  const rises = steps.filter(({ sign }) => sign > 0).length;
  const falls = steps.filter(({ sign }) => sign < 0).length;
  const [verb, count] = falls > rises ? ["below", falls] : ["above", rises];
  return [
    ` It stood ${verb} the year before in ${countWord(count)} of the ${countWord(steps.length)} quarters that can be compared.`,
  ];
}

/** Growth against the year before: whether it quickens, else between what it lay. */
function sayRates(row: TrendRow, steps: readonly Step[]): TextPart[] {
  const rateAt = ({ to }: Step) => {
    const [from, at] = [row.slots[to - quartersInAYear] ?? null, row.slots[to] ?? null];
    return from === null || at === null ? null : showGrowth(from, at);
  };
  const labelAt = ({ to }: Step): string => row.slots[to]?.label ?? "";
  const pace = paceOf(steps);
  if (pace !== null) {
    const words = {
      quickened: "Growth has quickened",
      slowed: "Growth has slowed",
      deepened: "The decline has deepened",
      eased: "The decline has eased",
    };
    const parts = pace.steps.flatMap((step, index): TextPart[] => {
      const rate = rateAt(step);
      return rate === null ? [] : [index === 0 ? "" : " to ", rate, ` in ${labelAt(step)}`];
    });
    return [` ${words[pace.pace]} against the year before, from `, ...parts, "."];
  }
  const found = steps.length < 3 ? null : extremesOf(steps.map(({ size }) => size));
  if (found === null) return [];
  const [high, low] = [steps[found.high] as Step, steps[found.low] as Step];
  const [highest, lowest] = [rateAt(high), rateAt(low)];
  if (highest === null || lowest === null) return [];
  return [
    " Growth against the year before lay between ",
    lowest,
    ` in ${labelAt(low)} and `,
    highest,
    ` in ${labelAt(high)}.`,
  ];
}

function sayLevels(row: TrendRow): TextPart[] {
  const found = row.points.length < 3 ? null : extremesOf(row.points.map(({ value }) => value));
  if (found === null) return [];
  const [high, low] = [row.points[found.high] as TrendPoint, row.points[found.low] as TrendPoint];
  const at = isBalance(high) ? "at" : "in";
  return [
    ` It was highest ${at} ${high.label}, at `,
    showPoint(high),
    `, and lowest ${at} ${low.label}, at `,
    showPoint(low),
    ".",
  ];
}
