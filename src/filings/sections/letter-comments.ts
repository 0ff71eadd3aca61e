import { type LaidBlock } from "../layout/lay-out-text";
import { type Opening } from "./opening";

const numbered = /^(?:(?:staff )?comment (?:no\.? ?)?)?(\d{1,3})\s*[.)]\s*(?:\|\s*)?(.*)$/is;
const numberAlone = /^(?:(?:staff )?comment (?:no\.? ?)?)?(\d{1,3})\s*[.)]?$/i;
const mostComments = 200;
const titleCharacters = 110;

/** A letter of comments or the answer to one: the letter's head, then each numbered comment (with its answer). */
export function letterOpenings(blocks: readonly LaidBlock[]): Opening[] {
  const openings: Opening[] = [];
  let expected = 1;
  for (const [blockIndex, block] of blocks.entries()) {
    const found = numberOf(blocks, block, blockIndex);
    // Comments are numbered through: whatever else is numbered starts anew or jumps.
    if (found === null || !follows(found.number, expected, openings.length) || openings.length >= mostComments)
      continue;
    const title = `Comment ${found.number}${found.title === "" ? "" : `: ${found.title}`}`;
    openings.push({
      blockIndex: withHeadings(blocks, blockIndex),
      part: null,
      item: String(found.number),
      title,
      kind: "item",
    });
    expected = found.number + 1;
  }
  if (openings.length > 0 && openings[0]!.blockIndex > 0) {
    openings.unshift({ blockIndex: 0, part: null, item: null, title: "Letter", kind: "other" });
  }
  return openings;
}

/** A later letter may go on with the comments that are still open: "3." may be its first. */
function follows(number: number, expected: number, found: number): boolean {
  return found === 0 ? number >= 1 && number <= 60 : number === expected;
}

function numberOf(
  blocks: readonly LaidBlock[],
  block: LaidBlock,
  blockIndex: number,
): { number: number; title: string } | null {
  const text = block.kind === "table" ? firstRow(block) : block.text;
  const alone = numberAlone.exec(text.trim());
  const next = blocks[blockIndex + 1];
  if (alone !== null && next?.kind === "text" && next.text.length > 60 && /[.)]$|comment/i.test(text.trim())) {
    return { number: Number(alone[1]), title: titleOf(next.text) };
  }
  const match = numbered.exec(text.slice(0, 600));
  if (match === null || match[2]!.trim().length < 25) return null;
  return { number: Number(match[1]), title: titleOf(match[2]!) };
}

function firstRow(block: LaidBlock): string {
  return (block.rows?.length ?? 0) > 3 ? "" : (block.rows?.[0] ?? []).join(" ");
}

/** The document and the page a comment is on stand above it and belong to it. */
function withHeadings(blocks: readonly LaidBlock[], blockIndex: number): number {
  let from = blockIndex;
  while (from > 0 && blockIndex - from < 4) {
    const above = blocks[from - 1]!;
    const isHeading =
      above.kind === "text" && above.text.length < 200 && !/[.:;,]$/.test(above.text) && above.headingRank !== null;
    if (!isHeading) break;
    from--;
  }
  return from;
}

function titleOf(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= titleCharacters) return line;
  return `${line.slice(0, line.lastIndexOf(" ", titleCharacters))} …`;
}
