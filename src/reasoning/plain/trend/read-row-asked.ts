/** In what row a question wants its figures: year by year, quarter by quarter, or the twelve months to the newest quarter. */
export interface RowAsked {
  readonly cadence: "years" | "quarters" | "trailing-year";
  /** How many of them, where the question says. */
  readonly count: number | null;
  /** The question wants one rate or one difference, over however many years. */
  readonly wantsRate: boolean;
  /** The question asks for a course, whatever else it asks. */
  readonly tellsCourse: boolean;
}

const counts = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d{1,2}";
const countWords = counts.split("|").slice(0, 12);
const trailing = new RegExp(
  `\\b(?:ttm|ltm)\\b|\\btrailing[ -](?:twelve|12)[ -]?months?\\b|\\b(?:last|past|latest|previous|most recent) (?:twelve|12) months\\b|\\btrailing (?:four|4) quarters\\b|\\btrailing[ -]year\\b`,
  "i",
);
const quarters = new RegExp(
  `\\b(?:last|past|latest|previous|most recent) (${counts}) (?:fiscal |reported )?quarters\\b`,
  "i",
);
const byQuarter =
  /\bby (?:fiscal )?quarters?\b|\bquarter[ -](?:by|over|on)[ -]quarter\b|\bper quarter\b|\beach quarter\b|\bquarterly (?:trend|development|figures|basis|row)\b|\bon a quarterly basis\b|\bquarterly\b(?=.{0,80}\b(?:trend|develop|evolv|over time|moved|changed)\b)|\b(?:trend|develop\w*|evolv\w*|moved|changed)\b.{0,120}\b(?:quarterly|quarters)\b/i;
const tellsTrend = /\btrends?\b|\bdevelop\w*|\bevolv\w*|\bover time\b|\bmoved?\b|\bchanged\b|\bgr[eo]wn?\b/i;

const rate =
  /\b(?:what|which|how much|calculate|compute|give|state)\b.{0,160}\b(?:growth|change|increase|decrease|cagr|average|mean)\b/i;
const course = /\btrend(?:s|ed)?\b|\bdevelop|\bevolv|\bevolution\b|\bover time\b/i;
/** Reads the row from the question's words; four quarters together are a year, unless their course is asked for. */
export function readRowAsked(question: string): RowAsked {
  const said = question.slice(0, 4000);
  const isCourse = course.test(said);
  const words = {
    tellsCourse: isCourse,
    wantsRate: rate.test(said) && !isCourse && !/\bhow (?:has|have|did)\b/i.test(said),
  };
  if (trailing.test(said)) return { cadence: "trailing-year", count: null, ...words };
  const found = quarters.exec(said)?.[1]?.toLowerCase();
  if (found !== undefined) {
    const index = countWords.indexOf(found);
    const count = index >= 0 ? index + 1 : Number(found);
    if (count === 4 && !tellsTrend.test(said) && !byQuarter.test(said))
      return { cadence: "trailing-year", count: null, ...words };
    return { cadence: "quarters", count: Math.max(1, count), ...words };
  }
  return { cadence: byQuarter.test(said) ? "quarters" : "years", count: null, ...words };
}
