import { plainLook, type Block } from "../blocks";
import { dataTable } from "../tables/data-table";
import { listMarker } from "../tables/list-marker";
import { mergeCellParts } from "../tables/merge-cell-parts";
import { type PlacedCell } from "../tables/placed-cell";
import { alignFigures } from "./align-figures";
import { largest } from "./largest";
import { isNumber, type PdfLine, type PdfSegment } from "./pdf-line";

export type PagePart =
  { readonly kind: "table"; readonly table: Block } | { readonly kind: "text"; readonly lines: readonly PdfLine[] };

/** Lines without figures inside a table: headings of a group of rows, labels that go on. */
const mostLinesWithoutFigures = 4;
/** "Commitments", "Shareholders' equity", "Ordinary shares:", … between what a company owes and what it owns. */
const mostLinesOfHeadings = 7;
const mostHeaderLines = 6;
/** In sizes of the letters: a table's rows do not stand further apart. */
const widestRowGap = 3.2;
const longestLabel = 110;
const longestHeading = 60;
/** "$10.95 billion to $11.05 billion" */
const longestFigure = 45;
const sameEdge = 6;

/** Parts a stretch of lines into tables, found by figures in columns, and the prose between them. */
export function findTables(lines: readonly PdfLine[]): PagePart[] {
  const parts: PagePart[] = [];
  let from = 0;
  for (let at = 0; at < lines.length; at++) {
    if (!isRow(lines, at)) continue;
    const last = lastRow(lines, at);
    const rows = lines.slice(at, last + 1);
    if (!isTable(lines, at, last)) continue;
    const start = firstHeader(lines, at, from, leftmostFigure(rows));
    if (start > from) parts.push({ kind: "text", lines: lines.slice(from, start) });
    parts.push({ kind: "table", table: tableOf(lines.slice(start, last + 1)) });
    from = last + 1;
    at = last;
  }
  if (from < lines.length) parts.push({ kind: "text", lines: lines.slice(from) });
  return parts;
}

/** A label with figures beside it, or with words and figures that stand in one column with those of a neighbour. */
function isRow(lines: readonly PdfLine[], at: number): boolean {
  const line = lines[at]!;
  const [first, second] = line.segments;
  if (second === undefined || first!.text.length > longestLabel) return false;
  if (line.segments.length === 2 && listMarker.test(first!.text) && !isNumber(second.text)) return false;
  if (line.segments.slice(1).some(({ text }) => isNumber(text))) return true;
  return [lines[at - 1], lines[at + 1]].some((neighbour) => neighbour !== undefined && sharesColumn(line, neighbour));
}

function sharesColumn(line: PdfLine, neighbour: PdfLine): boolean {
  const others = neighbour.segments.slice(1);
  return line.segments
    .slice(1)
    .some(
      ({ text, from, to }) =>
        /\d/.test(text) &&
        text.length <= longestFigure &&
        others.some((other) => Math.abs(other.from - from) < sameEdge || Math.abs(other.to - to) < sameEdge),
    );
}

function lastRow(lines: readonly PdfLine[], first: number): number {
  let last = first;
  for (let at = first + 1; at < lines.length && at - last <= mostLinesOfHeadings; at++) {
    const line = lines[at]!;
    // Only headings stand so far apart from the next figures; prose is set wider.
    if (at - last > mostLinesWithoutFigures && !lines.slice(last + 1, at).every(isHeadingLine)) break;
    if (line.y - lines[at - 1]!.y > widestRowGap * line.size) break;
    if (line.segments.length === 1 && line.segments[0]!.text.length > longestLabel) break;
    if (isRow(lines, at)) last = at;
  }
  return last;
}

function isHeadingLine({ segments }: PdfLine): boolean {
  return segments.every(({ text }) => text.length <= longestHeading);
}

/** One line with two figures may be prose with a wide space; two lines with figures below each other are a table. */
function isTable(lines: readonly PdfLine[], first: number, last: number): boolean {
  let rows = 0;
  for (let at = first; at <= last; at++) if (isRow(lines, at)) rows++;
  return rows >= 2 || lines[first]!.segments.length >= 4;
}

function leftmostFigure(rows: readonly PdfLine[]): number {
  const beside = rows.flatMap(({ segments }) => segments.slice(1));
  return -largest(beside.flatMap(({ text, from }) => (/\d/.test(text) ? [-from] : [])));
}

/** Headings of columns stand above the figures, and above them the period or the unit they share. */
function firstHeader(lines: readonly PdfLine[], first: number, earliest: number, figuresFrom: number): number {
  let start = first;
  for (
    let at = first - 1;
    at >= earliest && start - at <= mostLinesWithoutFigures && first - at <= mostHeaderLines;
    at--
  ) {
    const line = lines[at]!;
    if (lines[at + 1]!.y - line.y > widestRowGap * line.size) break;
    if (line.segments.some(({ text }) => text.length > longestHeading)) break;
    const overFigures = line.segments[line.segments.length - 1]!.to > figuresFrom;
    // "ASSETS" alone at the left may stand between the headings of the columns and the first row.
    if (overFigures && (line.segments.length > 1 || middleOf(line.segments[0]!) > figuresFrom)) start = at;
  }
  return start;
}

function middleOf({ from, to }: PdfSegment): number {
  return (from + to) / 2;
}

function tableOf(lines: readonly PdfLine[]): Block {
  const rows: PlacedCell[][] = [];
  for (const line of lines) {
    const cells = line.segments.map((segment) => ({
      text: segment.text,
      marks: [],
      from: segment.from,
      to: segment.to,
      look: plainLook,
      indent: Math.round(segment.from * 2),
    }));
    const previous = rows[rows.length - 1];
    if (previous !== undefined && goesOn(previous, cells)) rows[rows.length - 1] = joinLabels(previous, cells);
    else rows.push(cells);
  }
  return dataTable(alignFigures(rows.map(mergeCellParts)), null);
}

/** A label too long for its line goes on in the next, in small letters; or its figures hang a little lower than it does. */
function goesOn(previous: readonly PlacedCell[], cells: readonly PlacedCell[]): boolean {
  const label = cells[0]!.text;
  const figuresAlone = cells.every(({ text }) => isNumber(text));
  if (figuresAlone && previous.length === 1 && previous[0]!.to < cells[0]!.from) return true;
  if (!/^\p{Ll}/u.test(label) || !/\p{L}/u.test(previous[0]!.text)) return false;
  return previous.length === 1 || cells.length === 1;
}

function joinLabels(previous: readonly PlacedCell[], cells: readonly PlacedCell[]): PlacedCell[] {
  const [first, ...rest] = previous;
  if (isNumber(cells[0]!.text)) return [...previous, ...cells];
  const [more, ...others] = cells;
  const label = { ...first!, text: `${first!.text} ${more!.text}`, to: Math.max(first!.to, more!.to) };
  return [label, ...rest, ...others];
}
