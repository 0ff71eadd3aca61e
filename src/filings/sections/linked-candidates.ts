import { type LaidBlock } from "../layout/lay-out-text";
import { type ItemCandidate } from "./item-candidates";
import { isTitleAlone, type ItemSlot } from "./item-catalogue";
import { type IndexEntry } from "./item-index";

/** A contents page leads to the heading, to what stands above it, or to the top of its page. */
const blocksBefore = 2;
const blocksAfter = 3;
const blocksOfPage = 80;
const headingCharacters = 260;
const confirmedWeight = 3;

/** Candidates weighed anew: a heading that the contents page leads to is surer, and one that only a link shows is one too. */
export function weighByLinks(
  candidates: readonly ItemCandidate[],
  entries: readonly IndexEntry[],
  blocks: readonly LaidBlock[],
  slots: readonly ItemSlot[],
): ItemCandidate[] {
  const weighed = [...candidates];
  const confirmed = new Set<ItemCandidate>();
  for (const { slotIndex, targets, isByPage } of entries) {
    const [target] = targets;
    if (target === undefined) continue;
    const near = weighed.findIndex(
      (candidate) =>
        candidate.slotIndex === slotIndex &&
        candidate.blockIndex >= target - blocksBefore &&
        candidate.blockIndex <= target + blocksAfter,
    );
    if (near >= 0) {
      const candidate = weighed[near]!;
      if (confirmed.has(candidate)) continue;
      weighed[near] = { ...candidate, weight: candidate.weight + confirmedWeight };
      confirmed.add(weighed[near]);
      continue;
    }
    const slot = slots[slotIndex]!;
    const { blockIndex, isTitled } = startBehind(blocks, target, slot);
    if (isByPage && !isTitled) continue;
    const weight = isTitled ? 5 : blocks[blockIndex]!.text.length <= headingCharacters ? 3 : 2;
    weighed.push({ blockIndex, slotIndex, part: slot.part, printedTitle: null, weight });
  }
  return weighed;
}

/** Where the item begins behind the place a link leads to: its title on that page, else the place itself. */
export function startBehind(
  blocks: readonly LaidBlock[],
  target: number,
  slot: ItemSlot,
): { readonly blockIndex: number; readonly isTitled: boolean } {
  const last = Math.min(blocks.length, target + blocksOfPage);
  for (let index = target; index < last; index++) {
    const block = blocks[index]!;
    if (index > target + blocksAfter && (block.pageBreakBefore || block.headingRank === null)) {
      if (block.pageBreakBefore) break;
      continue;
    }
    if (block.kind === "text" && block.text.length <= headingCharacters && isTitleAlone(slot, block.text)) {
      return { blockIndex: index, isTitled: true };
    }
  }
  return { blockIndex: target, isTitled: false };
}
