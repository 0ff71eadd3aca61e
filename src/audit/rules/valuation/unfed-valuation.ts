import { type ConceptId } from "../../../contracts/concept";
import { type CellAddress, type LineItem } from "../../../contracts/model-map";
import { cellKey, type AuditContext, type SeriesCell } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { coverCells } from "../../lines/cover-cells";
import { linkOf } from "../../lines/formula-shape";
import { discountedFlows } from "../../meaning/discounted-flows";
import { besideIn } from "../../meaning/period-cells";
import { listed, named, namedOnSheet, number, say } from "../../wording/say";

/** Operating figures a valuation takes from the statements; those of one group are one figure. */
const figures: readonly (readonly ConceptId[])[] = [
  ["revenue"],
  ["ebitda"],
  ["ebit", "operating-income"],
  ["net-income"],
  ["depreciation-and-amortization", "depreciation"],
  ["capital-expenditure"],
  ["change-in-working-capital"],
];
const profits: readonly ConceptId[] = ["net-income", "pretax-income", "ebit", "operating-income", "ebitda"];
/** Statements of another company, case or stage are not what the valuation should read. */
const another =
  /\b(?:scenarios?|case|bull|bear|upside|downside|stress|comps?|comparables?|peers?|target|acquir\w+|buyer|pro ?forma|combined|consensus|market|old|previous|copy|draft|blank|template|example|budget|sensitivity)\b/iu;
const fewestPeriods = 2;
const differs = 0.01;
/** Beyond this the two are measured in different units or speak of different companies. */
const farApart = 10;
const mostCells = 20_000;

interface Pair {
  readonly own: LineItem;
  readonly stated: LineItem;
  readonly cells: readonly { readonly own: SeriesCell; readonly stated: SeriesCell }[];
}

/** The forecast cells that are calculated. */
function forecastFormulas(context: AuditContext, item: LineItem): SeriesCell[] {
  return context.ownSeriesOf(item).filter(({ cell, inForecast }) => inForecast && (cell?.formula ?? null) !== null);
}

/** The one sheet beside the valuation that works out a projected profit; null where there are several, or none. */
function statementSheet(context: AuditContext, valuation: string): string | null {
  const sheets = new Set<string>();
  for (const item of profits.flatMap((concept) => context.itemsOf(concept, 0.84))) {
    if (item.sheet === valuation || item.statement !== "income-statement" || item.unit.kind === "percent") continue;
    const worked = forecastFormulas(context, item).filter(
      ({ address }) => (linkOf(context, address)?.target.sheet ?? item.sheet) === item.sheet,
    );
    if (worked.length >= fewestPeriods) sheets.add(item.sheet);
  }
  const [only] = sheets;
  return sheets.size === 1 && only !== undefined && !another.test(only.replace(/_/gu, " ")) ? only : null;
}

function isStatementRow(item: LineItem): boolean {
  return item.statement === "income-statement" || item.statement === "cash-flow" || item.statement === "balance-sheet";
}

/** Every cell the flows are worked out from; null where a formula cannot be followed or there are too many. */
function sourcesOf(context: AuditContext, flows: readonly CellAddress[]): Map<string, CellAddress> | null {
  const sources = new Map(flows.map((address) => [cellKey(address), address]));
  const waiting = [...flows];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (context.index.formulaAt(at)?.kind === "unread" || sources.size > mostCells) return null;
    for (const range of context.index.precedentsOf(at))
      for (const { rowIndex0, columnIndex0 } of context.index.cellsIn(range)) {
        const address = { sheet: range.sheet, rowIndex0, columnIndex0 };
        const key = cellKey(address);
        if (sources.has(key)) continue;
        sources.set(key, address);
        waiting.push(address);
      }
  }
  return sources;
}

/** A rate kept among the assumptions, or the last actual year of the statements, leaves the forecast the sheet's own. */
function isOwnSource(context: AuditContext, address: CellAddress, valuation: string): boolean {
  if (address.sheet === valuation || typeof context.cellAt(address)?.value !== "number") return true;
  if (context.parameterAt(address)?.unit.kind === "percent") return true;
  const item = context.itemAt(address);
  return item !== null && isStatementRow(item) && context.periodAt(address)?.phase === "actual";
}

function pairOf(context: AuditContext, own: LineItem, stated: LineItem): Pair | null {
  const cells = context.ownSeriesOf(own).flatMap((entry) => {
    const beside = besideIn(context, stated, entry, own.axisId);
    if (beside === null || !beside.inForecast || entry.period.phase === "actual") return [];
    const [a, b] = [context.numberAt(entry.address), context.numberAt(beside.address)];
    return a === null || b === null || a === 0 || b === 0 ? [] : [{ own: entry, stated: beside, a, b }];
  });
  const isFar = cells.some(({ a, b }) => Math.abs(a) > farApart * Math.abs(b) || Math.abs(b) > farApart * Math.abs(a));
  return cells.length < fewestPeriods || isFar ? null : { own, stated, cells };
}

/** Rows the flows are made of beside the only row of the statements that shows the same. */
function pairsOf(context: AuditContext, flow: LineItem, statements: string, sources: ReadonlyMap<string, unknown>) {
  return figures.flatMap((concepts) => {
    const items = concepts
      .flatMap((concept) => context.itemsOf(concept, 0.84))
      .filter((item) => item.unit.kind !== "percent" && item.scenario === undefined);
    const own = items.filter(
      (item) =>
        item.axisId === flow.axisId &&
        context.ownSeriesOf(item).some(({ address, inForecast }) => inForecast && sources.has(cellKey(address))),
    );
    const stated = items.filter((item) => item.sheet === statements && isStatementRow(item));
    const pair = own.length === 1 && stated.length === 1 ? pairOf(context, own[0]!, stated[0]!) : null;
    return pair ?? [];
  });
}

function judge(context: AuditContext, flow: LineItem): FindingDraft | null {
  const statements = statementSheet(context, flow.sheet);
  if (statements === null || another.test(`${flow.sheet} ${flow.path.join(" ")}`.replace(/_/gu, " "))) return null;
  if (context.model.alikeSheets.some((group) => group.includes(flow.sheet) || group.includes(statements))) return null;
  const flows = context.ownSeriesOf(flow).flatMap(({ address, cell, period }) => {
    return period.phase === "actual" || cell === null ? [] : [address];
  });
  const sources = sourcesOf(context, flows);
  if (sources === null || ![...sources.values()].every((at) => isOwnSource(context, at, flow.sheet))) return null;
  const pairs = pairsOf(context, flow, statements, sources);
  const isRead = context.index.allDependents([...sources.values()].filter(({ sheet }) => sheet === flow.sheet));
  if (pairs.length === 0 || isRead.some(({ sheet }) => sheet === statements)) return null;
  if (pairs.some(({ cells }) => cells.some(({ stated }) => context.index.mayBeReadUnseen(stated.address)))) return null;
  return draft(context, flow, statements, pairs);
}

function draft(context: AuditContext, flow: LineItem, statements: string, pairs: readonly Pair[]): FindingDraft {
  const sizeAt = ({ address }: SeriesCell) => Math.abs(context.numberAt(address)!);
  const apart = pairs
    .flatMap(({ own, stated, cells }) => cells.map((cell) => ({ own, stated, cell })))
    .find(({ cell }) => Math.abs(sizeAt(cell.own) - sizeAt(cell.stated)) > differs * sizeAt(cell.stated));
  const gap =
    apart === undefined
      ? "The figures agree today, and part as soon as an assumption behind the statements changes."
      : say`In ${apart.cell.stated.period.label} ${namedOnSheet(apart.own, apart.cell.own.address)} is ${number(context, apart.cell.own.address)}, where the statements forecast ${named(apart.stated, apart.cell.stated.address)} of ${number(context, apart.cell.stated.address)}.`;
  return {
    severity: apart === undefined ? "medium" : "high",
    confidence: 0.85,
    sheet: flow.sheet,
    ranges: coverCells(pairs.flatMap(({ cells }) => cells.map(({ own }) => own.address))),
    title: `The valuation on ${flow.sheet} does not read the forecast of ${statements}`,
    comment: say`${named(flow)} is discounted, and no forecast figure of ${statements} leads to it: ${listed(pairs.map(({ own }) => named(own)))} stand on ${flow.sheet} by themselves. ${gap} A change of the forecast leaves the value where it is. Link them to ${listed(pairs.map(({ stated }) => namedOnSheet(stated)))}.`,
    nature: "slip",
    meaning: `unfed/${flow.id}/${pairs.map(({ stated }) => stated.id).join("/")}`,
    aside: say`No forecast figure of ${statements} leads to the valuation.`,
    alsoRead: pairs.flatMap(({ cells }) => cells.map(({ stated }) => stated.address)),
  };
}

/** A discounted cash flow on figures of its own, beside statements that forecast the same figures. */
export const unfedValuation: AuditRule = {
  id: "unfed-valuation",
  find: (context) => discountedFlows(context).flatMap((flow) => judge(context, flow) ?? []),
};
