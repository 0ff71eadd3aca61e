import { isFigure } from "../tables/figure";

/** Lines between blank ones, or a whole table with its own; rules and the marks of typewriter tables are gone. */
export interface TypedParagraph {
  readonly end: number;
  readonly lines: readonly string[];
  readonly isTable: boolean;
  readonly pageBreakBefore: boolean;
}

/** Wide spaces, dots that lead to a number, or less of a gap before a figure. */
export const columnGap = /\s{3,}|\t+|(?:\s?\.){4,}\s*|\s{2,}(?=[$(\d])/;
const ruler = /^[\s=_\-–—.]*$/;
const tableMarks = /<\/?(?:page|table|caption|s|c|fn|f\d+)>/gi;
const mostTableLines = 5000;

interface Draft {
  end: number;
  lines: string[];
  isTable: boolean;
  pageBreakBefore: boolean;
}

/** Typewriter text as paragraphs and tables; parts of a table that only blank lines part are one. */
export function typedParagraphs(text: string): TypedParagraph[] {
  const found: Draft[] = [];
  let offset = 0;
  let current: Draft | null = null;
  let inTable = false;
  let pageBreak = false;
  const finish = (): void => {
    if (current !== null && current.lines.length > 0) add(found, { ...current, isTable: hasColumns(current.lines) });
    current = null;
  };
  for (const line of text.split("\n")) {
    const end = offset + line.length + 1;
    offset = end;
    if (/<page>|\f/i.test(line)) pageBreak = true;
    if (/<table>/i.test(line)) {
      finish();
      inTable = true;
    }
    const solid = line
      .replace(tableMarks, (mark) => " ".repeat(mark.length))
      .replaceAll("\f", "")
      .trimEnd();
    const isEmpty = solid.trim() === "";
    if ((isEmpty && line.trim() === "" && !inTable) || (current?.lines.length ?? 0) >= mostTableLines) finish();
    if (!isEmpty && !ruler.test(solid)) {
      current ??= { end, lines: [], isTable: false, pageBreakBefore: pageBreak };
      if (current.lines.length === 0) pageBreak = false;
      current.lines.push(solid);
      current.end = end;
    }
    if (/<\/table>/i.test(line)) {
      finish();
      inTable = false;
    }
  }
  finish();
  return found;
}

/** Rows of figures below each other are one table, though a blank line parts them. */
function add(found: Draft[], next: Draft): void {
  const previous = found[found.length - 1];
  const goesOn =
    previous !== undefined &&
    previous.isTable &&
    (next.isTable || next.lines.every((line) => hasFigures([line]))) &&
    !next.pageBreakBefore &&
    previous.lines.length + next.lines.length <= mostTableLines &&
    hasFigures(previous.lines) &&
    hasFigures(next.lines) &&
    Math.abs(lastFigureEnd(previous.lines) - lastFigureEnd(next.lines)) <= 3;
  if (goesOn) {
    for (const line of next.lines) previous.lines.push(line);
    previous.end = next.end;
  } else found.push(next);
}

function hasColumns(lines: readonly string[]): boolean {
  const rows = lines.filter((line) => columnGap.test(line.trim())).length;
  return rows >= Math.max(2, lines.length * 0.5);
}

function hasFigures(lines: readonly string[]): boolean {
  return lines.some((line) => line.trim().split(columnGap).slice(1).some(isFigure));
}

/** Where the figures of the rightmost column end. */
function lastFigureEnd(lines: readonly string[]): number {
  let end = 0;
  for (const line of lines) if (/[\d)%-]$/.test(line)) end = Math.max(end, line.length);
  return end;
}
