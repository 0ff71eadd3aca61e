import { type StatementOfAnswer } from "../../contracts/answer";
import { type Evidence } from "../../contracts/evidence";
import { type QuestionIntent } from "../../contracts/intent";
import { type ConceptId } from "../../contracts/concept";
import { conceptById } from "../../concepts/dictionary";
import { citeSlice } from "../draft/check-draft";
import { stemsOf } from "../draft/check-words";
import { sentenceSpans } from "../../concepts/sentence-spans";
import { nameDocument, writeText } from "../numbers/write-text";
import {
  conceptsSpokenOf,
  namesConcept,
  placeWeight,
  statesAnswer,
  statesFigure,
  tellingReason,
  wordStems,
} from "./speaks-of";

const mostQuotes = 3;
const mostSentences = 2;
const longestQuote = 700;
/** Words that carry an answer of a kind, whatever it is about. */
const tellingWords: Partial<Record<QuestionIntent["kind"], RegExp>> = {
  risk: /\b(?:risks?|could|may|might|adverse\w*|harm\w*)\b/i,
  guidance: /\b(?:expects?|anticipates?|guidance|guides?|outlook|forecasts?)\b/i,
  reason: tellingReason,
};

/** What a passage is held against. */
interface Wanted {
  readonly intent: QuestionIntent;
  readonly leftover: readonly string[];
  readonly concepts: ReadonlySet<ConceptId>;
  /** Stems of the question's words. */
  readonly wanted: ReadonlySet<string>;
  /** How many of them the question itself holds, the names of its concepts apart. */
  readonly ownTerms: number;
  readonly years: ReadonlySet<string>;
  readonly telling: RegExp | null;
  readonly kind: QuestionIntent["kind"];
}

interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Quotes {
  readonly statements: readonly StatementOfAnswer[];
  /** Those that state, with a figure and in all the question's words, what a number was asked for. */
  readonly stating: readonly StatementOfAnswer[];
  /** True where a quote holds most of what the question names. */
  readonly speakOfIt: boolean;
}

/** Passages that speak of the question, each as the verbatim sentences (or table row) nearest to its terms. */
export function quotePassages(
  intent: QuestionIntent,
  question: string,
  evidence: readonly Evidence[],
  leftover: readonly string[] = [],
): Quotes {
  const asked: Wanted = {
    intent,
    leftover,
    concepts: conceptsSpokenOf(intent),
    wanted: termsOf(intent, question),
    ownTerms: Math.max(1, bareStems(intent.terms.length > 0 ? intent.terms.join(" ") : question).size),
    years: new Set(question.match(/\b(?:19|20)\d\d\b/g) ?? []),
    telling: tellingWords[intent.kind] ?? null,
    kind: intent.kind,
  };
  // A question about risks without a subject of its own is answered by where risks are told.
  const fitting = evidence.filter(
    (item) => !item.boilerplate && (intent.kind !== "risk" || isAboutRisk(item, evidence)),
  );
  const found = fitting
    .flatMap((item, index) => {
      const best = bestSpan(item, asked);
      return best === null ? [] : [{ item, ...best, index }];
    })
    .sort((a, b) => b.hits - a.hits || a.index - b.index);
  // Of passages with reasons those of the thing itself are the answer; others explain something else.
  const named = intent.kind === "reason" ? found.filter((one) => namesConcept(one.text, asked.concepts)) : [];
  const explaining = named.filter((one, index) => index === 0 || (asked.telling?.test(one.text) ?? true));
  const chosen = (explaining.length > 0 ? explaining : found).slice(0, mostQuotes);
  return {
    statements: chosen.map(({ item, span }) => sayQuote(item, span)),
    stating: chosen.filter((one) => one.states).map(({ item, span }) => sayQuote(item, span)),
    speakOfIt: chosen.some((one) => coverage(one.text, intent, question) >= 0.6),
  };
}

function sayQuote(item: Evidence, span: Span): StatementOfAnswer {
  const citation = citeSlice(item, span);
  const section = item.item === null ? "" : `Item ${item.item} of `;
  return {
    text: writeText(`From ${section}the ${nameDocument(item.document)}: `, {
      kind: "quote",
      text: citation.quote,
      citation: 0,
    }),
    citations: [citation],
  };
}

/** The share of the question's own words that stand in a text. */
function coverage(text: string, intent: QuestionIntent, question: string): number {
  const wanted = [...wordStems(intent.terms.length > 0 ? intent.terms.join(" ") : question)];
  const said = wordStems(text);
  return wanted.length === 0 ? 0 : wanted.filter((stem) => said.has(stem)).length / wanted.length;
}

function termsOf(intent: QuestionIntent, question: string): Set<string> {
  const concepts = intent.concepts.map((id) => conceptById(id)?.name ?? "");
  const words = intent.terms.length > 0 ? intent.terms.join(" ") : question;
  return bareStems(`${words} ${concepts.join(" ")}`);
}

/** "Pricing", "prices" and "price" are one word here. */
function bareStems(text: string): Set<string> {
  return new Set([...stemsOf(text)].map((stem) => stem.replace(/[eis]$/, "")));
}

/** Passages of the risk factors where there are any, else all. */
function isAboutRisk(item: Evidence, evidence: readonly Evidence[]): boolean {
  return item.item === "1A" || !evidence.some((other) => other.item === "1A");
}

interface Best {
  readonly span: Span;
  readonly text: string;
  readonly hits: number;
  readonly states: boolean;
}

/** The window of neighbouring sentences with the most of the question's terms; null where it does not speak of it. */
function bestSpan(item: Evidence, asked: Wanted): Best | null {
  const spans = item.kind === "table" ? lineSpans(item.text) : sentenceSpans(item.text);
  // A row of a table says what it says alone; a sentence may need its neighbour.
  const most = item.kind === "table" ? 1 : mostSentences;
  const textOf = (from: Span, to: Span): string => item.text.slice(from.start, to.end);
  let best: (Best & { index: number; count: number }) | null = null;
  spans.forEach((first, index) => {
    // A heading or a column title speaks of a thing without saying anything of it.
    if (!saysSomething(textOf(first, first), item.kind)) return;
    for (let count = 1; count <= most; count++) {
      const last = spans[index + count - 1];
      if (last === undefined || !standTogether(item.text, spans.slice(index, index + count))) break;
      const text = textOf(first, last);
      const found = hitsOf(text, asked);
      if (found === 0) continue;
      // An outlook is one sentence: its subject in one and "we expect" in the next are two things.
      if (asked.kind === "guidance" && !(asked.telling?.test(textOf(first, first)) ?? true)) continue;
      // The reason follows the thing it explains: a window that opens with the thing is better than one that ends with it.
      const opens = hitsOf(textOf(first, first), asked) > 0;
      const states = asked.kind === "number" && count === 1 && statesAnswer(text, item, asked);
      const hits = found + (opens ? 0.25 : 0) + (states ? 4 : 0) + placeWeight(item, asked.kind);
      if (hits > (best?.hits ?? -Infinity))
        best = { span: { start: first.start, end: last.end }, text, hits, states, index, count };
    }
  });
  return best === null ? null : withReason(best, item, spans, asked);
}

/** A change that is only stated is explained, where at all, by the sentence after it. */
function withReason(
  best: Best & { index: number; count: number },
  item: Evidence,
  spans: readonly Span[],
  asked: Wanted,
): Best {
  const next = spans[best.index + best.count];
  const needsMore = asked.kind === "reason" && item.kind === "text" && best.count === 1;
  if (!needsMore || next === undefined || (asked.telling?.test(best.text) ?? true)) return best;
  if (!standTogether(item.text, spans.slice(best.index, best.index + 2))) return best;
  return {
    ...best,
    span: { start: best.span.start, end: next.end },
    text: item.text.slice(best.span.start, next.end),
  };
}

/** Sentences of one paragraph, none of them a heading, and not too long to be read as one quote. */
function standTogether(text: string, spans: readonly Span[]): boolean {
  const [first, last] = [spans[0], spans.at(-1)];
  if (first === undefined || last === undefined || last.end - first.start > longestQuote) return false;
  return spans.every((span, index) => {
    const before = spans[index - 1];
    return before === undefined || !text.slice(before.end, span.start).includes("\n");
  });
}

/** Zero where it shares too little with the question: one word out of many is chance, not an answer. */
function hitsOf(text: string, question: Wanted): number {
  const { wanted, years, telling, kind } = question;
  const stems = bareStems(text);
  const shared = [...wanted].filter((stem) => stems.has(stem)).length;
  const tells = telling !== null && telling.test(text);
  const named = [...years].filter((year) => text.includes(year)).length;
  const aboutIt = namesConcept(text, question.concepts);
  if (telling !== null && !tells && shared < 2 && !aboutIt) return 0;
  if (kind === "guidance" && ((years.size > 0 && named === 0) || !tells)) return 0;
  if (kind === "guidance" && question.concepts.size > 0 && !aboutIt) return 0;
  if (shared + named + (tells ? 1 : 0) + (aboutIt ? 1 : 0) < Math.min(2, question.ownTerms)) return 0;
  if (shared === 0 && !aboutIt && wanted.size > 1) return 0;
  return shared + named + (tells ? 1.5 : 0) + (aboutIt ? 2 : 0);
}

function saysSomething(text: string, kind: Evidence["kind"]): boolean {
  return kind === "table" ? /^[^|]*\p{L}/u.test(text) && statesFigure(text) : /[.!]["”’)\]]*$/.test(text);
}

function lineSpans(text: string): Span[] {
  return [...text.matchAll(/[^\n]+/g)].flatMap((match) => {
    const start = match.index + (match[0].length - match[0].trimStart().length);
    const end = match.index + match[0].trimEnd().length;
    return end > start && end - start <= longestQuote ? [{ start, end }] : [];
  });
}
