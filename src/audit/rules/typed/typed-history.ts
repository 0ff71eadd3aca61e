import { type CellAddress, type LineItem } from "../../../contracts/model-map";
import { cellKey, type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { coverCells } from "../../lines/cover-cells";
import { isOneFormula } from "../../lines/one-formula";
import { linkOf } from "../../lines/formula-shape";
import { isSafeTarget } from "../../meaning/safe-target";
import { listed, named, number, place, say } from "../../wording/say";
import { checkRows } from "../checks/balance-check";
import { addTo } from "../../../workbook/group-by";
import { oncePerReview } from "../../once-per-review";

const fewestLinks = 2;
/** Rounding of a figure typed from a report. */
const rounding = 0.005;

interface TypedHistory {
  readonly item: LineItem;
  readonly cells: readonly CellAddress[];
  /** Where the rest of the row would find each, in the same order. */
  readonly sources: readonly CellAddress[];
  /** Typed cells that the source agrees with: history from the accounts, and rightly typed. */
  readonly agreeing: readonly CellAddress[];
}

/** How far the row's links lead, the same for all of them; null where the row is no row of links. */
function stepOf(context: AuditContext, item: LineItem): { sheet: string; rows: number; columns: number } | null {
  const series = context.seriesOf(item);
  /** Of copies the first tells of all where they lead. */
  const first = series.find(({ cell }) => (cell?.formula ?? null) !== null);
  const areCopies = series === context.ownSeriesOf(item) && isOneFormula(context, item);
  if (first === undefined || (areCopies && linkOf(context, first.address) === null)) return null;
  const links = series.flatMap(({ address, cell }) => {
    if ((cell?.formula ?? null) === null || cell!.formula!.includes("$")) return [];
    const link = linkOf(context, address);
    return link === null || link.negated ? [] : [{ address, target: link.target }];
  });
  const steps = new Map<string, { sheet: string; rows: number; columns: number; count: number }>();
  for (const { address, target } of links) {
    const rows = target.rowIndex0 - address.rowIndex0;
    const columns = target.columnIndex0 - address.columnIndex0;
    const key = `${target.sheet}/${rows}/${columns}`;
    const known = steps.get(key);
    if (known === undefined) steps.set(key, { sheet: target.sheet, rows, columns, count: 1 });
    else known.count++;
  }
  const [step] = [...steps.values()].sort((a, b) => b.count - a.count);
  return step === undefined || step.count < fewestLinks ? null : step;
}

/** The statements hold what was reported; schedules and cash flows only take it up. */
const reported: ReadonlySet<string | null> = new Set(["income-statement", "balance-sheet"]);

/** A row beside the statements, typed twice and more, whose source is a row of theirs. */
function restatesAStatement(context: AuditContext, item: LineItem, sources: readonly CellAddress[]): boolean {
  const values = new Set(sources.map((source) => context.numberAt(source)));
  return (
    values.size > 1 &&
    !reported.has(item.statement) &&
    sources.every((source) => reported.has(context.itemAt(source)?.statement ?? null))
  );
}

/** Typed cells before the links that part from what the link would show, in a row that shows it otherwise. */
function judge(context: AuditContext, item: LineItem): TypedHistory | null {
  const step = stepOf(context, item);
  if (step === null || (step.rows === 0 && step.sheet === item.sheet)) return null;
  const cells: CellAddress[] = [];
  const sources: CellAddress[] = [];
  const agreeing: CellAddress[] = [];
  const restated: CellAddress[] = [];
  for (const { address, cell } of context.seriesOf(item)) {
    if ((cell?.formula ?? null) !== null) break;
    const value = context.numberAt(address);
    if (cell === null || cell.resultOf !== undefined || value === null || value === 0) continue;
    const source = {
      sheet: step.sheet,
      rowIndex0: address.rowIndex0 + step.rows,
      columnIndex0: address.columnIndex0 + step.columns,
    };
    if (source.rowIndex0 < 0 || source.columnIndex0 < 0) continue;
    const there = context.numberAt(source);
    if (there === null || there === 0) continue;
    if (there === value) {
      agreeing.push(address);
      restated.push(source);
    } else if (Math.abs(there - value) > rounding * Math.abs(value)) {
      cells.push(address);
      sources.push(source);
    }
  }
  if (agreeing.length === 0) return null;
  if (cells.length > 0 || !restatesAStatement(context, item, restated)) return { item, cells, sources, agreeing };
  return { item, cells: agreeing, sources: restated, agreeing };
}

function draft(context: AuditContext, found: readonly TypedHistory[]): FindingDraft {
  const parted = found.filter(({ cells, agreeing }) => cells !== agreeing);
  return parted.length > 0 ? draftParted(context, parted) : draftRestated(context, found);
}

function draftRestated(context: AuditContext, found: readonly TypedHistory[]): FindingDraft {
  const one = found.length === 1;
  return {
    severity: "low",
    confidence: 0.85,
    sheet: found[0]!.item.sheet,
    ranges: coverCells(found.flatMap(({ cells }) => cells)),
    title: one
      ? `“${found[0]!.item.label.trim()}” is typed where it could be linked`
      : "Figures are typed where the same rows are linked later",
    comment: say`${listed(
      found.map(
        ({ item, cells, sources }) =>
          say`${named(item, cells[0])} of ${number(context, cells[0]!)} (${place(sources[0]!)})`,
      ),
      3,
    )} ${one ? "is" : "are"} typed in the first periods, although the rest of the row is linked and the statement in brackets reports the same figure. A correction of the statement does not arrive here. Link the first periods to it as well.`,
    nature: "slip",
    meaning: found.map(({ item }) => item.id).join(),
    aside: say`The first periods are typed, though the row is linked later.`,
    alsoRead: found.flatMap(({ sources }) => sources),
  };
}

function draftParted(context: AuditContext, found: readonly TypedHistory[]): FindingDraft {
  const first = found[0]!;
  const one = found.length === 1;
  return {
    severity: "medium",
    confidence: 0.85,
    sheet: first.item.sheet,
    ranges: coverCells(found.flatMap(({ cells }) => cells)),
    title: one
      ? `“${first.item.label.trim()}” parts from the row it is linked to later`
      : "Typed history parts from the rows that are linked later",
    comment: say`${listed(found.map(({ item, cells, sources }) => say`${named(item, cells[0])} is typed as ${number(context, cells[0]!)} where ${place(sources[0]!)} has ${number(context, sources[0]!)}`))}. Other periods of ${one ? "the row" : "these rows"} agree with that source, and later ones are linked to it. One of the two figures is wrong. Find out which in the accounts and correct it.`,
    nature: "slip",
    meaning: found.map(({ item }) => item.id).join(),
    aside: say`The first periods are typed, and part from the row linked later.`,
    alsoRead: found.flatMap(({ sources }) => sources),
  };
}

const typedRows = oncePerReview((context): readonly TypedHistory[] =>
  context.model.lineItems.flatMap((item) => (item.unit.kind === "date" ? [] : (judge(context, item) ?? []))),
);

/** History as typed from the accounts in rows that are linked later: no copy of anything. */
export function historyTypedBeforeLinks(context: AuditContext): CellAddress[] {
  return typedRows(context).flatMap(({ agreeing }) => [...agreeing]);
}

/** What a check of the workbook reads itself: there the difference shows, and the two must stay independent. */
function cellsChecked(context: AuditContext): ReadonlySet<string> {
  const read = checkRows(context).flatMap(({ cells }) =>
    cells.flatMap(({ address }) => context.index.precedentsOf(address)),
  );
  return new Set(
    read.map(({ sheet, startRow0, startColumn0 }) =>
      cellKey({ sheet, rowIndex0: startRow0, columnIndex0: startColumn0 }),
    ),
  );
}

/** History typed in a row whose forecast is linked, where it parts from the source of the links. */
export const typedHistory: AuditRule = {
  id: "typed-history",
  find(context) {
    const rows = typedRows(context).filter(({ cells }) => cells.length > 0);
    if (rows.length === 0) return [];
    const checked = cellsChecked(context);
    const bySheet = new Map<string, TypedHistory[]>();
    for (const found of rows) {
      const { item, cells, sources } = found;
      if (cells.some((cell) => checked.has(cellKey(cell))) || !isSafeTarget(context, cells, sources)) continue;
      addTo(bySheet, item.sheet, found);
    }
    return [...bySheet.values()].map((found) => draft(context, found));
  },
};
