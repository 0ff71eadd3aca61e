import { type ItemSentence } from "./item-sentence";

/** The different words of sentences as numbers, and how telling each is: rare words more than those of every sentence. */
export interface WeighedWords {
  readonly earlier: readonly (readonly number[])[];
  readonly later: readonly (readonly number[])[];
  readonly weights: readonly number[];
}

export function weighWords(earlier: readonly ItemSentence[], later: readonly ItemSentence[]): WeighedWords {
  const ids = new Map<string, number>();
  const counts: number[] = [];
  const idsOf = ({ masked }: ItemSentence): number[] => {
    const found = new Set<number>();
    for (const word of masked.match(/[\p{L}\p{N}#]+/gu) ?? []) {
      let id = ids.get(word);
      if (id === undefined) {
        id = counts.length;
        ids.set(word, id);
        counts.push(0);
      }
      found.add(id);
    }
    for (const id of found) counts[id]!++;
    return [...found];
  };
  const before = earlier.map(idsOf);
  const after = later.map(idsOf);
  const all = earlier.length + later.length;
  return { earlier: before, later: after, weights: counts.map((count) => Math.log(1 + all / count)) };
}

/** How much of their words two sentences share, 0..1, each word by its weight (Dice's measure). */
export function likenessOf(first: readonly number[], second: readonly number[], weights: readonly number[]): number {
  const known = new Set(first);
  let shared = 0;
  let all = 0;
  for (const word of first) all += weights[word]!;
  for (const word of second) {
    all += weights[word]!;
    if (known.has(word)) shared += weights[word]!;
  }
  return all === 0 ? 0 : (2 * shared) / all;
}
