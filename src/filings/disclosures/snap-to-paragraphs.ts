import { type LaidBlock } from "../layout/lay-out-text";
import { type Span } from "../xbrl/located-fact";
import { blockAt } from "./block-at";
import { type FoundDisclosure } from "./found-disclosure";

/**
 * Tags of notes and policies often leave out a number before or a sentence behind: they are widened to the paragraphs
 * they begin and end in, except where another of their kind shares the paragraph.
 */
export function snapToParagraphs(
  disclosures: readonly FoundDisclosure[],
  blocks: readonly LaidBlock[],
): FoundDisclosure[] {
  const bounded = disclosures.filter(hasParagraphs);
  const startsInside = placesInside(bounded, blocks, "start");
  const endsInside = placesInside(bounded, blocks, "end");
  return disclosures.map((disclosure) =>
    hasParagraphs(disclosure)
      ? { ...disclosure, spans: disclosure.spans.map((span) => snap(span, blocks, startsInside, endsInside)) }
      : { ...disclosure, spans: disclosure.spans.map((span) => overSeparators(span, blocks)) },
  );
}

/** Before the first word of a table stand the separators of empty cells: a tag that begins there takes them in, one that ends there lets go. */
function overSeparators({ start, end }: Span, blocks: readonly LaidBlock[]): Span {
  const first = tableFrom(blocks, start);
  const index = blockAt(blocks, end - 1);
  const last = tableFrom(blocks, end);
  const before = blocks[index - 1];
  return {
    start: first?.start ?? start,
    end: last !== null && before !== undefined ? Math.max(before.end, start + 1) : end,
  };
}

/** The table of whose text only separators stand before the offset; null where words do, or none at all. */
function tableFrom(blocks: readonly LaidBlock[], offset: number): LaidBlock | null {
  const block = blocks[blockAt(blocks, offset - 1)];
  if (block?.kind !== "table" || offset <= block.start || offset - block.start > mostSeparators) return null;
  return /^[|\s]*$/.test(block.text.slice(0, offset - block.start)) ? block : null;
}

const mostSeparators = 200;

function hasParagraphs({ kind }: FoundDisclosure): boolean {
  return kind === "note" || kind === "policy";
}

function snap(span: Span, blocks: readonly LaidBlock[], starts: Places, ends: Places): Span {
  const first = blockAt(blocks, span.start);
  const last = blockAt(blocks, span.end - 1);
  const sharedBefore = (ends.get(first) ?? []).some((offset) => offset <= span.start);
  const sharedBehind = (starts.get(last) ?? []).some((offset) => offset >= span.end);
  return {
    start: sharedBefore ? span.start : Math.min(span.start, blocks[first]?.start ?? span.start),
    end: sharedBehind ? span.end : Math.max(span.end, blocks[last]?.end ?? span.end),
  };
}

type Places = ReadonlyMap<number, readonly number[]>;

/** By block: where, strictly inside it, a note or a policy begins or ends. */
function placesInside(
  disclosures: readonly FoundDisclosure[],
  blocks: readonly LaidBlock[],
  side: "start" | "end",
): Places {
  const places = new Map<number, number[]>();
  for (const { spans } of disclosures) {
    for (const span of spans) {
      const offset = span[side];
      const index = blockAt(blocks, side === "start" ? offset : offset - 1);
      const block = blocks[index];
      if (block === undefined || block.kind === "table" || offset <= block.start || offset >= block.end) continue;
      const known = places.get(index);
      if (known === undefined) places.set(index, [offset]);
      else known.push(offset);
    }
  }
  return places;
}
