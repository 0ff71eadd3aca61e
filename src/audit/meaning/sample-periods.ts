import { type SeriesCell } from "../audit-context";

/**
 * The first, the middle and the last of a row's formulas. What is costly to take apart is tried on these first: a formula
 * copied along takes up the same rows in every column, and one that does not is told as a break of its row.
 */
export function samplePeriods(series: readonly SeriesCell[]): SeriesCell[] {
  const formulas = series.filter(({ cell }) => (cell?.formula ?? null) !== null);
  const places = new Set([0, formulas.length >> 1, formulas.length - 1]);
  return [...places].flatMap((place) => formulas[place] ?? []);
}
