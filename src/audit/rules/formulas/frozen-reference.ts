import { type CellAddress, type LineItem } from "../../../contracts/model-map";
import { cellKey } from "../../../workbook/cell-key";
import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { coverCells } from "../../lines/cover-cells";
import { linkOf } from "../../lines/formula-shape";
import { unmovedIn, type UnmovedReference } from "../../lines/unmoved-references";
import { formulaLines, type FormulaLine } from "../../lines/zones";
import { named, place, say } from "../../wording/say";

/** Rows that compare with one year, or spread one year's outlay, by their nature. */
const looksAtOneYear =
  /\b(?:index|base|cumulative|cagr|indexed|rebased|versus|vs|since|depreciation|amorti[sz]ation|d&a|vintage|life|opening|initial|entry|exit|irr|moic|return|npv|terminal|perpetuity|ltm|debt|loan|repayment|principal|tranche|premium|goodwill|fee|fees|share price|ownership|scenario)\b/iu;
/** The same of a row that does nothing but show another: these say by their name that one period is meant. */
const showsOneYear =
  /\b(?:base|entry|exit|initial|opening|closing|premium|goodwill|fees?|price|multiple|scenario|case|terminal|perpetuity|ltm|latest|last|current|target|years?)\b/iu;
/** An outlay made once is shown again in every case that is looked at. */
const paidOnce = /\b(?:invest\w*|contribut\w*|outflows?|outlays?|purchase|acquisition)\b/iu;
const fewest = 3;

interface Frozen {
  readonly target: CellAddress;
  readonly source: LineItem;
  readonly homes: CellAddress[];
}

/** Cells of other rows, in one period, that several periods of this row all read. */
function frozenIn(context: AuditContext, item: LineItem): Frozen[] {
  const byTarget = new Map<string, Map<number, Frozen>>();
  for (const { address, cell } of context.seriesOf(item)) {
    if ((cell?.formula ?? null) === null) continue;
    for (const range of context.index.precedentsOf(address)) {
      if (range.startRow0 !== range.endRow0 || range.startColumn0 !== range.endColumn0) continue;
      let onSheet = byTarget.get(range.sheet);
      if (onSheet === undefined) byTarget.set(range.sheet, (onSheet = new Map<number, Frozen>()));
      const key = cellKey(range.startRow0, range.startColumn0);
      const known = onSheet.get(key);
      if (known?.homes.at(-1) === address) continue;
      const target = known?.target ?? {
        sheet: range.sheet,
        rowIndex0: range.startRow0,
        columnIndex0: range.startColumn0,
      };
      const source = known?.source ?? context.itemAt(target);
      if (source === null || source === item) continue;
      if (known === undefined) onSheet.set(key, { target, source, homes: [address] });
      else known.homes.push(address);
    }
  }
  const frozen: Frozen[] = [];
  for (const onSheet of byTarget.values())
    for (const one of onSheet.values()) if (one.homes.length >= fewest) frozen.push(one);
  return frozen;
}

/** The row read has values of its own in the periods that read one of it. */
function movesElsewhere(context: AuditContext, { source, target, homes }: Frozen): boolean {
  const values = context.seriesOf(source).flatMap(({ address }) => context.numberAt(address) ?? []);
  const distinct = new Set(values.map((value) => value.toPrecision(6)));
  const held = context.numberAt(target);
  return held !== null && values.length >= homes.length && distinct.size >= Math.max(3, values.length * 0.6);
}

function readsRow(context: AuditContext, home: CellAddress, source: LineItem): number {
  return context.index
    .precedentsOf(home)
    .filter(
      (range) =>
        context.itemAt({ sheet: range.sheet, rowIndex0: range.startRow0, columnIndex0: range.startColumn0 }) === source,
    ).length;
}

/** Every filled period shows the one cell. */
function isLinkThroughout(context: AuditContext, item: LineItem): boolean {
  const filled = context.seriesOf(item).filter(({ cell }) => (cell?.formula ?? null) !== null);
  if (filled.length < fewest || linkOf(context, filled[0]!.address) === null) return false;
  return filled.every(({ address }) => linkOf(context, address) !== null);
}

function mayLookAtOneYear(context: AuditContext, item: LineItem): boolean {
  if (item.path.some((heading) => /depreciation|amorti[sz]ation|waterfall|returns/iu.test(heading))) return true;
  const words = isLinkThroughout(context, item) ? showsOneYear : looksAtOneYear;
  return words.test(item.label);
}

function judge(context: AuditContext, item: LineItem): FindingDraft | null {
  if (mayLookAtOneYear(context, item)) return null;
  const frozen = frozenIn(context, item).find(
    (one) =>
      movesElsewhere(context, one) &&
      one.homes.every((home) => readsRow(context, home, one.source) === 1) &&
      !/\^|NPER|COUNT/iu.test(context.cellAt(one.homes[0]!)?.formula ?? ""),
  );
  if (frozen === undefined) return null;
  const filled = context.seriesOf(item).filter(({ cell }) => (cell?.formula ?? null) !== null).length;
  if (frozen.homes.length < filled * 0.6) return null;
  const held = context.periodAt(frozen.target);
  const ranges = coverCells(frozen.homes);
  const confidence = 0.7;
  return {
    severity: "medium",
    confidence,
    sheet: item.sheet,
    ranges,
    title: `“${item.label.trim()}” reads one period of “${frozen.source.label.trim()}” in every period`,
    comment: say`${named(item, ranges[0])} takes ${place(frozen.target)} in each of its periods: ${held === null ? "one column" : held.label} of ${named(frozen.source)}. That row has other values in the other periods, and none of them is used. If one period is meant throughout, give it a cell of its own; if not, let the reference move.`,
    nature: "slip",
    meaning: `${item.id}/${frozen.source.id}`,
    alsoRead: [frozen.target],
  };
}

/** The row it reads runs on: where the reference would have moved to there is another figure of the same row. */
function runsOn(context: AuditContext, { target, expected }: UnmovedReference): boolean {
  const source = context.itemAt(target);
  return source !== null && context.itemAt(expected) === source && context.numberAt(expected) !== null;
}

function draftUnmoved(context: AuditContext, line: FormulaLine, found: UnmovedReference): FindingDraft {
  const { target, cells, isLink } = found;
  const ranges = coverCells(cells.slice(1));
  const isOwnRow = target.sheet === line.sheet && target.rowIndex0 === cells[0]!.rowIndex0;
  /** A row carried on unchanged shows the same figure by either way. */
  const isEqualToday = isOwnRow && isLink;
  const held = context.periodAt(target)?.label ?? null;
  return {
    severity: isOwnRow && !isLink ? "high" : "medium",
    confidence: isEqualToday ? 0.72 : 0.8,
    sheet: line.sheet,
    ranges,
    title: `“${line.label}” goes back to ${held ?? "one cell"} in every period`,
    comment: say`“${place(ranges[0]!, line.label)}” reads ${place(target)} in each of these cells, written without dollar signs, where a copied formula would have moved on to ${place(found.expected)}. ${isEqualToday ? "The figures agree while nothing changes; a change of one period will not reach the next" : "Every later period rests on the first one"}. Refer to the period before, or fix the cell with dollar signs if one period is meant.`,
    nature: "slip",
    meaning: `unmoved/${line.id}`,
    aside: say`The later cells read ${place(target)} as well.`,
    alsoRead: [target],
  };
}

function unmoved(context: AuditContext, told: ReadonlySet<string>): FindingDraft[] {
  return formulaLines(context).flatMap((line) => {
    const row = `${line.sheet}/${line.cells[0]!.address.rowIndex0}`;
    if (told.has(row) || showsOneYear.test(line.label) || paidOnce.test(line.label)) return [];
    const found = unmovedIn(context, line);
    return found === null || !runsOn(context, found) ? [] : [draftUnmoved(context, line, found)];
  });
}

/** A reference fixed on one period of a row that moves, or standing still without a dollar sign. */
export const frozenReference: AuditRule = {
  id: "frozen-reference",
  find(context) {
    const fixed = context.model.lineItems.flatMap((item) => judge(context, item) ?? []);
    const told = new Set(fixed.flatMap(({ ranges }) => ranges.map(({ sheet, startRow0 }) => `${sheet}/${startRow0}`)));
    return [...fixed, ...unmoved(context, told)];
  },
};
