/** A place in the earlier list and the place in the later one that it goes with. */
export interface Pair {
  readonly earlier: number;
  readonly later: number;
}

/** Beyond so many pairs of one text (a heading repeated on each page) only those of like position are looked at. */
const mostPairsOfOneText = 400;

/**
 * The longest common run of two lists: pairs of equal entries in one order on both sides (Hunt and Szymanski's way:
 * the longest rising run over all equal pairs). Near linear where entries seldom repeat, as sentences do.
 */
export function matchInOrder(earlier: readonly string[], later: readonly string[]): Pair[] {
  const placesLater = placesOf(later);
  const placesEarlier = placesOf(earlier);
  /** Where a rising run of each length ends lowest, and the pair that it ends with. */
  const ends: number[] = [];
  const links: number[] = [];
  const pairs: { earlier: number; later: number; before: number }[] = [];
  for (const [place, text] of earlier.entries()) {
    const candidates = candidatesFor(place, placesEarlier.get(text)!, placesLater.get(text) ?? []);
    // Highest first: one entry of the earlier list must not follow itself in a run.
    for (let index = candidates.length - 1; index >= 0; index--) {
      const candidate = candidates[index]!;
      const length = firstNotBelow(ends, candidate);
      if (ends[length] === candidate) continue;
      pairs.push({ earlier: place, later: candidate, before: length === 0 ? -1 : links[length - 1]! });
      ends[length] = candidate;
      links[length] = pairs.length - 1;
    }
  }
  const run: Pair[] = [];
  for (let at = links.at(-1) ?? -1; at >= 0; at = pairs[at]!.before)
    run.push({ earlier: pairs[at]!.earlier, later: pairs[at]!.later });
  return run.reverse();
}

function placesOf(texts: readonly string[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [place, text] of texts.entries()) {
    const known = places.get(text);
    if (known === undefined) places.set(text, [place]);
    else known.push(place);
  }
  return places;
}

function candidatesFor(place: number, own: readonly number[], others: readonly number[]): readonly number[] {
  if (own.length * others.length <= mostPairsOfOneText) return others;
  const other = others[own.indexOf(place)];
  return other === undefined ? [] : [other];
}

function firstNotBelow(rising: readonly number[], value: number): number {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rising[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
