import { type PassageSentences } from "../../contracts/evidence";
import { type Span } from "./locate-quote";

/** new: in no earlier filing of the company on file; common: in the filings of several other companies. */
export type SentenceMark = "new" | "common" | null;

export interface MarkedStretch {
  readonly text: string;
  readonly mark: SentenceMark;
  /** Part of the quote that was opened. */
  readonly isQuoted: boolean;
}

type MarkedSpan = Span & { readonly mark: SentenceMark };

/** Words that so many other companies file are nobody's own. */
const companiesOfCommonWords = 3;

/** A passage's text in stretches of one look; put together they are the text. */
export function markSentences(text: string, quote: Span | null, standing: PassageSentences | null): MarkedStretch[] {
  const marks = markedSpans(standing);
  const edges = new Set([0, text.length]);
  for (const span of [...marks, ...(quote === null ? [] : [quote])]) {
    edges.add(Math.min(span.start, text.length));
    edges.add(Math.min(span.end, text.length));
  }
  const sorted = [...edges].sort((a, b) => a - b);
  let next = 0;
  return sorted.slice(0, -1).map((start, index) => {
    const end = sorted[index + 1]!;
    while (next < marks.length && marks[next]!.end <= start) next++;
    const mark = marks[next] !== undefined && marks[next]!.start <= start ? marks[next]!.mark : null;
    const isQuoted = quote !== null && quote.start <= start && end <= quote.end;
    return { text: text.slice(start, end), mark, isQuoted };
  });
}

/** How many sentences of some passages are new, of how many; null where no earlier filing tells. */
export function countNew(standings: readonly PassageSentences[]): { fresh: number; all: number } | null {
  if (standings.length === 0 || standings.every(({ earlierFilings }) => earlierFilings === 0)) return null;
  const sentences = standings.flatMap((standing) => standing.sentences);
  return { fresh: sentences.filter(({ inEarlierFilings }) => inEarlierFilings === 0).length, all: sentences.length };
}

function markedSpans(standing: PassageSentences | null): MarkedSpan[] {
  if (standing === null) return [];
  return standing.sentences.flatMap(({ start, end, inEarlierFilings, atOtherCompanies }): MarkedSpan[] => {
    if (atOtherCompanies >= companiesOfCommonWords) return [{ start, end, mark: "common" }];
    if (standing.earlierFilings > 0 && inEarlierFilings === 0) return [{ start, end, mark: "new" }];
    return [];
  });
}
