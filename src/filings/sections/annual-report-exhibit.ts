import { type LaidBlock } from "../layout/lay-out-text";
import { type Opening } from "./opening";

const discussion = /^management.{0,3}s? (?:discussion|financial review)\b/i;
const statements =
  /^(?:consolidated )?(?:financial statements?|statements? of (?:consolidated )?(?:income|operations|earnings)|balance sheets?)\b/i;
const pointer = /\bannual report\b|\bexhibit 13\b|\bincorporated\b/i;
/** An item of the form that says no more than where in the annual report it stands. */
const pointerCharacters = 3000;
const headingCharacters = 140;
/** Less text below a heading is a line of a contents page, or a mention. */
const leastCharacters = 2000;

/**
 * Items 7 and 8 within the annual report that a filer attached as exhibit 13, where the form's own items only point
 * to it.
 */
export function openingsInAnnualReport(blocks: readonly LaidBlock[], items: readonly Opening[]): Opening[] {
  const first = blocks.findIndex(({ exhibit }) => exhibit !== null && /^13\b/.test(exhibit));
  if (first < 0) return [];
  const { exhibit } = blocks[first]!;
  const behind = blocks.findIndex((block, index) => index > first && block.exhibit !== exhibit);
  const end = behind < 0 ? blocks.length : behind;
  return [
    { shape: discussion, item: pointing(items, blocks, /^management.s discussion/i) },
    { shape: statements, item: pointing(items, blocks, /^financial statements/i) },
  ].flatMap(({ shape, item }) => {
    const blockIndex = item === null ? -1 : headingWithText(blocks, first, end, shape);
    return item === null || blockIndex < 0
      ? []
      : [{ ...item, blockIndex, title: `${item.title} (Exhibit ${exhibit ?? "13"})` }];
  });
}

/** The item of that title whose text only points to the annual report; null where it stands in the form itself. */
function pointing(items: readonly Opening[], blocks: readonly LaidBlock[], title: RegExp): Opening | null {
  const item = items.find((each) => each.item !== null && each.span === undefined && title.test(each.title));
  if (item === undefined) return null;
  const next = items.reduce(
    (least, { blockIndex }) => (blockIndex > item.blockIndex ? Math.min(least, blockIndex) : least),
    blocks.length,
  );
  let text = "";
  for (let index = item.blockIndex; index < next; index++) {
    text += `${blocks[index]!.text}\n`;
    if (text.length > pointerCharacters) return null;
  }
  return pointer.test(text) ? item : null;
}

/** The first heading of the shape with text of its own below it, before another of the shape. */
function headingWithText(blocks: readonly LaidBlock[], from: number, to: number, shape: RegExp): number {
  const headings: number[] = [];
  for (let index = from; index < to; index++) {
    const { kind, text, headingRank } = blocks[index]!;
    if (kind === "text" && headingRank !== null && text.length <= headingCharacters && shape.test(text)) {
      headings.push(index);
    }
  }
  const end = blocks[to - 1]!.end;
  return (
    headings.find((index, at) => {
      const next = headings[at + 1];
      return (next === undefined ? end : blocks[next]!.start) - blocks[index]!.end >= leastCharacters;
    }) ?? -1
  );
}
