import { type ConceptId } from "../../contracts/concept";
import { type CellAddress, type LineItem } from "../../contracts/model-map";
import { cellKey, type AuditContext, type SeriesCell } from "../audit-context";
import { balanceRows } from "./balance-rows";
import { compositionOf, termsOf } from "./composition";
import { besideIn, stepsOf, type Step } from "./period-cells";

/** The three lines of a balance sheet that its rows are told apart by. */
export type BalanceSide = "asset" | "claim";

export interface BalanceLine {
  readonly item: LineItem;
  readonly side: BalanceSide;
}

const mostRead = 400;

export interface BalanceSheet {
  readonly total: LineItem;
  /** Its lines but cash and totals. */
  readonly lines: readonly BalanceLine[];
  /** The rows that may be its change in cash, those of its own sheet first. */
  readonly changes: readonly LineItem[];
}

/** Every balance sheet of which both sides are added up, one an axis. */
export function balanceSheets(context: AuditContext): BalanceSheet[] {
  const totals = context.itemsOf("total-assets", 0.84);
  const changes = context.itemsOf("net-change-in-cash", 0.84);
  return [...new Set(totals.map(({ axisId }) => axisId))].flatMap((axisId) => {
    const total = addedUp(context, "total-assets", axisId);
    const other = addedUp(context, "total-liabilities-and-equity", axisId);
    const lines = total === null || other === null ? [] : linesOf(context, total, other);
    if (total === null || lines.length === 0) return [];
    const near = changes.filter(({ sheet }) => sheet === total.sheet);
    return [{ total, lines, changes: near.length > 0 ? near : changes }];
  });
}

/** The one row of an axis that adds the total up; others of its name (in ratios, in a check) only carry it over. */
function addedUp(context: AuditContext, concept: ConceptId, axisId: string): LineItem | null {
  const named = context.itemsOf(concept, 0.84).filter((item) => item.axisId === axisId);
  if (named.length < 2) return named[0] ?? null;
  const sums = named.filter((item) => {
    const last = context.seriesOf(item).findLast(({ cell }) => (cell?.formula ?? null) !== null);
    return last !== undefined && termsOf(context, last.address).terms.length > 1;
  });
  return sums.length === 1 ? sums[0]! : null;
}

function linesOf(context: AuditContext, total: LineItem, other: LineItem): BalanceLine[] {
  if (context.axisOf(total).orientation !== "columns") return [];
  const rows = balanceRows(context);
  const held = linesUnder(context, total, rows);
  const owed = linesUnder(context, other, rows);
  return [...new Set([...held, ...owed])].flatMap((item) => {
    const isAsset = held.has(item);
    const isCash = /^cash|^ending-cash/u.test(item.concept?.id ?? "");
    return isCash || isAsset === owed.has(item) ? [] : [{ item, side: isAsset ? "asset" : "claim" }];
  });
}

/** What a total adds up on its own statement, from subtotal to subtotal, without the subtotals. */
function linesUnder(context: AuditContext, total: LineItem, rows: ReadonlySet<LineItem>): Set<LineItem> {
  const lines = new Set<LineItem>();
  const seen = new Set([total]);
  const column = context.seriesOf(total).findLastIndex(({ cell }) => (cell?.formula ?? null) !== null);
  const waiting = column < 0 ? [] : [total];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const below = termsOf(context, context.seriesOf(next)[column]!.address).terms.flatMap(({ address }) => {
      const item = context.itemAt(address);
      const isHere = item !== null && item.axisId === total.axisId && rows.has(item);
      return isHere && cellKey(context.seriesOf(item)[column]!.address) === cellKey(address) ? [item] : [];
    });
    if (below.length === 0 || !(next === total || next.isTotal || isSubtotal(next))) {
      if (next !== total) lines.add(next);
      continue;
    }
    for (const item of below) {
      if (seen.has(item)) continue;
      seen.add(item);
      waiting.push(item);
    }
  }
  return lines;
}

function isSubtotal({ concept, label }: LineItem): boolean {
  return concept?.id.startsWith("total-") === true || /^\s*(?:total|net)\b/iu.test(label);
}

/** Steps of a balance in which it is forecast, by formula or by hand. */
export function forecastSteps(context: AuditContext, item: LineItem): Step[] {
  return stepsOf(context, item).filter(
    ({ before, entry }) =>
      entry.period.phase === "forecast" &&
      context.numberAt(before.address) !== null &&
      context.numberAt(entry.address) !== null,
  );
}

/** A cell, the cells it is carried over from, and what it is a sum of within its period. */
export function madeOf(context: AuditContext, cell: CellAddress): Map<string, CellAddress> {
  const cells = new Map([[cellKey(cell), cell]]);
  for (const [key, { address }] of compositionOf(context, cell).parts) cells.set(key, address);
  return cells;
}

/** Cells that the cell's formula reads in its own period, through whatever it calculates; null where they are too many. */
export function readBy(
  context: AuditContext,
  cell: CellAddress,
  stops: (cell: CellAddress) => boolean,
): ReadonlySet<string> | null {
  const found = new Set([cellKey(cell)]);
  const waiting = [cell];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const reference of context.index.referencesAt(next)) {
      for (const range of context.index.rangesOf(reference, next)) {
        for (const { rowIndex0, columnIndex0 } of context.index.cellsIn(range)) {
          const read = { sheet: range.sheet, rowIndex0, columnIndex0 };
          const key = cellKey(read);
          if (found.has(key)) continue;
          if (found.size >= mostRead) return null;
          found.add(key);
          if (!stops(read)) waiting.push(read);
        }
      }
    }
  }
  return found;
}

/** What moves a balance: what it is a sum of, and, where it is worked out from the period before, all that it reads beside that. */
export function moversOf(context: AuditContext, { before, entry }: Step): Map<string, CellAddress> {
  const movers = madeOf(context, entry.address);
  for (const cell of [...movers.values()]) {
    if (compositionOf(context, cell).exact) continue;
    const read = context.index
      .referencesAt(cell)
      .flatMap((reference) => context.index.rangesOf(reference, cell))
      .filter((range) => range.startRow0 === range.endRow0 && range.startColumn0 === range.endColumn0)
      .map((range) => ({ sheet: range.sheet, rowIndex0: range.startRow0, columnIndex0: range.startColumn0 }));
    const looksBack = read.some((one) => context.periodAt(one)?.index0 === before.period.index0);
    if (looksBack) for (const one of read) movers.set(cellKey(one), one);
  }
  return movers;
}

/** The change in cash in the period of a balance, and what adds up to it. */
export function changeInCash(
  context: AuditContext,
  change: LineItem,
  entry: SeriesCell,
  axisId: string,
): { readonly cell: SeriesCell; readonly parts: ReadonlyMap<string, CellAddress> } | null {
  const cell = besideIn(context, change, entry, axisId);
  if (cell === null || (cell.cell?.formula ?? null) === null || context.numberAt(cell.address) === null) return null;
  const parts = madeOf(context, cell.address);
  return parts.size < 4 ? null : { cell, parts };
}
