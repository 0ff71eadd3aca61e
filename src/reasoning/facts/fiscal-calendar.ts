import { addDays, addMonths, daysBetween } from "../../concepts/time/days";
import { calendarYearOfEnd, endsEarlyInTheYear, type FiscalCalendar } from "../../concepts/time/fiscal-calendar";
import { periodLength } from "../../concepts/time/period-length";
import { type IsoDate } from "../../contracts/dates";
import { type FactWithCitation } from "../ports";

/** Sorted; of days that mean one and the same year end (a cover's and a fact's) the first stands. */
function withoutNeighbours(dates: readonly IsoDate[]): IsoDate[] {
  const kept: IsoDate[] = [];
  for (const date of [...new Set(dates)]) {
    if (!kept.some((other) => Math.abs(daysBetween(other, date)) <= 10)) kept.push(date);
  }
  return kept.sort();
}

/** Which days a company's fiscal years end on, as far as the annual facts at hand say. */
export function readFiscalCalendar(facts: readonly FactWithCitation[]): FiscalCalendar {
  const ofAYear = facts.filter((item) => periodLength(item.fact) === "year" && item.fact.end !== null);
  // Quarterly reports also state trailing twelve months, which end with no fiscal year.
  const inReports = ofAYear.filter((item) => /^(?:10-?K|20-?F|40-?F)/i.test(item.document.form ?? ""));
  const annual = inReports.length > 0 ? inReports : ofAYear;
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
    const length = periodLength(fact);
    if (fact.start === null || fiscalYear === null || (length !== "half" && length !== "nine-months")) return [];
    return [{ fiscalYear, end: addMonths(addDays(fact.start, -1), 12) }];
  });
  const byYear = new Map(years.map((year) => [year.fiscalYear, year]));
  return { years: [...byYear.values()].sort((a, b) => a.fiscalYear - b.fiscalYear), ambiguous: false };
}
