import { largest } from "./largest";
import { mendLigatures } from "./mend-ligatures";
import { type PdfPage, type PdfRun } from "./pdf-page";

/** Words that stand together on a line, with room on both sides: a cell of a table, or the whole of a line of prose. */
export interface PdfSegment {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
}

export interface PdfLine {
  readonly y: number;
  readonly size: number;
  readonly segments: readonly PdfSegment[];
}

/** Gaps are measured in the size of the letters: less than this is no gap at all, more is a space. */
const spaceGap = 0.16;
/** More than this parts two cells of a table; no justified line stretches its spaces so far. */
const cellGap = 1.3;
/** Between two numbers, less than that already parts them. */
const numberGap = 0.5;
/** The sign before the next number is the next cell's, however near it stands. */
const opensNumber = /^\s*(?:US)?[$€£¥]/;
/** "$", "(", "1,234", ")": a line of a hundred thousand letters is asked no more whether it is a number. */
const mostPiecesOfNumber = 12;
/** Letters this much above or below still stand on the line. */
const sameLine = 0.45;
/** Marks of footnotes and of trade are this small, and hang this far above the line they belong to. */
const smallMark = 0.8;
const hangingMark = 0.75;

/** The lines of a page from top to bottom; words that run along the margin are left out. */
export function groupLines(page: PdfPage): PdfLine[] {
  const runs = page.runs.filter(({ upright, text }) => upright && text.trim() !== "");
  const sorted = [...runs].sort((a, b) => a.y - b.y || a.x - b.x);
  const groups: PdfRun[][] = [];
  let group: PdfRun[] = [];
  let y = Number.NEGATIVE_INFINITY;
  let size = 0;
  for (const run of sorted) {
    const reach = size < smallMark * run.size ? hangingMark * run.size : sameLine * Math.max(size, run.size);
    if (run.y - y > reach) {
      group = [];
      groups.push(group);
      y = run.y;
      size = run.size;
    }
    // The larger letters say where the line is; a footnote's mark hangs above it.
    if (run.size > size) {
      y = run.y;
      size = run.size;
    }
    group.push(run);
  }
  // A line of nothing but leading dots has no words.
  return groups.map(lineOf).filter(({ segments }) => segments.length > 0);
}

function lineOf(runs: readonly PdfRun[]): PdfLine {
  const ordered = [...runs].sort((a, b) => a.x - b.x);
  const segments: { runs: PdfRun[]; pieces: string[]; to: number }[] = [];
  for (const run of ordered) {
    const current = segments[segments.length - 1];
    const gap = current === undefined ? Infinity : (run.x - current.to) / run.size;
    const numbers =
      current !== undefined &&
      current.pieces.length <= mostPiecesOfNumber &&
      isNumber(current.pieces.join("")) &&
      (opensNumber.test(run.text) ? gap > spaceGap : gap > numberGap && isNumber(run.text));
    if (current === undefined || gap > cellGap || numbers) {
      segments.push({ runs: [run], pieces: [run.text], to: run.x + run.width });
      continue;
    }
    const before = current.pieces[current.pieces.length - 1]!;
    const parted = gap > spaceGap && !before.endsWith(" ") && !run.text.startsWith(" ");
    current.pieces.push(parted ? ` ${run.text}` : run.text);
    current.runs.push(run);
    current.to = Math.max(current.to, run.x + run.width);
  }
  return {
    y: largest(runs.map((run) => run.y)),
    size: largest(runs.map((run) => run.size)),
    segments: segments.flatMap((segment) =>
      partsOf(segment.pieces.join(""), segment.runs[0]!.x, segment.to).map((part) => ({
        ...part,
        size: largest(segment.runs.map((run) => run.size)),
        bold: segment.runs.every((run) => /bold|black|heavy|semibold|demi/i.test(run.font)),
        italic: segment.runs.every((run) => /italic|oblique/i.test(run.font)),
      })),
    ),
  };
}

/** Dots that lead the eye, or a row of spaces, part cells within one run; where they stand is told by the letters' share. */
function partsOf(text: string, from: number, to: number): { text: string; from: number; to: number }[] {
  const parts: { text: string; from: number; to: number }[] = [];
  const perLetter = (to - from) / Math.max(1, text.length);
  let at = 0;
  for (const match of [...text.matchAll(/(?:\s?[.…_]){4,}\s*|\s{3,}/g), null]) {
    const end = match === null ? text.length : match.index;
    const part = text.slice(at, end);
    const lead = part.length - part.trimStart().length;
    const clean = mendLigatures(part.replace(/\s+/g, " ").trim());
    if (clean !== "") parts.push({ text: clean, from: from + (at + lead) * perLetter, to: from + end * perLetter });
    if (match !== null) at = end + match[0].length;
  }
  return parts;
}

/** "1,234", "(5.6)", "$ 7", "8%", "—": what stands in a column of figures. */
export function isNumber(text: string): boolean {
  return /^(?:[-–—−(+$€£¥]|US\$|\s)*\d(?:[\d,.]*\d)?(?:[)%x]|pts|bps|\s)*$|^[-–—−]+$|^\(?N\/?[AM]\)?$/i.test(
    text.trim(),
  );
}
