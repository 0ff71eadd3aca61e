import { conceptById } from "../../../concepts/dictionary";
import { operandsOf } from "../../../concepts/formula";
import { addMonths, daysBetween } from "../../../concepts/time/days";
import { periodLength } from "../../../concepts/time/period-length";
import { type ConceptId } from "../../../contracts/concept";
import { type QuestionIntent } from "../../../contracts/intent";
import { factsForConcept, type PeriodWanted } from "../../facts/select-fact";
import {
  annualPeriods,
  type FactBook,
  periodBefore,
  type PeriodsWanted,
  periodsWanted,
  yearsOnFile,
} from "../fact-book";
import { mostPoints, usualQuarters, usualYears } from "./trend-thresholds";

const deepestDefinition = 3;
/** Quarters of whole weeks end up to three weeks from where a calendar of months would have them end. */
const quarterDriftDays = 24;

/** The years a trend runs over: those the question names, else the newest on file; years between without a figure too. */
export function yearsOfTrend(id: ConceptId, intent: QuestionIntent, book: FactBook): PeriodsWanted {
  const isOpen = intent.periods.every((period) => period.kind === "latest");
  if (!isOpen) {
    const asked = periodsWanted(intent, id, book);
    const [only] = asked.kind === "periods" ? asked.periods : [];
    // "How did it develop in 2024" is asked against the year before.
    if (asked.kind === "periods" && asked.periods.length === 1 && only?.length === "year")
      return { kind: "periods", periods: [periodBefore(only, 1, book.calendar), only] };
    return asked;
  }
  const own = annualPeriods(id, book).map(({ end }) => end);
  const known = (own.length > 0 ? own : book.calendar.years.map(({ end }) => end)).slice(-usualYears);
  const [oldest, newest] = [known[0], known.at(-1)];
  if (oldest === undefined || newest === undefined) return { kind: "periods", periods: [] };
  const between = Math.round(daysBetween(oldest, newest) / 365.25) + 1;
  const periods = yearsOnFile(id, book, { count: Math.min(between, usualYears) });
  if (!book.calendar.ambiguous && periods.length > 0) return { kind: "periods", periods };
  return { kind: "periods", periods: known.map((end) => ({ length: "year", end })) };
}

/**
 * The quarters a trend runs over, with the four before them, which they are compared with: of the years asked for, else
 * the newest on file. `shown` is how many of them were asked for.
 */
export function quartersOfTrend(
  id: ConceptId,
  intent: QuestionIntent,
  count: number | null,
  book: FactBook,
): { readonly periods: readonly PeriodWanted[]; readonly shown: number } {
  const ends = quarterEnds(id, book);
  const years = intent.periods.some((period) => period.kind === "year") ? periodsWanted(intent, id, book) : null;
  const asked = years?.kind === "periods" ? years.periods.filter((period) => period.length === "year") : [];
  const [firstYear, lastYear] = [asked[0], asked.at(-1)];
  const newest = lastYear?.end ?? ends.at(-1);
  if (newest === undefined) return { periods: [], shown: 0 };
  const span = firstYear === undefined ? 0 : Math.round(daysBetween(firstYear.end, newest) / 365.25) + 1;
  const shown = Math.min(mostPoints, count ?? (span > 0 ? 4 * span : usualQuarters));
  const periods = Array.from({ length: shown + 4 }, (_, back): PeriodWanted => {
    const expected = addMonths(newest, -3 * (shown + 3 - back));
    const known = ends.find((end) => Math.abs(daysBetween(end, expected)) <= quarterDriftDays);
    return { length: "quarter", end: known ?? expected };
  });
  return { periods, shown };
}

/** Every day a quarter of the concept, or of what defines it, may end on; oldest first. */
function quarterEnds(id: ConceptId, book: FactBook): string[] {
  const isInstant = conceptById(id)?.periodKind === "instant";
  const ends = reportedFacts(id, book, deepestDefinition).flatMap(({ fact }) => {
    const length = periodLength(fact);
    return length === "other" || (length === "instant") !== isInstant ? [] : [fact.end ?? ""];
  });
  const kept: string[] = [];
  for (const end of [...new Set(ends)].sort())
    if (kept.length === 0 || daysBetween(kept.at(-1) as string, end) > quarterDriftDays) kept.push(end);
  return kept;
}

/** What filings report of a concept, or of the operands of its definitions where they do not report it. */
export function reportedFacts(id: ConceptId, book: FactBook, depth = deepestDefinition): FactBook["facts"] {
  const own = factsForConcept(id, book.facts);
  if (own.length > 0 || depth === 0) return own;
  const operands = new Set((conceptById(id)?.formulas ?? []).flatMap(operandsOf));
  return [...operands].flatMap((operand) => reportedFacts(operand, book, depth - 1));
}
