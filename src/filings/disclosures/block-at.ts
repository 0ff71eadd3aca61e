import { type LaidBlock } from "../layout/lay-out-text";

/** The index of the block that holds the offset, or of the next one where it falls between two; the count past the last. */
export function blockAt(blocks: readonly LaidBlock[], offset: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks[middle]!.end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
