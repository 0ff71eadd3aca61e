import { type LaidBlock } from "../layout/lay-out-text";
import { type ItemCandidate } from "./item-candidates";
import { isTitleAlone, type ItemSlot } from "./item-catalogue";

/** Above this share of items found by number, the rest are left out of the filing, not headed otherwise. */
const numberedShare = 0.5;
const headingCharacters = 140;

/**
 * Some filers head their items by title alone and number them in a cross-reference index. Their headings are looked for
 * where hardly any item was found by number.
 */
export function findUnnumberedItems(
  blocks: readonly LaidBlock[],
  slots: readonly ItemSlot[],
  taken: ReadonlySet<number>,
): ItemCandidate[] {
  if (taken.size >= slots.length * numberedShare) return [];
  const found: ItemCandidate[] = [];
  for (const [slotIndex, slot] of slots.entries()) {
    if (taken.has(slotIndex) || slot.onlyTitled === true) continue;
    const blockIndex = bestHeading(blocks, slot);
    if (blockIndex >= 0) found.push({ blockIndex, slotIndex, part: slot.part, printedTitle: null, weight: 1 });
  }
  return found;
}

/** Of the headings with the item's title, the one with the most text below it before the next heading as prominent. */
function bestHeading(blocks: readonly LaidBlock[], slot: ItemSlot): number {
  let best = -1;
  let bestLength = 0;
  for (const [index, block] of blocks.entries()) {
    if (block.kind === "table" || block.text.length > headingCharacters || !isTitleAlone(slot, block.text)) continue;
    const rank = block.headingRank;
    if (rank === null) continue;
    const length = textBelow(blocks, index, rank);
    if (length > bestLength) {
      best = index;
      bestLength = length;
    }
  }
  return best;
}

function textBelow(blocks: readonly LaidBlock[], index: number, rank: number): number {
  for (let next = index + 1; next < blocks.length; next++) {
    const other = blocks[next]!.headingRank;
    if (other !== null && other >= rank) return blocks[next]!.start - blocks[index]!.end;
  }
  return blocks[blocks.length - 1]!.end - blocks[index]!.end;
}
