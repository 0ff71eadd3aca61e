import { type IsoDate } from "../../contracts/dates";
import { addMonths, daysBetween, yearOf } from "./days";

export interface FiscalYear {
  readonly fiscalYear: number;
  readonly end: IsoDate;
}

/** Which days a company's fiscal years end on, as far as its own filings say; years between are reckoned from these. */
export interface FiscalCalendar {
  /** Fiscal years with a known end, oldest first. */
  readonly years: readonly FiscalYear[];
  /** True where years end in January or February and no filing states which year that is: "fiscal 2024" is then unclear. */
  readonly ambiguous: boolean;
}

/** 52- and 53-week years end up to a week from the same day of the month. */
export const driftDays = 10;

/** 53-week years may end in the first days of January and still belong to the year before. */
export function calendarYearOfEnd(end: IsoDate): number {
  return end.slice(5) <= "01-07" ? yearOf(end) - 1 : yearOf(end);
}

/** Years that end in these weeks are named after either of two calendar years, as their filer likes. */
export function endsEarlyInTheYear(end: IsoDate): boolean {
  return end.slice(5) > "01-07" && end.slice(5) <= "02-15";
}

/**
 * The day a fiscal year or quarter ends. A year that no filing states is reckoned from its nearest neighbour; null
 * where no year is known at all.
 */
export function endOfFiscalPeriod(
  calendar: FiscalCalendar,
  fiscalYear: number,
  quarter: number | null,
): IsoDate | null {
  const nearest = [...calendar.years].sort(
    (a, b) => Math.abs(a.fiscalYear - fiscalYear) - Math.abs(b.fiscalYear - fiscalYear),
  )[0];
  if (nearest === undefined) return null;
  const yearEnd = addMonths(nearest.end, 12 * (fiscalYear - nearest.fiscalYear));
  return quarter === null ? yearEnd : addMonths(yearEnd, -3 * (4 - quarter));
}

/** The fiscal year a day belongs to; null where no year end is known. */
export function fiscalYearOf(calendar: FiscalCalendar, date: IsoDate): number | null {
  const known = calendar.years.find((year) => Math.abs(daysBetween(year.end, date)) <= driftDays);
  if (known !== undefined) return known.fiscalYear;
  for (const year of calendar.years) {
    const days = daysBetween(date, year.end);
    if (days > 0 && days < 360) return year.fiscalYear;
  }
  const last = calendar.years.at(-1);
  if (last === undefined) return null;
  return last.fiscalYear + Math.ceil((daysBetween(last.end, date) - driftDays) / 365.25);
}
