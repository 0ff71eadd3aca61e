import { maskFigures, normalizeSentence } from "../../../src/concepts/mask-sentence";
import { type ItemSentence } from "../../../src/filings/changes/item-sentence";

export type EditKind = "added" | "removed" | "moved" | "changed" | "figures";

export interface EditedItem {
  readonly later: readonly ItemSentence[];
  /** What the difference must give back: the kind, and the sentence as it stands after the edit (before it, if removed). */
  readonly edits: readonly { readonly kind: EditKind; readonly text: string }[];
}

/** A sentence of the item that stands in it once and is long enough to be known again. */
const leastWords = 8;
const shareEdited = 0.1;

/**
 * An item with edits of known kinds at places drawn by a seed: sentences of another item put in, sentences taken out,
 * moved far, one word put for another, a number changed, paragraphs joined and parted (which must change nothing).
 */
export function editItem(
  sentences: readonly ItemSentence[],
  foreign: readonly ItemSentence[],
  seed: number,
): EditedItem {
  const draw = randomFrom(seed);
  const once = countOnce(sentences);
  const edits: { kind: EditKind; text: string }[] = [];
  const later: ItemSentence[] = [];
  const moving: ItemSentence[] = [];
  const known = new Set(sentences.map(({ masked }) => masked));
  const strangers = foreign.filter(({ words, masked }) => !known.has(masked) && words.split(" ").length >= leastWords);
  for (const sentence of sentences) {
    const editable = once.has(sentence.masked) && sentence.words.split(" ").length >= leastWords;
    const edited = editable && draw() < shareEdited ? drawEdit(sentence, draw) : null;
    if (edited === null) later.push(sentence);
    else if (edited.kind === "moved") moving.push(sentence);
    else if (edited.kind === "removed") edits.push({ kind: "removed", text: sentence.text });
    else {
      later.push(edited.sentence);
      edits.push({ kind: edited.kind, text: edited.sentence.text });
    }
    const stranger =
      draw() < shareEdited / 4 ? strangers.splice(Math.floor(draw() * strangers.length), 1)[0] : undefined;
    if (stranger !== undefined) {
      later.push(stranger);
      edits.push({ kind: "added", text: stranger.text });
    }
  }
  // Half the item away: a sentence that changes places with its neighbour may be called moved on either side.
  for (const sentence of moving) {
    const from = later.findIndex(({ start }) => start > sentence.start);
    const to = ((from < 0 ? later.length : from) + Math.floor(later.length / 2)) % later.length;
    later.splice(to, 0, sentence);
    edits.push({ kind: "moved", text: sentence.text });
  }
  return { later, edits };
}

type DrawnEdit =
  | { readonly kind: "removed" }
  | { readonly kind: "moved" }
  | { readonly kind: "changed" | "figures"; readonly sentence: ItemSentence };

function drawEdit(sentence: ItemSentence, draw: () => number): DrawnEdit | null {
  const which = draw();
  if (which < 0.25) return { kind: "removed" };
  if (which < 0.4) return { kind: "moved" };
  if (which < 0.7 && /\d/.test(sentence.text)) {
    const text = sentence.text.replace(/\d+/, (digits) => String(Number(digits) + 3));
    return { kind: "figures", sentence: withText(sentence, text) };
  }
  const words = sentence.text.split(" ");
  const places = words.flatMap((word, place) => (place > 0 && /^\p{Ll}{4,}$/u.test(word) ? [place] : []));
  if (places.length === 0) return null;
  words[places[Math.floor(draw() * places.length)]!] = "otherwise";
  return { kind: "changed", sentence: withText(sentence, words.join(" ")) };
}

function withText(sentence: ItemSentence, text: string): ItemSentence {
  const words = normalizeSentence(text);
  return { ...sentence, text, words, masked: maskFigures(words) };
}

function countOnce(sentences: readonly ItemSentence[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { masked } of sentences) counts.set(masked, (counts.get(masked) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count === 1).map(([masked]) => masked));
}

/** Numbers 0..1 that are the same for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 0x100000000;
  };
}
