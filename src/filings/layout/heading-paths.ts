import { type LaidBlock } from "./lay-out-text";

/** Headings above each block, outermost first; a new section begins with none. */
export function headingPaths(blocks: readonly LaidBlock[], startsSection: ReadonlySet<number>): string[][] {
  const open: { rank: number; text: string }[] = [];
  let path: string[] = [];
  return blocks.map((block, index) => {
    if (startsSection.has(index)) {
      open.length = 0;
      path = [];
    }
    // In a call the speaker stands above the words, and nothing else does.
    if (block.speaker !== undefined) return block.speaker === null ? [] : [block.speaker];
    const rank = block.headingRank;
    if (rank !== null && !startsSection.has(index)) {
      while (open.length > 0 && open[open.length - 1]!.rank <= rank) open.pop();
      open.push({ rank, text: block.text.replace(/\s+/g, " ") });
      path = open.slice(-4).map((heading) => heading.text);
    }
    return path;
  });
}
