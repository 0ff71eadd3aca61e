import { conceptById } from "../../concepts/dictionary";
import { type ConceptId } from "../../contracts/concept";
import { type Evidence } from "../../contracts/evidence";
import { type QuestionIntent } from "../../contracts/intent";
import { type FactWithCitation } from "../ports";
import { type FactBook, annualPeriods, openFactBooks, periodsWanted } from "./fact-book";
import { sentenceSpans } from "../../concepts/sentence-spans";
import { findFigure, isChange, nameConcept } from "./find-figure";
import { conceptsSpokenOf, namesConcept, tellingReason } from "./speaks-of";

const mostQuestions = 4;

/** Questions that what was gathered can answer: the period before, neighbouring concepts, reasons and risks at hand. */
export function suggestQuestions(
  intent: QuestionIntent,
  facts: readonly FactWithCitation[],
  evidence: readonly Evidence[],
): string[] {
  const [book] = openFactBooks(facts);
  const id = intent.concepts[0];
  const questions: string[] = [];
  if (book !== undefined && id !== undefined) questions.push(...fromFacts(intent, id, book));
  const topic = id === undefined ? null : nameConcept(id);
  const spokenOf = conceptsSpokenOf(intent);
  if (topic !== null && id !== undefined && intent.kind !== "reason" && evidence.some(givesReason(spokenOf)))
    questions.push(`What reasons does the management give for ${isChange(id) ? "the" : "the change in"} ${topic}?`);
  const risks = evidence.filter((item) => item.item === "1A" && !item.boilerplate);
  const atRisk = risks.some((item) => namesConcept(item.text, spokenOf));
  if (intent.kind !== "risk" && risks.length > 0)
    questions.push(`Which risks${topic === null || !atRisk ? "" : ` to ${topic}`} does the company name?`);
  return [...new Set(questions)].slice(0, mostQuestions);
}

/** A sentence of the management's discussion that names the thing and says why: having the section at hand is not enough. */
function givesReason(concepts: ReadonlySet<ConceptId>): (item: Evidence) => boolean {
  return (item) =>
    (item.item === "7" || item.item === "2") &&
    item.kind === "text" &&
    sentenceSpans(item.text).some(({ start, end }) => {
      const sentence = item.text.slice(start, end);
      return tellingReason.test(sentence) && namesConcept(sentence, concepts);
    });
}

function fromFacts(intent: QuestionIntent, id: ConceptId, book: FactBook): string[] {
  const wanted = periodsWanted(intent, id, book);
  const period = wanted.kind === "periods" ? wanted.periods.at(-1) : undefined;
  if (period === undefined || book.calendar.ambiguous) return [];
  const fiscalYear = book.calendar.years.find((year) => year.end === period.end)?.fiscalYear ?? null;
  if (fiscalYear === null) return [];
  const questions: string[] = [];
  const before = book.calendar.years.find((year) => year.fiscalYear === fiscalYear - 1);
  if (before !== undefined && answers(id, before.end, book))
    questions.push(`What was ${nameConcept(id)} in fiscal ${before.fiscalYear}?`);
  if (intent.kind !== "trend" && annualPeriods(id, book).length > 2)
    questions.push(`How has ${nameConcept(id)} moved over the years?`);
  const neighbours = (conceptById(id)?.neighbours ?? []).filter((other) => answers(other, period.end, book));
  for (const other of neighbours.slice(0, 2)) questions.push(`What was ${nameConcept(other)} in fiscal ${fiscalYear}?`);
  return questions;
}

function answers(id: ConceptId, end: string, book: FactBook): boolean {
  return findFigure(id, { length: "year", end }, book).kind === "found";
}
