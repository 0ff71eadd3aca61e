import { isFigure } from "../tables/figure";
import { type PlacedCell } from "../tables/placed-cell";
import { readPeriodWords } from "../tables/read-period-words";
import { isNumber } from "./pdf-line";

/** The white between columns runs past all their figures: those that overlap are one column. */
interface Strip {
  readonly from: number;
  readonly to: number;
}

type Row = readonly PlacedCell[];

/** A figure wider than so many usual ones holds two that stand too near each other, and tells no column. */
const widestFigure = 6;
/** More than that is no table a person reads. */
const mostColumns = 60;
/** A bracket may hang into the next column's room. */
const overhang = 1;
/** Points from a head to figures that stand a little aside of it. */
const nearHead = 24;

/**
 * Gives the figures of one printed column one extent: they share an edge, not a width, so that a short one may stand
 * clear of the year centred above it. A period centred over several columns is made to stand over all of them.
 */
export function alignFigures(rows: readonly Row[]): readonly Row[] {
  const strips = figureStrips(rows);
  const firstFigures = rows.findIndex((row) => row.slice(1).some(({ text }) => isFigure(text)));
  if (strips.length === 0 || strips.length > mostColumns) return rows;
  const headCounts = rows.slice(0, firstFigures).map((row) => overColumns(row, strips).length);
  return rows.map((row, index) => {
    if (index >= firstFigures) {
      return row.map((cell, at) => (at > 0 && isInColumn(cell) ? { ...cell, ...nearest(strips, cell) } : cell));
    }
    const isOverOthers = headCounts.slice(index + 1).some((count) => count > headCounts[index]!);
    return isOverOthers ? spreadPeriods(row, strips) : row.map((cell) => reach(cell, row, strips));
  });
}

function figureStrips(rows: readonly Row[]): Strip[] {
  const figures = rows.flatMap((row) => row.slice(1).filter(({ text }) => isFigure(text)));
  const widths = figures.map(({ from, to }) => to - from).sort((a, b) => a - b);
  const widest = widestFigure * (widths[widths.length >> 1] ?? 0);
  const strips: { from: number; to: number }[] = [];
  for (const { from, to } of figures.sort((a, b) => a.from - b.from)) {
    if (to - from > widest) continue;
    const last = strips[strips.length - 1];
    if (last !== undefined && from < last.to - overhang) last.to = Math.max(last.to, to);
    else strips.push({ from: Math.max(from, last?.to ?? from), to });
  }
  return strips;
}

/** Below the heads "(38)" is an amount and no footnote. */
function isInColumn({ text }: PlacedCell): boolean {
  return isFigure(text) || isNumber(text);
}

/** What stands over the figures, not over the labels. */
function overColumns(row: Row, strips: readonly Strip[]): Row {
  return row.filter((cell) => middle(cell) > strips[0]!.from);
}

/** Each column is of the period nearest above it. */
function spreadPeriods(row: Row, strips: readonly Strip[]): Row {
  const heads = overColumns(row, strips);
  if (heads.length === 0 || !heads.every(({ text }) => readPeriodWords([text]) !== null)) return row;
  const wide = new Map(heads.map((cell) => [cell, { from: cell.from, to: cell.to }]));
  for (const strip of strips) {
    const head = heads.reduce((best, cell) => (distance(cell, strip) < distance(best, strip) ? cell : best));
    const extent = wide.get(head)!;
    wide.set(head, { from: Math.min(extent.from, strip.from), to: Math.max(extent.to, strip.to) });
  }
  return row.map((cell) => ({ ...cell, ...wide.get(cell) }));
}

/** A head that stands clear of all figures is of those beside it, where nothing else is. */
function reach(cell: PlacedCell, row: Row, strips: readonly Strip[]): PlacedCell {
  if (middle(cell) <= strips[0]!.from - nearHead || strips.some((strip) => overlaps(cell, strip))) return cell;
  const strip = nearest(strips, cell);
  const gap = Math.max(strip.from - cell.to, cell.from - strip.to);
  if (gap > nearHead || row.some((other) => overlaps(other, strip))) return cell;
  return { ...cell, from: Math.min(cell.from, strip.from), to: Math.max(cell.to, strip.to) };
}

function nearest(strips: readonly Strip[], cell: Strip): Strip {
  return strips.reduce((best, strip) => (edgeDistance(strip, cell) < edgeDistance(best, cell) ? strip : best));
}

/** Figures share their right edge. */
function edgeDistance(strip: Strip, cell: Strip): number {
  return overlaps(strip, cell) ? Math.abs(strip.to - cell.to) / 1000 : Math.abs(strip.to - cell.to);
}

function distance(one: Strip, other: Strip): number {
  return Math.abs(middle(one) - middle(other));
}

function overlaps(one: Strip, other: Strip): boolean {
  return one.from < other.to && other.from < one.to;
}

function middle({ from, to }: Strip): number {
  return (from + to) / 2;
}
