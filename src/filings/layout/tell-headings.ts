import { type Block } from "../blocks";

const headingCharacters = 180;
const longestSmallHeading = 40;
const endsLikeSentence = /[.;,:]["”’)]?$/;

/** Text this much larger than the document's own size is a heading whatever its weight. */
const largerShare = 1.15;

/**
 * How prominent each block is as a heading: larger stands above smaller; null for what is none. Told by looks alone:
 * short, without a sentence's end, and bold, larger than the rest, in capitals, underlined or wholly italic.
 */
export function headingRanks(blocks: readonly Block[]): (number | null)[] {
  const bodySize = mostCommonSize(blocks);
  return blocks.map((block) => headingRank(block, bodySize));
}

function mostCommonSize(blocks: readonly Block[]): number {
  const characters = new Map<number, number>();
  for (const { look, text } of blocks) {
    if (look.sizeHalfPoints === 0) continue;
    characters.set(look.sizeHalfPoints, (characters.get(look.sizeHalfPoints) ?? 0) + text.length);
  }
  return [...characters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

function headingRank(block: Block, bodySize: number): number | null {
  if (block.kind === "table" || block.text.length > headingCharacters) return null;
  const { look, text } = block;
  if (!/\p{L}{2}/u.test(text)) return null;
  // The rest of a sentence that a page or a line of other looks cut off.
  if (text.length > longestSmallHeading && /^\p{Ll}{2}/u.test(text)) return null;
  const capitals = isCapitals(text);
  const isLarger = bodySize > 0 && look.sizeHalfPoints >= bodySize * largerShare;
  const looksLikeOne = look.bold || look.underline || look.italic || isLarger || (capitals && text.length < 120);
  if (!looksLikeOne) return null;
  if (endsLikeSentence.test(text) && !/^(?:item|part|note)\b/i.test(text) && !look.bold) return null;
  if (/^\(.*\)$/s.test(text)) return null;
  return (
    look.sizeHalfPoints * 8 +
    (look.bold ? 6 : 0) +
    (capitals ? 4 : 0) +
    (look.centred ? 3 : 0) +
    (look.underline ? 1 : 0) -
    (look.italic ? 3 : 0)
  );
}

export function isCapitals(text: string): boolean {
  return /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
}
