import { isCapitals } from "../layout/tell-headings";
import { type LaidBlock } from "../layout/lay-out-text";
import { type ItemSlot } from "./item-catalogue";

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

interface ItemLine {
  readonly blockIndex: number;
  readonly part: string | null;
  readonly numbers: readonly string[];
  /** What stands after the number on its line, or on the next where nothing does. */
  readonly title: string;
  readonly titleOnNextLine: boolean;
  readonly block: LaidBlock;
}

const itemNumber = /(\d{1,2})\s?\(?([abc])?(?![a-z\d])\)?(?:\s?\(T\))?/i.source;
const itemLine = new RegExp(
  `^(?:part\\s+(I{1,3}|IV)\\b[\\s.,:;|–—-]*(?:[a-z ]{0,30}[\\s.,:;|–—-]+)?)?items?\\s*(${itemNumber}(?:\\s*(?:,|and|&|[-–—]|through|to)+\\s*(?:items?\\s*)?\\d{1,2}[abc]?(?![a-z\\d]|\\.\\d))*)[\\s.:;|)–—-]*(.*)$`,
  "is",
);
const titleReach = 160;
const headingReach = 260;

/** Every block that begins like an item of the form, weighed; contents pages and mentions in running text weigh least. */
export function findItemCandidates(blocks: readonly LaidBlock[], slots: readonly ItemSlot[]): ItemCandidate[] {
  const lines = blocks.flatMap((block, blockIndex) => readItemLine(blocks, block, blockIndex));
  const inContents = linesOfContents(lines, blocks);
  return lines.flatMap((line, index) => weigh(line, inContents.has(index), slots));
}

function readItemLine(blocks: readonly LaidBlock[], block: LaidBlock, blockIndex: number): ItemLine[] {
  if (block.kind === "table") return [];
  const start = block.text.length > 600 ? block.text.slice(0, 600) : block.text;
  if (!/^\s*(?:items?|part)\b/i.test(start) && !/^items?\s?\d/i.test(start)) return [];
  const match = itemLine.exec(start);
  if (match === null) return [];
  const rest = (match[5] ?? "").trim();
  const next = blocks[blockIndex + 1];
  const titleOnNextLine = rest === "" && next?.kind === "text";
  return [
    {
      blockIndex,
      part: match[1]?.toUpperCase() ?? null,
      numbers: itemNumbers(match[2]!),
      title: (titleOnNextLine ? next.text : rest)
        .replace(/^[\s"“\[(.:–—-]+/, "")
        .replace(/\s+/g, " ")
        .slice(0, titleReach),
      titleOnNextLine,
      block,
    },
  ];
}

/** "1 and 2" is 1, 2; "9A(T)" is 9A; "10-14" and "10 through 14" are all five. */
function itemNumbers(text: string): string[] {
  const plain = text.replace(/\(T\)/gi, "");
  const found = [...plain.matchAll(/(\d{1,2})\s?\(?([abc])?(?![a-z])/gi)].map(
    (m) => `${m[1]}${(m[2] ?? "").toUpperCase()}`,
  );
  const range = /^(\d{1,2})\s*(?:[-–—]|through|to)\s*(?:items?\s*)?(\d{1,2})$/i.exec(plain.trim());
  if (range === null) return found;
  const [from, to] = [Number(range[1]), Number(range[2])];
  if (to <= from || to - from > 6) return found.slice(0, 1);
  return Array.from({ length: to - from + 1 }, (_, step) => String(from + step));
}

/** Lines of a contents page: they end in a page number, or follow each other with nothing but numbers between. */
function linesOfContents(lines: readonly ItemLine[], blocks: readonly LaidBlock[]): Set<number> {
  const contents = new Set<number>();
  let run: number[] = [];
  const closeRun = (): void => {
    if (run.length >= 3) for (const index of run) contents.add(index);
    run = [];
  };
  for (const [index, line] of lines.entries()) {
    if (/[\s.]\d{1,3}(?:\s*[-–,]\s*\d{1,3})*$/.test(line.block.text) && line.block.text.length < 200)
      contents.add(index);
    const previous = lines[index - 1];
    if (previous !== undefined && !nothingBetween(blocks, previous, line)) closeRun();
    run.push(index);
  }
  closeRun();
  return contents;
}

function nothingBetween(blocks: readonly LaidBlock[], first: ItemLine, second: ItemLine): boolean {
  const from = first.blockIndex + (first.titleOnNextLine ? 2 : 1);
  if (second.blockIndex - from > 4 || first.block.text.length > headingReach) return false;
  for (let index = from; index < second.blockIndex; index++) {
    const text = blocks[index]!.text;
    if (!/^[\s\d.,–—-]*$/.test(text) && !/^part\s+[iv]+\b/i.test(text)) return false;
  }
  return first.titleOnNextLine || !/\b(?:none|not applicable|n\/a|omitted|reserved|removed)\b/i.test(first.title);
}

function weigh(line: ItemLine, inContents: boolean, slots: readonly ItemSlot[]): ItemCandidate[] {
  const candidates: ItemCandidate[] = [];
  const looks = line.block.headingRank !== null || isCapitals(line.block.text.slice(0, 60)) ? 1.5 : 0;
  const shape = line.block.text.length > headingReach ? -1.5 : 0;
  const isMention =
    /^(?:,|of (?:this|the|our|part)|in (?:this|part|our)|to (?:this|the)|and\b|above\b|below\b|herein\b)/i.test(
      line.title,
    );
  for (const number of line.numbers) {
    for (const [slotIndex, slot] of slots.entries()) {
      if (slot.item !== number || (line.part !== null && line.part !== slot.part)) continue;
      const titleMatches = slot.title.test(line.title) || line.numbers.length > 1;
      const titleFollows = !titleMatches && titleWithin(line.title, slot.title);
      const bare = line.title === "";
      const weight =
        2 +
        (titleMatches ? 4 : titleFollows ? 2 : bare ? 0 : -2) +
        looks +
        shape -
        (isMention ? 6 : 0) -
        (inContents ? 7 : 0) -
        (/\bcontinued\b/i.test(line.title) ? 3 : 0);
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
  const title = printed.split(/[.\n]/)[0]!.trim();
  const firstWord = /^\W*(\w+)/.exec(name)?.[1]?.toLowerCase() ?? "";
  return title.length < 3 || title.length > 100 || title.toLowerCase().includes(firstWord) ? null : title;
}
