import { type CellAddress } from "../../contracts/model-map";
import { cellKey, type AuditContext } from "../audit-context";
import { isSpelledOtherwise, readsABlankBesides } from "./compare-formulas";
import { formulaLines, segmentsOf, shapeAt, typed, type FormulaLine, type LineCell, type Segment } from "./zones";
import { groupBy } from "../../workbook/group-by";
import { oncePerReview } from "../once-per-review";

export interface Break {
  readonly line: FormulaLine;
  readonly segment: Segment;
  /** A cell beside it that carries the line's own formula. */
  readonly pattern: LineCell;
  /** inside: the line's formula stands on both sides; end: only before it; start: only after it. */
  readonly where: "inside" | "end" | "start";
}

const longEnoughBeside = 3;

function breaksOf(context: AuditContext, line: FormulaLine): Break[] {
  const segments = segmentsOf(context, line);
  return segments.flatMap((segment, i): Break[] => {
    const [left, right] = [segments[i - 1], segments[i + 1]];
    if (segment.key === null) return [];
    if (left === undefined) {
      const follows =
        segment.cells.length === 1 && right !== undefined && isFormula(right) && right.cells.length >= longEnoughBeside;
      return follows && i === 0 ? [{ line, segment, pattern: right.cells[0]!, where: "start" }] : [];
    }
    if (!isFormula(left)) return [];
    const pattern = left.cells.at(-1)!;
    if (right === undefined) {
      const isLong =
        left.cells.length >= longEnoughBeside ||
        readsABlankBesides(context, segment.cells[0]!.address, pattern.address);
      const isEnd = isLong && segment.cells.length <= left.cells.length;
      return isEnd ? [{ line, segment, pattern, where: "end" }] : [];
    }
    if (left.key !== right.key) return [];
    const around = left.cells.length + right.cells.length;
    const isShort = segment.cells.length === 1 ? around >= 2 : around >= 3 * segment.cells.length;
    return isShort ? [{ line, segment, pattern, where: "inside" }] : [];
  });
}

function isFormula({ key }: Segment): boolean {
  return key !== null && key !== typed;
}

/** Short stretches of a line that leave its formula; those that many lines of a block share are the block's own way and left out. */
export const findBreaks = oncePerReview((context): readonly Break[] => look(context));

function look(context: AuditContext): Break[] {
  const lines = formulaLines(context);
  const breaks = lines.flatMap((line) => breaksOf(context, line));
  const placeOf = ({ line, segment }: Break) =>
    `${line.block}@${segment.cells[0]!.address.columnIndex0},${line.cells.length}`;
  const sharing = new Map<string, number>();
  for (const found of breaks) sharing.set(placeOf(found), (sharing.get(placeOf(found)) ?? 0) + 1);
  const sizes = new Map<string, number>();
  for (const line of lines) {
    if (line.cells.some(({ cell }) => (cell?.formula ?? null) !== null))
      sizes.set(line.block, (sizes.get(line.block) ?? 0) + 1);
  }
  const oddCells = new Set(breaks.map(({ segment }) => cellKey(segment.cells[0]!.address)));
  return breaks.filter((found) => {
    const count = sharing.get(placeOf(found))!;
    if (count >= 3 && count >= (sizes.get(found.line.block) ?? 0) * 0.3) return false;
    const odd = found.segment.cells[0]!.address;
    return !followsItsColumn(context, odd, oddCells) && !isSpelledOtherwise(context, odd, found.pattern.address);
  });
}

/** How far up and down its like may stand in a column, blank rows not counted. */
const farthestInColumn = 5;

/** Cells of its column above and below are calculated as it is: a column of ratios crosses a row of sums. */
function followsItsColumn(context: AuditContext, odd: CellAddress, oddCells: ReadonlySet<string>): boolean {
  const shape = shapeAt(context, odd);
  if (shape === null) return false;
  const sheet = context.index.sheetNamed(odd.sheet)!;
  const at = sheet.usedRowsAbove(odd.rowIndex0);
  for (let distance = 1; distance <= farthestInColumn; distance++) {
    for (const rowIndex0 of [sheet.usedRows[at - distance], sheet.usedRows[at + distance]]) {
      if (rowIndex0 === undefined) continue;
      const near = { ...odd, rowIndex0 };
      if (shapeAt(context, near) === shape && !oddCells.has(cellKey(near))) return true;
    }
  }
  return false;
}

/** Breaks of one block in one column have one cause. */
export function groupBreaks(breaks: readonly Break[]): Break[][] {
  const groups = groupBy(breaks, (found) => `${found.line.block}@${found.segment.cells[0]!.address.columnIndex0}`);
  return [...groups.values()];
}
