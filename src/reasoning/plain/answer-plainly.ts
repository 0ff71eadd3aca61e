import { type Answer, type AskRequest, type StatementOfAnswer } from "../../contracts/answer";
import { type IsoDate } from "../../contracts/dates";
import { type DocumentRef } from "../../contracts/document";
import { type QuestionIntent } from "../../contracts/intent";
import { asOfOf, type Gathered } from "../admit-gathered";
import { conceptById } from "../../concepts/dictionary";
import { writeText } from "../numbers/write-text";
import { answerFromFacts, type FactsAnswer } from "./answer-from-facts";
import { compareWithReported } from "./compare-with-reported";
import { describeMargins, describeSelection } from "./describe-selection";
import { nameConcept } from "./find-figure";
import { leftoverWords, quoteWords } from "./leftover-words";
import { nameDocumentsOnce } from "./name-documents-once";
import { quotePassages, type Quotes } from "./quote-passages";
import { type SelectedCell } from "./rows-of-selection";
import { readNumberAsked } from "./read-asked";
import { refuseForWords, sayRefusal } from "./refusals";
import { sayAge, yearsNamed } from "./say-age";
import { suggestQuestions } from "./suggest-questions";

export type PlainAnswer = Pick<Answer, "status" | "reason" | "statements" | "value" | "nextQuestions">;

const wantsANumber: readonly QuestionIntent["kind"][] = ["number", "trend", "comparison"];

/** Kinds whose answer is not one number, even where one belongs to it. */
const tellsAStory: readonly QuestionIntent["kind"][] = ["trend", "reason", "risk", "guidance"];

/**
 * The answer that needs no language model: figures by identity, formulas by definition, the selection described,
 * passages quoted. Where a number was asked for and none can be bound, it abstains and shows what it found.
 */
export function answerPlainly(
  request: AskRequest,
  intent: QuestionIntent,
  gathered: Gathered,
  today: IsoDate | null,
): PlainAnswer {
  const { selection } = request;
  const asOf = asOfOf(request, intent);
  const selected = selection === null ? [] : selection.cells;
  const aboutSelection = selected.length > 0 && asksAboutSelection(request.question, intent);
  const described =
    aboutSelection && selection !== null ? [...describeSelection(selection), ...describeMargins(selection)] : [];
  const compared = selection === null || selected.length === 0 ? [] : compareWithReported(selection, gathered.facts);
  const asked = readNumberAsked(request.question);
  const fromFacts = intent.kind === "risk" ? null : answerFromFacts(intent, asked, gathered.facts);
  const leftover = aboutSelection ? [] : leftoverWords(intent, fromFacts?.calculated ?? "look-up", asked.own);
  const figures = fromFacts?.statements ?? [];
  // How a cell is made stands in the sheet; a filing says nothing of it.
  const quotable = described.length > 0 && asksHowItIsMade(request.question, intent) ? [] : gathered.evidence;
  const quotes = quotePassages(intent, request.question, quotable, leftover);
  const numberAsked = wantsANumber.includes(intent.kind);
  const shut = leftover.length > 0 && figures.length > 0;
  const outcome = numberAsked
    ? answerWithNumbers(intent, fromFacts, quotes, leftover)
    : tellStory(intent, shut ? [] : figures, fromFacts?.obstacles ?? [], quotes);
  const statements = [...described, ...compared, ...outcome.statements];
  const answered = described.length > 0 || outcome.answered;
  const age = sayAge(
    statements.flatMap((statement) => statement.citations),
    asOf ?? today,
    [...yearsNamed(intent), ...(aboutSelection ? yearsOfHistory(selected) : [])],
  );
  if (age !== null) statements.push(age);
  return {
    status: answered ? "answered" : "abstained",
    reason: answered
      ? null
      : (outcome.reason ?? whyNot(intent, fromFacts?.obstacles ?? [], gathered, statements.length > 0, asOf)) +
        sayUndated(gathered.undated, asOf),
    statements: nameDocumentsOnce(statements, documentsOf(gathered)),
    value:
      answered && !shut && !aboutSelection && (!tellsAStory.includes(intent.kind) || wantsOneRate(intent, fromFacts))
        ? (fromFacts?.value ?? null)
        : null,
    nextQuestions: suggestQuestions(intent, gathered.facts, gathered.evidence),
  };
}

/** One rate over a span of years is one number, though the years alone would make a story. */
function wantsOneRate(intent: QuestionIntent, fromFacts: FactsAnswer | null): boolean {
  return intent.kind === "trend" && fromFacts !== null && !["look-up", "row"].includes(fromFacts.calculated);
}

interface Outcome {
  readonly answered: boolean;
  readonly statements: readonly StatementOfAnswer[];
  /** Why it does not answer, where that is known already. */
  readonly reason: string | null;
}

/**
 * A figure of the company as a whole answers only a question of which no word is left unexplained; otherwise a passage
 * that states the thing in the question's own words answers it, or nothing does.
 */
function answerWithNumbers(
  intent: QuestionIntent,
  fromFacts: FactsAnswer | null,
  quotes: Quotes,
  leftover: readonly string[],
): Outcome {
  const figures = fromFacts?.statements ?? [];
  const complete = figures.length > 0 && ((fromFacts?.obstacles.length ?? 0) === 0 || fromFacts?.value !== null);
  if (leftover.length === 0 && complete) return { answered: true, statements: figures, reason: null };
  const reportable = intent.concepts.some((id) => (conceptById(id)?.tags ?? []).length > 0);
  // Of a figure the question defines itself, a passage states the filer's own.
  const statable = fromFacts?.calculated !== "own-formula";
  if (statable && quotes.stating.length > 0 && (leftover.length > 0 || !reportable))
    return { answered: true, statements: quotes.stating, reason: null };
  const words = quoteWords(leftover);
  if (leftover.length === 0 || figures.length === 0) {
    const why = `I cannot tell: ${sayRefusal({ kind: "words-unknown", words })}.`;
    const known = intent.companies.every((company) => company.matched !== null);
    const reason = leftover.length > 0 && intent.companies.length > 0 && known ? why : null;
    return { answered: false, statements: [...figures, ...quotes.statements], reason };
  }
  const aside = figures.map((figure) => ({ ...figure, text: writeText(`Leaving ${words} aside: `, ...figure.text) }));
  const reported = intent.concepts.map(nameConcept).join(", ");
  return {
    answered: false,
    statements: [...quotes.statements, ...aside],
    reason: `I cannot tell: ${sayRefusal(refuseForWords(leftover, words, reported))}. What was found is below.`,
  };
}

/** Reasons, risks, outlooks and whatever else is told in words: the passages first, the figures beside them. */
function tellStory(
  intent: QuestionIntent,
  figures: readonly StatementOfAnswer[],
  obstacles: readonly string[],
  quotes: Quotes,
): Outcome {
  const told = quotes.statements.length > 0 && (intent.kind !== "open" || quotes.speakOfIt);
  const figured = figures.length > 0 && obstacles.length === 0 && intent.kind !== "guidance";
  return { answered: told || figured, statements: [...quotes.statements, ...figures], reason: null };
}

/** "What is this?", "what is wrong with this cell?", "explain the formula": unless filings are spoken of as well. */
function asksHowItIsMade(question: string, intent: QuestionIntent): boolean {
  if (intent.kind === "risk" || intent.kind === "guidance") return false;
  if (/\b(?:filings?|10-[KQ]|8-K|report(?:ed|s)?|management|evidence|sources?|says?|said|why)\b/i.test(question))
    return false;
  return (
    /\bwrong with\b|\bwhat(?:'s|’s| is| are| does| do) (?:this|these|those|the (?:selected|highlighted)|(?:in|behind) (?:this|these))\b/i.test(
      question,
    ) ||
    /\b(?:explain|describe)\b.*\b(?:this|these|those|selected|selection|cells?|rows?|columns?|range|formulas?)\b/i.test(
      question,
    ) ||
    /\bhow (?:is|are) (?:this|these|those|the (?:selected|highlighted))\b.*\b(?:calculated|computed|made|built|derived)\b/i.test(
      question,
    )
  );
}

function documentsOf({ facts, evidence }: Gathered): DocumentRef[] {
  const earlier = facts.flatMap((item) => item.earlier.map((one) => one.document));
  return [...facts.map((item) => item.document), ...earlier, ...evidence.map((item) => item.document)];
}

/** Years of the selected history: a question about cells asks for their periods. */
function yearsOfHistory(cells: readonly SelectedCell[]): number[] {
  return cells.flatMap((cell) => (cell.phase === "actual" && cell.year !== null ? [cell.year] : []));
}

/** Words that point at the sheet, or nothing else that the question could be about. */
function asksAboutSelection(question: string, intent: QuestionIntent): boolean {
  if (
    /\b(?:this|these|those|select(?:ed|ion)|cells?|range|rows?|columns?|formulas?|here|highlighted|my model|the model)\b/i.test(
      question,
    )
  )
    return true;
  if (intent.aboutSelection === false) return false;
  return intent.concepts.length === 0 && ["number", "trend", "open", "definition", "comparison"].includes(intent.kind);
}

function whyNot(
  intent: QuestionIntent,
  obstacles: readonly string[],
  gathered: Gathered,
  foundSomething: boolean,
  asOf: IsoDate | null,
): string {
  const tail = foundSomething ? " What was found is below." : "";
  if (obstacles.length > 0) return `I cannot tell: ${obstacles.slice(0, 3).join("; ")}.${tail}`;
  const unknown = intent.companies.filter((company) => company.matched === null).map((company) => company.name);
  if (unknown.length > 0)
    return `I cannot tell: ${sayRefusal({ kind: "company-not-on-file", names: unknown })}.${tail}`;
  if (gathered.evidence.length === 0 && gathered.facts.length === 0)
    return `I cannot tell: ${sayRefusal({ kind: "nothing-filed", asOf })}.`;
  if (gathered.facts.length === 0 && intent.concepts.length > 0 && intent.companies.length === 0)
    return `I cannot tell: ${sayRefusal({ kind: "company-not-said" })}.${tail}`;
  const topic = intent.concepts.length > 0 ? intent.concepts.map(nameConcept).join(", ") : null;
  return `I cannot tell: ${sayRefusal({ kind: "nothing-reports", topic })}.${tail}`;
}

/** What would answer may be on file and only lack its day: that is another reason than being filed later. */
function sayUndated(undated: number, asOf: IsoDate | null): string {
  if (undated === 0 || asOf === null) return "";
  const subject = undated === 1 ? "1 document has" : `${undated} documents have`;
  const pronoun = undated === 1 ? "it" : "they";
  return ` ${subject} no filing date, so ${pronoun} cannot be placed before ${asOf}; add ${undated === 1 ? "its file" : "their files"} again with --filed.`;
}
