import { type LaidBlock } from "../layout/lay-out-text";

/** A section known by how it is usually headed. */
export interface TitledSlot {
  readonly title: string;
  readonly heading: RegExp;
  readonly kind?: "safe-harbour";
}

export interface TitledSection {
  readonly blockIndex: number;
  readonly slot: TitledSlot;
}

const headingCharacters = 140;

/**
 * Where each section of a catalogue is headed: at the heading with the most text below it, so that a contents page and
 * the running mention of a title do not count. Sections may stand in any order or be missing.
 */
export function findTitledSections(
  blocks: readonly LaidBlock[],
  slots: readonly TitledSlot[],
  from = 0,
  to = blocks.length,
): TitledSection[] {
  const best = new Map<TitledSlot, { blockIndex: number; characters: number }>();
  const headings: { blockIndex: number; slot: TitledSlot }[] = [];
  for (let blockIndex = from; blockIndex < to; blockIndex++) {
    const block = blocks[blockIndex]!;
    if (block.kind === "table" || block.text.length > headingCharacters) continue;
    if (block.headingRank === null && !/^[^.]{3,70}:?$/.test(block.text)) continue;
    const text = block.text.replace(/\s+/g, " ").trim();
    // A line of a contents page ends in its page.
    if (/[\s.]\d{1,3}$/.test(text) && !/(?:19|20)\d{2}$/.test(text)) continue;
    const slot = slots.find(({ heading }) => heading.test(text));
    if (slot !== undefined) headings.push({ blockIndex, slot });
  }
  for (const [index, { blockIndex, slot }] of headings.entries()) {
    const next = headings[index + 1]?.blockIndex ?? to;
    const characters = (blocks[next - 1]?.end ?? 0) - blocks[blockIndex]!.end + (blocks[blockIndex]!.headingRank ?? 0);
    const known = best.get(slot);
    if (known === undefined || characters > known.characters) best.set(slot, { blockIndex, characters });
  }
  return [...best]
    .filter(([, { characters }]) => characters > 0)
    .map(([slot, { blockIndex }]) => ({ blockIndex, slot }))
    .sort((a, b) => a.blockIndex - b.blockIndex);
}
