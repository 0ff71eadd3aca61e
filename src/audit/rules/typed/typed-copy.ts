import { type CellAddress, type LineItem } from "../../../contracts/model-map";
import { cellKey, type AuditContext, type SeriesCell } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { coverCells } from "../../lines/cover-cells";
import { rememberFindings } from "../../findings/remember-findings";
import { isSafeTarget } from "../../meaning/safe-target";
import { listed, named, namedOnSheet, number, place, say } from "../../wording/say";
import { periodKey } from "../statements/cash-tie";
import { addTo } from "../../../workbook/group-by";

const fewestPeriods = 3;
const tolerance = 1e-9;
/** Beyond this many rows with one figure in one period, the figure says nothing. */
const mostAlike = 12;

interface Copy {
  readonly home: LineItem;
  readonly source: LineItem;
  readonly cells: readonly CellAddress[];
  /** Cells of the source that agree, in the same order. */
  readonly sources: readonly CellAddress[];
  /** Where the copy no longer agrees with what it was copied from. */
  readonly stale: readonly { readonly typed: CellAddress; readonly computed: CellAddress }[];
}

/** Figures with so many digits that two rows do not share them by chance. */
function isTelling(value: number): boolean {
  return Math.abs(value) > 1e-9 && Number(value.toPrecision(5)) !== value;
}

function figureKey(period: string, value: number): string {
  return `${period}|${Math.abs(value).toPrecision(9)}`;
}

/** Rows that calculate, by each of their telling figures. */
function computedRows(context: AuditContext): Map<string, { item: LineItem; address: CellAddress }[]> {
  const rows = new Map<string, { item: LineItem; address: CellAddress }[]>();
  for (const item of context.model.lineItems) {
    if (item.role !== "formula" && item.role !== "mixed") continue;
    for (const { address, cell, period } of context.ownSeriesOf(item)) {
      const value = cell === null || cell.formula === null ? null : context.numberAt(address);
      if (value === null || !isTelling(value)) continue;
      const key = periodKey(period);
      if (key === null) continue;
      const figure = figureKey(key, value);
      const alike = rows.get(figure);
      if (alike === undefined) rows.set(figure, [{ item, address }]);
      else if (alike.length < mostAlike) alike.push({ item, address });
    }
  }
  return rows;
}

/** The typed forecast of a row; none where a formula stands among it. */
function typedForecast(context: AuditContext, item: LineItem): SeriesCell[] {
  const forecast = context.ownSeriesOf(item).filter(({ inForecast, cell }) => inForecast && cell !== null);
  const isTyped = forecast.every(
    ({ address, cell }) => cell!.formula === null && cell!.resultOf === undefined && context.numberAt(address) !== null,
  );
  return isTyped && forecast.length >= fewestPeriods ? forecast : [];
}

function findCopy(
  context: AuditContext,
  item: LineItem,
  computed: ReadonlyMap<string, readonly { item: LineItem; address: CellAddress }[]>,
): Copy | null {
  const forecast = typedForecast(context, item);
  const agreed = new Map<LineItem, Map<string, { address: CellAddress; sign: number }>>();
  for (const { address, period } of forecast) {
    const key = periodKey(period);
    const value = context.numberAt(address)!;
    if (key === null || !isTelling(value)) continue;
    for (const other of computed.get(figureKey(key, value)) ?? []) {
      const match = { address: other.address, sign: Math.sign(context.numberAt(other.address)! / value) };
      const known = agreed.get(other.item);
      if (known === undefined) agreed.set(other.item, new Map([[cellKey(address), match]]));
      else known.set(cellKey(address), match);
    }
  }
  const [best] = [...agreed].sort((a, b) => b[1].size - a[1].size);
  if (best === undefined || best[1].size < fewestPeriods || best[0] === item) return null;
  const [source, matches] = best;
  const signs = new Set([...matches.values()].map(({ sign }) => sign));
  if (signs.size > 1) return null;
  const sign = [...signs][0]!;
  const byPeriod = new Map(context.seriesOf(source).map((entry) => [periodKey(entry.period), entry.address]));
  const stale = forecast.flatMap(({ address, period }) => {
    const there = byPeriod.get(periodKey(period));
    const value = there === undefined ? null : context.numberAt(there);
    if (there === undefined || value === null) return [];
    const gap = Math.abs(context.numberAt(address)! - sign * value);
    return gap > Math.max(tolerance * Math.abs(value), 1e-6) ? [{ typed: address, computed: there }] : [];
  });
  /** What it is computed from is no copy of it. */
  const isSafe = isSafeTarget(
    context,
    forecast.map(({ address }) => address),
    [...matches.values()].map(({ address }) => address),
  );
  if (stale.length > matches.size || !isSafe) return null;
  return {
    home: item,
    source,
    cells: forecast.map(({ address }) => address),
    sources: [...matches.values()].map(({ address }) => address),
    stale,
  };
}

function draft(context: AuditContext, copies: readonly Copy[]): FindingDraft {
  const first = copies.find(({ stale }) => stale.length > 0) ?? copies[0]!;
  const isUsed = copies.some(({ cells }) => cells.some((cell) => context.index.dependentsOf(cell).length > 0));
  const one = copies.length === 1;
  const source = first.source.sheet === first.home.sheet ? named(first.source) : namedOnSheet(first.source);
  const gone = first.stale[0];
  const names = listed(copies.map(({ home }) => named(home)));
  return {
    severity: gone !== undefined || isUsed ? "high" : "medium",
    confidence: 0.92,
    sheet: first.home.sheet,
    ranges: coverCells(copies.flatMap(({ cells }) => cells)),
    title: one
      ? `“${first.home.label.trim()}” is a typed copy of a calculation`
      : "Rows are typed copies of calculations",
    comment: say`${names} ${one ? "holds" : "hold"} typed numbers that the model calculates elsewhere, to the last digit: ${named(first.home, first.cells[0])} of ${number(context, first.cells[0]!)} is ${source} at ${place(first.sources[0]!)}.${gone === undefined ? "" : say` They have parted already: ${number(context, gone.typed)} here against ${number(context, gone.computed)} at ${place(gone.computed)}.`} A change of an assumption stops here, and what is below keeps the old figures. Link ${one ? "the row" : "each row"} to what calculates it.`,
    nature: "slip",
    meaning: copies.map(({ home, source: from }) => `${home.id}/${from.id}`).join(),
    alsoRead: copies.flatMap(({ sources }) => sources),
  };
}

function look(context: AuditContext): FindingDraft[] {
  const mayBeCopies = context.model.lineItems.filter(
    (item) => item.unit.kind !== "date" && typedForecast(context, item).length > 0,
  );
  if (mayBeCopies.length === 0) return [];
  const computed = computedRows(context);
  const bySheet = new Map<string, Copy[]>();
  for (const item of mayBeCopies) {
    const copy = findCopy(context, item, computed);
    if (copy !== null) addTo(bySheet, item.sheet, copy);
  }
  return [...bySheet.values()].map((copies) => draft(context, copies));
}

/** Forecast rows typed over with the results of other rows: there the model is cut through. */
export const typedCopy: AuditRule = rememberFindings({
  id: "typed-copy",
  find: look,
});
