import { type CellAddress, type TimeAxis } from "../contracts/model-map";
import { type WorkbookIndex } from "../workbook/index-workbook";
import { sumTermsOf } from "../workbook/sum-terms";
import { type PlainLineItem } from "./find-line-items";
import { positionOf } from "./sheet-lines";

/** A row that adds up other rows of its axis. */
export interface RowSum {
  /** Positions in the list of rows. */
  readonly parts: readonly { readonly at: number; readonly sign: 1 | -1 }[];
  /** Read in its formulas, or seen in typed figures that add up in every period. */
  readonly by: "formulas" | "values";
}

/** For each row of an axis what it adds up; null for a row that is no sum of others. */
export function findSums(
  index: WorkbookIndex,
  axis: TimeAxis,
  rows: readonly Pick<PlainLineItem, "sheet" | "index0" | "cells">[],
): (RowSum | null)[] {
  const byLine = new Map(rows.map((row, at) => [row.index0, at]));
  const values = rows.map((row) => valuesOf(row, axis));
  const open: number[] = [];
  return rows.map((row, at) => {
    const sum = sumInFormulas(index, axis, row, byLine) ?? (isTyped(row) ? sumInValues(values, open, at) : null);
    // What was added up is closed: the next total of typed figures takes its total, not its parts.
    const taken = new Set(sum?.parts.map((part) => part.at));
    for (let i = open.length - 1; i >= 0; i--) if (taken.has(open[i]!)) open.splice(i, 1);
    open.push(at);
    return sum;
  });
}

function isTyped({ cells }: Pick<PlainLineItem, "cells">): boolean {
  return cells.every((cell) => cell.formula === null);
}

/** The formula of the last period, unless it does more than add rows of its own period. */
function sumInFormulas(
  index: WorkbookIndex,
  axis: TimeAxis,
  { sheet, cells }: Pick<PlainLineItem, "sheet" | "cells">,
  byLine: ReadonlyMap<number, number>,
): RowSum | null {
  const last = cells.findLast((cell) => cell.formula !== null);
  if (last === undefined) return null;
  const home: CellAddress = { sheet, rowIndex0: last.rowIndex0, columnIndex0: last.columnIndex0 };
  const { terms, exact } = sumTermsOf(index, home);
  if (!exact || terms.length < 2) return null;
  const signs = new Map<number, 1 | -1>();
  for (const { address, sign } of terms) {
    const isHere = address.sheet === sheet && positionOn(axis, address) === positionOf(last, axis.orientation);
    const at = isHere
      ? byLine.get(axis.orientation === "columns" ? address.rowIndex0 : address.columnIndex0)
      : undefined;
    if (at === undefined) return null;
    signs.set(at, sign);
  }
  return signs.size < 2 ? null : { parts: [...signs].map(([at, sign]) => ({ at, sign })), by: "formulas" };
}

function positionOn(axis: TimeAxis, { rowIndex0, columnIndex0 }: CellAddress): number {
  return axis.orientation === "columns" ? columnIndex0 : rowIndex0;
}

type Values = ReadonlyMap<number, number>;

function valuesOf({ cells }: Pick<PlainLineItem, "cells">, axis: TimeAxis): Values {
  const values = new Map<number, number>();
  for (const cell of cells)
    if (typeof cell.value === "number") values.set(positionOf(cell, axis.orientation), cell.value);
  return values;
}

const mostParts = 30;
const fewestPeriods = 2;

/** The rows right above, not added up yet, whose figures come to this row's in every period. */
function sumInValues(values: readonly Values[], open: readonly number[], at: number): RowSum | null {
  const own = values[at]!;
  const periods = [...own.keys()].filter((period) => own.get(period) !== 0);
  if (periods.length < fewestPeriods) return null;
  const sums = periods.map(() => 0);
  for (let count = 1; count <= Math.min(open.length, mostParts); count++) {
    const row = values[open[open.length - count]!]!;
    periods.forEach((period, i) => (sums[i]! += row.get(period) ?? 0));
    if (count > 1 && periods.every((period, i) => agree(sums[i]!, own.get(period)!, count))) {
      const parts = open.slice(-count).map((part) => ({ at: part, sign: 1 as const }));
      return hasTwoFigures(values, parts) ? { parts, by: "values" } : null;
    }
  }
  return null;
}

/** Each figure may be rounded by half a unit. */
function agree(sum: number, total: number, count: number): boolean {
  const isWhole = Number.isInteger(total);
  const rounding = isWhole && Math.abs(total) >= 100 ? Math.min(count * 0.5, Math.abs(total) * 0.002) : 0;
  return Math.abs(sum - total) <= rounding + 1e-6 * Math.abs(total);
}

/** A row beside rows of nought is a copy, not a sum. */
function hasTwoFigures(values: readonly Values[], parts: RowSum["parts"]): boolean {
  return parts.filter(({ at }) => [...values[at]!.values()].some((value) => value !== 0)).length >= 2;
}
