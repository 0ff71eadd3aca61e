import { type LaidBlock } from "../layout/lay-out-text";
import { type Opening } from "./opening";

/** Many filers put the statements behind the signatures: those pages are no boilerplate. */
const statementsHeading =
  /^(?:index to\b|(?:combined |condensed )?consolidated\b|reports? of\b|notes to\b|financial statements?\b|schedule\b|balance sheets?\b).{0,120}$/is;
const exhibitIndex = /^(?:index to exhibits|exhibits? index)\b/i;
const schedule = /\bschedule\b/i;
/** An item that says no more than where the statements stand. */
const pointerCharacters = 8000;
const statementsCharacters = 10_000;

/** Where the signatures begin, after the last item that begins before them, and what a filer put behind them. */
export function openingsBehindItems(
  blocks: readonly LaidBlock[],
  items: readonly Opening[],
  statementsItem: Opening | null,
): Opening[] {
  const lastItem = items.reduce(
    (last, { blockIndex, span }) => (span === undefined ? Math.max(last, blockIndex) : last),
    -1,
  );
  const index = blocks.findIndex(
    (block, at) => at > lastItem && block.kind === "text" && /^\s*signatures?\s*[.:]?\s*$/i.test(block.text),
  );
  if (index < 0) return [];
  const openings: Opening[] = [{ blockIndex: index, part: null, item: null, title: "Signatures", kind: "signatures" }];
  const after = blocks.findIndex(
    (block, at) => at > index && block.kind === "text" && statementsHeading.test(block.text),
  );
  if (after < 0) return openings;
  const length = blocks[blocks.length - 1]!.end - blocks[after]!.start;
  const areStatements = !exhibitIndex.test(blocks[after]!.text) && length >= statementsCharacters;
  const areSchedules = schedule.test(blocks[after]!.text);
  openings.push(
    statementsItem !== null && areStatements && !areSchedules
      ? { ...statementsItem, blockIndex: after, title: `${statementsItem.title} (behind the signatures)` }
      : { blockIndex: after, part: null, item: null, title: "Financial statements and exhibits", kind: "other" },
  );
  return openings;
}

/** The item of the statements where its own text only points to them; null where it holds them. */
export function pointingStatementsItem(items: readonly Opening[], blocks: readonly LaidBlock[]): Opening | null {
  // A 20-F has two items for them and says of one that it does not apply.
  const statements = items.find(
    ({ item, title, blockIndex }) =>
      item !== null &&
      /^financial statements\b/i.test(title) &&
      !/^\W*not applicable\b/i.test(blocks[blockIndex + 1]?.text ?? ""),
  );
  if (statements === undefined) return null;
  const next = items
    .filter(({ blockIndex, span }) => span === undefined && blockIndex > statements.blockIndex)
    .reduce((first, { blockIndex }) => Math.min(first, blockIndex), blocks.length);
  const length = (blocks[next]?.start ?? blocks[blocks.length - 1]!.end) - blocks[statements.blockIndex]!.start;
  return length <= pointerCharacters ? statements : null;
}
