import { type CellAddress } from "../../contracts/model-map";
import { cellKey, type AuditContext } from "../audit-context";
import { wordsFor } from "./name-cell";
import { cellAlong, extentOf, rangeTotalAt, rangeTotals, type RangeTotal } from "./range-totals";
import { addTo } from "../../workbook/group-by";
import { oncePerReview } from "../once-per-review";

/** Totals farther apart than this belong to different tables. */
const farthestApart = 6;
/** Ends farther apart than this are another table's, or another question's. */
const farthestEnds = 3;
/** Where the other end is the same, the one may lie farther off. */
const farthestEnd = 4;
/** So many wider ones to a narrow one show that a row without figures, but with a name, belongs to the table. */
const fewestWiderOverALabel = 3;

/** Totals that stand beside one another and should cover the same stretch: along a row of sums, or down a column of them. */
function peersOf(totals: readonly RangeTotal[]): RangeTotal[][] {
  const groups: RangeTotal[][] = [];
  const open = new Map<string, RangeTotal[]>();
  for (const total of totals) {
    const { sheet, rowIndex0, columnIndex0 } = total.address;
    const isDown = total.direction === "down";
    const key = `${sheet}/${total.direction}/${isDown ? rowIndex0 : columnIndex0}`;
    const group = open.get(key);
    const last = group?.at(-1)?.address;
    const isNear = last !== undefined && (isDown || rowIndex0 - last.rowIndex0 <= farthestApart);
    if (isNear) group!.push(total);
    else {
      const fresh = [total];
      open.set(key, fresh);
      groups.push(fresh);
    }
  }
  return groups.filter((group) => group.length >= 2);
}

function byExtent(group: readonly RangeTotal[]): RangeTotal[][] {
  const extents = new Map<string, RangeTotal[]>();
  for (const total of group) {
    const { first0, last0 } = extentOf(total);
    const key = `${first0}-${last0}`;
    addTo(extents, key, total);
  }
  return [...extents.values()].sort((a, b) => b.length - a.length);
}

/** Places that `wide` covers and `narrow` does not. */
function leftOut(wide: RangeTotal, narrow: RangeTotal): number[] {
  const [a, b] = [extentOf(wide), extentOf(narrow)];
  const places: number[] = [];
  for (let i = a.first0; i < b.first0; i++) places.push(i);
  for (let i = b.last0 + 1; i <= a.last0; i++) places.push(i);
  return places;
}

function isNear(a: RangeTotal, b: RangeTotal): boolean {
  const [one, other] = [extentOf(a), extentOf(b)];
  const [first, last] = [Math.abs(one.first0 - other.first0), Math.abs(one.last0 - other.last0)];
  const most = Math.min(first, last) === 0 ? farthestEnd : farthestEnds;
  return Math.max(first, last) <= most && one.first0 <= other.last0 && other.first0 <= one.last0;
}

/** A figure that belongs among the summed ones: a number of their kind, and no total of them, year or heading. */
function isLikeTheOthers(context: AuditContext, total: RangeTotal, index0: number): boolean {
  const address = cellAlong(total, index0);
  const cell = context.cellAt(address);
  const value = context.numberAt(address);
  if (cell === null || value === null || rangeTotalAt(context, address)?.direction === total.direction) return false;
  if (Number.isInteger(value) && value >= 1900 && value <= 2100) return false;
  const { first0, last0 } = extentOf(total);
  const neighbour = context.cellAt(cellAlong(total, index0 < first0 ? first0 : last0));
  return isPercent(cell.numberFormat) === isPercent(neighbour?.numberFormat ?? null);
}

/** A blank or a figure, where the wider range begins or ends: no heading that it took in by mistake. */
function isBody(context: AuditContext, wide: RangeTotal, index0: number): boolean {
  return (context.cellAt(cellAlong(wide, index0))?.value ?? null) === null || isLikeTheOthers(context, wide, index0);
}

function isPercent(format: string | null): boolean {
  return format?.includes("%") ?? false;
}

export interface ShortTotals {
  /** Totals that leave something out. */
  readonly totals: readonly RangeTotal[];
  readonly omitted: CellAddress;
  /** One beside them that does not. */
  readonly whole: RangeTotal;
}

function shortOf(context: AuditContext, group: readonly RangeTotal[]): ShortTotals[] {
  const [usual, ...others] = byExtent(group);
  if (usual === undefined || others.length === 0 || others.length > 3) return [];
  return others.flatMap((odd): ShortTotals[] => {
    if (!isNear(odd[0]!, usual[0]!)) return [];
    const missing = omittedBy(context, odd, usual[0]!);
    if (missing !== null) return [{ totals: odd, omitted: missing, whole: usual[0]! }];
    const missingInUsual = omittedBy(context, usual, odd[0]!);
    const isRead = missingInUsual !== null && usual.every((total) => leavesOutLike(context, total, odd[0]!));
    if (isRead) return [{ totals: usual, omitted: missingInUsual, whole: odd[0]! }];
    const blank = blankOmittedBy(context, odd, usual);
    return blank === null ? [] : [{ totals: odd, omitted: blank, whole: usual[0]! }];
  });
}

function leavesOutLike(context: AuditContext, total: RangeTotal, wide: RangeTotal): boolean {
  return leftOut(wide, total).some((index0) => isLikeTheOthers(context, total, index0));
}

/** The first figure that one of the totals leaves out although a wider one beside it counts its own there. */
function omittedBy(context: AuditContext, totals: readonly RangeTotal[], wide: RangeTotal): CellAddress | null {
  const found = totals.flatMap((total) =>
    leftOut(wide, total)
      .filter((index0) => isLikeTheOthers(context, total, index0) && isBody(context, wide, index0))
      .map((index0) => cellAlong(total, index0)),
  );
  return found.find((cell) => context.numberAt(cell) !== 0) ?? found[0] ?? null;
}

/**
 * A blank of the table that the few leave out and the many beside them take in: nothing is missing yet. The blank belongs
 * to the table where one of the others has a figure there, or where its row has a name and most of them take it in.
 */
function blankOmittedBy(
  context: AuditContext,
  few: readonly RangeTotal[],
  many: readonly RangeTotal[],
): CellAddress | null {
  const [narrow, wide] = [few[0]!, many[0]!];
  const isSameKind = [...few, ...many].every((total) => total.isPlain && total.function === "SUM");
  const places = leftOut(wide, narrow);
  if (!isSameKind || many.length <= few.length || places.length === 0 || leftOut(narrow, wide).length > 0) return null;
  const isBlank = (index0: number) =>
    few.every((total) => (context.cellAt(cellAlong(total, index0))?.value ?? null) === null);
  if (!places.every(isBlank)) return null;
  const hasFigure = (index0: number) => many.some((total) => isLikeTheOthers(context, total, index0));
  const isNamed = (index0: number) =>
    wide.direction === "down" &&
    many.length >= fewestWiderOverALabel * few.length &&
    wordsFor(context, cellAlong(wide, index0)).row !== null;
  const place = places.find((index0) => hasFigure(index0) || isNamed(index0));
  return place === undefined ? null : cellAlong(narrow, place);
}

const look = oncePerReview((context): { all: readonly ShortTotals[]; cells: ReadonlySet<string> } => {
  const all = peersOf(rangeTotals(context)).flatMap((group) => shortOf(context, group));
  const cells = all.flatMap(({ totals, whole }) => [...totals, whole].map(({ address }) => cellKey(address)));
  return { all, cells: new Set(cells) };
});

/** Totals in a line with others that cover less than those, with figures in the part they leave out. */
export function shortTotals(context: AuditContext): readonly ShortTotals[] {
  return look(context).all;
}

/** Whether a cell is one of two kinds of totals in a line that disagree, be it the short or the whole one. */
export function isAmongUnevenTotals(context: AuditContext, address: CellAddress): boolean {
  return look(context).cells.has(cellKey(address));
}
