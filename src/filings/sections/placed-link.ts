import { type InnerLink } from "../blocks";
import { type LaidBlock } from "../layout/lay-out-text";

/** A link between two places of the text. */
export interface PlacedLink {
  readonly from: number;
  readonly toBlock: number;
}

/** Links by the block they stand in. */
export type LinksByBlock = ReadonlyMap<number, readonly PlacedLink[]>;

/** What in a document leads to places in it. */
export interface Pointers {
  readonly links: LinksByBlock;
  /** By printed page number: the first block of the page. */
  readonly pages: ReadonlyMap<number, number>;
}

/** Where links stand and lead once the text is laid out; links whose ends were not kept are left out. */
export function placeLinks(
  links: readonly InnerLink[],
  offsets: ReadonlyMap<number, number>,
  blocks: readonly LaidBlock[],
): LinksByBlock {
  const placed = new Map<number, PlacedLink[]>();
  for (const { fromKey, toKey } of links) {
    const [from, to] = [offsets.get(fromKey), offsets.get(toKey)];
    if (from === undefined || to === undefined || blocks.length === 0) continue;
    if (Math.max(from, to) > blocks[blocks.length - 1]!.end) continue;
    const fromBlock = blockAt(blocks, from);
    const among = placed.get(fromBlock);
    const link = { from, toBlock: blockFrom(blocks, to) };
    if (among === undefined) placed.set(fromBlock, [link]);
    else among.push(link);
  }
  return placed;
}

/** The block whose text holds the place. */
function blockAt(blocks: readonly LaidBlock[], offset: number): number {
  let [low, high] = [0, blocks.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (blocks[middle]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The first block with text at or behind the place: an anchor often closes the paragraph before what it names. */
function blockFrom(blocks: readonly LaidBlock[], offset: number): number {
  const block = blockAt(blocks, offset);
  return offset >= blocks[block]!.end && block + 1 < blocks.length ? block + 1 : block;
}
