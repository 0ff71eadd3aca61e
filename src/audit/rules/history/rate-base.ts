import { type CellAddress, type LineItem } from "../../../contracts/model-map";
import { type RichText } from "../../../contracts/rich-text";
import { cellKey, type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { coverCells } from "../../lines/cover-cells";
import { calls, linkOf } from "../../lines/formula-shape";
import { ratioSides, soleRead } from "../../meaning/ratio-sides";
import { named, say } from "../../wording/say";

const averages: ReadonlySet<string> = new Set(["AVERAGE"]);
const longestChain = 6;

/** Which end of the period a balance is taken from. */
type Moment = "closing" | "opening" | "mean";

interface Measurement {
  /** What history divides by. */
  readonly base: LineItem;
  readonly moment: Moment;
  readonly at: CellAddress;
}

/** The cell that makes the figure a cell only carries over. */
function origin(context: AuditContext, cell: CellAddress): CellAddress {
  let at = cell;
  for (let step = 0; step < longestChain; step++) {
    const link = linkOf(context, at);
    if (link === null) return at;
    at = link.target;
  }
  return at;
}

/** A row's place among its periods, from one cell on: -1 is the period before. */
function besides(context: AuditContext, item: LineItem, sameAs: CellAddress, shift: number): CellAddress | null {
  const period = context.periodAt(sameAs);
  if (period?.kind !== "year" || period.year === null) return null;
  const wanted = period.year + shift;
  const found = context.seriesOf(item).find((entry) => entry.period.kind === "year" && entry.period.year === wanted);
  return found?.address ?? null;
}

/** What the history of a rate divides by: a row of the same year, of the year before, or the mean of both. */
function measurement(context: AuditContext, rate: LineItem): Measurement | null {
  for (const { address, period, cell } of context.seriesOf(rate)) {
    if (period.phase === "forecast" || (cell?.formula ?? null) === null) continue;
    const sides = ratioSides(context, address);
    if (sides === null || sides.isGrowth) return null;
    const under = soleRead(context, address, sides.under);
    const base = under === null ? null : context.itemAt(under);
    if (under === null || base === null) return null;
    const formula = context.index.formulaAt(address);
    if (formula?.kind === "read" && calls(formula.root, averages)) return { base, moment: "mean", at: address };
    for (const [moment, shift] of [
      ["closing", 0],
      ["opening", -1],
    ] as const) {
      const cellThen = besides(context, base, address, shift);
      if (cellThen !== null && cellKey(cellThen) === cellKey(under)) return { base, moment, at: address };
    }
    return null;
  }
  return null;
}

/** From which moment of the base a forecast cell takes what it multiplies the rate by; null where it is something else. */
function momentApplied(context: AuditContext, cell: CellAddress, rate: LineItem, base: LineItem): Moment | null {
  const written = context.cellAt(cell)?.formula ?? "";
  if (!written.includes("*") || /[/^]|\b(?:MIN|MAX|SUMIFS?|CHOOSE|INDEX|OFFSET)\b/iu.test(written)) return null;
  const [now, before] = [besides(context, base, cell, 0), besides(context, base, cell, -1)];
  if (now === null || before === null) return null;
  const places = { now: cellKey(origin(context, now)), before: cellKey(origin(context, before)) };
  const read = new Set<string>();
  for (const range of context.index.precedentsOf(cell)) {
    if (range.startRow0 !== range.endRow0 || range.endColumn0 - range.startColumn0 > 1) return null;
    for (let columnIndex0 = range.startColumn0; columnIndex0 <= range.endColumn0; columnIndex0++) {
      const at = { sheet: range.sheet, rowIndex0: range.startRow0, columnIndex0 };
      if (context.itemAt(at) !== rate) read.add(cellKey(origin(context, at)));
    }
  }
  const [takesNow, takesBefore] = [read.has(places.now), read.has(places.before)];
  if (read.size === 2 && takesNow && takesBefore) return "mean";
  if (read.size !== 1) return null;
  return takesNow ? "closing" : takesBefore ? "opening" : null;
}

function judge(context: AuditContext, rate: LineItem): FindingDraft[] {
  const forecast = context.seriesOf(rate).filter(({ period, cell }) => period.phase === "forecast" && cell !== null);
  const measured = forecast.length < 2 ? null : measurement(context, rate);
  if (measured === null) return [];
  const byRow = new Map<LineItem, { applied: Moment; cells: CellAddress[] }>();
  for (const { address } of forecast) {
    for (const user of context.index.dependentsOf(address)) {
      const row = context.itemAt(user);
      const applied = row === null ? null : momentApplied(context, user, rate, measured.base);
      if (row === null || applied === null) continue;
      if (applied === measured.moment) return [];
      const known = byRow.get(row);
      if (known === undefined) byRow.set(row, { applied, cells: [user] });
      else known.cells.push(user);
    }
  }
  return [...byRow]
    .filter(([, { cells }]) => cells.length >= 2)
    .slice(0, 1)
    .map(([row, { applied, cells }]) => draft(rate, row, cells, measured, applied));
}

function balanceAt(moment: Moment, base: LineItem): RichText {
  return moment === "mean" ? say`the average ${named(base)} of the year` : say`the ${moment} ${named(base)}`;
}

function draft(
  rate: LineItem,
  row: LineItem,
  cells: readonly CellAddress[],
  { base, moment, at }: Measurement,
  applied: Moment,
): FindingDraft {
  const ranges = coverCells(cells);
  return {
    severity: "medium",
    confidence: 0.87,
    sheet: row.sheet,
    ranges,
    title: `“${rate.label.trim()}” is measured on one balance and applied to another`,
    comment: say`History measures ${named(rate, at)} on ${balanceAt(moment, base)}; the forecast of ${named(row, ranges[0])} applies it to ${balanceAt(applied, base)}. Where the balance moves, a rate read off history then gives another figure than history had, with no assumption changed. Use one base for both.`,
    nature: "slip",
    meaning: `${rate.id}/${row.id}`,
    alsoRead: [at],
  };
}

/** A rate that history measures on one end of a balance and the forecast applies to the other. */
export const rateBase: AuditRule = {
  id: "rate-base",
  find: (context) => context.model.lineItems.flatMap((rate) => (rate.role === "input" ? [] : judge(context, rate))),
};
