import { readFileSync } from "node:fs";
import path from "node:path";
import { type Disclosure, type ParsedDocument } from "../../../src/contracts/document";
import { readTextDocument } from "../../../src/filings/read-text-document";

/** By stored file: the text blocks of its tags, in the order they stand. */
export function readExpectedTextBlocks(casesFolder: string): Map<string, readonly string[]> {
  const { cases } = JSON.parse(readFileSync(path.join(casesFolder, "notes_textblocks.json"), "utf8")) as {
    cases: { file: string; text_blocks: string[] }[];
  };
  return new Map(cases.map((expected) => [expected.file, expected.text_blocks]));
}

export interface Share {
  readonly hit: number;
  readonly of: number;
  readonly misses: readonly string[];
}

/** Every block in its place in the row, and a note's or a policy's edges at the edges of passages. */
export function compareTextBlocks(read: ParsedDocument, expected: readonly string[]): Share {
  const ours = read.disclosures.filter(({ concept }) => concept !== null);
  const pairs = inOrder(
    expected,
    ours.map(({ concept }) => concept!),
  );
  const starts = new Set(read.passages.map(({ start }) => start));
  const ends = new Set(read.passages.map(({ end }) => end));
  const misses: string[] = [];
  for (const [index, concept] of expected.entries()) {
    const found = pairs.get(index);
    if (found === undefined) misses.push(`${concept} was not found in order`);
    else if (!hasEdges(ours[found]!, read.text, starts, ends)) misses.push(`${concept} has no edge of its own`);
  }
  return { hit: expected.length - misses.length, of: expected.length, misses };
}

function hasEdges(
  { kind, spans }: Disclosure,
  text: string,
  starts: ReadonlySet<number>,
  ends: ReadonlySet<number>,
): boolean {
  const [start, end] = [spans[0]!.start, spans[spans.length - 1]!.end];
  if (kind === "note" || kind === "policy") return starts.has(start) && ends.has(end);
  // A table begins with its introduction, which may be the last sentence of a paragraph; a detail with any words.
  return text.slice(start, end).trim() !== "";
}

/** No table that stands in a block of tables reaches out of it, and none is cut. */
export function compareTaggedTables(read: ParsedDocument): Share {
  const blocks = read.disclosures.filter(({ concept }) => concept?.endsWith("TableTextBlock") === true);
  const tables = read.passages.filter(({ kind }) => kind === "table");
  const misses: string[] = [];
  for (const { concept, spans } of blocks) {
    const touched = tables.filter((table) => spans.some(({ start, end }) => table.start < end && start < table.end));
    const reachesOut = touched.some(
      (table) => !spans.some(({ start, end }) => start <= table.start && table.end <= end),
    );
    // Two blocks of the text are a line end apart; two pieces of one table end and begin with its lines as well.
    const isCut = touched.some(({ text }) => text.length > 30_000);
    if (reachesOut || isCut) misses.push(`${concept!}: a table ${isCut ? "is cut" : "reaches out of its block"}`);
  }
  return { hit: blocks.length - misses.length, of: blocks.length, misses };
}

export interface HeadingComparison {
  readonly found: number;
  readonly tagged: number;
  /** Notes told by their headings that no tag marks: filers leave single notes untagged. */
  readonly more: number;
  readonly misses: readonly string[];
}

/** Notes by their headings, all tags of text taken out, against where the tags put them. */
export function compareNoteHeadings(
  read: ParsedDocument,
  markup: string,
  fileName: string,
  form: string,
): HeadingComparison {
  const bare = markup.replace(/<\/?ix:(?:nonnumeric|continuation)\b[^>]*>/gi, "");
  const untagged = readTextDocument(Buffer.from(bare), { fileName, form });
  const startsOf = ({ disclosures, text }: ParsedDocument, isTagged: boolean): Map<string, string> =>
    new Map(
      disclosures
        .filter(({ kind, concept }) => kind === "note" && (concept !== null) === isTagged)
        .map(({ spans: [span], title }) => [text.slice(span!.start, span!.start + 120), title ?? ""]),
    );
  const tagged = startsOf(read, true);
  const headed = startsOf(untagged, false);
  const misses = [...tagged]
    .filter(([start]) => !headed.has(start))
    .map(([start, title]) => title || start.slice(0, 60));
  const found = tagged.size - misses.length;
  return { found, tagged: tagged.size, more: headed.size - found, misses };
}

/** By index of what is expected: the index of what stands for it in the longest row common to both. */
function inOrder(expected: readonly string[], ours: readonly string[]): Map<number, number> {
  const lengths = expected.map(() => new Uint16Array(ours.length + 1));
  lengths.push(new Uint16Array(ours.length + 1));
  for (let i = expected.length - 1; i >= 0; i--) {
    for (let j = ours.length - 1; j >= 0; j--) {
      lengths[i]![j] =
        expected[i] === ours[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
    }
  }
  const pairs = new Map<number, number>();
  for (let i = 0, j = 0; i < expected.length && j < ours.length;) {
    if (expected[i] === ours[j]) pairs.set(i++, j++);
    else if (lengths[i + 1]![j]! >= lengths[i]![j + 1]!) i++;
    else j++;
  }
  return pairs;
}
