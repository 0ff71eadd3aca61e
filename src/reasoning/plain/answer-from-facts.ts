import { daysBetween } from "../../concepts/time/days";
import { type AnswerValue, type StatementOfAnswer } from "../../contracts/answer";
import { conceptById } from "../../concepts/dictionary";
import { operandsOf } from "../../concepts/formula";
import { type ConceptId } from "../../contracts/concept";
import { type QuestionIntent } from "../../contracts/intent";
import { writeText } from "../numbers/write-text";
import { type FactBook, openFactBooks, periodsWanted } from "./fact-book";
import { findFigure, nameConcept } from "./find-figure";
import { describePeriodsOnFile } from "./periods-on-file";
import { type CalculationMade, type NumberAsked } from "./read-asked";
import { calculateAsked } from "./calculate-asked";
import { sayRefusal } from "./refusals";
import { answerDefined } from "./defined/answer-defined";
import { sayCandidates, sayFigure } from "./say-figure";
import { tellTrend } from "./trend/tell-trend";
import { sayIsFiscalYear, saySteps, trailingYearAsked, whyNoTrailingYear } from "./trailing-year";
import { conceptsOfRow, wantsRow } from "./trend/wants-row";
import { valueOfCalculation, valueOfFigure } from "./value-of-figure";
import { type FactWithCitation } from "../ports";

export interface FactsAnswer {
  readonly statements: readonly StatementOfAnswer[];
  /** Present where there is exactly one number to give. */
  readonly value: AnswerValue | null;
  /** What stood in the way, in the analyst's words. */
  readonly obstacles: readonly string[];
  /** Which calculation of the question's words was made; a look-up where the figures stand as they are. */
  readonly calculated: CalculationMade;
}

/** Numbers of the filings that a question asks for: looked up, computed by definition, or put in a row of years. */
export function answerFromFacts(
  intent: QuestionIntent,
  asked: NumberAsked,
  facts: readonly FactWithCitation[],
): FactsAnswer {
  const books = openFactBooks(facts);
  const concepts = conceptsAsked(intent);
  const parts = books.flatMap((book) =>
    answerOfCompany(intent, asked, concepts, book).map((part) => (books.length > 1 ? ofWhom(part, book) : part)),
  );
  const values = parts.flatMap((part) => part.value ?? []);
  const numbers = parts.reduce((count, part) => count + part.numbers, 0);
  const statements = parts.flatMap((part) => part.statements);
  const calendars = statements.length > 0 ? sayCalendarsApart(books) : null;
  const calculated = parts.find((part) => part.calculated !== "look-up")?.calculated ?? "look-up";
  const sides = intent.kind === "comparison" && calculated === "look-up";
  const obstacles = [...parts.flatMap((part) => part.obstacles), ...companiesWithout(intent, books)];
  if (sides && numbers === 1 && obstacles.length === 0) obstacles.push(sayRefusal({ kind: "one-side-only" }));
  return {
    statements: calendars === null ? statements : [...statements, calendars],
    // One number beside something that could not be found is not the whole of what was asked.
    value: numbers === 1 && values.length === 1 && !sides && obstacles.length === 0 ? (values[0] ?? null) : null,
    obstacles: [...new Set(obstacles)],
    calculated,
  };
}

/** How far apart two days of the year are, whichever the years. */
function daysApart(one: string, other: string): number {
  const days = Math.abs(daysBetween(`2001-${one.slice(5)}`, `2001-${other.slice(5)}`));
  return Math.min(days, 365 - days);
}

function ofWhom(part: Part, book: FactBook): Part {
  return { ...part, obstacles: part.obstacles.map((why) => `${book.company ?? "one company"}: ${why}`) };
}

/** Companies of the question that no figure is at hand for: left out of a comparison they would be missed by nobody. */
function companiesWithout(intent: QuestionIntent, books: readonly FactBook[]): string[] {
  const unknown = intent.companies.filter((company) => company.matched === null);
  const obstacles = unknown.map(({ name }) => sayRefusal({ kind: "company-not-on-file", names: [name] }));
  if (intent.companies.length > 1 && intent.concepts.length > 0)
    for (const { matched } of intent.companies)
      if (matched !== null && !books.some((book) => book.company === matched))
        if (books.length < intent.companies.length - unknown.length)
          obstacles.push(sayRefusal({ kind: "company-without-figure", name: matched }));
  return obstacles;
}

/** Years of two companies that end on different days compare different months: said, never smoothed over. */
function sayCalendarsApart(books: readonly FactBook[]): StatementOfAnswer | null {
  if (books.length < 2) return null;
  const ends = books.map((book) => ({ company: book.company ?? "one company", end: book.calendar.years.at(-1)?.end }));
  const [first] = ends;
  const apart = ends.some(({ end }) => end !== undefined && first?.end !== undefined && daysApart(first.end, end) > 10);
  if (!apart) return null;
  const named = ends.map(({ company, end }) => `those of ${company} on ${end?.slice(5) ?? "an unknown day"}`);
  return {
    text: writeText(`Their fiscal years end on different days (month-day): ${named.join(", ")}.`),
    citations: [],
  };
}

/** "Growth rate" and "CAGR" beside a figure say what to do with it, and are no figure of their own. */
const sayWhatIsDone: ReadonlySet<ConceptId> = new Set(["growth-rate", "cagr"]);

/** Concepts asked for, without those that only spell out the definition of another one. */
export function conceptsAsked(intent: QuestionIntent): ConceptId[] {
  const named = [...new Set(intent.concepts)];
  const ids = named.some((id) => !sayWhatIsDone.has(id)) ? named.filter((id) => !sayWhatIsDone.has(id)) : named;
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
): Part[] {
  const own = answerOfOwnFormula(intent, asked, book);
  if (own !== null) return [own];
  if (asked.row.cadence === "trailing-year" && intent.kind !== "guidance")
    return concepts.flatMap((id) => answerOfTrailingYear(id, intent, asked, book));
  if (wantsRow(intent.kind, asked, concepts))
    return conceptsOfRow(concepts).map((id) => answerOfRow(id, intent, asked, book));
  const spanning = growthOverSpan(intent, asked, concepts);
  if (asked.calculation !== "look-up" && concepts.length > 0) {
    const calculated = calculateAsked(asked, intent, spanning ?? concepts, book);
    if (calculated.kind === "calculated")
      return [
        {
          statements: calculated.statements,
          value: valueOfCalculation(calculated.calculation, calculated.sources, asked.format),
          obstacles: [],
          numbers: 1,
          calculated: asked.calculation,
        },
      ];
    if (calculated.kind === "obstacle") return [{ ...obstacle(calculated.why), calculated: asked.calculation }];
  }
  return concepts.map((id) => answerOfConcept(id, intent, asked, book));
}

/** What the question's own words or definitions compute; null where it asks for a figure by its name. */
function answerOfOwnFormula(intent: QuestionIntent, asked: NumberAsked, book: FactBook): Part | null {
  const { own } = asked;
  if (own.kind === "none") return null;
  if (own.kind === "not-understood")
    return definable.includes(intent.kind) ? { ...obstacle(own.why), calculated: "own-formula" } : null;
  const defines = own.definitions.length > 0;
  if (!(defines ? definable.includes(intent.kind) : intent.kind === "number")) return null;
  const inRow = asked.row.cadence === "trailing-year" || wantsRow(intent.kind, asked);
  if (inRow && !defines) return null;
  if (asked.row.cadence === "trailing-year")
    return {
      ...obstacle("a formula of your own is computed for fiscal periods, and twelve months are asked for"),
      calculated: "own-formula",
    };
  const { statements, values, obstacles } = answerDefined(own, intent, asked, book);
  const value = values.length === 1 ? (values[0] ?? null) : null;
  return { statements, value, obstacles, numbers: values.length, calculated: "own-formula" };
}

const definable: readonly QuestionIntent["kind"][] = ["number", "comparison", "trend", "open"];

/** "The growth of X from one year to another", or its change in dollars, is one over the span, not the row of yearly ones. */
function growthOverSpan(
  intent: QuestionIntent,
  asked: NumberAsked,
  concepts: readonly ConceptId[],
): readonly ConceptId[] | null {
  const [id] = concepts;
  const spans = intent.periods.some((period) => period.kind === "range" && period.label.startsWith("FY"));
  if (!["change-ratio", "change"].includes(asked.calculation) || !spans || id === undefined || concepts.length > 1)
    return null;
  const formula = conceptById(id)?.formulas[0];
  const operands = formula === undefined || !id.endsWith("-growth") ? [] : [...new Set(operandsOf(formula))];
  return operands.length === 1 ? operands : null;
}

/** The twelve months to the newest day on file; where they cannot be put together, which periods are missing. */
function answerOfTrailingYear(id: ConceptId, intent: QuestionIntent, asked: NumberAsked, book: FactBook): Part[] {
  const period = trailingYearAsked(id, intent, book);
  if (period === null) return [answerOfConcept(id, intent, asked, book)];
  const one = { ...asked, row: { ...asked.row, cadence: "years" as const } };
  return answerOfCompany({ ...intent, kind: "number", periods: [period] }, one, [id], book).map((part) => {
    const made = { ...part, calculated: "trailing-year" as const };
    if (part.numbers > 0) return { ...made, statements: [...part.statements, ...sayIsFiscalYear(period, book)] };
    const why = period.end === null ? null : whyNoTrailingYear(id, period.end, book);
    return why === null ? made : { ...made, obstacles: [why] };
  });
}

/** A row told; where no figure of it is on file, the look-up of single figures says why. */
function answerOfRow(id: ConceptId, intent: QuestionIntent, asked: NumberAsked, book: FactBook): Part {
  const told = tellTrend(id, intent, asked.row, book);
  return told === null ? answerOfConcept(id, intent, asked, book) : { ...told, value: null, calculated: "row" };
}

function answerOfConcept(id: ConceptId, intent: QuestionIntent, asked: NumberAsked, book: FactBook): Part {
  const wanted = periodsWanted(intent, id, book);
  if (wanted.kind === "unclear") return obstacle(wanted.why);
  const onFile = describePeriodsOnFile(id, book);
  if (wanted.periods.length === 0)
    return obstacle(sayRefusal({ kind: "period-not-on-file", name: nameConcept(id), onFile }));
  const statements: StatementOfAnswer[] = [];
  const obstacles: string[] = [];
  const missing = new Set<string>();
  const values: AnswerValue[] = [];
  for (const period of wanted.periods) {
    const found = findFigure(id, period, book);
    switch (found.kind) {
      case "found": {
        const said = sayFigure(id, period, found.figure, book, asked.format);
        if (said === null) break;
        statements.push(said, ...saySteps(found.figure));
        const value = valueOfFigure(found.figure, asked.format);
        if (value !== null) values.push(value);
        break;
      }
      case "missing":
        found.missing.forEach((one) => missing.add(one));
        break;
      case "unclear":
        obstacles.push(found.why);
        if (found.candidates.length > 0) statements.push(sayCandidates(id, found.candidates, book));
        break;
    }
  }
  if (missing.size > 0) obstacles.push(sayRefusal({ kind: "operand-missing", missing: [...missing], onFile }));
  const value = values.length === 1 ? (values[0] ?? null) : null;
  return { statements, value, obstacles, numbers: values.length, calculated: "look-up" };
}

function obstacle(why: string): Part {
  return { statements: [], value: null, obstacles: [why], numbers: 0, calculated: "look-up" };
}
