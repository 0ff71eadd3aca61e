import { type Block } from "../blocks";
import { headingRanks } from "./tell-headings";

/** A block with its place in the document's text. */
export interface LaidBlock extends Block {
  readonly start: number;
  readonly end: number;
  /** How prominent it is as a heading; null for what is none. */
  readonly headingRank: number | null;
}

export interface LaidText {
  readonly text: string;
  readonly blocks: readonly LaidBlock[];
  /** By mark key: its place in the text, -1 where its text was not kept. */
  readonly markOffsets: Int32Array;
  /** By key of a link's mark: its place in the text. */
  readonly linkOffsets: ReadonlyMap<number, number>;
  /** Where pages begin, in reading order. */
  readonly pages: readonly LaidPage[];
}

export interface LaidPage {
  /** Null from where no page's number is sure. */
  readonly page: string | null;
  readonly start: number;
}

/** Joins blocks into the document's text, one line end between two. */
export function layOutText(blocks: readonly Block[], markCount: number): LaidText {
  const markOffsets = new Int32Array(markCount).fill(-1);
  const linkOffsets = new Map<number, number>();
  const laid: LaidBlock[] = [];
  const pages: LaidPage[] = [];
  const ranks = headingRanks(blocks);
  let start = 0;
  for (const [index, block] of blocks.entries()) {
    const end = start + block.text.length;
    for (const { key, offset } of block.marks) {
      if (key < 0) linkOffsets.set(key, start + offset);
      else if (key < markCount) markOffsets[key] = start + offset;
    }
    for (const { page, offset } of block.pageStarts ?? []) {
      if (pages[pages.length - 1]?.page !== page) pages.push({ page, start: Math.min(start + offset, end) });
    }
    laid.push({ ...block, start, end, headingRank: ranks[index] ?? null });
    start = end + 1;
  }
  return { text: laid.map((block) => block.text).join("\n"), blocks: laid, markOffsets, linkOffsets, pages };
}
