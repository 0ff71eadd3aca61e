import { type LaidBlock } from "../layout/lay-out-text";

export interface Pages {
  readonly from: number;
  readonly to: number;
}

const pageCell =
  /(?:\|\s*|\s{2,}|\.{2,}\s*|\s(?=\d{1,3}$))(?:pages?|pp?\.)?\s*(\d{1,3}(?:\s*(?:[-–—,;]|and|to)\s*\d{1,3})*)\s*$/i;

/** Pages stand at the end of a line. */
const pageReach = 60;

/** "Pages 3, 23 - 34" at the ends of the lines of an entry, line by line. */
export function pagesOfLines(text: string): Pages[] {
  return text.split("\n").flatMap((line) => {
    const cell = pageCell.exec(line.slice(-pageReach))?.[1] ?? "";
    return [...cell.matchAll(/(\d{1,3})(?:\s*(?:[-–—]|to)\s*(\d{1,3}))?/g)].map((match) => ({
      from: Number(match[1]),
      to: Number(match[2] ?? match[1]),
    }));
  });
}

/** By printed number: the first block of the page. */
export function blocksOfPages(
  blocks: readonly LaidBlock[],
  pages: readonly { readonly page: string | null; readonly start: number }[],
): ReadonlyMap<number, number> {
  const first = new Map<number, number>();
  let block = 0;
  for (const { page, start } of pages) {
    if (page === null || !/^\d+$/.test(page)) continue;
    while (block < blocks.length - 1 && blocks[block]!.start < start) block++;
    if (!first.has(Number(page))) first.set(Number(page), block);
  }
  return first;
}
