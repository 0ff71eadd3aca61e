import { type Similarity } from "../../contracts/filing-changes";

/** Below the usual by this much, and below the lowest before by the second, a change is unusual. */
const belowUsual = 0.15;
const belowLowest = 0.05;
/** One year before says little of what is usual: the difference must be larger. */
const belowOnlyOther = 0.25;

/**
 * One sentence where an item changed more than it does in other years; null where it did not, or no other year tells.
 * `others`: the comparisons of the years before, newest first. Every number in it is one of those given.
 */
export function tellUnusual(item: string, now: Similarity, others: readonly Similarity[]): string | null {
  const before = others.map(({ jaccard }) => jaccard);
  if (before.length === 0) return null;
  const sorted = [...before].sort((a, b) => a - b);
  const [lowest, highest] = [sorted[0]!, sorted.at(-1)!];
  const middle = (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2;
  const isUnusual =
    before.length === 1
      ? now.jaccard < middle - belowOnlyOther
      : now.jaccard < middle - belowUsual && now.jaccard < lowest - belowLowest;
  if (!isUnusual) return null;
  const yearBefore = `${percent(before[0]!)} the year before`;
  const range =
    before.length === 1
      ? ""
      : ` and ${percent(lowest)} to ${percent(highest)} in ${before.length} comparisons before it`;
  return `Item ${item} changed more than is usual for this company: of all the different sentences of both filings ${percent(now.jaccard)} stand in both, against ${yearBefore}${range}.`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
