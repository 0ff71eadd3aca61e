import { inverseDocumentFrequency } from "../../../src/retrieval/words/lexical-weights";

/** The count of a term in a passage fits beside the passage's place in one number. */
const countLimit = 1024;

/** BM25 as the textbook has it, with the true mean length of the passages, over plain arrays: what results are held to. */
export function createExactIndex() {
  const postings = new Map<string, number[]>();
  const passages: { readonly id: string; readonly company: number; readonly length: number }[] = [];
  let words = 0;
  return {
    add(id: string, company: number, terms: readonly string[]): void {
      const place = passages.push({ id, company, length: terms.length }) - 1;
      words += terms.length;
      const counts = new Map<string, number>();
      for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
      for (const [term, count] of counts) {
        const packed = place * countLimit + Math.min(count, countLimit - 1);
        const known = postings.get(term);
        if (known) known.push(packed);
        else postings.set(term, [packed]);
      }
    },
    search(terms: ReadonlyMap<string, number>, company: number | null, limit: number): string[] {
      const mean = words / passages.length;
      const scores = new Float64Array(passages.length);
      for (const [term, weight] of terms) {
        const held = postings.get(term) ?? [];
        const rarity = inverseDocumentFrequency(held.length, passages.length) * weight;
        for (const packed of held) {
          const place = Math.floor(packed / countLimit);
          const { length, company: own } = passages[place]!;
          if (company !== null && own !== company) continue;
          const count = packed % countLimit;
          scores[place]! += (rarity * (count * 2.2)) / (count + 1.2 * (0.25 + (0.75 * length) / mean));
        }
      }
      const found = [...scores.keys()].filter((place) => scores[place]! > 0);
      found.sort((a, b) => scores[b]! - scores[a]! || a - b);
      return found.slice(0, limit).map((place) => passages[place]!.id);
    },
  };
}

export type ExactIndex = ReturnType<typeof createExactIndex>;
