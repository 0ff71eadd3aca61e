import { type AnswerValue, type StatementOfAnswer } from "../../contracts/answer";
import { conceptById } from "../../concepts/dictionary";
import { operandsOf } from "../../concepts/formula";
import { type ConceptId } from "../../contracts/concept";
import { type QuestionIntent } from "../../contracts/intent";
import { type PeriodWanted } from "../facts/select-fact";
import { annualPeriods, type FactBook, openFactBooks, periodsWanted } from "./fact-book";
import { findFigure, nameConcept } from "./find-figure";
import { type NumberAsked } from "./read-asked";
import { calculateAsked } from "./calculate-asked";
import { sayCandidates, sayFigure } from "./say-figure";
import { valueOfCalculation, valueOfFigure } from "./value-of-figure";
import { type FactWithCitation } from "../ports";

export interface FactsAnswer {
  readonly statements: readonly StatementOfAnswer[];
  /** Present where there is exactly one number to give. */
  readonly value: AnswerValue | null;
  /** What stood in the way, in the analyst's words. */
  readonly obstacles: readonly string[];
}

const mostYears = 6;

/** Numbers of the filings that a question asks for: looked up, computed by definition, or put in a row of years. */
export function answerFromFacts(
  intent: QuestionIntent,
  asked: NumberAsked,
  facts: readonly FactWithCitation[],
): FactsAnswer {
  const books = openFactBooks(facts);
  const concepts = conceptsAsked(intent);
  const parts = books.flatMap((book) => answerOfCompany(intent, asked, concepts, book, books.length > 1));
  const values = parts.flatMap((part) => part.value ?? []);
  const numbers = parts.reduce((count, part) => count + part.numbers, 0);
  return {
    statements: parts.flatMap((part) => part.statements),
    value: numbers === 1 && values.length === 1 ? (values[0] ?? null) : null,
    obstacles: [...new Set(parts.flatMap((part) => part.obstacles))],
  };
}

/** Concepts asked for, without those that only spell out the definition of another one. */
export function conceptsAsked(intent: QuestionIntent): ConceptId[] {
  const ids = [...new Set(intent.concepts)];
  return ids.filter(
    (id) =>
      !ids.some((other) => other !== id && (conceptById(other)?.formulas ?? []).some((formula) => reads(formula, id))),
  );
}

function reads(formula: Parameters<typeof operandsOf>[0], id: ConceptId, depth = 0): boolean {
  const operands = operandsOf(formula);
  if (operands.includes(id)) return true;
  if (depth >= 2) return false;
  return operands.some((operand) =>
    (conceptById(operand)?.formulas ?? []).some((inner) => reads(inner, id, depth + 1)),
  );
}

interface Part extends FactsAnswer {
  /** How many numbers were given as an answer, the steps of a calculation apart. */
  readonly numbers: number;
}

function answerOfCompany(
  intent: QuestionIntent,
  asked: NumberAsked,
  concepts: readonly ConceptId[],
  book: FactBook,
  several: boolean,
): Part[] {
  if (asked.calculation !== "look-up" && concepts.length > 0) {
    const calculated = calculateAsked(asked, intent, concepts, book);
    if (calculated.kind === "calculated")
      return [
        {
          statements: calculated.statements,
          value: valueOfCalculation(calculated.calculation, calculated.sources, asked.format),
          obstacles: [],
          numbers: 1,
        },
      ];
    if (calculated.kind === "obstacle") return [obstacle(calculated.why)];
  }
  return concepts.map((id) => answerOfConcept(id, intent, asked, book, several));
}

function answerOfConcept(
  id: ConceptId,
  intent: QuestionIntent,
  asked: NumberAsked,
  book: FactBook,
  several: boolean,
): Part {
  const wanted = periodsOf(id, intent, book);
  if (wanted.kind === "unclear") return obstacle(wanted.why);
  if (wanted.periods.length === 0) return obstacle(`no filing here reports ${nameConcept(id)} for the period asked`);
  const statements: StatementOfAnswer[] = [];
  const obstacles: string[] = [];
  const values: AnswerValue[] = [];
  for (const period of wanted.periods) {
    const found = findFigure(id, period, book);
    switch (found.kind) {
      case "found": {
        const said = sayFigure(id, period, found.figure, book, asked.format, several);
        if (said === null) break;
        statements.push(said);
        const value = valueOfFigure(found.figure, asked.format);
        if (value !== null) values.push(value);
        break;
      }
      case "missing":
        obstacles.push(`no filing here reports ${found.missing.join(" or ")}`);
        break;
      case "unclear":
        obstacles.push(found.why);
        statements.push(sayCandidates(id, found.candidates, book));
        break;
    }
  }
  if (intent.kind === "trend") statements.push(...sayTrend(id, intent, wanted.periods, book));
  return { statements, value: values.length === 1 ? (values[0] ?? null) : null, obstacles, numbers: values.length };
}

/** The growth over a row of years, compounded where there are more than two. */
function sayTrend(
  id: ConceptId,
  intent: QuestionIntent,
  periods: readonly PeriodWanted[],
  book: FactBook,
): readonly StatementOfAnswer[] {
  const [first, last] = [periods[0], periods.at(-1)];
  if (first === undefined || last === undefined || first === last || first.length !== "year") return [];
  const years = [first, last].map(({ end }) => ({
    label: end,
    kind: "year" as const,
    fiscalYear: null,
    quarter: null,
    start: null,
    end,
  }));
  const calculation = periods.length > 2 ? "compound-growth" : "change-ratio";
  const asked = { calculation, format: { scale: null, decimals: null } } as const;
  const calculated = calculateAsked(asked, { ...intent, periods: years }, [id], book);
  return calculated.kind === "calculated" ? calculated.statements : [];
}

function periodsOf(
  id: ConceptId,
  intent: QuestionIntent,
  book: FactBook,
): { kind: "periods"; periods: readonly PeriodWanted[] } | { kind: "unclear"; why: string } {
  if (intent.kind === "trend" && intent.periods.every((period) => period.kind === "latest")) {
    const own = annualPeriods(id, book);
    const years =
      own.length > 0 ? own : book.calendar.years.map((year) => ({ length: "year" as const, end: year.end }));
    return { kind: "periods", periods: years.slice(-mostYears) };
  }
  return periodsWanted(intent, id, book);
}

function obstacle(why: string): Part {
  return { statements: [], value: null, obstacles: [why], numbers: 0 };
}
