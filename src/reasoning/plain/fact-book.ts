import { addMonths, daysBetween } from "../../concepts/time/days";
import { type FiscalCalendar, endOfFiscalPeriod, fiscalYearOf } from "../../concepts/time/fiscal-calendar";
import { periodLength } from "../../concepts/time/period-length";
import { conceptById } from "../../concepts/dictionary";
import { type ConceptId } from "../../contracts/concept";
import { type IsoDate } from "../../contracts/dates";
import { type PeriodAsked, type QuestionIntent } from "../../contracts/intent";
import { readFiscalCalendar } from "../facts/fiscal-calendar";
import { factsForConcept, type PeriodWanted } from "../facts/select-fact";
import { type FactWithCitation } from "../ports";
import { sayRefusal } from "./refusals";

/** One company's facts with the calendar they imply. */
export interface FactBook {
  readonly company: string | null;
  readonly facts: readonly FactWithCitation[];
  readonly calendar: FiscalCalendar;
}

/** A book a company: figures of two companies never meet in one look-up. */
export function openFactBooks(facts: readonly FactWithCitation[]): FactBook[] {
  const cikOf = new Map(
    facts.flatMap(({ document }) =>
      document.cik === null ? [] : [[nameKey(document.company), document.cik] as const],
    ),
  );
  const key = ({ document }: FactWithCitation): string =>
    document.cik ?? cikOf.get(nameKey(document.company)) ?? nameKey(document.company);
  return [...new Set(facts.map(key))].map((company) => {
    const own = facts.filter((item) => key(item) === company);
    return { company: own[0]?.document.company ?? null, facts: own, calendar: readFiscalCalendar(own) };
  });
}

/** One filer writes its name in several ways: "NIKE, Inc ." of one cover is "NIKE, INC." of another. */
function nameKey(company: string | null): string {
  return (company ?? "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

const mostYearsOfASpan = 24;

export type PeriodsWanted =
  | { readonly kind: "periods"; readonly periods: readonly PeriodWanted[] }
  | { readonly kind: "unclear"; readonly why: string };

/** The exact periods an intent names, oldest first; without any, the newest year the concept is reported for. */
export function periodsWanted(intent: QuestionIntent, conceptId: ConceptId, book: FactBook): PeriodsWanted {
  const open = openSpan(intent);
  if (open !== null && !book.calendar.ambiguous) {
    const years = yearsOnFile(conceptId, book, open);
    if (years.length > 0) return { kind: "periods", periods: years };
  }
  const asked = intent.periods.filter((period) => period.kind !== "latest");
  if (asked.length === 0) {
    const newest = newestPeriod(conceptId, book);
    return { kind: "periods", periods: newest === null ? [] : [newest] };
  }
  const periods: PeriodWanted[] = [];
  for (const period of asked) {
    const found = resolvePeriod(period, book.calendar);
    if (found === "ambiguous")
      return {
        kind: "unclear",
        why: sayRefusal({ kind: "year-unclear", label: period.label }),
      };
    periods.push(...found);
  }
  const unique = new Map(periods.map((period) => [`${period.length}@${period.end}`, period]));
  return { kind: "periods", periods: [...unique.values()].sort((a, b) => (a.end < b.end ? -1 : 1)) };
}

/** Years counted back from the newest, which is the company's own and not the newest that any company has on file. */
export type OpenSpan = { readonly count: number } | { readonly since: number };

export function openSpan(intent: QuestionIntent): OpenSpan | null {
  const labels = intent.periods.flatMap((period) =>
    period.kind === "range" && period.end === null ? [period.label] : [],
  );
  for (const label of labels) {
    const [, count, since] = /^(?:last (\d{1,2}) years|since FY(\d{4}))$/.exec(label) ?? [];
    if (count !== undefined) return { count: Number(count) };
    if (since !== undefined) return { since: Number(since) };
  }
  return null;
}

/** Each fiscal year of an open span up to the concept's newest, those without a figure too. */
export function yearsOnFile(conceptId: ConceptId, book: FactBook, span: OpenSpan): PeriodWanted[] {
  const own = annualPeriods(conceptId, book).map(({ end }) => end);
  const known = own.length > 0 ? own : book.calendar.years.map(({ end }) => end);
  const newest = known.at(-1);
  const last = newest === undefined ? null : fiscalYearOf(book.calendar, newest);
  if (last === null) return [];
  const first = Math.max("since" in span ? span.since : last - span.count + 1, last - mostYearsOfASpan + 1);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index).flatMap((year) => {
    const end =
      known.find((day) => fiscalYearOf(book.calendar, day) === year) ?? endOfFiscalPeriod(book.calendar, year, null);
    return end === null ? [] : [{ length: "year" as const, end }];
  });
}

function resolvePeriod(period: PeriodAsked, calendar: FiscalCalendar): PeriodWanted[] | "ambiguous" {
  if (period.kind === "range") {
    const { start, end } = period;
    if (start === null || end === null) return [];
    if (periodLength({ start, end }) === "nine-months") return [{ length: "nine-months", end }];
    return calendar.years
      .filter((year) => daysBetween(start, year.end) >= -10 && daysBetween(year.end, end) >= -10)
      .map((year) => ({ length: "year", end: year.end }));
  }
  const quarter = period.kind === "half" ? (period.label.startsWith("H1") ? 2 : 4) : period.quarter;
  const length = period.kind === "quarter" ? "quarter" : period.kind === "half" ? "half" : "year";
  const stated = calendar.years.find((year) => year.fiscalYear === period.fiscalYear);
  // The company's own year ends are better than a calendar reckoned from the question.
  if (period.fiscalYear !== null && !calendar.ambiguous && stated !== undefined) {
    const end = endOfFiscalPeriod(calendar, period.fiscalYear, quarter);
    if (end !== null && period.kind !== "instant") return [{ length, end }];
  }
  if (period.end !== null) return [{ length, end: snapToYearEnd(period.end, length, calendar) }];
  if (period.fiscalYear === null) return [];
  if (calendar.ambiguous) return "ambiguous";
  const end = endOfFiscalPeriod(calendar, period.fiscalYear, quarter);
  return end === null ? [] : [{ length, end }];
}

/** "The year ended June 2024": the company's own year end where it has one within days of it. */
function snapToYearEnd(end: IsoDate, length: PeriodWanted["length"], calendar: FiscalCalendar): IsoDate {
  const own = calendar.years.find((year) => length === "year" && Math.abs(daysBetween(year.end, end)) <= 10);
  return own?.end ?? end;
}

/** The newest whole year a concept is reported for; for balances, the newest day. Formulas look at their operands. */
export function newestPeriod(conceptId: ConceptId, book: FactBook): PeriodWanted | null {
  const reported = annualPeriods(conceptId, book);
  const newest = reported.at(-1);
  if (newest !== undefined) return newest;
  const formulas = conceptById(conceptId)?.formulas ?? [];
  const end = formulas.length === 0 ? undefined : book.calendar.years.at(-1)?.end;
  return end === undefined ? null : { length: "year", end };
}

/** Every year (for balances: year end) a concept is reported for, oldest first. */
export function annualPeriods(conceptId: ConceptId, book: FactBook): PeriodWanted[] {
  const own = factsForConcept(conceptId, book.facts).filter(
    (item) => periodLength(item.fact) === "year" || periodLength(item.fact) === "instant",
  );
  const yearEnds = new Set(book.calendar.years.map((year) => year.end));
  const ends = [...new Set(own.flatMap((item) => item.fact.end ?? []))].sort();
  const atYearEnds = ends.filter(
    (end) => yearEnds.size === 0 || [...yearEnds].some((known) => Math.abs(daysBetween(known, end)) <= 10),
  );
  return (atYearEnds.length > 0 ? atYearEnds : ends).map((end) => ({ length: "year", end }));
}

/** The period before, of the same length; quarters go back a quarter. */
export function periodBefore(period: PeriodWanted, periodsBack: number, calendar: FiscalCalendar): PeriodWanted {
  const months = { year: 12, half: 6, quarter: 3, "nine-months": 9, other: 12 }[period.length];
  const end = addMonths(period.end, -months * periodsBack);
  const known = calendar.years.find((year) => period.length === "year" && Math.abs(daysBetween(year.end, end)) <= 10);
  return { length: period.length, end: known?.end ?? end };
}
