import { type Disclosure } from "../../contracts/document";
import { type LaidBlock, type LaidText } from "../layout/lay-out-text";
import { type RawXbrl } from "../xbrl/fact-collector";
import { blockAt } from "./block-at";
import { collectTextBlocks, type TextBlock } from "./collect-text-blocks";
import { endOf, type FoundDisclosure, startOf } from "./found-disclosure";
import { readNoteHeading } from "./note-headings";
import { snapToParagraphs } from "./snap-to-paragraphs";
import { runInTitle, titleOf } from "./title-of";

type Kind = Disclosure["kind"];

/** Taxonomies of the cover, of governance and of pay: what they tag are no notes. */
const notOfStatements = /^(?:dei|cyd|ecd|vip|oef|rr|srt):/;
const policyName = /Polic(?:y|ies)(?:Policy)?TextBlock$/;
const tableName = /Table(?:s)?TextBlock$|^[^:]+:(?:ScheduleOf|ReconciliationOf)/;
/** A table with its introduction and its footnotes, not a discussion that holds a table. */
const proseBesideTable = 900;

/** Notes, policies, tables and details as the filer tagged them, in reading order, outer before inner. */
export function taggedDisclosures(xbrl: RawXbrl, laid: LaidText): FoundDisclosure[] {
  const textBlocks = collectTextBlocks(xbrl, laid);
  const open: Outer[] = [];
  const found: FoundDisclosure[] = [];
  for (const block of textBlocks) {
    while (open.length > 0 && endOf(open[open.length - 1]!.block) <= startOf(block)) open.pop();
    const outer = open.filter((candidate) => holds(candidate.block, block)).pop() ?? null;
    const kind = kindOf(block, outer, laid.blocks);
    const title = kind === "note" || kind === "policy" ? titleFor(block, kind, outer, laid.blocks) : null;
    const spans = title === null ? block.spans : extendTo(title.start, block.spans);
    const disclosure = { concept: block.concept, kind, title: title?.text ?? null, spans };
    if (open.length < mostNested) open.push({ block, kind, disclosure });
    found.push(disclosure);
  }
  return snapToParagraphs(found, laid.blocks);
}

/** Deeper than any filer nests; bounds the work on hostile files. */
const mostNested = 24;

interface Outer {
  readonly block: TextBlock;
  readonly kind: Kind;
  readonly disclosure: FoundDisclosure;
}

function kindOf(block: TextBlock, outer: Outer | null, blocks: readonly LaidBlock[]): Kind {
  const { concept } = block;
  if (notOfStatements.test(concept)) return "detail";
  if (outer === null) {
    if (/PolicyTextBlock$/.test(concept)) return isNumberedNote(block, blocks) ? "note" : "policy";
    return tableName.test(concept) ? "table" : "note";
  }
  const isWhole = startOf(outer.block) === startOf(block) && endOf(outer.block) === endOf(block);
  if (policyName.test(concept))
    return outer.kind === "note" && isWhole && !/PolicyTextBlock$/.test(concept) ? "note" : "policy";
  if (tableName.test(concept) || isMostlyTable(block, blocks)) return "table";
  return outer.kind === "note" && isWhole ? "note" : "detail";
}

/** Short notes are tagged with the name of the one policy they hold: "Note 1 – Basis of presentation". */
function isNumberedNote(block: TextBlock, blocks: readonly LaidBlock[]): boolean {
  const first = blockAt(blocks, startOf(block));
  return readNoteHeading(blocks, first) !== null || (first > 0 && readNoteHeading(blocks, first - 1) !== null);
}

/** A note that goes on behind others does not hold them: what counts is the stretch in which the inner one begins. */
function holds(outer: TextBlock, inner: TextBlock): boolean {
  return outer.spans.some(({ start, end }) => start <= startOf(inner) && inner.spans[0]!.end <= end);
}

function isMostlyTable(block: TextBlock, blocks: readonly LaidBlock[]): boolean {
  let tables = 0;
  let prose = 0;
  for (const { start, end } of block.spans) {
    for (let index = blockAt(blocks, start); index < blocks.length && blocks[index]!.start < end; index++) {
      const { kind, text } = blocks[index]!;
      if (kind === "table") tables += text.length;
      else prose += text.length;
      if (prose > proseBesideTable) return false;
    }
  }
  return tables > 0;
}

/** A filer may tag a note from behind its number on, or leave out its heading: the title is the note's all the same. */
function titleFor(
  block: TextBlock,
  kind: "note" | "policy",
  outer: Outer | null,
  blocks: readonly LaidBlock[],
): { text: string; start: number } | null {
  const first = blockAt(blocks, startOf(block));
  const title = titleOf(blocks, first, kind);
  if (title === null) return null;
  const { start } = blocks[title.firstBlock]!;
  const isOthers = outer !== null && (outer.disclosure.title === title.text || start < startOf(outer.disclosure));
  if (kind === "note" || !isOthers) return { text: title.text, start };
  // The first policy of a note stands right below the note's title, which is not its own.
  const runIn = runInTitle(blocks[first]!.text);
  return runIn === null ? null : { text: runIn, start: blocks[first]!.start };
}

function extendTo(start: number, spans: FoundDisclosure["spans"]): FoundDisclosure["spans"] {
  const [first, ...rest] = spans;
  return [{ start: Math.min(start, first!.start), end: first!.end }, ...rest];
}
