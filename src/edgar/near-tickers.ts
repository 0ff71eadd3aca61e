export interface ListedTicker {
  readonly ticker: string;
  /** The company's name as EDGAR has it. */
  readonly title: string;
}

const mostNear = 3;

/** Whom somebody may have meant: other share classes first, then companies whose name begins so, then tickers a slip away. */
export function findNearTickers(asked: string, all: readonly ListedTicker[]): ListedTicker[] {
  const wanted = lettersOf(asked);
  const name = asked.trim().toLowerCase();
  if (wanted === "") return [];
  const near = [
    ...all.filter(({ ticker }) => lettersOf(ticker) === wanted || ticker.toUpperCase().startsWith(`${wanted}-`)),
    ...(name.length > 2 ? all.filter(({ title }) => title.toLowerCase().startsWith(name)) : []),
    // Of two letters nearly everything is a slip away: that helps nobody.
    ...(wanted.length > 2 ? all.filter(({ ticker }) => isSlipAway(lettersOf(ticker), wanted)) : []),
  ];
  return [...new Set(near)].slice(0, mostNear);
}

/** One letter more, less or other, or two changed about. */
function isSlipAway(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  let end = 0;
  const most = Math.min(one.length, other.length) - start;
  while (end < most && one[one.length - 1 - end] === other[other.length - 1 - end]) end++;
  const middle = one.slice(start, one.length - end);
  const otherMiddle = other.slice(start, other.length - end);
  if (middle.length <= 1 && otherMiddle.length <= 1) return true;
  return middle.length === 2 && otherMiddle === `${middle[1]!}${middle[0]!}`;
}

function lettersOf(ticker: string): string {
  return ticker.toUpperCase().replace(/[^A-Z\d]/g, "");
}
