import { type SentenceChange } from "../../../src/contracts/filing-changes";
import { compareItems, type ItemChanges } from "../../../src/filings/changes/compare-items";
import { type ItemSentence } from "../../../src/filings/changes/item-sentence";
import { type ItemPassage, itemSentences } from "../../../src/filings/changes/item-sentences";
import { type Figure } from "../../support/scored-suite";
import { editItem } from "./edit-item";
import { filedPairs, seriesPairs, type YearPair } from "./years-of-items";

/** Items compared, with the share that stands word for word in the year before as measured elsewhere. */
const items = [
  { item: "1A", elsewhere: 0.657 },
  { item: "7A", elsewhere: 0.723 },
  { item: "7", elsewhere: 0.383 },
];
/** Fewer sentences are a reference to another place. */
const leastSentences = 5;

type Part = "tuned" | "kept";

/** Year-on-year comparisons: edits of known kinds given back, shares that recur, and how long two items take. */
export function compareYears(dataFolder: string): { figures: Figure[]; rows: Record<string, string | number>[] } {
  const edits = { tuned: { hit: 0, of: 0, extra: 0 }, kept: { hit: 0, of: 0, extra: 0 } };
  const verbatim = new Map<string, number[]>();
  const rows: Record<string, string | number>[] = [];
  let slowestMs = 0;
  /** Of the item before: another year's form of a sentence taken out is that sentence reworded, and no new one. */
  let foreign: readonly ItemSentence[] = [];
  for (const pair of allPairs(dataFolder)) {
    for (const { item } of items) {
      const [earlier, later] = [pair.earlier.get(item), pair.later.get(item)].map((found) => sentencesOf(found, item));
      if (earlier!.length < leastSentences || later!.length < leastSentences) continue;
      const startedMs = performance.now();
      const found = compareItems(earlier!, later!);
      slowestMs = Math.max(slowestMs, performance.now() - startedMs);
      const key = `${item} ${pair.part}`;
      verbatim.set(key, [...(verbatim.get(key) ?? []), found.similarity.verbatim]);
      rows.push({ pair: pair.name, item, jaccard: found.similarity.jaccard.toFixed(2), ...found.counts });
      if (later!.length < 30) continue;
      const edited = editItem(earlier!, foreign, rows.length);
      foreign = earlier!;
      const score = scoreEdits(compareItems(earlier!, edited.later), edited.edits);
      edits[pair.part].hit += score.hit;
      edits[pair.part].of += edited.edits.length;
      edits[pair.part].extra += score.extra;
    }
  }
  const figures: Figure[] = (["tuned", "kept"] as const).flatMap((part) => [
    ...share("edits of an item given back as made", part, edits[part].hit, edits[part].of, { atLeast: 0.99 }),
    ...share("changes found that no edit made", part, edits[part].extra, edits[part].of, { atMost: 0.01 }),
    ...items.flatMap(({ item, elsewhere }) => meanOf(item, elsewhere, part, verbatim.get(`${item} ${part}`) ?? [])),
  ]);
  figures.push({
    name: "slowest comparison of two items",
    part: "all",
    value: slowestMs,
    unit: "ms",
    bar: { atMost: 1000 },
  });
  return { figures, rows };
}

function* allPairs(dataFolder: string): Generator<YearPair> {
  yield* seriesPairs(dataFolder);
  yield* filedPairs(dataFolder);
}

function sentencesOf(passages: readonly ItemPassage[] | undefined, item: string): ItemSentence[] {
  return passages === undefined ? [] : itemSentences(passages, item === "1A" ? "risks" : "other");
}

/** Each edit found once, as the kind it is and with the words it left; what is found beside them is too much. */
function scoreEdits(
  { changes }: ItemChanges,
  edits: readonly { readonly kind: string; readonly text: string }[],
): { hit: number; extra: number } {
  const wanted = new Map<string, number>();
  const keyOf = (kind: string, text: string) => `${kind} ${text}`;
  for (const { kind, text } of edits) wanted.set(keyOf(kind, text), (wanted.get(keyOf(kind, text)) ?? 0) + 1);
  let hit = 0;
  for (const change of changes) {
    const key = keyOf(change.kind, textOf(change));
    const left = wanted.get(key) ?? 0;
    if (left === 0) continue;
    wanted.set(key, left - 1);
    hit++;
  }
  return { hit, extra: changes.length - hit };
}

function textOf(change: SentenceChange): string {
  return change.kind === "removed" ? change.earlier.text : change.later.text;
}

function share(name: string, part: Part, hit: number, of: number, bar: Figure["bar"]): Figure[] {
  return of === 0 ? [] : [{ name, part, value: hit / of, unit: `of ${of}`, bar }];
}

function meanOf(item: string, elsewhere: number, part: Part, values: readonly number[]): Figure[] {
  if (values.length === 0) return [];
  const value = values.reduce((sum, one) => sum + one, 0) / values.length;
  const unit = `mean of ${values.length} pairs; ${elsewhere} measured elsewhere`;
  return [{ name: `item ${item}: share word for word from the year before`, part, value, unit, bar: null }];
}
