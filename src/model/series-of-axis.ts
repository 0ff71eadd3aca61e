import { type TimeAxis } from "../contracts/model-map";
import { type Cell } from "../contracts/workbook-snapshot";
import { isUnitWord, type LabelledLine } from "./find-labels";
import { positionOf } from "./sheet-lines";

/** A labelled line with those of its cells that stand on the axis. */
export interface Series {
  readonly labelled: LabelledLine;
  readonly cells: readonly Cell[];
}

/** The cells of a row up to where words name something else: a second table stands beside the block. */
export function untilNextLabel({ line, labelCell }: LabelledLine, axis: TimeAxis): readonly Cell[] {
  if (axis.orientation === "rows") return line.cells;
  const first0 = axis.periods[0]!.index0;
  const next = line.cells.findIndex(
    ({ value, formula, columnIndex0 }) =>
      typeof value === "string" &&
      formula === null &&
      columnIndex0 > labelCell.columnIndex0 &&
      columnIndex0 >= first0 &&
      /\p{L}{3}/u.test(value) &&
      !isUnitWord(value),
  );
  return next === -1 ? line.cells : line.cells.slice(0, next);
}

const fewestPeriodsOverAList = 3;
const fewestPeriodsOverTwoColumns = 5;
const shortestList = 3;

/**
 * Below a block often stands a list of single values (WACC, enterprise value, value per share) or of two columns (shares
 * and their percentage) that happen to stand under the first periods. Those are no series: the block ends above them.
 */
export function withoutListBelow(series: readonly Series[], axis: TimeAxis): readonly Series[] {
  if (axis.periods.length < fewestPeriodsOverAList) return series;
  const singles = cutWhere(series, axis, 1);
  const isWide = axis.periods.length >= fewestPeriodsOverTwoColumns;
  return singles.length < series.length || !isWide ? singles : cutWhere(series, axis, 2);
}

function cutWhere(series: readonly Series[], axis: TimeAxis, columns: number): readonly Series[] {
  const last0 = axis.periods[columns - 1]!.index0;
  const isOfList = ({ cells }: Series): boolean =>
    cells.length <= columns && cells.every((cell) => positionOf(cell, axis.orientation) <= last0);
  const end = series.findLastIndex((one) => !isOfList(one)) + 1;
  const below = series.slice(end);
  const listed = below.filter(({ cells }) => cells.length > 0);
  if (listed.length < shortestList) return series;
  // Two columns may be the history of rows that have no forecast: only a list apart, filled throughout, is a list.
  const isApart = end > 0 && listed[0]!.labelled.line.index0 - series[end - 1]!.labelled.line.index0 > 1;
  const isFull = listed.filter(({ cells }) => cells.length === columns).length * 2 > listed.length;
  return columns > 1 && !(isApart && isFull) ? series : series.slice(0, end);
}
