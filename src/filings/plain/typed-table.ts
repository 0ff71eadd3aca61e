import { plainLook, type Block } from "../blocks";
import { dataTable } from "../tables/data-table";
import { isFigure } from "../tables/figure";
import { mergeCellParts } from "../tables/merge-cell-parts";
import { type PlacedCell } from "../tables/placed-cell";

const gap = /\s{3,}|\t+|(?:\s?\.){4,}\s*|\s{2,}(?=[$(\d])/g;
const tabColumns = 8;
/** A space of the typewriter is as wide as a letter. */
const spaceHalfPoints = 10;

/** Lines of typed columns as one table: what stands below each other is one column. */
export function typedTable(lines: readonly string[], exhibit: string | null): Block {
  const rows = lines.map((line) => mergeCellParts(cellsOf(expandTabs(line))));
  const figuresFrom = leftmostFigure(rows);
  const placed = rows.map((row) => row.map((cell, index) => (index === 0 ? asLabel(cell, figuresFrom) : cell)));
  return dataTable(placed, exhibit);
}

function cellsOf(line: string): PlacedCell[] {
  const cells: PlacedCell[] = [];
  let from = line.length - line.trimStart().length;
  const add = (to: number): void => {
    const text = line.slice(from, to).replace(/\s+/g, " ").trim();
    if (text !== "") cells.push({ text, marks: [], from, to, look: plainLook, indent: 0 });
  };
  for (const match of line.matchAll(gap)) {
    if (match.index < from) continue;
    add(match.index);
    from = match.index + match[0].length;
  }
  add(line.length);
  return cells;
}

/** Labels begin at the edge, however far in they are set; heads over the figures do not. */
function asLabel(cell: PlacedCell, figuresFrom: number): PlacedCell {
  if (cell.from >= figuresFrom || isFigure(cell.text)) return cell;
  return { ...cell, from: 0, to: Math.min(cell.to, figuresFrom), indent: cell.from * spaceHalfPoints };
}

/** Where the first column of figures begins; one stray figure does not make it. */
function leftmostFigure(rows: readonly (readonly PlacedCell[])[]): number {
  const starts = rows.flatMap((row) => row.slice(1).flatMap(({ text, from }) => (isFigure(text) ? [from] : [])));
  starts.sort((a, b) => a - b);
  return starts[Math.floor(starts.length * 0.05)] ?? Number.MAX_SAFE_INTEGER;
}

function expandTabs(line: string): string {
  if (!line.includes("\t")) return line;
  let text = "";
  for (const part of line.split("\t")) {
    if (text !== "") text += " ".repeat(Math.max(tabColumns - (text.length % tabColumns), 3));
    text += part;
  }
  return text;
}
