import { isFigure } from "./figure";
import { type PlacedCell } from "./placed-cell";
import { readPeriodWords } from "./read-period-words";
import { readTableUnits } from "./read-table-units";
import { type HeadBand } from "./tell-head-rows";

interface OpenLabel {
  readonly label: string;
  readonly indent: number;
  /** "Six Months Ended June 30, 2024": what follows is of it until the next such label, totals and sections too. */
  readonly isPeriod: boolean;
}

const mostLevels = 8;
const longestSection = 200;
const longestPeriod = 100;
const periodWord = /\d|month|quarter|week|year/i;
const totalLabel = /^(?:sub)?-?\s*totals?\b/i;

/** Per row the labels above it, outermost first, and its own; empty for heads. */
export function rowPaths(
  rows: readonly (readonly PlacedCell[])[],
  bands: readonly HeadBand[],
  columnOf: (cell: PlacedCell) => number,
): string[][] {
  const open: OpenLabel[] = [];
  let band = 0;
  return rows.map((row, index) => {
    while (bands[band] !== undefined && index >= bands[band]!.to) band++;
    if (bands[band] !== undefined && index >= bands[band]!.from) return [];
    const label = labelOf(row, columnOf);
    if (label === null) return open.map((each) => each.label);
    const text = label.text.replace(/\s+/g, " ");
    const isSection = !row.some((cell) => cell !== label && columnOf(cell) > 0);
    // "(in millions)" in the first column names no row.
    if (isSection && text.length <= longestSection && readTableUnits(text)?.printed === bare(text)) return [text];
    const isPeriod = isSection && saysPeriod(text);
    closeLevels(open, text, label.indent, isSection, isPeriod);
    const path = [...open.map((each) => each.label), text];
    if (isSection && text.length <= longestSection) {
      open.push({ label: text, indent: label.indent, isPeriod });
      if (open.length > mostLevels) open.shift();
    }
    return path;
  });
}

function bare(text: string): string {
  return text.replace(/^\(|[):]+$/g, "");
}

function saysPeriod(text: string): boolean {
  return text.length <= longestPeriod && periodWord.test(text) && readPeriodWords([text]) !== null;
}

function labelOf(row: readonly PlacedCell[], columnOf: (cell: PlacedCell) => number): PlacedCell | null {
  const first = row[0];
  return first !== undefined && columnOf(first) === 0 && !isFigure(first.text) ? first : null;
}

/** A label closes those that stand as far in as it does, or farther; a total closes its section as well. */
function closeLevels(open: OpenLabel[], text: string, indent: number, isSection: boolean, isPeriod: boolean): void {
  while (open.length > 0) {
    const last = open[open.length - 1]!;
    if (last.isPeriod && !isPeriod) return;
    if (isPeriod && !open.some((each) => each.isPeriod && each.indent <= indent) && last.indent < indent) return;
    if (isPeriod) open.pop();
    else if (last.indent > indent) open.pop();
    else if (last.indent === indent && (isSection || totalLabel.test(text))) open.pop();
    else return;
  }
}
