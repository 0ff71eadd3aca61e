import { type IsoDate } from "../../contracts/dates";
import { type Fact } from "../../contracts/document";
import { type FactWithCitation } from "../ports";
import { addMonths, daysBetween, yearOf } from "./days";

export type DurationKind = "instant" | "quarter" | "half" | "nine-months" | "year" | "other";

/** By length alone: 52- and 53-week years and 13- or 14-week quarters count as whole ones. */
export function durationOf(fact: Pick<Fact, "start" | "end">): DurationKind {
  if (fact.start === null || fact.end === null) return "instant";
  const days = daysBetween(fact.start, fact.end);
  if (days >= 350 && days <= 380) return "year";
  if (days >= 80 && days <= 100) return "quarter";
  if (days >= 170 && days <= 193) return "half";
  if (days >= 260 && days <= 284) return "nine-months";
  return "other";
}

/** Which days a company's fiscal years end on, as far as its own annual facts say. */
export interface FiscalCalendar {
  /** Fiscal years with a known end, oldest first. */
  readonly years: readonly { readonly fiscalYear: number; readonly end: IsoDate }[];
  /** True where years end in January or February and no filing states which year that is: "fiscal 2024" is then unclear. */
  readonly ambiguous: boolean;
}

/** 53-week years may end in the first days of January and still belong to the year before. */
function calendarYearOfEnd(end: IsoDate): number {
  return end.slice(5) <= "01-07" ? yearOf(end) - 1 : yearOf(end);
}

function endsEarlyInTheYear(end: IsoDate): boolean {
  return end.slice(5) > "01-07" && end.slice(5) <= "02-15";
}

/** Sorted; of days that mean one and the same year end (a cover's and a fact's) the first stands. */
function withoutNeighbours(dates: readonly IsoDate[]): IsoDate[] {
  const kept: IsoDate[] = [];
  for (const date of [...new Set(dates)]) {
    if (!kept.some((other) => Math.abs(daysBetween(other, date)) <= 10)) kept.push(date);
  }
  return kept.sort();
}

export function readFiscalCalendar(facts: readonly FactWithCitation[]): FiscalCalendar {
  const annual = facts.filter((item) => durationOf(item.fact) === "year" && item.fact.end !== null);
  // An annual report ends with its year even where none of its flows was asked for.
  const reports =
    annual.length > 0
      ? []
      : facts.filter((item) => /^10-K/.test(item.document.form ?? "") && item.document.periodEnd !== null);
  if (annual.length + reports.length === 0) return fromYearsSoFar(facts);
  const ends = withoutNeighbours([
    ...annual.map((item) => item.fact.end as IsoDate),
    ...reports.map((item) => item.document.periodEnd as IsoDate),
  ]);
  const stated = annual.find((item) => item.fiscalYear !== null);
  const shift = stated?.fact.end ? (stated.fiscalYear ?? 0) - calendarYearOfEnd(stated.fact.end) : 0;
  return {
    years: ends.map((end) => ({ fiscalYear: calendarYearOfEnd(end) + shift, end })),
    ambiguous: stated === undefined && ends.some(endsEarlyInTheYear),
  };
}

/** Quarterly reports alone: a half or nine months begin with the fiscal year, which ends twelve months later. */
function fromYearsSoFar(facts: readonly FactWithCitation[]): FiscalCalendar {
  const years = facts.flatMap(({ fact, fiscalYear }) => {
    const length = durationOf(fact);
    if (fact.start === null || fiscalYear === null || (length !== "half" && length !== "nine-months")) return [];
    const dayBefore = new Date(Date.parse(`${fact.start}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
    return [{ fiscalYear, end: addMonths(dayBefore, 12) }];
  });
  const byYear = new Map(years.map((year) => [year.fiscalYear, year]));
  return { years: [...byYear.values()].sort((a, b) => a.fiscalYear - b.fiscalYear), ambiguous: false };
}

/**
 * The day a fiscal year or quarter ends. A year nobody reported an annual fact for is reckoned from its nearest
 * neighbour; null where no year is known at all.
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
  const known = calendar.years.find((year) => Math.abs(daysBetween(year.end, date)) <= 10);
  if (known !== undefined) return known.fiscalYear;
  for (const year of calendar.years) {
    const days = daysBetween(date, year.end);
    if (days > 0 && days < 360) return year.fiscalYear;
  }
  const last = calendar.years.at(-1);
  if (last === undefined) return null;
  return last.fiscalYear + Math.ceil((daysBetween(last.end, date) - 10) / 365.25);
}
