import { type ItemSentence } from "./item-sentence";
import { matchInOrder, type Pair } from "./match-in-order";
import { likenessOf, type WeighedWords, weighWords } from "./word-weights";

export interface AlignedPair extends Pair {
  /** same: the words and figures; masked: the words, with other figures; like: most of the words. */
  readonly as: "same" | "masked" | "like";
  /** It stands elsewhere among the sentences that kept their order. */
  readonly moved: boolean;
}

/** A sentence of few words ("None.") moves nowhere: it is said again. */
const leastWordsToMove = 4;
/** How much of their words sentences share that are one sentence reworded: beside the same neighbours, and anywhere. */
const likeBesideNeighbours = 0.42;
const likeAnywhere = 0.6;
/** A word of more of the unmatched sentences tells none of them apart. */
const mostSentencesOfWord = 60;
const candidatesOfSentence = 6;

/**
 * Which sentence of the later item goes with which of the earlier one. First those equal in one order, then those equal
 * but for figures between them, then those that moved, last those that share most of their words.
 */
export function alignSentences(earlier: readonly ItemSentence[], later: readonly ItemSentence[]): AlignedPair[] {
  const anchors = matchInOrder(
    earlier.map(({ words }) => words),
    later.map(({ words }) => words),
  ).map((pair): AlignedPair => ({ ...pair, as: "same", moved: false }));
  const inOrder = [...anchors, ...matchMaskedInGaps(anchors, earlier, later)].sort((a, b) => a.later - b.later);
  const open = new OpenSentences(earlier.length, later.length, inOrder);
  const moved = [
    ...matchMoved(open, earlier, later, "same", ({ words }) => words),
    ...matchMoved(open, earlier, later, "masked", ({ masked }) => masked),
  ];
  const like = matchLike(open, inOrder, earlier, later);
  return [...inOrder, ...moved, ...like].sort((a, b) => a.later - b.later);
}

/** What neither side has matched yet. */
class OpenSentences {
  private readonly takenEarlier: Uint8Array;
  private readonly takenLater: Uint8Array;

  constructor(earlier: number, later: number, pairs: readonly Pair[]) {
    this.takenEarlier = new Uint8Array(earlier);
    this.takenLater = new Uint8Array(later);
    for (const pair of pairs) this.take(pair);
  }

  take(pair: Pair): void {
    this.takenEarlier[pair.earlier] = 1;
    this.takenLater[pair.later] = 1;
  }

  has(pair: Pair): boolean {
    return this.takenEarlier[pair.earlier] === 0 && this.takenLater[pair.later] === 0;
  }

  earlier(): number[] {
    return placesOfZero(this.takenEarlier);
  }

  later(): number[] {
    return placesOfZero(this.takenLater);
  }
}

function placesOfZero(flags: Uint8Array): number[] {
  const places: number[] = [];
  for (let place = 0; place < flags.length; place++) if (flags[place] === 0) places.push(place);
  return places;
}

function matchMaskedInGaps(
  anchors: readonly Pair[],
  earlier: readonly ItemSentence[],
  later: readonly ItemSentence[],
): AlignedPair[] {
  const found: AlignedPair[] = [];
  let from: Pair = { earlier: 0, later: 0 };
  for (const to of [...anchors, { earlier: earlier.length, later: later.length }]) {
    const before = earlier.slice(from.earlier, to.earlier).map(({ masked }) => masked);
    const after = later.slice(from.later, to.later).map(({ masked }) => masked);
    if (before.length > 0 && after.length > 0) {
      for (const pair of matchInOrder(before, after)) {
        const place = { earlier: from.earlier + pair.earlier, later: from.later + pair.later };
        found.push({ ...place, as: "masked", moved: false });
      }
    }
    from = { earlier: to.earlier + 1, later: to.later + 1 };
  }
  return found;
}

function matchMoved(
  open: OpenSentences,
  earlier: readonly ItemSentence[],
  later: readonly ItemSentence[],
  as: "same" | "masked",
  textOf: (sentence: ItemSentence) => string,
): AlignedPair[] {
  const places = new Map<string, number[]>();
  for (const place of open.earlier()) {
    const text = textOf(earlier[place]!);
    if (text.split(" ").length < leastWordsToMove) continue;
    const known = places.get(text);
    if (known === undefined) places.set(text, [place]);
    else known.push(place);
  }
  return open.later().flatMap((place) => {
    const from = places.get(textOf(later[place]!))?.shift();
    if (from === undefined) return [];
    const pair = { earlier: from, later: place, as, moved: true };
    open.take(pair);
    return [pair];
  });
}

function matchLike(
  open: OpenSentences,
  inOrder: readonly Pair[],
  earlier: readonly ItemSentence[],
  later: readonly ItemSentence[],
): AlignedPair[] {
  const words = weighWords(earlier, later);
  const gapEarlier = gapsOf(inOrder.map((pair) => pair.earlier));
  const gapLater = gapsOf(inOrder.map((pair) => pair.later));
  const candidates = open.later().length === 0 ? [] : findCandidates(open, words);
  const scored = candidates.flatMap((pair) => {
    const likeness = likenessOf(words.earlier[pair.earlier]!, words.later[pair.later]!, words.weights);
    const beside = gapEarlier(pair.earlier) === gapLater(pair.later);
    if (likeness < (beside ? likeBesideNeighbours : likeAnywhere)) return [];
    return [{ ...pair, as: "like" as const, moved: !beside, score: likeness + (beside ? 0.15 : 0) }];
  });
  scored.sort((a, b) => b.score - a.score || a.later - b.later || a.earlier - b.earlier);
  const found: AlignedPair[] = [];
  for (const { score: _score, ...pair } of scored) {
    if (!open.has(pair)) continue;
    open.take(pair);
    found.push(pair);
  }
  return found;
}

/** The few open sentences that share most with each: by words that not every sentence has. */
function findCandidates(open: OpenSentences, words: WeighedWords): Pair[] {
  const sentencesOfWord = new Map<number, number[]>();
  for (const place of open.earlier()) {
    for (const word of words.earlier[place]!) {
      const known = sentencesOfWord.get(word);
      if (known === undefined) sentencesOfWord.set(word, [place]);
      else known.push(place);
    }
  }
  return open.later().flatMap((later) => {
    const shared = new Map<number, number>();
    for (const word of words.later[later]!) {
      const places = sentencesOfWord.get(word) ?? [];
      if (places.length > mostSentencesOfWord) continue;
      for (const place of places) shared.set(place, (shared.get(place) ?? 0) + words.weights[word]!);
    }
    return [...shared]
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, candidatesOfSentence)
      .map(([place]) => ({ earlier: place, later }));
  });
}

/** Between which two matched sentences a place lies, as how many stand before it. */
function gapsOf(matched: readonly number[]): (place: number) => number {
  return (place) => {
    let low = 0;
    let high = matched.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (matched[middle]! < place) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}
