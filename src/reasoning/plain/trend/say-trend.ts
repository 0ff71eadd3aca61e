import { type StatementOfAnswer } from "../../../contracts/answer";
import { type ConceptId } from "../../../contracts/concept";
import { type QuestionIntent } from "../../../contracts/intent";
import { type PeriodWanted } from "../../facts/select-fact";
import { calculateAsked } from "../calculate-asked";
import { annualPeriods, type FactBook, type PeriodsWanted, periodsWanted } from "../fact-book";
import { findFigure } from "../find-figure";

const mostYears = 6;

/** The row a trend is read from: the years asked for, else the newest that are on file. */
export function periodsOfTrend(id: ConceptId, intent: QuestionIntent, book: FactBook): PeriodsWanted {
  if (!intent.periods.every((period) => period.kind === "latest")) return periodsWanted(intent, id, book);
  const own = annualPeriods(id, book);
  const years = own.length > 0 ? own : book.calendar.years.map((year) => ({ length: "year" as const, end: year.end }));
  return { kind: "periods", periods: years.slice(-mostYears) };
}

/** The growth over a row of years, compounded where there are more than two. */
export function sayTrend(
  id: ConceptId,
  intent: QuestionIntent,
  periods: readonly PeriodWanted[],
  book: FactBook,
  found: number,
): readonly StatementOfAnswer[] {
  const reported = periods.filter((period) => findFigure(id, period, book).kind === "found");
  const [first, last] = [reported[0], reported.at(-1)];
  if (found < 2) return [];
  if (first === undefined || last === undefined || first === last || first.length !== "year") return [];
  const years = [first, last].map(({ end }) => ({
    label: end,
    kind: "year" as const,
    fiscalYear: null,
    quarter: null,
    start: null,
    end,
  }));
  const calculation = reported.length > 2 ? "compound-growth" : "change-ratio";
  const asked = { calculation, format: { scale: null, decimals: null } } as const;
  const calculated = calculateAsked(asked, { ...intent, periods: years }, [id], book);
  return calculated.kind === "calculated" ? calculated.statements : [];
}
