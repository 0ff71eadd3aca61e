import { type LaidBlock } from "../layout/lay-out-text";
import { pagesOfLines } from "./index-pages";
import { isTitleAlone, type ItemSlot } from "./item-catalogue";
import { closeSpacedCapitals, readItemNumbers } from "./item-line";
import { type LinksByBlock, type Pointers } from "./placed-link";

/** What an index or a contents page says of one item. */
export interface IndexEntry {
  readonly slotIndex: number;
  readonly blockIndex: number;
  /** It names the item by number: only such an entry goes on over the lines below it. */
  readonly isNumbered: boolean;
  /** Its lines in the document's text, up to the next entry. */
  readonly start: number;
  end: number;
  /** Blocks its own line leads to. */
  readonly targets: number[];
  /** Blocks that the lines below it lead to, which name parts of the item. */
  readonly laterTargets: number[];
  /** Its targets are the pages it gives, as it has no links. */
  readonly isByPage: boolean;
  /** It says in words what others give pages for: "Not applicable", "Incorporated by reference". */
  isAnswered: boolean;
}

interface IndexLine {
  readonly blockIndex: number;
  readonly text: string;
  readonly start: number;
  readonly targets: readonly number[];
}

const lineReach = 300;
/** Entries further apart than this belong to no one index. */
const blocksBetweenEntries = 8;
const leastEntries = 3;
/** No form has more items, no filing more than a few places that list them. */
const mostEntries = 400;
const mostRowsOfIndex = 400;
const partLine = /^[\s|]*part\s+(i{1,3}|iv)\b/i;
const notOfAnItem = /^[\s|]*(?:part\s|signatures?\b|glossary\b|(?:exhibit )?index\b|form 10-|available information\b)/i;
const answer =
  /\b(?:not applicable|none|n\/a|omitted|reserved|not required|incorporated (?:herein )?by reference|proxy statement)\b|\|\s*\*?\(?[a-e*†‡]\)?\s*$/i;

/** The entries of the document's contents page and of its cross-reference index, where it has them. */
export function readItemIndex(
  blocks: readonly LaidBlock[],
  { links, pages }: Pointers,
  slots: readonly ItemSlot[],
): IndexEntry[] {
  const entries: IndexEntry[] = [];
  let part: string | null = null;
  let open: IndexEntry | null = null;
  for (const line of indexLines(blocks, links)) {
    if (entries.length >= mostEntries) break;
    const partHere = partLine.exec(line.text)?.[1]?.toUpperCase();
    if (partHere !== undefined) part = partHere;
    const found = entriesOf(line, part, slots, blocks);
    if (found.length > 0) {
      entries.push(...found);
      open = found.findLast(({ isNumbered }) => isNumbered) ?? null;
    } else if (open !== null) {
      if (line.blockIndex - open.blockIndex > blocksBetweenEntries || notOfAnItem.test(line.text)) open = null;
      else continueEntry(open, line);
    }
  }
  const clustered = keepClusters(withoutHeadings(entries, blocks));
  return withoutLinksBack(
    clustered.map((entry) => withPages(entry, blocks, pages)),
    blocks,
  );
}

/** Lines of tables that name items or hold links, and short paragraphs that do. */
function* indexLines(blocks: readonly LaidBlock[], links: LinksByBlock): Generator<IndexLine> {
  for (const [blockIndex, block] of blocks.entries()) {
    const here = links.get(blockIndex) ?? [];
    if (block.kind === "text") {
      if (block.text.length > lineReach || (here.length === 0 && !/^\s*part\s/i.test(block.text))) continue;
      yield { blockIndex, text: block.text, start: block.start, targets: here.map(({ toBlock }) => toBlock) };
      continue;
    }
    if ((block.rows?.length ?? 0) > mostRowsOfIndex) continue;
    if (here.length === 0 && !/^\|?\s*items?\s*\d/im.test(block.text)) continue;
    let start = block.start;
    for (const text of block.text.split("\n")) {
      const end = start + text.length;
      const targets = here.filter(({ from }) => from >= start && from <= end).map(({ toBlock }) => toBlock);
      yield { blockIndex, text, start, targets };
      start = end + 1;
    }
  }
}

function entriesOf(
  line: IndexLine,
  part: string | null,
  slots: readonly ItemSlot[],
  blocks: readonly LaidBlock[],
): IndexEntry[] {
  const text = line.text.slice(0, lineReach * 2);
  const read = readItemNumbers(text) ?? readBareNumber(text);
  const block = blocks[line.blockIndex]!;
  const next = blocks[line.blockIndex + 1];
  const rest = read?.rest ?? text.replace(/^[\s|]+/, "");
  const title = rest === "" && block.kind === "text" && next?.kind === "text" ? next.text : rest;
  const hasNumber = read !== null && read.numbers.length > 0;
  if (!hasNumber && line.targets.length === 0) return [];
  const inPart = read?.part ?? part;
  const matching = slots.flatMap((slot, slotIndex): number[] => {
    const isTitled = slot.title.test(title);
    if (!hasNumber) return isTitleAlone(slot, title.split("|")[0]!) && slot.onlyTitled !== true ? [slotIndex] : [];
    if (!read.numbers.includes(slot.item)) return [];
    const isUnique = slots.filter(({ item }) => item === slot.item).length === 1;
    return isTitled || (slot.onlyTitled !== true && (isUnique || (inPart === slot.part && title !== "")))
      ? [slotIndex]
      : [];
  });
  // A title alone could be that of items in both parts: the part says which, else nothing does.
  const sure =
    matching.length > 1 && read?.numbers.length !== matching.length ? ofPart(matching, slots, inPart) : matching;
  return sure.map((slotIndex) => ({
    slotIndex,
    blockIndex: line.blockIndex,
    isNumbered: hasNumber,
    start: line.start,
    end: line.start + line.text.length,
    targets: [...line.targets],
    laterTargets: [],
    isByPage: false,
    isAnswered: block.kind === "table" && line.targets.length === 0 && answer.test(text),
  }));
}

function ofPart(matching: readonly number[], slots: readonly ItemSlot[], part: string | null): number[] {
  const inPart = matching.filter((slotIndex) => slots[slotIndex]!.part === part);
  return inPart.length === 1 ? inPart : matching.slice(0, 1);
}

/** "1A. | Risk Factors | 12": an index whose head names the column of items. */
function readBareNumber(text: string): ReturnType<typeof readItemNumbers> {
  const match = /^[\s|]*(\d{1,2})\s?([abc])?\.?\s*\|\s*(.*)$/is.exec(text);
  if (match === null) return null;
  const number = match[1]! + (match[2] ?? "").toUpperCase();
  return { part: null, numbers: [number], rest: closeSpacedCapitals(match[3]!) };
}

function continueEntry(entry: IndexEntry, line: IndexLine): void {
  if (line.blockIndex === entry.blockIndex) entry.end = line.start + line.text.length;
  entry.laterTargets.push(...line.targets);
  if (line.targets.length === 0 && entry.targets.length === 0 && entry.laterTargets.length === 0) {
    entry.isAnswered ||= line.blockIndex === entry.blockIndex && answer.test(line.text);
  }
}

/** The entry's own text, with the lines below it. */
export function textOfEntry(blocks: readonly LaidBlock[], { blockIndex, start, end }: IndexEntry): string {
  const block = blocks[blockIndex]!;
  return block.text.slice(start - block.start, end - block.start);
}

/** Without links the pages it gives lead on, where the pages' own numbers are known. */
function withPages(entry: IndexEntry, blocks: readonly LaidBlock[], pages: ReadonlyMap<number, number>): IndexEntry {
  if (entry.targets.length + entry.laterTargets.length > 0) return entry;
  const targets = pagesOfLines(textOfEntry(blocks, entry)).flatMap(({ from }) => pages.get(from) ?? []);
  return targets.length === 0 ? entry : { ...entry, targets, isByPage: true };
}

/** What others lead to is no index but a heading, though it links back to the contents. */
function withoutHeadings(entries: readonly IndexEntry[], blocks: readonly LaidBlock[]): IndexEntry[] {
  const headings = new Set(entries.flatMap(({ targets, laterTargets }) => [...targets, ...laterTargets]));
  return entries.filter(
    ({ blockIndex }) =>
      blocks[blockIndex]!.kind === "table" || !(headings.has(blockIndex) || headings.has(blockIndex - 1)),
  );
}

/** Entries stand together; headings that link back to the contents stand alone. */
function keepClusters(entries: readonly IndexEntry[]): IndexEntry[] {
  const kept: IndexEntry[] = [];
  let cluster: IndexEntry[] = [];
  const closeCluster = (): void => {
    if (new Set(cluster.map(({ slotIndex }) => slotIndex)).size >= leastEntries) kept.push(...cluster);
    cluster = [];
  };
  for (const entry of entries) {
    const last = cluster[cluster.length - 1];
    if (last !== undefined && entry.blockIndex - last.blockIndex > blocksBetweenEntries) closeCluster();
    cluster.push(entry);
  }
  closeCluster();
  const numbered = new Set(kept.filter(({ isNumbered }) => isNumbered).map(({ slotIndex }) => slotIndex));
  return kept.filter(({ isNumbered, slotIndex }) => isNumbered || !numbered.has(slotIndex));
}

/** A link to the index itself, or to what stands before the contents page, leads to no item. */
function withoutLinksBack(entries: readonly IndexEntry[], blocks: readonly LaidBlock[]): IndexEntry[] {
  const indexBlocks = new Set(entries.map(({ blockIndex }) => blockIndex));
  const first = Math.min(...indexBlocks);
  const isAtFront = first < blocks.length * 0.15;
  const leadsOn = (target: number): boolean =>
    !indexBlocks.has(target) &&
    !indexBlocks.has(target + 1) &&
    !indexBlocks.has(target + 2) &&
    (!isAtFront || target > first);
  return entries.map((entry) => ({
    ...entry,
    targets: entry.targets.filter(leadsOn),
    laterTargets: entry.laterTargets.filter(leadsOn),
  }));
}
