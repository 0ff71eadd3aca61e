import { trendThresholds } from "./trend-thresholds";

/** A value of the row with half of the last digit its filing vouches for. */
export interface Measured {
  readonly value: number;
  readonly halfUnit: number;
}

/** The way from one figure to the next; only between neighbours, never across a gap. */
export interface Step {
  /** Index of the later of the two. */
  readonly to: number;
  readonly sign: -1 | 0 | 1;
  /** What the words compare: the growth of amounts, the difference of ratios; null where there is no growth to speak of. */
  readonly size: number | null;
}

export interface Streak {
  readonly sign: -1 | 1;
  readonly length: number;
}

/** How a row changes: growth of amounts above zero, plain differences of ratios and of rows with losses. */
export function stepsOf(
  row: readonly (Measured | null)[],
  sizedBy: "growth" | "difference",
  stepBack = 1,
): readonly Step[] {
  return row.flatMap((later, to): Step[] => {
    const earlier = row[to - stepBack];
    if (!later || !earlier) return [];
    const difference = later.value - earlier.value;
    const within = earlier.halfUnit + later.halfUnit + Math.abs(later.value) * 1e-12;
    const sign = Math.abs(difference) <= within ? 0 : difference > 0 ? 1 : -1;
    const grows = earlier.value > 0 && later.value > 0;
    const size = sizedBy === "difference" ? difference : grows ? later.value / earlier.value - 1 : null;
    return [{ to, sign, size }];
  });
}

/** The one way the row has gone at its end, in unbroken neighbours. */
export function lastStreak(steps: readonly Step[]): Streak | null {
  const last = steps.at(-1);
  if (last === undefined || last.sign === 0) return null;
  let length = 0;
  for (let at = steps.length - 1; at >= 0; at--) {
    const step = steps[at] as Step;
    if (step.sign !== last.sign || step.to !== last.to - length) break;
    length++;
  }
  return { sign: last.sign, length };
}

/** Where the row turned: one way before, the other way since, and both for long enough; the index of the turning figure. */
export function turningPoint(steps: readonly Step[]): { readonly at: number; readonly since: -1 | 1 } | null {
  const streak = lastStreak(steps);
  const least = trendThresholds.fewestStepsOfAStreak;
  if (streak === null || streak.length < least || steps.length - streak.length < least) return null;
  const before = steps.slice(0, steps.length - streak.length);
  if (before.some((step) => step.sign !== -streak.sign)) return null;
  const first = before[0] as Step;
  const isUnbroken = steps.every((step, index) => step.to === first.to + index);
  return isUnbroken ? { at: (before.at(-1) as Step).to, since: streak.sign } : null;
}

export type Pace = "quickened" | "slowed" | "deepened" | "eased";

/** Whether the last rates themselves rise or fall, all of one sign and each apart from the one before. */
export function paceOf(steps: readonly Step[]): { readonly pace: Pace; readonly steps: readonly Step[] } | null {
  for (const length of [3, 2]) {
    const last = steps.slice(-length);
    const sizes = last.flatMap((step) => step.size ?? []);
    const sign = last[0]?.sign;
    const isUnbroken = last.every((step, index) => index === 0 || step.to === (last[index - 1] as Step).to + 1);
    if (sizes.length < length || !isUnbroken || sign === 0 || last.some((step) => step.sign !== sign)) continue;
    const apart = sizes.slice(1).map((size, index) => size - (sizes[index] as number));
    const least = trendThresholds.fasterByPoints;
    const direction = apart.every((by) => by >= least) ? 1 : apart.every((by) => by <= -least) ? -1 : 0;
    if (direction === 0) continue;
    if (sign === 1) return { pace: direction === 1 ? "quickened" : "slowed", steps: last };
    return { pace: direction === 1 ? "eased" : "deepened", steps: last };
  }
  return null;
}

/** The largest and the smallest of some sizes, by index; null where they are one. */
export function extremesOf(sizes: readonly (number | null)[]): { readonly high: number; readonly low: number } | null {
  let high = -1;
  let low = -1;
  sizes.forEach((size, index) => {
    if (size === null) return;
    if (high < 0 || size > (sizes[high] as number)) high = index;
    if (low < 0 || size < (sizes[low] as number)) low = index;
  });
  return high < 0 || high === low ? null : { high, low };
}

/** One word for how evenly a row goes; null between the two. */
export function evenness(steps: readonly Step[]): "steady" | "uneven" | null {
  const sizes = steps.flatMap((step) => step.size ?? []);
  if (sizes.length < 3 || sizes.length < steps.length) return null;
  const spread = Math.max(...sizes) - Math.min(...sizes);
  if (spread <= trendThresholds.steadyWithinPoints) return "steady";
  return spread >= trendThresholds.unevenFromPoints ? "uneven" : null;
}
