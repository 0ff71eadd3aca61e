import { isCapitals } from "../layout/tell-headings";
import { type LaidBlock } from "../layout/lay-out-text";
import { linesOfContents } from "./contents-lines";
import { type ItemSlot } from "./item-catalogue";
import { type ItemLine } from "./item-candidate-line";
import { closeSpacedCapitals, readItemNumbers } from "./item-line";

/** A place that could be where an item begins. */
export interface ItemCandidate {
  readonly blockIndex: number;
  /** Index in the form's catalogue. */
  readonly slotIndex: number;
  readonly part: string;
  /** The title as printed, where it is another than the form's today; null otherwise. */
  readonly printedTitle: string | null;
  /** The higher the surer; candidates at or below 0 are none. */
  readonly weight: number;
}

const titleReach = 160;
const headingReach = 260;
const mention =
  /^(?:,|of (?:this|the|our|part|form)|in (?:this|part|our|the)|to (?:this|the|our)|and\b|above\b|below\b|herein\b|(?:is|are|was|has|shall|and|or)\b)/i;

/** Every block that begins like an item of the form, weighed; contents pages and mentions in running text weigh least. */
export function findItemCandidates(blocks: readonly LaidBlock[], slots: readonly ItemSlot[]): ItemCandidate[] {
  return weighLines(
    blocks,
    slots,
    blocks.flatMap((block, blockIndex) => readItemLine(blocks, block, blockIndex)),
  );
}

/**
 * Headings that number an item without the word: "1A. Risk Factors". Notes are numbered so as well: these count only
 * in a filing that names hardly any item otherwise, and only with the item's own title.
 */
export function findBareCandidates(blocks: readonly LaidBlock[], slots: readonly ItemSlot[]): ItemCandidate[] {
  const lines = blocks.flatMap((block, blockIndex): ItemLine[] => {
    if (block.kind === "table" || block.headingRank === null) return [];
    const match = /^\s*(\d{1,2})\s?([abc])?\s*[.):–—-]*\s+(.+)$/is.exec(block.text.slice(0, headingReach));
    if (match === null) return [];
    const numbers = [match[1]! + (match[2] ?? "").toUpperCase()];
    const title = titleOf(closeSpacedCapitals(match[3]!));
    return [{ blockIndex, part: null, numbers, title, titleOnNextLine: false, isBare: true, block }];
  });
  return weighLines(blocks, slots, lines);
}

function weighLines(
  blocks: readonly LaidBlock[],
  slots: readonly ItemSlot[],
  lines: readonly ItemLine[],
): ItemCandidate[] {
  const inContents = linesOfContents(lines, blocks);
  return lines.flatMap((line, index) => weigh(line, inContents.has(index), slots));
}

function readItemLine(blocks: readonly LaidBlock[], block: LaidBlock, blockIndex: number): ItemLine[] {
  // A heading may be set as a table of one row; longer ones are contents, or an index.
  if (block.kind === "table" && (block.rows?.length ?? 0) > 1) return [];
  const read = readItemNumbers(block.kind === "table" ? block.text.replaceAll(" | ", " ") : block.text);
  if (read === null) return [];
  const next = blocks[blockIndex + 1];
  const titleOnNextLine = read.rest === "" && next?.kind === "text";
  return [
    {
      blockIndex,
      part: read.part,
      numbers: read.numbers,
      title: titleOf(titleOnNextLine ? closeSpacedCapitals(next.text) : read.rest),
      titleOnNextLine,
      isBare: false,
      block,
    },
  ];
}

function titleOf(text: string): string {
  return text
    .slice(0, headingReach)
    .replace(/^[\s"“[(.:|–—-]+/, "")
    .replace(/\s+/g, " ")
    .slice(0, titleReach);
}

function weigh(line: ItemLine, inContents: boolean, slots: readonly ItemSlot[]): ItemCandidate[] {
  const candidates: ItemCandidate[] = [];
  const looks = line.block.headingRank !== null || isCapitals(line.block.text.slice(0, 60)) ? 1.5 : 0;
  const shape = line.block.text.length > headingReach ? -1.5 : 0;
  for (const number of line.numbers) {
    for (const [slotIndex, slot] of slots.entries()) {
      // "Item 5(a)" is item 5 where the form has no 5A.
      const isLettered = number === `${slot.item}A` && slots.every(({ item }) => item !== number);
      if ((slot.item !== number && !isLettered) || (line.part !== null && line.part !== slot.part)) continue;
      const isTitled = slot.title.test(line.title);
      if ((slot.onlyTitled === true || isLettered || line.isBare) && !isTitled) continue;
      const titleMatches = isTitled || line.numbers.length > 1;
      const titleFollows = !titleMatches && titleWithin(line.title, slot.title);
      const bare = line.title === "";
      const weight =
        2 +
        (titleMatches ? 4 : titleFollows ? 2 : bare ? 0 : -2) +
        looks +
        shape -
        (mention.test(line.title) ? 6 : 0) -
        (inContents ? 7 : 0) -
        (/\bcontinued\b/i.test(line.title) ? 3 : 0) -
        (line.isBare ? 3 : 0);
      if (weight > 0) {
        const printedTitle = titleMatches && line.numbers.length === 1 ? otherTitle(line.title, slot.name) : null;
        candidates.push({ blockIndex: line.blockIndex, slotIndex, part: slot.part, printedTitle, weight });
      }
    }
  }
  return candidates;
}

/** Filers put their name before the title: "Item 8: Example Corporation Financial Statements". */
function titleWithin(text: string, title: RegExp): boolean {
  const words = text.split(" ");
  return words.slice(1, 7).some((_, index) => title.test(words.slice(index + 1).join(" ")));
}

/** Before 2009 item 4 was the vote of holders, item 14 the exhibits: the section is called what it is. */
function otherTitle(printed: string, name: string): string | null {
  const title = printed
    .split(/[.\n]/)[0]!
    .replace(/[\s[\](){}]+$/, "")
    .trim();
  const firstWord = /^\W*(\w+)/.exec(name)?.[1]?.toLowerCase() ?? "";
  return title.length < 3 || title.length > 100 || title.toLowerCase().includes(firstWord) ? null : title;
}
