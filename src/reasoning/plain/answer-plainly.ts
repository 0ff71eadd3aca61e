import { type Answer, type AskRequest, type StatementOfAnswer } from "../../contracts/answer";
import { type IsoDate } from "../../contracts/dates";
import { type QuestionIntent } from "../../contracts/intent";
import { type Gathered } from "../admit-gathered";
import { answerFromFacts } from "./answer-from-facts";
import { compareWithReported } from "./compare-with-reported";
import { describeMargins, describeSelection } from "./describe-selection";
import { nameConcept } from "./find-figure";
import { quotePassages } from "./quote-passages";
import { readNumberAsked } from "./read-asked";
import { sayAge } from "./say-age";
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
  const selected = selection === null ? [] : selection.cells;
  const aboutSelection = selected.length > 0 && asksAboutSelection(request.question, intent);
  const described =
    aboutSelection && selection !== null ? [...describeSelection(selection), ...describeMargins(selection)] : [];
  const compared = selection === null || selected.length === 0 ? [] : compareWithReported(selection, gathered.facts);
  const asked = readNumberAsked(request.question);
  const fromFacts = intent.kind === "risk" ? null : answerFromFacts(intent, asked, gathered.facts);
  const figures = fromFacts?.statements ?? [];
  const quotes = quotePassages(intent, request.question, gathered.evidence);
  const statements: StatementOfAnswer[] = aboutSelection
    ? [...described, ...compared, ...figures]
    : [...figures, ...compared];

  const figuresFound = figures.length > 0 && (fromFacts?.obstacles.length ?? 0) === 0;
  const numberAsked = wantsANumber.includes(intent.kind);
  const answered =
    described.length > 0 ||
    (numberAsked
      ? figures.length > 0 && (figuresFound || fromFacts?.value !== null)
      : figuresFound || quotes.length > 0);
  if (!numberAsked || !answered) statements.push(...quotes);
  const age = sayAge(
    statements.flatMap((statement) => statement.citations),
    request.asOf ?? intent.asOf ?? today,
  );
  if (age !== null) statements.push(age);
  return {
    status: answered ? "answered" : "abstained",
    reason: answered ? null : whyNot(intent, fromFacts?.obstacles ?? [], gathered, statements.length > 0),
    statements,
    value: answered && !aboutSelection && !tellsAStory.includes(intent.kind) ? (fromFacts?.value ?? null) : null,
    nextQuestions: suggestQuestions(intent, gathered.facts, gathered.evidence),
  };
}

/** Words that point at the sheet, or nothing else that the question could be about. */
function asksAboutSelection(question: string, intent: QuestionIntent): boolean {
  if (
    /\b(?:this|these|those|select(?:ed|ion)|cells?|range|rows?|columns?|formulas?|here|highlighted|my model|the model)\b/i.test(
      question,
    )
  )
    return true;
  return intent.concepts.length === 0 && ["number", "trend", "open", "definition", "comparison"].includes(intent.kind);
}

function whyNot(
  intent: QuestionIntent,
  obstacles: readonly string[],
  gathered: Gathered,
  foundSomething: boolean,
): string {
  const tail = foundSomething ? " What was found is below." : "";
  if (obstacles.length > 0) return `I cannot tell: ${obstacles.slice(0, 3).join("; ")}.${tail}`;
  if (gathered.evidence.length === 0 && gathered.facts.length === 0)
    return "I cannot tell: nothing in the filings at hand, on or before the as-of date, speaks of this.";
  const topic = intent.concepts.length > 0 ? intent.concepts.map(nameConcept).join(", ") : null;
  return `I cannot tell: ${topic === null ? "no passage at hand speaks of what was asked" : `no filing at hand reports ${topic} for what was asked`}.${tail}`;
}
