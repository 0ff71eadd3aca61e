import { isCapitals } from "../layout/tell-headings";
import { type LaidBlock } from "../layout/lay-out-text";
import { chooseItems } from "./choose-items";
import { items20F } from "./foreign-item-catalogue";
import { type ItemCandidate } from "./item-candidates";
import { type Opening } from "./opening";

interface Line {
  readonly blockIndex: number;
  readonly block: LaidBlock;
  /** "3"; null where the line has a letter alone. */
  readonly number: string | null;
  readonly letter: string | null;
  readonly saysItem: boolean;
  readonly title: string;
  readonly titleOnNextLine: boolean;
}

const numbered =
  /^(item\s*)?(\d{1,2})\s?[.\s]?\s?\(?([A-K])?(?![A-Za-z\d])\)?[\s.:;|)–—-]*(?:item\s*\d{1,2}\.?[A-K]?[\s.:|–—-]+)?(.*)$/is;
const lettered = /^\(?([A-K])[.)]\s*\|?\s*(.*)$/s;
const headingCharacters = 220;
const usualTitle = 4;

/** The items of a 20-F with the lettered parts of each, where they are printed. */
export function findForeignReportItems(blocks: readonly LaidBlock[]): Opening[] {
  const lines = blocks.flatMap((block, blockIndex) => readLine(blocks, block, blockIndex));
  const inContents = contentsOf(lines, blocks);
  const chosen = chooseItems(lines.flatMap((line, index) => weigh(line, inContents.has(index))));
  return chosen
    .filter((candidate) => standsInItsItem(candidate, chosen))
    .map(({ blockIndex, slotIndex, printedTitle }) => {
      const { part, item, name } = items20F[slotIndex]!;
      return { blockIndex, part, item, title: printedTitle ?? name, kind: "item" };
    });
}

function readLine(blocks: readonly LaidBlock[], block: LaidBlock, blockIndex: number): Line[] {
  // Some filers set each heading as a table of one row.
  if (block.kind === "table" && (block.rows?.length ?? 0) !== 1) return [];
  const text = (block.kind === "table" ? block.rows![0]!.join(" ") : block.text).slice(0, 400).trim();
  const byNumber = numbered.exec(text);
  const byLetter = byNumber === null ? lettered.exec(text) : null;
  if (byNumber === null && byLetter === null) return [];
  const rest = (byNumber?.[4] ?? byLetter?.[2] ?? "").trim();
  const next = blocks[blockIndex + 1];
  const titleOnNextLine = rest === "" && next?.kind === "text";
  return [
    {
      blockIndex,
      block,
      number: byNumber?.[2] ?? null,
      letter: (byNumber?.[3] ?? byLetter?.[1])?.toUpperCase() ?? null,
      saysItem: byNumber?.[1] !== undefined,
      title: (titleOnNextLine ? next.text : rest)
        .replace(/^(?:[A-K]\.\s+)?[\s"“\[(.:–—-]*/, "")
        .replace(/\s+/g, " ")
        .slice(0, 160),
      titleOnNextLine,
    },
  ];
}

/** Lines that follow each other with nothing of their own between, or end in a page number. */
function contentsOf(lines: readonly Line[], blocks: readonly LaidBlock[]): Set<number> {
  const contents = new Set<number>();
  let run: number[] = [];
  let lastNumber = 0;
  const close = (): void => {
    const first = run[0] === undefined ? null : lines[run[0]]!;
    // Item and its first part stand one below the other in the text too; a contents list is longer.
    if (first !== null && run.length >= 5) for (const index of run) contents.add(index);
    run = [];
  };
  for (const [index, line] of lines.entries()) {
    if (line.block.text.length < headingCharacters && /[\s.|]\d{1,3}$/.test(line.block.text)) contents.add(index);
    const previous = lines[index - 1];
    const from = previous === undefined ? 0 : previous.blockIndex + (previous.titleOnNextLine ? 2 : 1);
    const between = blocks.slice(from, line.blockIndex);
    const follows =
      previous !== undefined &&
      between.length <= 3 &&
      between.every(({ text }) => /^(?:[\s\d.,–—-]*|part\s+[iv]+)$/i.test(text));
    // The first item of the text begins anew behind the last of the contents.
    const number = line.number === null ? null : Number(line.number);
    const isAnew = number !== null && number < lastNumber;
    if (!follows || isAnew || previous.block.text.length > headingCharacters) close();
    lastNumber = number === null ? lastNumber : number;
    run.push(index);
  }
  close();
  return contents;
}

function weigh(line: Line, inContents: boolean): ItemCandidate[] {
  const { block, number, letter, saysItem, title } = line;
  if (block.text.length > 1200) return [];
  const looks = block.headingRank !== null || isCapitals(block.text.slice(0, 60)) ? 1.5 : 0;
  return items20F.flatMap((slot, slotIndex): ItemCandidate[] => {
    const [ownNumber, ownLetter] = partsOf(slot.item);
    if (ownLetter !== letter || (number !== null && number !== ownNumber)) return [];
    const matches = slot.title.test(title) || slot.title.test(title.replace(/^(?:the|our|certain|other)\s+/i, ""));
    const isOther = /^(?:of|and|or|to|in|above|below|hereof|herein|through|entitled)\b|^,/i.test(title);
    // "A." alone heads a thousand things; a part of an item is known by its title.
    if (!matches && (number === null || !saysItem || title !== "")) {
      if (number === null || !saysItem || looks === 0 || slot.item.includes(".")) return [];
    }
    const weight =
      (saysItem ? 2 : number === null ? 0 : 1) +
      (matches ? usualTitle : 0) +
      looks -
      (block.text.length > headingCharacters ? 2 : 0) -
      (isOther ? 6 : 0) -
      (inContents ? 7 : 0) -
      (/\bcontinued\b/i.test(title) ? 3 : 0);
    // Where both could stand ("4A" the item and "4.A" the part), the title has decided above.
    return weight > 1
      ? [
          {
            blockIndex: line.blockIndex,
            slotIndex,
            part: slot.part,
            printedTitle: matches ? otherTitle(title, slot.name) : null,
            weight,
          },
        ]
      : [];
  });
}

function partsOf(item: string): [number: string, letter: string | null] {
  const match = /^(\d+)\.?([A-K])?$/.exec(item)!;
  return [match[1]!, match[2] ?? null];
}

/** "A. Directors" is 1.A below item 1 and 6.A below item 6; below neither it is something else. */
function standsInItsItem({ blockIndex, slotIndex }: ItemCandidate, chosen: readonly ItemCandidate[]): boolean {
  const { item } = items20F[slotIndex]!;
  if (!item.includes(".")) return true;
  const above = chosen
    .filter((other) => other.blockIndex <= blockIndex && !items20F[other.slotIndex]!.item.includes("."))
    .sort((a, b) => b.blockIndex - a.blockIndex)[0];
  return above !== undefined && items20F[above.slotIndex]!.item === partsOf(item)[0];
}

/** The title as printed, where the form has renamed the item since. */
function otherTitle(printed: string, name: string): string | null {
  const firstWord = /^\W*(\p{L}+)/u.exec(name)![1]!.toLowerCase();
  const title = printed.split(/[.\n]/)[0]!.trim();
  return title.length < 3 || title.length > 100 || title.toLowerCase().includes(firstWord.slice(0, 6)) ? null : title;
}
