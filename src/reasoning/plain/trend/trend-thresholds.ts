/**
 * From where on a word of a trend is said. Below, the figures stand alone: a word is a judgement, and each of these
 * is where readers of filings would no longer dispute it.
 */
export const trendThresholds = {
  /** A net change below one in a hundred is within what a year's mix of currencies and days does to any company. */
  littleChangedRatio: 0.01,
  /** Ratios are shown to a tenth of a point; less than half a point is a change that commentary passes over. */
  littleChangedPoints: 0.005,
  /** Two growth rates a point apart differ by more than the rounding of the figures they come from. */
  fasterByPoints: 0.01,
  /** Yearly changes within three points of each other read as one pace. */
  steadyWithinPoints: 0.03,
  /** From twenty points between the largest and the smallest yearly change no single pace describes the row. */
  unevenFromPoints: 0.2,
  /** "Turned" and "lasted" need two years before and after: one year against the rest is that year's event. */
  fewestStepsOfAStreak: 2,
  /** A mean of two says no more than the two. */
  fewestPointsForAnAverage: 4,
} as const;

/** Years a row holds where the question does not say how many; quarters go two years back to have their counterparts. */
export const usualYears = 6;
export const usualQuarters = 8;
/** No page shows more than this; longer rows are cut at their newest end. */
export const mostPoints = 24;
