import { type LaidBlock } from "../layout/lay-out-text";
import { chooseItems } from "./choose-items";
import { openingOf, openingsOfIndex } from "./cross-reference";
import { findBareCandidates, findItemCandidates, type ItemCandidate } from "./item-candidates";
import { type ItemSlot } from "./item-catalogue";
import { type IndexEntry, readItemIndex } from "./item-index";
import { readItemNumbers } from "./item-line";
import { weighByLinks } from "./linked-candidates";
import { type Opening } from "./opening";
import { type Pointers } from "./placed-link";
import { findUnnumberedItems } from "./unnumbered-items";

/** Where fewer of the items that an index names have headings of their own, the index is what orders the filing. */
const headedShare = 0.5;

/** Where the items of a 10-K or a 10-Q begin: at their headings, or where the filing's index says. */
export function findReportItems(
  blocks: readonly LaidBlock[],
  pointers: Pointers,
  slots: readonly ItemSlot[],
  isAmendment: boolean,
): Opening[] {
  const entries = readItemIndex(blocks, pointers, slots);
  const headed = findItemCandidates(blocks, slots);
  const indexed = new Set(entries.map(({ slotIndex }) => slotIndex));
  const found = headedItems(blocks, entries, headed, slots);
  const named = found.filter(({ slotIndex }) => indexed.has(slotIndex)).length;
  const isIndexOnly = indexed.size > 0 && named < indexed.size * headedShare;
  const openings = isIndexOnly
    ? itemsOfIndex(blocks, entries, headed, slots)
    : toOpenings(blocks, chooseItems(weighByLinks(headed, entries, blocks, slots)), slots);

  const taken = takenSlots(openings, slots);
  const mayBe = indexed.size > 0 ? indexed : null;
  if (!isAmendment || openings.length === 0) {
    const unnumbered = findUnnumberedItems(blocks, slots, taken).filter(
      ({ slotIndex }) => mayBe === null || mayBe.has(slotIndex),
    );
    openings.push(...toOpenings(blocks, unnumbered, slots));
  }
  dropOfficersWithinBusiness(openings, slots);
  openings.push(...executiveOfficers(blocks, openings, slots));
  return [...openings, ...answeredInIndex(entries, takenSlots(openings, slots), slots)];
}

/** Instructions to the form put the officers at the end of part I, under a heading without a number. */
function executiveOfficers(
  blocks: readonly LaidBlock[],
  openings: readonly Opening[],
  slots: readonly ItemSlot[],
): Opening[] {
  const slotIndex = slots.findIndex(({ item }) => item === "4A");
  const end = openings.find(({ part, span }) => part === "II" && span === undefined)?.blockIndex;
  const from = openings.find(({ item, span }) => item === "3" && span === undefined)?.blockIndex;
  if (slotIndex < 0 || end === undefined || from === undefined) return [];
  if (openings.some(({ title, item }) => item === "4A" || title === slots[slotIndex]!.name)) return [];
  const at = blocks.findIndex(
    ({ kind, text, headingRank }, index) =>
      index > from && index < end && kind === "text" && headingRank !== null && isOfficersHeading(text),
  );
  return at < 0
    ? []
    : toOpenings(blocks, [{ blockIndex: at, slotIndex, part: "I", printedTitle: null, weight: 1 }], slots);
}

/** Within item 1 they are a part of it, though the contents page lists them. */
function dropOfficersWithinBusiness(openings: Opening[], slots: readonly ItemSlot[]): void {
  const name = slots.find(({ item }) => item === "4A")?.name;
  const riskFactors = openings.find(({ item, span }) => item === "1A" && span === undefined)?.blockIndex ?? -1;
  const at = openings.findIndex(
    ({ item, title, blockIndex }) => item === null && title === name && blockIndex < riskFactors,
  );
  if (at >= 0) openings.splice(at, 1);
}

function isOfficersHeading(text: string): boolean {
  return (
    text.length < 100 &&
    /^(?:information about (?:our|the) |our )?executive officers(?: of (?:the )?\S.{0,40})?$/i.test(text)
  );
}

/** Items with a heading of their own; numbers without the word "Item" only where hardly any has the word. */
function headedItems(
  blocks: readonly LaidBlock[],
  entries: readonly IndexEntry[],
  headed: ItemCandidate[],
  slots: readonly ItemSlot[],
): ItemCandidate[] {
  const found = chooseItems(headed);
  const expected = Math.max(entries.length, slots.length * headedShare);
  if (found.length >= expected * headedShare) return found;
  const bare = chooseItems([...headed, ...findBareCandidates(blocks, slots)]);
  if (bare.length <= found.length + 2) return found;
  headed.push(...bare.filter((candidate) => !found.includes(candidate)));
  return bare;
}

function itemsOfIndex(
  blocks: readonly LaidBlock[],
  entries: readonly IndexEntry[],
  headed: readonly ItemCandidate[],
  slots: readonly ItemSlot[],
): Opening[] {
  const openings = openingsOfIndex(blocks, entries, slots);
  const taken = takenSlots(openings, slots);
  const others = chooseItems(headed).filter(({ slotIndex }) => !taken.has(slotIndex));
  return [...openings, ...toOpenings(blocks, others, slots)];
}

/** Items that have no text but what the index says of them in words: "Not applicable". */
function answeredInIndex(
  entries: readonly IndexEntry[],
  taken: ReadonlySet<number>,
  slots: readonly ItemSlot[],
): Opening[] {
  const answered = new Map<number, IndexEntry>();
  for (const entry of entries) {
    if (entry.isAnswered && !taken.has(entry.slotIndex)) answered.set(entry.slotIndex, entry);
  }
  return [...answered].map(([slotIndex, { blockIndex, start, end }]) => ({
    ...openingOf(slots[slotIndex]!, blockIndex),
    span: { start, end },
  }));
}

function takenSlots(openings: readonly Opening[], slots: readonly ItemSlot[]): Set<number> {
  const taken = new Set<number>();
  for (const { part, item } of openings) {
    for (const [slotIndex, slot] of slots.entries()) {
      if (slot.item === item && (slot.part === part || slot.onlyTitled === true)) taken.add(slotIndex);
    }
  }
  return taken;
}

function toOpenings(
  blocks: readonly LaidBlock[],
  candidates: readonly ItemCandidate[],
  slots: readonly ItemSlot[],
): Opening[] {
  return candidates.map(({ blockIndex, slotIndex, printedTitle }) => {
    const slot = slots[slotIndex]!;
    const opening = { ...openingOf(slot, withPartHeading(blocks, blockIndex)), title: printedTitle ?? slot.name };
    // The form has no item 4A: it is one only where the filer says so.
    return slot.item === "4A" && readItemNumbers(blocks[blockIndex]!.text) === null
      ? { ...opening, item: null, kind: "other" }
      : opening;
  });
}

/** "PART II" above an item belongs to it, not to the section before. */
function withPartHeading(blocks: readonly LaidBlock[], blockIndex: number): number {
  const above = blocks[blockIndex - 1];
  const isPart = above?.kind === "text" && /^part\s+(?:i{1,3}|iv)\b.{0,50}$/i.test(above.text);
  return isPart ? blockIndex - 1 : blockIndex;
}
