import { conceptById } from "../../concepts/dictionary";
import { type SelectionForQuestion } from "../../contracts/answer";
import { type ConceptId } from "../../contracts/concept";
import { type PeriodAsked, type QuestionIntent } from "../../contracts/intent";
import { isNeutral } from "./neutral-words";
import { questionWords } from "./question-words";
import { stem } from "../words/stem";
import { wordsOf } from "../words/tokenize";

/** What the selected cells lend a question; empty where the question does not mean them. */
export interface SelectionMeant {
  readonly meant: boolean;
  readonly concepts: readonly ConceptId[];
  readonly periods: readonly PeriodAsked[];
  readonly words: readonly string[];
}

export interface QuestionBesideSelection {
  /** Without names and periods. */
  readonly text: string;
  readonly kind: QuestionIntent["kind"];
  /** Concepts the question names itself. */
  readonly concepts: readonly ConceptId[];
  readonly words: readonly string[];
}

/** "This year" and "this filing" point elsewhere. */
const elsewhere =
  "(?!\\s+(?:(?:fiscal|calendar|past|last|coming)\\s+)?(?:years?|quarters?|months?|weeks?|company|business|firm|filings?|documents?|reports?|industry|market|stock))";
const preposition = "(?:about|of|for|in|on|with|than|to|from|behind|like|by)";
const verb =
  "(?:is|are|was|were|does|do|did|has|have|can|could|should|will|would|why|explain|justify|support|supports)";
/** Things a cell holds, spoken of without saying of what. */
const held =
  "(?:figures?|numbers?|values?|amounts?|inputs?|projections?|estimates?|margins?|growth|rates?|ratios?|percentages?|trend|change|increase|decrease|decline|rise|fall|drop|jump|level|total|result)";
/** "The number of employees" names its own thing, "the growth in 2025" only when. */
const namesNothing = "(?!\\s+(?:of|in)\\s+(?!fy|fiscal|q[1-4])[a-z])";

/** These point at the sheet whatever else is named. */
const pointing: readonly RegExp[] = [
  new RegExp(`\\b(?:this|these|those)\\b${elsewhere}`, "i"),
  /\b(?:cells?|rows?|columns?|range|formulas?|here|select(?:ed|ion)|highlighted)\b/i,
  /\b(?:the|my|our) (?:\w+ )?(?:assumptions?|model)\b/i,
];
/** These point at what the question names, where it names something. */
const referring: readonly RegExp[] = [
  new RegExp(`(?:^|\\b(?:${preposition}|${verb})\\s+)that\\b${elsewhere}`, "i"),
  /\bit\b/i,
  /\b(?:the|my|our) forecasts?\b/i,
  new RegExp(`\\bthe ${held}\\b${namesNothing}`, "i"),
];

/** Words that ask for an opinion or a source and name no thing. */
const judging =
  /^(?:plausib\w*|realistic\w*|reasonab\w*|aggressive\w*|optimistic\w*|pessimistic\w*|conservative\w*|credib\w*|achievable|sensible|right|wrong|correct|justif\w*|support\w*|evidence|sources?|backs?|backed|basis|seem\w*|look\w*|good|bad|assum\w*|guid\w*|outlook|drivers?|trends?|sense|compar\w*|move\w*|summar\w*|too|passages?)$/;

/**
 * The concepts, periods and words of the selected cells, where the question points at them, names the same thing or
 * names nothing at all. A question about something else must not be answered out of whatever happens to be selected.
 */
export function selectionMeant(
  selection: SelectionForQuestion | null,
  question: QuestionBesideSelection,
): SelectionMeant {
  const none = { meant: false, concepts: question.concepts, periods: [], words: [] };
  if (selection === null || selection.cells.length === 0) return none;
  const selected = [...new Set(selection.cells.flatMap((cell) => cell.concept ?? []))].slice(0, 6);
  const labels = [...new Set(selection.cells.flatMap((cell) => cell.label ?? []))].slice(0, 6);
  const says = (pattern: RegExp) => pattern.test(question.text);
  const points = pointing.some(says) || (question.concepts.every((id) => id in kindsOf) && referring.some(says));
  const concepts = narrowToSelected(question.concepts, selected, points);
  const namesTheSame =
    concepts.some((id) => selected.some((one) => isSame(id, one))) ||
    labels.some((label) => names(question.words, label));
  if (!points && !namesTheSame && !namesNothingAtAll(question)) return none;
  return {
    meant: true,
    concepts: concepts.length > 0 ? concepts : selected,
    periods: periodsOf(selection),
    words: labels.flatMap((label) => questionWords(label, [])),
  };
}

/** What a general word may stand for: "this margin" on a row of gross margin is the gross margin. */
const kindsOf: Readonly<Record<ConceptId, RegExp>> = {
  margin: /-margin$/,
  "growth-rate": /-growth(?:-rate)?$/,
  "interest-rate": /^interest-rate-|-interest-rate$/,
};

function narrowToSelected(
  asked: readonly ConceptId[],
  selected: readonly ConceptId[],
  points: boolean,
): readonly ConceptId[] {
  const narrowed = asked.flatMap((id) => {
    if (selected.includes(id)) return [id];
    const kinds = kindsOf[id];
    const meant = kinds === undefined ? [] : selected.filter((one) => kinds.test(one));
    if (meant.length > 0) return meant;
    // Growth is of something: pointed at, it is that of the row.
    return id === "growth-rate" && points && selected.length > 0 ? selected : [id];
  });
  return [...new Set(narrowed)];
}

/** A rate assumed is asked after by the name of the one reported. */
function isSame(asked: ConceptId, selected: ConceptId): boolean {
  return asked === selected || (conceptById(asked)?.interchangeable.includes(selected) ?? false);
}

function names(words: readonly string[], label: string): boolean {
  const asked = new Set(words.map(stem));
  const own = questionWords(label, []);
  return own.length > 0 && own.every((word) => asked.has(stem(word)));
}

function namesNothingAtAll(question: QuestionBesideSelection): boolean {
  return (
    question.concepts.length === 0 &&
    question.words.flatMap(wordsOf).every((word) => isNeutral(word, question.kind, new Set()) || judging.test(word))
  );
}

function periodsOf(selection: SelectionForQuestion): PeriodAsked[] {
  const periods = new Map<string, PeriodAsked>();
  for (const cell of selection.cells) {
    if (cell.year === null) continue;
    const label = cell.quarter === null ? `FY${cell.year}` : `Q${cell.quarter} ${cell.year}`;
    const kind = cell.quarter === null ? "year" : "quarter";
    periods.set(label, { label, kind, fiscalYear: cell.year, quarter: cell.quarter, start: null, end: null });
  }
  return [...periods.values()].slice(0, 12);
}
