import { type LaidBlock } from "../layout/lay-out-text";
import { type Opening } from "./opening";

/** Many filers put the statements behind the signatures: those pages are no boilerplate. */
const statementsHeading =
  /^(?:index to\b|(?:combined |condensed )?consolidated\b|reports? of\b|notes to\b|financial statements?\b|schedule\b|balance sheets?\b).{0,120}$/is;
const exhibitIndex = /^(?:index (?:to|of) exhibits|exhibits? index)\b/i;
const schedule = /\bschedule\b/i;
/** An item that says no more than where the statements stand. */
const pointerCharacters = 8000;
const statementsCharacters = 10_000;

/** Where the signatures begin, after the last item that begins before them, and what a filer put behind them. */
export function openingsBehindItems(blocks: readonly LaidBlock[], items: readonly Opening[]): Opening[] {
  const lastItem = items.reduce(
    (last, { blockIndex, span }) => (span === undefined ? Math.max(last, blockIndex) : last),
    -1,
  );
  const index = blocks.findIndex(
    (block, at) => at > lastItem && block.kind === "text" && /^\s*signatures?\s*(?:[.:]\s*)?$/i.test(block.text),
  );
  if (index < 0) return [];
  const behind = (shape: RegExp, other?: RegExp): number =>
    blocks.findIndex(
      ({ kind, text }, at) => at > index && kind === "text" && shape.test(text) && other?.test(text) !== true,
    );
  return [
    { blockIndex: index, part: null, item: null, title: "Signatures", kind: "signatures" },
    ...statementsAt(behind(statementsHeading, exhibitIndex), blocks, items),
    ...exhibitIndexAt(behind(exhibitIndex), items),
  ];
}

function statementsAt(blockIndex: number, blocks: readonly LaidBlock[], items: readonly Opening[]): Opening[] {
  if (blockIndex < 0) return [];
  const length = blocks[blocks.length - 1]!.end - blocks[blockIndex]!.start;
  const areStatements = length >= statementsCharacters && !schedule.test(blocks[blockIndex]!.text);
  const item = areStatements ? pointingStatementsItem(items, blocks) : null;
  return [
    item === null
      ? { blockIndex, part: null, item: null, title: "Financial statements and exhibits", kind: "other" }
      : { ...item, blockIndex, title: `${item.title} (behind the signatures)` },
  ];
}

/** The item that lists the exhibits often says no more than that they are listed behind the signatures. */
function exhibitIndexAt(blockIndex: number, items: readonly Opening[]): Opening[] {
  const item = items.findLast(
    ({ title, kind, span }) => kind === "item" && span === undefined && /^exhibits?\b/i.test(title),
  );
  if (blockIndex < 0 || item === undefined) return [];
  return [{ ...item, blockIndex, title: "Exhibit index (behind the signatures)" }];
}

/** The item of the statements where its own text only points to them; null where it holds them. */
function pointingStatementsItem(items: readonly Opening[], blocks: readonly LaidBlock[]): Opening | null {
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
