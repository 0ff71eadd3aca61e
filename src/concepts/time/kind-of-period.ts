import { addDays, daysBetween } from "./days";
import { driftDays, endOfFiscalPeriod, type FiscalCalendar, fiscalYearOf } from "./fiscal-calendar";
import { daysOf, periodLength, type PeriodSpan } from "./period-length";

/** What a period is in its company's own calendar. */
export interface KindOfPeriod {
  readonly kind:
    | "instant"
    | "quarter"
    | "half-year-to-date"
    | "nine-months-to-date"
    | "fiscal-year"
    | "trailing-twelve-months"
    | "transition-period"
    | "odd";
  /** Null where the company's calendar is unknown or does not settle it. */
  readonly fiscalYear: number | null;
  /** 1 to 4, for a quarter and for an instant at the end of one. */
  readonly quarter: number | null;
  /** For years of whole weeks; null for years of months and for what is no year. */
  readonly weeks: 52 | 53 | null;
}

/** By dates alone, never by what a filing calls itself: EDGAR's fy and fp describe the filing. */
export function kindOfPeriod(span: PeriodSpan, calendar: FiscalCalendar | null): KindOfPeriod {
  const { start, end } = span;
  const known = calendar !== null && calendar.years.length > 0 ? calendar : null;
  if (end === null) return named("odd", null, null);
  const fiscalYear = known === null || known.ambiguous ? null : fiscalYearOf(known, end);
  const quarter = known === null ? null : quarterEndingAt(known, end);
  if (start === null) return named("instant", fiscalYear, quarter);
  if (known !== null && isTransition(known, span)) return named("transition-period", null, null);
  const length = periodLength(span);
  const startsYear = known === null || isYearEnd(known, addDays(start, -1));
  switch (length) {
    case "quarter":
      return named("quarter", fiscalYear, quarter);
    case "half":
      return startsYear && quarter !== 4
        ? named("half-year-to-date", fiscalYear, null)
        : named("odd", fiscalYear, null);
    case "nine-months":
      return startsYear ? named("nine-months-to-date", fiscalYear, null) : named("odd", fiscalYear, null);
    case "year":
      return known === null || isYearEnd(known, end)
        ? { ...named("fiscal-year", fiscalYear, null), weeks: weeksOf(span) }
        : named("trailing-twelve-months", null, null);
    default:
      return named("odd", null, null);
  }
}

function named(kind: KindOfPeriod["kind"], fiscalYear: number | null, quarter: number | null): KindOfPeriod {
  return { kind, fiscalYear, quarter, weeks: null };
}

function weeksOf(span: PeriodSpan): 52 | 53 | null {
  const days = daysOf(span);
  return days === 364 ? 52 : days === 371 ? 53 : null;
}

/** A quarter of weeks may end three weeks from the month a calendar of months would have it in. */
const quarterDriftDays = 24;

function quarterEndingAt(calendar: FiscalCalendar, end: string): number | null {
  const fiscalYear = fiscalYearOf(calendar, end);
  if (fiscalYear === null) return null;
  for (const quarter of [4, 1, 2, 3]) {
    const expected = endOfFiscalPeriod(calendar, fiscalYear, quarter);
    const drift = quarter === 4 ? driftDays : quarterDriftDays;
    if (expected !== null && Math.abs(daysBetween(expected, end)) <= drift) return quarter;
  }
  return null;
}

function isYearEnd(calendar: FiscalCalendar, date: string): boolean {
  if (calendar.years.some((year) => Math.abs(daysBetween(year.end, date)) <= driftDays)) return true;
  const fiscalYear = fiscalYearOf(calendar, date);
  const expected = fiscalYear === null ? null : endOfFiscalPeriod(calendar, fiscalYear, null);
  return expected !== null && Math.abs(daysBetween(expected, date)) <= driftDays;
}

/** A company that moves its year end reports the months between as a period of their own. */
function isTransition(calendar: FiscalCalendar, { start, end }: PeriodSpan): boolean {
  if (start === null || end === null) return false;
  return calendar.years.some((year, index) => {
    const before = calendar.years[index - 1];
    if (before === undefined || daysBetween(before.end, year.end) >= 350) return false;
    return (
      Math.abs(daysBetween(before.end, addDays(start, -1))) <= driftDays &&
      Math.abs(daysBetween(year.end, end)) <= driftDays
    );
  });
}
