import { type LaidBlock } from "../layout/lay-out-text";
import { type ItemSlot } from "./item-catalogue";
import { type Pages, pagesOfLines } from "./index-pages";
import { type IndexEntry, textOfEntry } from "./item-index";
import { startBehind } from "./linked-candidates";
import { type Opening } from "./opening";

/**
 * The items of a filing that goes by subjects of its own and names the form's items in an index only: each begins at
 * every place its entry leads to. One whose pages lie within another's has its own span, its passages are the outer one's.
 */
export function openingsOfIndex(
  blocks: readonly LaidBlock[],
  entries: readonly IndexEntry[],
  slots: readonly ItemSlot[],
): Opening[] {
  const linked = entries.filter(({ targets, laterTargets }) => targets.length + laterTargets.length > 0);
  const pages = new Map(linked.map((entry) => [entry, pagesOfLines(textOfEntry(blocks, entry))]));
  const placed = linked.map((entry) => ({
    slotIndex: entry.slotIndex,
    isNested: isWithinOther(entry, pages),
    starts: startsOf(blocks, entry, slots[entry.slotIndex]!, linked),
  }));
  const outer = placed
    .filter(({ isNested }) => !isNested)
    .flatMap(({ slotIndex, starts }) => starts.map((blockIndex) => ({ slotIndex, blockIndex })))
    .sort((a, b) => a.blockIndex - b.blockIndex || a.slotIndex - b.slotIndex);
  const openings: Opening[] = [];
  for (const [index, { slotIndex, blockIndex }] of outer.entries()) {
    if (outer[index - 1]?.slotIndex !== slotIndex) openings.push(openingOf(slots[slotIndex]!, blockIndex));
  }
  const boundaries = outer.map(({ blockIndex }) => blockIndex);
  for (const { slotIndex, isNested, starts } of placed) {
    const [first] = starts;
    if (!isNested || first === undefined) continue;
    const span = { start: blocks[first]!.start, end: endOfPiece(blocks, first, boundaries) };
    openings.push({ ...openingOf(slots[slotIndex]!, first), span });
  }
  return openings;
}

export function openingOf(slot: ItemSlot, blockIndex: number): Opening {
  return { blockIndex, part: slot.part, item: slot.item, title: slot.name, kind: "item" };
}

/** A page that several items share is the beginning of none: there only a title tells where one begins. */
function startsOf(
  blocks: readonly LaidBlock[],
  entry: IndexEntry,
  slot: ItemSlot,
  linked: readonly IndexEntry[],
): number[] {
  const [first, ...rest] = [...entry.targets, ...entry.laterTargets];
  if (first === undefined) return [];
  const start = startBehind(blocks, first, slot);
  const isShared =
    entry.isByPage &&
    !start.isTitled &&
    linked.some((other) => other.slotIndex !== entry.slotIndex && other.targets.includes(first));
  return [...new Set([...(isShared ? [] : [start.blockIndex]), ...rest])].sort((a, b) => a - b);
}

function isWithinOther(entry: IndexEntry, pages: ReadonlyMap<IndexEntry, readonly Pages[]>): boolean {
  const own = pages.get(entry) ?? [];
  if (own.length === 0) return false;
  for (const [other, ranges] of pages) {
    if (other.slotIndex === entry.slotIndex) continue;
    const contains = (inner: Pages): boolean =>
      ranges.some(({ from, to }) => from < inner.from && inner.to <= to && to - from > inner.to - inner.from);
    if (own.every(contains)) return true;
  }
  return false;
}

/** The end of the piece that begins at a block: before the next heading as prominent, or the next item. */
function endOfPiece(blocks: readonly LaidBlock[], first: number, boundaries: readonly number[]): number {
  const rank = blocks[first]!.headingRank ?? blocks[first + 1]?.headingRank ?? 0;
  const limit = Math.min(blocks.length, ...boundaries.filter((boundary) => boundary > first));
  for (let index = first + 2; index < limit; index++) {
    const other = blocks[index]!.headingRank;
    if (other !== null && other >= rank) return blocks[index - 1]!.end;
  }
  return blocks[limit - 1]!.end;
}
