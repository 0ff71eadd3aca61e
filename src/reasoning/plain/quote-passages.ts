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
  const chosen = evidence
    .filter((item) => !item.boilerplate)
    .flatMap((item, index) => {
      const best = bestSpan(item, wanted);
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

/** The window of neighbouring sentences with the most of the question's terms; null where it has none. */
function bestSpan(item: Evidence, wanted: ReadonlySet<string>): { span: Span; hits: number } | null {
  const spans = item.kind === "table" ? lineSpans(item.text) : sentenceSpans(item.text);
  let best: { span: Span; hits: number } | null = null;
  spans.forEach((first, index) => {
    for (let count = 1; count <= mostSentences; count++) {
      const last = spans[index + count - 1];
      if (last === undefined || last.end - first.start > longestQuote) break;
      const stems = stemsOf(item.text.slice(first.start, last.end));
      const hits = [...wanted].filter((stem) => stems.has(stem)).length;
      if (hits > (best?.hits ?? 0)) best = { span: { start: first.start, end: last.end }, hits };
    }
  });
  // One shared word out of many is chance, not an answer.
  return best !== null && (best as { hits: number }).hits >= Math.min(2, wanted.size) ? best : null;
}

function lineSpans(text: string): Span[] {
  return [...text.matchAll(/[^\n]+/g)].flatMap((match) => {
    const start = match.index + (match[0].length - match[0].trimStart().length);
    const end = match.index + match[0].trimEnd().length;
    return end > start && end - start <= longestQuote ? [{ start, end }] : [];
  });
}
