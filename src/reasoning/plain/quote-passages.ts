import { type StatementOfAnswer } from "../../contracts/answer";
import { type Evidence } from "../../contracts/evidence";
import { type QuestionIntent } from "../../contracts/intent";
import { conceptById } from "../../concepts/dictionary";
import { citeSlice } from "../draft/check-draft";
import { stemsOf } from "../draft/check-words";
import { sentenceSpans } from "../draft/split-sentences";
import { nameDocument, writeText } from "../numbers/write-text";

const mostQuotes = 3;
const mostSentences = 2;
const longestQuote = 700;
/** Words that carry an answer of a kind, whatever it is about. */
const tellingWords: Partial<Record<QuestionIntent["kind"], RegExp>> = {
  risk: /\b(?:risks?|could|may|might|adverse\w*|harm\w*)\b/i,
  guidance: /\b(?:expects?|anticipates?|guidance|guides?|outlook|forecasts?)\b/i,
  reason: /\b(?:because|due to|driven|primarily|result(?:ed|ing)? (?:from|in)|offset|reflect\w*|attributable)\b/i,
};

/** What a passage is held against. */
interface Wanted {
  /** Stems of the question's words. */
  readonly wanted: ReadonlySet<string>;
  readonly years: ReadonlySet<string>;
  readonly telling: RegExp | null;
  readonly kind: QuestionIntent["kind"];
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Passages that speak of the question, each as the verbatim sentences (or table row) nearest to its terms. */
export function quotePassages(
  intent: QuestionIntent,
  question: string,
  evidence: readonly Evidence[],
): StatementOfAnswer[] {
  const wanted = termsOf(intent, question);
  const years = new Set(question.match(/\b(?:19|20)\d\d\b/g) ?? []);
  // A question about risks without a subject of its own is answered by where risks are told.
  const fitting = evidence.filter(
    (item) => !item.boilerplate && (intent.kind !== "risk" || isAboutRisk(item, evidence)),
  );
  const chosen = fitting
    .flatMap((item, index) => {
      const best = bestSpan(item, { wanted, years, telling: tellingWords[intent.kind] ?? null, kind: intent.kind });
      return best === null ? [] : [{ item, ...best, index }];
    })
    .sort((a, b) => b.hits - a.hits || a.index - b.index)
    .slice(0, mostQuotes);
  return chosen.map(({ item, span }) => {
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
  });
}

function termsOf(intent: QuestionIntent, question: string): Set<string> {
  const concepts = intent.concepts.map((id) => conceptById(id)?.name ?? "");
  const words = intent.terms.length > 0 ? intent.terms.join(" ") : question;
  return stemsOf(`${words} ${concepts.join(" ")}`);
}

/** Passages of the risk factors where there are any, else all. */
function isAboutRisk(item: Evidence, evidence: readonly Evidence[]): boolean {
  return item.item === "1A" || !evidence.some((other) => other.item === "1A");
}

/** The window of neighbouring sentences with the most of the question's terms; null where it does not speak of it. */
function bestSpan(item: Evidence, question: Wanted): { span: Span; hits: number } | null {
  const spans = item.kind === "table" ? lineSpans(item.text) : sentenceSpans(item.text);
  // A row of a table says what it says alone; a sentence may need its neighbour.
  const most = item.kind === "table" ? 1 : mostSentences;
  let best: { span: Span; hits: number } | null = null;
  spans.forEach((first, index) => {
    for (let count = 1; count <= most; count++) {
      const last = spans[index + count - 1];
      if (last === undefined || last.end - first.start > longestQuote) break;
      const text = item.text.slice(first.start, last.end);
      // A heading or a column title speaks of a thing without saying anything of it.
      if (!saysSomething(text, item.kind)) continue;
      const found = hitsOf(text, question);
      // The reason follows the thing it explains: a window that opens with the thing is better than one that ends with it.
      const opens = hitsOf(item.text.slice(first.start, first.end), question) > 0;
      const hits = found === 0 ? 0 : found + (opens ? 0.25 : 0);
      if (hits > (best?.hits ?? 0)) best = { span: { start: first.start, end: last.end }, hits };
    }
  });
  return best;
}

/** Zero where it shares too little with the question: one word out of many is chance, not an answer. */
function hitsOf(text: string, question: Wanted): number {
  const { wanted, years, telling, kind } = question;
  const stems = stemsOf(text);
  const shared = [...wanted].filter((stem) => stems.has(stem)).length;
  const tells = telling !== null && telling.test(text);
  const named = [...years].filter((year) => text.includes(year)).length;
  if (telling !== null && !tells && shared < 2) return 0;
  if (kind === "guidance" && years.size > 0 && named === 0) return 0;
  if (shared + named + (tells ? 1 : 0) < Math.min(2, wanted.size)) return 0;
  return shared + named + (tells ? 1.5 : 0);
}

function saysSomething(text: string, kind: Evidence["kind"]): boolean {
  return kind === "table" ? /\p{L}/u.test(text) && /\d/.test(text) : /[.!?]["”’)\]]*$/.test(text);
}

function lineSpans(text: string): Span[] {
  return [...text.matchAll(/[^\n]+/g)].flatMap((match) => {
    const start = match.index + (match[0].length - match[0].trimStart().length);
    const end = match.index + match[0].trimEnd().length;
    return end > start && end - start <= longestQuote ? [{ start, end }] : [];
  });
}
