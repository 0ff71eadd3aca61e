import { type Citation, type PassageContext } from "../../contracts/evidence";
import { type ComparedSentence, type FilingChanges, type SentenceChange } from "../../contracts/filing-changes";
import { type DocumentRef } from "../../contracts/document";

/** What a reader may look at or leave aside. */
export const changeFilters = ["added", "changed", "removed", "figures", "moved"] as const;
export type ChangeFilter = (typeof changeFilters)[number];

export const changeWords: Record<ChangeFilter, string> = {
  added: "new",
  changed: "reworded",
  removed: "removed",
  figures: "figures only",
  moved: "moved",
};

/** Words first: figures are expected to change, and where a sentence stands seldom matters. */
const wordsFirst: readonly ChangeFilter[] = ["added", "changed", "removed"];

/** Where no wording changed, whatever did: an empty list would look like no change at all. */
export function shownAtFirst(changes: FilingChanges): readonly ChangeFilter[] {
  const words = wordsFirst.filter((filter) => countOf(changes, filter) > 0);
  return words.length > 0 ? words : changeFilters.filter((filter) => countOf(changes, filter) > 0);
}

export function countOf(changes: FilingChanges, filter: ChangeFilter): number {
  return changes.counts[filter];
}

export function isShown(change: SentenceChange, filters: ReadonlySet<ChangeFilter>): boolean {
  return filters.has(change.kind);
}

/** Neighbours under one heading; the heading is said once. */
export function groupByHeading(
  changes: readonly SentenceChange[],
): { readonly heading: string | null; readonly changes: readonly SentenceChange[] }[] {
  const groups: { heading: string | null; changes: SentenceChange[] }[] = [];
  for (const change of changes) {
    const heading = headingOf(change);
    const last = groups.at(-1);
    if (last !== undefined && last.heading === heading) last.changes.push(change);
    else groups.push({ heading, changes: [change] });
  }
  return groups;
}

/** The heading a change stands under, as its filing prints it. */
function headingOf(change: SentenceChange): string | null {
  const sentence = change.kind === "removed" ? change.earlier : change.later;
  return sentence.path.at(-1) ?? null;
}

/** A sentence as a citation that opens in its filing. */
export function citationOf(sentence: ComparedSentence, document: DocumentRef, found: FilingChanges): Citation {
  const { text, passageId } = sentence;
  const { part, item } = found;
  return { passageId, document, part, item, page: null, quote: text, start: 0, end: text.length };
}

/** The item a passage stands in, as the service is asked for it; null where the form has no items to compare. */
export function itemToCompare(
  document: DocumentRef,
  passage: Pick<PassageContext["passages"][number], "part" | "item">,
): string | null {
  if (passage.item === null || !/^(?:10-K|10-Q|20-F)/.test(document.form ?? "")) return null;
  const isQuarterly = document.form!.startsWith("10-Q");
  return isQuarterly && passage.part !== null ? `${passage.part}-${passage.item}` : passage.item;
}
