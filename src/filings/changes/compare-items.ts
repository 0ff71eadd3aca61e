import {
  type ChangeCounts,
  type ComparedSentence,
  type SentenceChange,
  type Similarity,
  type UnitChange,
} from "../../contracts/filing-changes";
import { type AlignedPair, alignSentences } from "./align-sentences";
import { compareUnits } from "./compare-units";
import { compareWords } from "./compare-words";
import { type ItemSentence } from "./item-sentence";
import { measureSimilarity } from "./measure-similarity";

export interface ItemChanges {
  readonly counts: ChangeCounts;
  readonly similarity: Similarity;
  readonly units: readonly UnitChange[];
  readonly changes: readonly SentenceChange[];
}

/** What the later form of an item says otherwise than the earlier one, sentence by sentence. */
export function compareItems(earlier: readonly ItemSentence[], later: readonly ItemSentence[]): ItemChanges {
  const pairs = alignSentences(earlier, later);
  const matched = pairs.flatMap((pair) => changeOf(pair, earlier, later));
  const pairedEarlier = new Set(pairs.map((pair) => pair.earlier));
  const pairedLater = new Set(pairs.map((pair) => pair.later));
  const added = later.flatMap((sentence, place): PlacedChange[] =>
    pairedLater.has(place) ? [] : [{ at: place, change: { kind: "added", later: shown(sentence) } }],
  );
  const removed = placeRemoved(earlier, pairs, pairedEarlier);
  const changes = [...matched, ...added, ...removed].sort((a, b) => a.at - b.at).map(({ change }) => change);
  return {
    counts: countChanges(changes, earlier.length, later.length),
    similarity: measureSimilarity(earlier, later),
    units: compareUnits(earlier, later, pairs),
    changes,
  };
}

interface PlacedChange {
  /** Place in the later item; what was removed stands half a place after the sentence it followed. */
  readonly at: number;
  readonly change: SentenceChange;
}

function changeOf(pair: AlignedPair, earlier: readonly ItemSentence[], later: readonly ItemSentence[]): PlacedChange[] {
  const [before, after] = [earlier[pair.earlier]!, later[pair.later]!];
  const both = { earlier: shown(before), later: shown(after) };
  if (pair.as === "same") return pair.moved ? [{ at: pair.later, change: { kind: "moved", ...both } }] : [];
  const { stretches, figuresOnly } = compareWords(before.text, after.text);
  const kind = pair.as === "masked" || figuresOnly ? "figures" : "changed";
  return [{ at: pair.later, change: { kind, moved: pair.moved, ...both, words: [...stretches] } }];
}

function placeRemoved(
  earlier: readonly ItemSentence[],
  pairs: readonly AlignedPair[],
  paired: ReadonlySet<number>,
): PlacedChange[] {
  const laterOf = new Map(pairs.filter(({ moved }) => !moved).map((pair) => [pair.earlier, pair.later]));
  let after = -1;
  return earlier.flatMap((sentence, place): PlacedChange[] => {
    after = laterOf.get(place) ?? after;
    return paired.has(place) ? [] : [{ at: after + 0.5, change: { kind: "removed", earlier: shown(sentence) } }];
  });
}

function countChanges(changes: readonly SentenceChange[], earlier: number, later: number): ChangeCounts {
  const of = (kind: SentenceChange["kind"]) => changes.filter((change) => change.kind === kind).length;
  const [figures, changed, moved, added] = [of("figures"), of("changed"), of("moved"), of("added")];
  const unchanged = later - figures - changed - moved - added;
  return { earlier, later, unchanged, figures, changed, moved, added, removed: of("removed") };
}

function shown({ text, passageId, start, end, path }: ItemSentence): ComparedSentence {
  return { text, passageId, start, end, path: [...path] };
}
