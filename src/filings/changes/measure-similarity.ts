import { type Similarity } from "../../contracts/filing-changes";
import { type ItemSentence } from "./item-sentence";

/** How alike two forms of an item are, figures and dates left aside; 1 for equal ones. */
export function measureSimilarity(earlier: readonly ItemSentence[], later: readonly ItemSentence[]): Similarity {
  const before = new Set(earlier.map(({ masked }) => masked));
  const after = new Set(later.map(({ masked }) => masked));
  let shared = 0;
  for (const text of after) if (before.has(text)) shared++;
  const either = before.size + after.size - shared;
  const verbatim = later.filter(({ masked }) => before.has(masked)).length;
  return {
    jaccard: either === 0 ? 1 : shared / either,
    cosine: cosineOf(countWords(earlier), countWords(later)),
    verbatim: later.length === 0 ? 1 : verbatim / later.length,
  };
}

function countWords(sentences: readonly ItemSentence[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { masked } of sentences)
    for (const word of masked.match(/[\p{L}\p{N}]+/gu) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function cosineOf(first: ReadonlyMap<string, number>, second: ReadonlyMap<string, number>): number {
  let product = 0;
  for (const [word, count] of first) product += count * (second.get(word) ?? 0);
  const length = (counts: ReadonlyMap<string, number>) =>
    Math.sqrt([...counts.values()].reduce((sum, count) => sum + count * count, 0));
  const lengths = length(first) * length(second);
  return lengths === 0 ? (first.size === second.size ? 1 : 0) : product / lengths;
}
