/** BM25's usual constants. */
const saturation = 1.2;
const lengthInfluence = 0.75;
/**
 * Terms of an average passage. BM25 asks for the mean of the store, which moves with every document and would
 * make every stored weight stale; this is the mean over annual reports as we cut them. At 180 one in ten of the first ten
 * passages was another than by exact BM25.
 */
const usualPassageLength = 120;

/** The half of BM25 that depends on the passage: term to weight. */
export function termFrequencyWeights(terms: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  const lengthFactor = 1 - lengthInfluence + (lengthInfluence * terms.length) / usualPassageLength;
  for (const [term, count] of counts) {
    counts.set(term, (count * (saturation + 1)) / (count + saturation * lengthFactor));
  }
  return counts;
}

/** The half that depends on the store: how rare a term is. */
export function inverseDocumentFrequency(passagesWithTerm: number, passageCount: number): number {
  return Math.log(1 + (passageCount - passagesWithTerm + 0.5) / (passagesWithTerm + 0.5));
}
