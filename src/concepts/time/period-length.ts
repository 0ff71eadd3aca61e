import { type IsoDate } from "../../contracts/dates";
import { daysBetween } from "./days";

/** How long a period is, by its days alone; whose quarter or year it is, only the company's calendar tells. */
export type PeriodLength = "instant" | "quarter" | "half" | "nine-months" | "year" | "other";

/** A fact's period as filings state it: no start for an instant, no end where the context states no date. */
export interface PeriodSpan {
  readonly start: IsoDate | null;
  readonly end: IsoDate | null;
}

/** Whole weeks are counted as well as months: retailers have quarters of 12 to 17 weeks and years of 52 or 53. */
const lengths: readonly { readonly length: PeriodLength; readonly fewest: number; readonly most: number }[] = [
  { length: "quarter", fewest: 77, most: 119 },
  { length: "half", fewest: 161, most: 199 },
  { length: "nine-months", fewest: 249, most: 289 },
  { length: "year", fewest: 350, most: 380 },
];

/** Both days included; 0 for an instant or a period without dates. */
export function daysOf({ start, end }: PeriodSpan): number {
  return start === null || end === null ? 0 : daysBetween(start, end) + 1;
}

export function periodLength(span: PeriodSpan): PeriodLength {
  if (span.end === null) return "other";
  if (span.start === null) return "instant";
  const days = daysOf(span);
  return lengths.find(({ fewest, most }) => days >= fewest && days <= most)?.length ?? "other";
}
