import { type ScoredPassage } from "./score-passages";
import { printDistance } from "../words/text-print";

/**
 * Of 64 bits. In consecutive annual reports of two companies, passages that share nine words in ten differ in 0 to 10 bits
 * (half of them in 5 or fewer), those that share six in ten in 8 or more, unrelated ones in 13 or more.
 */
const nearlySameBits = 6;

/** Of passages with nearly the same words and the very same numbers, the best alone: filings repeat themselves. */
export function collapseDuplicates(ranked: readonly ScoredPassage[], limit: number): ScoredPassage[] {
  const kept: ScoredPassage[] = [];
  for (const candidate of ranked) {
    if (kept.length >= limit) break;
    if (!kept.some((one) => isRepetition(one, candidate))) kept.push(candidate);
  }
  return kept;
}

function isRepetition(a: ScoredPassage, b: ScoredPassage): boolean {
  const [first, second] = [a.hit, b.hit];
  if (first.passage.kind !== second.passage.kind || first.marks.numberPrint !== second.marks.numberPrint) return false;
  if (first.passage.text === second.passage.text) return true;
  // Two companies may use one lawyer's words; each still speaks for itself.
  if (first.document.cik !== second.document.cik || first.document.company !== second.document.company) return false;
  const long = Math.min(first.passage.text.length, second.passage.text.length) >= 200;
  return long && printDistance(first.marks.wordPrint, second.marks.wordPrint) <= nearlySameBits;
}
