import { type Block, type Mark, type PageStart } from "../blocks";
import { readTableUnits } from "../tables/read-table-units";
import { numberPages } from "./number-pages";

const pageNumber =
  /^[-–—|\s]*(?:page\s*)?(?:[A-Z]{1,2}-?)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|\/)\s*\d{1,4})?[-–—|\s]*$/i;
/** The whole of what some items say: no running head, however often it stands at the foot of a page. */
const answer = /^\W*(?:none|not (?:applicable|required)|n\/a|omitted|(?:removed and )?reserved)\W*$/i;
/** Alike but for their numbers, and each the head of its own text. */
const numberedHeading = /^(?:notes?|items?)\s+\(?\w{1,3}\b/i;
/** What stands over every page of the notes or of a statement is a title where it stands first. */
const titleOfMany =
  /^(?:(?:unaudited|condensed|combined|consolidated)\s+)*(?:notes\s+to\b|statements?\s+of\b|balance\s+sheets?\b|financial\s+statements?\b)/i;
const contentsLink =
  /^[\s|←↑^]*(?:back\s+to\s+|return\s+to\s+)?(?:(?:the\s+)?table\s+of\s+contents?|top(?:\s+of\s+page)?)[\s|↑]*$/i;
/** How often a line must come back beside page breaks to be a running head. */
const repeatsOfRunningHead = 3;
const furnitureCharacters = 200;
const blocksBesideBreak = 3;
const bracketsAndColon = 3;

/**
 * Leaves out page numbers, running heads and links back to the contents, joins a paragraph that a page break cut in
 * two, and keeps of the numbers where their pages begin.
 */
export function dropPageFurniture(blocks: readonly Block[]): Block[] {
  const furniture = findFurniture(blocks);
  const hasPages = blocks.some(({ pageStarts }) => pageStarts !== undefined);
  const numbered = hasPages ? [] : numberPages(blocks, furniture);
  const kept: Block[] = [];
  let cutBefore = false;
  // A fact may begin or end in what is left out, and a page mostly does: their marks move on to the next text.
  let carried: Mark[] = [];
  let page: PageStart | null = null;
  let nextPage = 0;
  for (const [index, original] of blocks.entries()) {
    let block = original;
    if (block.pageBreakBefore) cutBefore = true;
    for (; (numbered[nextPage]?.blockIndex ?? Infinity) <= index; nextPage++)
      page = { page: numbered[nextPage]!.page, offset: 0 };
    const own = block.pageStarts?.[block.pageStarts.length - 1];
    if (furniture.has(index)) {
      if (own !== undefined) page = { page: own.page, offset: 0 };
      cutBefore = true;
      carried = [...carried, ...block.marks.map(({ key }) => ({ key, offset: 0 }))];
      continue;
    }
    if (carried.length > 0) {
      block = { ...block, marks: [...carried, ...block.marks] };
      carried = [];
    }
    if (page !== null) {
      if (own === undefined) block = { ...block, pageStarts: [page] };
      page = null;
    }
    const previous = kept[kept.length - 1];
    if (cutBefore && previous !== undefined && continues(previous, block)) {
      kept[kept.length - 1] = joinBlocks(previous, block);
    } else {
      kept.push(block);
    }
    cutBefore = false;
  }
  return kept;
}

function findFurniture(blocks: readonly Block[]): Set<number> {
  const beside = besidePageBreaks(blocks);
  const repeats = new Map<string, number>();
  const count = (key: string): number => repeats.get(key) ?? 0;
  for (const index of beside) {
    const { text } = blocks[index]!;
    repeats.set(keyOf(text), count(keyOf(text)) + 1);
  }
  // The last page ends without a break.
  if (beside.size > 0) beside.add(blocks.length - 1);
  const furniture = contentsLinks(blocks);
  const titles = firstTitles(blocks);
  for (const index of [...beside].sort((a, b) => a - b)) {
    const { text } = blocks[index]!;
    const key = keyOf(text);
    const runs = count(key) >= repeatsOfRunningHead && !answer.test(text) && !statesUnits(text);
    if (!pageNumber.test(text) && !runs) continue;
    if (titles.get(key) !== index) furniture.add(index);
  }
  return furniture;
}

/** "(In millions)" at the top of each page is of the statement below it: without it nothing says what its numbers are. */
function statesUnits(text: string): boolean {
  const units = readTableUnits(text);
  return units !== null && units.printed.length >= text.trim().length - bracketsAndColon;
}

/** By its words: where each title of statements or notes stands first, beside a page break or not. */
function firstTitles(blocks: readonly Block[]): Map<string, number> {
  const titles = new Map<string, number>();
  for (const [index, { text }] of blocks.entries()) {
    if (text.length > furnitureCharacters || !titleOfMany.test(text)) continue;
    const key = keyOf(text);
    if (!titles.has(key)) titles.set(key, index);
  }
  return titles;
}

/** Links back to the contents, on whatever page they stand; a heading over the contents themselves stays. */
function contentsLinks(blocks: readonly Block[]): Set<number> {
  const links = new Set<number>();
  for (const [index, { text }] of blocks.entries()) {
    if (text.length < 40 && contentsLink.test(text)) links.add(index);
  }
  if (links.size === 1) links.clear();
  for (const index of links) {
    const next = blocks[index + 1];
    if (next?.kind !== "table" || next.text.length < furnitureCharacters) continue;
    links.delete(index);
    break;
  }
  return links;
}

/** Blocks next to a page break that could be furniture at all: short, and nothing longer between. */
function besidePageBreaks(blocks: readonly Block[]): Set<number> {
  const beside = new Set<number>();
  const consider = (from: number, step: 1 | -1): void => {
    for (let index = from, seen = 0; seen < blocksBesideBreak; index += step, seen++) {
      const block = blocks[index];
      if (block === undefined || block.text.length > furnitureCharacters) return;
      if (step === 1 && seen > 0 && block.pageBreakBefore) return;
      beside.add(index);
      if (step === -1 && block.pageBreakBefore) return;
    }
  };
  for (const [index, block] of blocks.entries()) {
    if (!block.pageBreakBefore) continue;
    consider(index, 1);
    consider(index - 1, -1);
  }
  return beside;
}

/** Alike but for the page's number. */
function keyOf(text: string): string {
  return numberedHeading.test(text) ? text : text.replace(/\d+/g, "0").toLowerCase();
}

function continues(previous: Block, block: Block): boolean {
  return (
    previous.kind === "text" &&
    block.kind === "text" &&
    previous.exhibit === block.exhibit &&
    previous.text.length > 60 &&
    /[\p{Ll}\d,]$/u.test(previous.text) &&
    /^\p{Ll}/u.test(block.text)
  );
}

function joinBlocks(first: Block, second: Block): Block {
  const shift = first.text.length + 1;
  const pages = [
    ...(first.pageStarts ?? []),
    ...(second.pageStarts ?? []).map(({ page, offset }) => ({ page, offset: offset + shift })),
  ];
  return {
    ...first,
    text: `${first.text} ${second.text}`,
    marks: [...first.marks, ...second.marks.map((mark) => ({ key: mark.key, offset: mark.offset + shift }))],
    ...(pages.length > 0 && { pageStarts: pages }),
  };
}
