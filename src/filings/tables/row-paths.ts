import { isFigure } from "./figure";
import { onOneLine } from "./on-one-line";
import { type PlacedCell } from "./placed-cell";
import { readPeriodWords } from "./read-period-words";
import { readTableUnits } from "./read-table-units";
import { type HeadBand } from "./tell-head-rows";

interface OpenLabel {
  readonly label: string;
  readonly indent: number;
  /** "Six Months Ended June 30, 2024": what follows is of it until the next such label, totals and sections too. */
  readonly isPeriod: boolean;
  /** Rows farther in have come: the next one as far out as it is stands beside it. */
  hasDeeper: boolean;
}

const mostLevels = 8;
/** A column counts as so much indentation: lower levels may stand in a column of their own. */
const columnHalfPoints = 12;
/** Of labels repeated for the rows below them, beyond a few for each character of the row: a bound no real table meets. */
const freeCharacters = 20_000;
const longestSection = 200;
const longestPeriod = 100;
const periodWord = /\d|month|quarter|week|year/i;
const totalLabel = /^(?:sub)?-?\s*totals?\b/i;

/** Per row the labels above it, outermost first, and its own; empty for heads. */
export function rowPaths(
  rows: readonly (readonly PlacedCell[])[],
  bands: readonly HeadBand[],
  isLabel: (cell: PlacedCell) => boolean,
): string[][] {
  const open: OpenLabel[] = [];
  let band = 0;
  let allowance = freeCharacters;
  return rows.map((row, index) => {
    while (bands[band] !== undefined && index >= bands[band]!.to) band++;
    if (bands[band] !== undefined && index >= bands[band]!.from) return [];
    const label = labelOf(row, isLabel);
    const text = label === null ? "" : onOneLine(label.text);
    if (label !== null) {
      const isSection = !row.some((cell) => cell !== label && !isLabel(cell));
      // "(in millions)" in the first column names no row.
      if (isSection && text.length <= longestSection && readTableUnits(text)?.printed === bare(text)) return [text];
      const indent = label.indent + label.from * columnHalfPoints;
      const isPeriod = isSection && saysPeriod(text);
      closeLevels(open, text, indent, isSection, isPeriod);
      if (isSection && text.length <= longestSection) {
        open.push({ label: text, indent, isPeriod, hasDeeper: false });
        if (open.length > mostLevels) open.shift();
        return open.map((each) => each.label);
      }
    }
    allowance += 4 * text.length + 100 - open.reduce((sum, { label: each }) => sum + each.length, 0);
    const own = text === "" ? [] : [text];
    return allowance < 0 || open.length === 0 ? own : open.map((each) => each.label).concat(own);
  });
}

function bare(text: string): string {
  return text.replace(/^\(|[):]+$/g, "");
}

function saysPeriod(text: string): boolean {
  return text.length <= longestPeriod && periodWord.test(text) && readPeriodWords([text]) !== null;
}

function labelOf(row: readonly PlacedCell[], isLabel: (cell: PlacedCell) => boolean): PlacedCell | null {
  const first = row[0];
  return first !== undefined && isLabel(first) && !isFigure(first.text) ? first : null;
}

/** A label closes those that stand as far in as it does, or farther; a total closes its section as well. */
function closeLevels(open: OpenLabel[], text: string, indent: number, isSection: boolean, isPeriod: boolean): void {
  while (open.length > 0) {
    const last = open[open.length - 1]!;
    if (last.isPeriod && !isPeriod) return;
    if (isPeriod && !open.some((each) => each.isPeriod && each.indent <= indent) && last.indent < indent) return;
    if (isPeriod) open.pop();
    else if (last.indent > indent) open.pop();
    else if (last.indent === indent && (isSection || last.hasDeeper || totalLabel.test(text))) open.pop();
    else {
      if (last.indent < indent) last.hasDeeper = true;
      return;
    }
  }
}
