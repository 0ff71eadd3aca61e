import { type Citation } from "../../contracts/evidence";

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where a citation's quote stands in its passage; null where it is not there word for word. */
export function locateQuote(citation: Citation, passageText: string): Span | null {
  const { quote, start, end } = citation;
  if (quote === "") return null;
  if (passageText.slice(start, end) === quote) return { start, end };
  // The store may have been rebuilt since: the words count, not where they stood.
  const found = passageText.indexOf(quote);
  return found === -1 ? null : { start: found, end: found + quote.length };
}
