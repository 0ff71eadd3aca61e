import { type ConceptId } from "../../../contracts/concept";
import { type CellAddress, type LineItem } from "../../../contracts/model-map";
import { cellKey, type AuditContext, type SeriesCell } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { compositionOf, termsOf } from "../../meaning/composition";
import { coverCells } from "../../lines/cover-cells";
import { listed, named, number, say } from "../../wording/say";
import { isSurely } from "../../meaning/sure-concept";

const profits: ReadonlySet<ConceptId> = new Set([
  "net-income",
  "net-income-including-noncontrolling",
  "adjusted-net-income",
  "pretax-income",
  "operating-income",
  "ebit",
  "ebitda",
  "adjusted-ebitda",
  "nopat",
  "gross-profit",
  "revenue",
  "operating-cash-flow",
]);
const investing: ReadonlySet<ConceptId> = new Set(["capital-expenditure", "acquisitions"]);
const financing: ReadonlySet<ConceptId> = new Set([
  "dividends-paid",
  "share-repurchases",
  "share-issuance",
  "debt-issuance",
  "debt-repayment",
  "net-borrowing",
]);
const sections: ReadonlySet<ConceptId> = new Set(["operating-cash-flow", "investing-cash-flow", "financing-cash-flow"]);
/** What an operating cash flow that starts from profit puts back to it. */
const adjustments: ReadonlySet<ConceptId> = new Set([
  "depreciation-and-amortization",
  "depreciation",
  "change-in-working-capital",
  "change-in-receivables",
  "change-in-inventory",
  "change-in-payables",
]);
const putBack = /\b(?:change|increase|decrease|movement|depreciation|amorti[sz]ation|deferred|provision)/iu;
const receipts =
  /\b(?:receipts?|collections?|received|customers?|income|profit|earnings|revenue|sales|surplus|ebt|operations)\b/iu;

interface Column {
  readonly entry: SeriesCell;
  /** The rows of this axis that the total takes up here. */
  readonly rows: readonly LineItem[];
  readonly reachesProfit: boolean;
}

function columnsOf(context: AuditContext, total: LineItem): Column[] {
  const columns: Column[] = [];
  let written: string | null = null;
  for (const entry of context.seriesOf(total)) {
    if ((entry.cell?.formula ?? null) === null) continue;
    const key = context.index.r1c1At(entry.address);
    const last = columns.at(-1);
    /** One formula copied along takes up the same rows: it is taken apart once. */
    columns.push(
      key !== null && key === written && last !== undefined ? { ...last, entry } : columnOf(context, total, entry),
    );
    written = key;
  }
  return columns;
}

function columnOf(context: AuditContext, total: LineItem, entry: SeriesCell): Column {
  const { parts, exact } = compositionOf(context, entry.address);
  const items = [...parts.values()].flatMap(({ address, factor }) =>
    factor === 0 ? [] : (context.itemAt(address) ?? []),
  );
  const rows = items.filter((item) => item.axisId === total.axisId && item !== total);
  const isKnown = rows.filter((row) => isSurely(row, adjustments) || putBack.test(row.label)).length;
  const reachesProfit =
    (!exact && isKnown < rows.length) ||
    items.some((item) => isSurely(item, profits)) ||
    rows.some((row) => receipts.test(row.label) && !putBack.test(row.label));
  return { entry, rows, reachesProfit };
}

/** Spending on plant, or money of owners and lenders, inside the cash flow of operations. */
function strangers(context: AuditContext, total: LineItem, columns: readonly Column[]): FindingDraft | null {
  const first = columns[0];
  if (first === undefined || /\bfree\b|\bbefore\b|\bafter\b|\bnet cash\b.*\ball\b/iu.test(total.label)) return null;
  const odd = first.rows.filter((row) => isSurely(row, investing) || isSurely(row, financing));
  const everywhere = odd.filter((row) => columns.every(({ rows }) => rows.includes(row)));
  if (everywhere.length === 0) return null;
  const kind = everywhere.every((row) => isSurely(row, investing)) ? "investing" : "financing";
  const address = first.entry.address;
  const cells = everywhere.map((row) => context.seriesOf(row)[context.seriesOf(total).indexOf(first.entry)]!.address);
  return {
    severity: "medium",
    confidence: 0.85,
    sheet: total.sheet,
    ranges: coverCells(columns.map(({ entry }) => entry.address)),
    title: `“${total.label.trim()}” counts ${kind} flows as operating`,
    comment: say`${named(total, address)} takes up ${listed(everywhere.map((row, i) => say`${named(row, cells[i])} of ${number(context, cells[i]!)}`))}. That is a flow of ${kind}, so every figure built on operating cash (conversion, coverage, free cash flow) is off by it, and whoever deducts it again counts it twice. Move it to its own section, or call the subtotal what it is.`,
    nature: "slip",
    meaning: `strangers/${total.id}`,
    alsoRead: cells,
  };
}

/** Only the adjustments to profit, without the profit. */
function withoutProfit(context: AuditContext, total: LineItem, columns: readonly Column[]): FindingDraft | null {
  const lacking = columns.filter(
    ({ rows, reachesProfit }) => !reachesProfit && rows.some((row) => isSurely(row, adjustments)),
  );
  const first = lacking[0];
  if (first === undefined || lacking.length !== columns.length) return null;
  const profit = context.itemsOf("net-income", 0.84).find((item) => item.axisId === total.axisId);
  const cell =
    profit === undefined ? undefined : context.seriesOf(profit)[context.seriesOf(total).indexOf(first.entry)]!.address;
  const beside =
    profit === undefined || cell === undefined
      ? []
      : say`, while ${named(profit, cell)} of ${number(context, cell)} stands outside it`;
  return {
    severity: "medium",
    confidence: 0.9,
    sheet: total.sheet,
    ranges: coverCells(lacking.map(({ entry }) => entry.address)),
    title: `“${total.label.trim()}” leaves profit out`,
    comment: say`${named(total, first.entry.address)} adds up the adjustments alone and comes to ${number(context, first.entry.address)}${beside}. The subtotal is not what its name says: conversion, coverage and free cash flow taken from it are wrong, even if the change in cash is right. Begin the sum with net income.`,
    nature: "slip",
    meaning: `without-profit/${total.id}`,
    alsoRead: cell === undefined ? [] : [cell],
  };
}

const farthest = 40;

/** The sums of the statement over the change in cash, from operating cash flow on: its sections, whatever they are called. */
function sectionsOver(context: AuditContext, change: LineItem): LineItem[] {
  const operating = context
    .itemsOf("operating-cash-flow", 0.84)
    .filter(({ axisId, index0 }) => axisId === change.axisId && index0 < change.index0);
  const first = operating.length === 1 ? operating[0]! : null;
  if (first === null || change.index0 - first.index0 > farthest) return [];
  const below = context.itemsBelow(first, change.index0 - first.index0 - 1);
  return [first, ...below].filter((item) => context.seriesOf(item).some((entry) => isSumOfRows(context, item, entry)));
}

/** Rows of the same statement, added up. */
function isSumOfRows(context: AuditContext, item: LineItem, { address }: SeriesCell): boolean {
  const { terms, exact } = termsOf(context, address);
  const isFlow = ({ address: part }: { readonly address: CellAddress }) =>
    part.columnIndex0 === address.columnIndex0 && context.itemAt(part)?.axisId === item.axisId;
  if (!exact || !terms.every(isFlow)) return false;
  /** A section of one row is known by its name alone. */
  return terms.length >= (isSurely(item, sections) ? 1 : 2) && terms.every(({ sign }) => sign === 1);
}

/** The change and the rows it adds up are plain sums, so that nothing comes in unseen. */
function isPlain(context: AuditContext, change: LineItem, { address }: SeriesCell): boolean {
  const { terms, exact } = termsOf(context, address);
  return (
    exact &&
    terms.length >= 2 &&
    terms.every(
      (term) => context.itemAt(term.address)?.axisId === change.axisId && termsOf(context, term.address).exact,
    )
  );
}

/** A section whose total exists, but which the change in cash does not take up. */
function sectionLeftOut(context: AuditContext, change: LineItem): FindingDraft | null {
  const over = sectionsOver(context, change);
  for (const section of over) {
    const sectionCells = context.seriesOf(section);
    const off = context.seriesOf(change).flatMap((entry, i) => {
      const part = sectionCells[i]!.address;
      if ((entry.cell?.formula ?? null) === null || (context.numberAt(part) ?? 0) === 0) return [];
      const { parts } = compositionOf(context, entry.address);
      const inner = [...compositionOf(context, part).parts.keys()];
      const isTaken = parts.has(cellKey(part)) || inner.some((key) => parts.has(key));
      /** Without any of the other sections it is no change in cash that we could follow. */
      const takesOthers = over.some((other) => parts.has(cellKey(context.seriesOf(other)[i]!.address)));
      return isTaken || !takesOthers || !isPlain(context, change, entry) ? [] : [{ entry, part }];
    });
    const first = off[0];
    if (first === undefined) continue;
    return {
      severity: "high",
      confidence: 0.88,
      sheet: change.sheet,
      ranges: coverCells(
        allAlike(
          context,
          change,
          off.map(({ entry }) => entry),
        ),
      ),
      title: `“${change.label.trim()}” leaves out “${section.label.trim()}”`,
      comment: say`${named(change, first.entry.address)} of ${number(context, first.entry.address)} does not take up ${named(section, first.part)}, which is ${number(context, first.part)}. Cash, and the balance sheet with it, is off by that much and carries the gap on. Add the section to the sum.`,
      nature: "slip",
      meaning: `section/${change.id}/${section.id}`,
      alsoRead: off.map(({ part }) => part),
      concernsWholeModel: true,
    };
  }
  return null;
}

/** The cells found and every other of the row with the same formula: where a section is nil or in error the sum lacks it too. */
function allAlike(context: AuditContext, row: LineItem, found: readonly SeriesCell[]): CellAddress[] {
  const shapes = new Set(found.map(({ address }) => context.index.r1c1At(address)));
  return context
    .seriesOf(row)
    .filter(({ address, cell }) => (cell?.formula ?? null) !== null && shapes.has(context.index.r1c1At(address)))
    .map(({ address }) => address);
}

/** Cash flow subtotals that hold what does not belong to them, or lack what does. */
export const cashFlowScope: AuditRule = {
  id: "cash-flow-scope",
  find(context) {
    const operating = context.itemsOf("operating-cash-flow", 0.84).flatMap((total) => {
      const columns = columnsOf(context, total).filter(({ rows }) => rows.length > 1);
      if (columns.length === 0) return [];
      return strangers(context, total, columns) ?? withoutProfit(context, total, columns) ?? [];
    });
    const change = context.itemsOf("net-change-in-cash", 0.84).flatMap((item) => sectionLeftOut(context, item) ?? []);
    return [...operating, ...change];
  },
};
