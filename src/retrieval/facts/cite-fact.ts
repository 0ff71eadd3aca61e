import { type Fact, pageAt } from "../../contracts/document";
import { type Citation } from "../../contracts/evidence";
import { type RankedPassage } from "../../storage/store";
import { referenceTo } from "../search/evidence-of";

const longestQuote = 400;

/** Where a fact is printed, quoted with its row of the table or its sentence. */
export function citeFact(fact: Fact, { passage, document }: RankedPassage): Citation {
  const span = fact.span ?? { start: 0, end: Math.min(passage.text.length, longestQuote) };
  const { start, end } = around(passage.text, span, passage.kind);
  return {
    passageId: passage.id,
    document: referenceTo(document),
    part: passage.part,
    item: passage.item,
    page: pageAt(passage, start),
    quote: passage.text.slice(start, end),
    start,
    end,
    ...(fact.source === "read" ? { readFromTable: true as const } : {}),
  };
}

/** The line of a table, the sentence of a text; never longer than a reader takes in at a glance. */
function around(
  text: string,
  span: { start: number; end: number },
  kind: "text" | "table",
): { start: number; end: number } {
  const stop = kind === "table" ? /\n/g : /\n|[.!?](?=\s+[A-Z“"])/g;
  let start = 0;
  let end = text.length;
  for (const match of text.matchAll(stop)) {
    const after = match.index + match[0].length;
    if (after <= span.start) start = after;
    else if (match.index >= span.end) {
      end = kind === "table" || match[0] === "\n" ? match.index : after;
      break;
    }
  }
  start = Math.max(start, span.end - longestQuote);
  end = Math.min(end, Math.max(start + longestQuote, span.end));
  while (start < span.start && /\s/.test(text[start]!)) start++;
  while (end > span.end && /\s/.test(text[end - 1]!)) end--;
  return { start, end };
}
