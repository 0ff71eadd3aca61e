import { type StatementOfAnswer } from "../../contracts/answer";
import { conceptById } from "../../concepts/dictionary";
import { periodLength } from "../../concepts/time/period-length";
import { type ConceptId } from "../../contracts/concept";
import { type PeriodAsked, type QuestionIntent } from "../../contracts/intent";
import { lacksForTrailingYear } from "../facts/derive-period";
import { factsForConcept } from "../facts/select-fact";
import { showCalculation } from "../numbers/show-number";
import { writeText } from "../numbers/write-text";
import { type FactBook, periodsWanted } from "./fact-book";
import { type Figure, nameConcept } from "./find-figure";
import { sayRefusal } from "./refusals";
import { sayFormula } from "./say-figure";
import { reportedFacts } from "./trend/trend-periods";

/**
 * The twelve months a question about trailing ones means, as a period: to the newest day that the concept, or what
 * defines it, is reported for, or to the end of the period the question names. Null where nothing is on file.
 */
export function trailingYearAsked(id: ConceptId, intent: QuestionIntent, book: FactBook): PeriodAsked | null {
  const named = intent.periods.filter((period) => ["year", "quarter", "instant"].includes(period.kind));
  const wanted = named.length === 0 ? null : periodsWanted({ ...intent, periods: named }, id, book);
  const end = wanted?.kind === "periods" ? wanted.periods.at(-1)?.end : newestEnd(id, book);
  if (end === undefined || end === null) return null;
  return { label: `the twelve months to ${end}`, kind: "year", fiscalYear: null, quarter: null, start: null, end };
}

/** Of a flow the newest end of any of its periods: the twelve months are put together from them. */
function newestEnd(id: ConceptId, book: FactBook): string | null {
  const facts = reportedFacts(id, book);
  const flows = facts.filter(({ fact }) => !["instant", "other"].includes(periodLength(fact)));
  const ends = (flows.length > 0 ? flows : facts).flatMap(({ fact }) => fact.end ?? []).sort();
  return ends.at(-1) ?? null;
}

/** Why twelve months cannot be put together, naming the periods that are not on file; null where that is not why. */
export function whyNoTrailingYear(id: ConceptId, end: string, book: FactBook): string | null {
  const name = nameConcept(id);
  const unit = conceptById(id)?.unit;
  if (factsForConcept(id, book.facts).length > 0 && (unit === "currency-per-share" || unit === "shares"))
    return sayRefusal({ kind: "shares-do-not-add-up", name, end });
  for (const flow of factsForConcept(id, book.facts).length > 0 ? [id] : operandIds(id, book)) {
    const found = lacksForTrailingYear(flow, end, book.facts);
    if (found !== null && found.lacking.length > 0)
      return sayRefusal({
        kind: "part-of-trailing-year-missing",
        name: nameConcept(flow),
        end,
        lacking: found.lacking,
      });
  }
  return null;
}

function operandIds(id: ConceptId, book: FactBook): ConceptId[] {
  return [...new Set(reportedFacts(id, book).flatMap(({ conceptId }) => conceptId ?? []))];
}

/** Twelve months that are a fiscal year, because nothing later is on file, are said to be. */
export function sayIsFiscalYear({ end }: PeriodAsked, book: FactBook): StatementOfAnswer[] {
  if (end === null || !book.calendar.years.some((year) => year.end === end)) return [];
  const text = "These twelve months are the fiscal year itself: of no later quarter is a figure of it on file.";
  return [{ text: writeText(text), citations: [] }];
}

/** How the operands that are sums over periods were come by: "Revenue, the twelve months to …, is …, computed as …". */
export function saySteps(figure: Figure): StatementOfAnswer[] {
  const steps = figure.kind === "derived" ? (figure.steps ?? []) : [];
  return steps.map(({ title, calculation }) => ({
    text: writeText(`${title}: `, showCalculation(calculation), ", computed as ", ...sayFormula(calculation), "."),
    citations: [],
  }));
}
