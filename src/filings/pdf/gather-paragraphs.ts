import { type Block } from "../blocks";
import { listMarker } from "../tables/list-marker";
import { largest } from "./largest";
import { type PdfLine, type PdfSegment } from "./pdf-line";

/** Lines this much further apart than most belong to two paragraphs. */
const widerThanMost = 1.3;
/** In sizes of the letters, where too few lines tell how far apart most are. */
const usualLineGap = 1.35;
const newIndent = 1.4;
/** A line that ends so far left of the others, with a sentence, ends its paragraph. */
const shortShare = 0.85;

/** How far apart lines stand, in sizes of their letters: the middle one of all gaps within a paragraph's reach. */
export function mostCommonGap(lines: readonly PdfLine[]): number {
  // Only between lines of prose: the rows of tables stand as they please.
  const gaps = lines.slice(1).flatMap((line, index) => {
    const previous = lines[index]!;
    return isProse(line) && isProse(previous) ? [(line.y - previous.y) / Math.max(line.size, 1)] : [];
  });
  const near = gaps.filter((gap) => gap > 0.9 && gap < 2.4).sort((a, b) => a - b);
  return near.length < 2 ? usualLineGap : near[Math.floor(near.length * 0.4)]!;
}

/** Lines of prose, usually `lineGap` sizes of their letters apart, as paragraphs, each with the look by which headings are told. */
export function gatherParagraphs(lines: readonly PdfLine[], lineGap: number, pageWidth: number): Block[] {
  const right = largest(lines.map(endOf));
  const widest = widerThanMost * lineGap;
  const paragraphs: PdfLine[][] = [];
  for (const line of lines) {
    const current = paragraphs[paragraphs.length - 1];
    const previous = current?.[current.length - 1];
    if (current !== undefined && previous !== undefined && !begins(line, previous, right, widest)) current.push(line);
    else paragraphs.push([line]);
  }
  return paragraphs.map((paragraph) => blockOf(paragraph, pageWidth));
}

function isProse({ segments }: PdfLine): boolean {
  return segments.length === 1 && segments[0]!.text.length > 40;
}

function begins(line: PdfLine, previous: PdfLine, right: number, widest: number): boolean {
  if (line.y - previous.y > widest * Math.max(line.size, previous.size)) return true;
  const first = line.segments[0]!;
  const before = previous.segments[0]!;
  if (first.bold !== lastOf(previous).bold && (wholly(line, "bold") || wholly(previous, "bold"))) return true;
  if (Math.abs(line.size - previous.size) > 0.08 * previous.size) return true;
  if (listMarker.test(first.text) || /^[•●▪■○◦]/.test(first.text)) return true;
  const ended = /[.:;!?]["”’)]?$/.test(lastOf(previous).text);
  if (ended && endOf(previous) < right * shortShare) return true;
  return ended && first.from - before.from > newIndent * line.size;
}

function wholly(line: PdfLine, look: "bold" | "italic"): boolean {
  return line.segments.every((segment) => segment[look]);
}

function blockOf(lines: readonly PdfLine[], pageWidth: number): Block {
  const segments = lines.flatMap((line) => line.segments);
  const text = segments.reduce((words, { text: more }) => joinWords(words, more), "");
  const centred = lines.every((line) => {
    const from = line.segments[0]!.from;
    const middle = (from + endOf(line)) / 2;
    return Math.abs(middle - pageWidth / 2) < 0.03 * pageWidth && from > 0.2 * pageWidth;
  });
  return {
    kind: "text",
    text,
    marks: [],
    look: {
      bold: segments.every(({ bold }) => bold),
      italic: segments.every(({ italic }) => italic),
      underline: false,
      centred,
      sizeHalfPoints: Math.round(2 * largest(segments.map(({ size }) => size))),
    },
    pageBreakBefore: false,
    rows: null,
    exhibit: null,
  };
}

/** A word cut at a line's end keeps its hyphen: "long-" and "term" are one word with it, and we cannot tell. */
function joinWords(words: string, more: string): string {
  if (words === "") return more;
  return /\p{L}-$/u.test(words) && /^\p{Ll}/u.test(more) ? words + more : `${words} ${more}`;
}

function endOf(line: PdfLine): number {
  return lastOf(line).to;
}

function lastOf(line: PdfLine): PdfSegment {
  return line.segments[line.segments.length - 1]!;
}
