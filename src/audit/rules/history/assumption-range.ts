import { conceptById } from "../../../concepts/dictionary";
import { type ConceptId } from "../../../contracts/concept";
import { type CellAddress } from "../../../contracts/model-map";
import { matchConcept } from "../../../concepts/match-concept";
import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { coverCells } from "../../lines/cover-cells";
import { called } from "../../lines/cell-name";
import { labelledRows } from "../../lines/labelled-rows";
import { number, say } from "../../wording/say";

const sure = 0.84;

/** Where practice lies, generously, and what lies beyond: outside it a figure asks for a reason. */
const usual: ReadonlyMap<ConceptId, { readonly low: number; readonly high: number; readonly why: string }> = new Map([
  ["wacc", { low: 0.035, high: 0.25, why: "few companies are financed so cheaply or so dearly" }],
  ["discount-rate", { low: 0.035, high: 0.35, why: "few investors ask for so little or so much" }],
  ["cost-of-equity", { low: 0.03, high: 0.35, why: "few shareholders ask for so little or so much" }],
  ["risk-free-rate", { low: 0, high: 0.15, why: "government bonds rarely yield that" }],
  ["equity-risk-premium", { low: 0.02, high: 0.15, why: "estimates of the premium lie within a narrow band" }],
  ["beta", { low: 0.1, high: 3.5, why: "shares hardly ever move so much less or more than the market" }],
  ["tax-rate", { low: 0.02, high: 0.6, why: "hardly any country taxes companies so" }],
  ["effective-tax-rate", { low: 0, high: 0.6, why: "hardly any country taxes companies so" }],
  ["cost-of-debt", { low: 0.005, high: 0.3, why: "few companies borrow so cheaply or so dearly" }],
  ["inflation", { low: -0.03, high: 0.25, why: "prices rarely move so" }],
  ["exit-multiple", { low: 1, high: 50, why: "businesses rarely sell at that multiple" }],
  ["entry-multiple", { low: 1, high: 50, why: "businesses rarely sell at that multiple" }],
  ["days-sales-outstanding", { low: 0, high: 400, why: "customers rarely pay so late" }],
  ["days-payable", { low: 0, high: 500, why: "suppliers rarely wait so long" }],
  ["terminal-growth-rate", { low: -0.05, high: 0.07, why: "nothing grows so for ever" }],
]);

interface Stated {
  readonly concept: ConceptId;
  readonly label: string;
  readonly cells: readonly CellAddress[];
  readonly id: string;
}

function isOdd(value: number, { low, high }: { readonly low: number; readonly high: number }): boolean {
  /** A rate shown as taken away is the same rate; 25 for 0.25 is read as a percentage, larger figures are no rates. */
  const size = low >= 0 ? Math.abs(value) : value;
  if (value === 0 || (high < 1 && Math.abs(size) > 100)) return false;
  const read = high < 1 && Math.abs(size) > 1.5 ? size / 100 : size;
  return read < low || read > high;
}

/** In the body of a grid the words at its side name the steps, not the figures. */
function isInGrid(context: AuditContext, cell: CellAddress): boolean {
  return context.tableCellAt(cell)?.table.rowsAre === "steps" || context.cellAt(cell)?.resultOf !== undefined;
}

function judge(context: AuditContext, { concept, cells, id }: Stated): FindingDraft | null {
  const range = usual.get(concept)!;
  const odd = cells.filter((cell) => !isInGrid(context, cell) && isOdd(context.numberAt(cell) ?? 0, range));
  const first = odd.find((cell) => context.index.dependentsOf(cell).length > 0);
  if (first === undefined || odd.length < cells.length / 2) return null;
  return {
    severity: "medium",
    confidence: 0.7,
    sheet: first.sheet,
    ranges: coverCells(odd),
    title: `${conceptById(concept)!.name} is out of line`,
    comment: say`${called(context, first)} is ${number(context, first)}: ${range.why}. Check the figure, its unit and its source.`,
    nature: "slip",
    aside: say`So ${called(context, first)} is ${number(context, first)}: ${range.why}.`,
    meaning: `range/${id}`,
  };
}

function parametersStated(context: AuditContext): Stated[] {
  return context.model.parameters.flatMap(({ id, concept, cell, label }) =>
    concept === null || concept.confidence < sure || !usual.has(concept.id)
      ? []
      : [{ concept: concept.id, label, cells: [cell], id }],
  );
}

/** Rows of the forecast; where no axis tells it from history, the row as a whole. */
function rowsStated(context: AuditContext): Stated[] {
  const items = context.model.lineItems.flatMap((item): Stated[] => {
    const concept = item.concept;
    if (concept === null || concept.confidence < sure || !usual.has(concept.id)) return [];
    const cells = context
      .seriesOf(item)
      .filter(({ period, address }) => period.phase !== "actual" && context.numberAt(address) !== null);
    return cells.length < 2
      ? []
      : [{ concept: concept.id, label: item.label, cells: cells.map(({ address }) => address), id: item.id }];
  });
  const rows = labelledRows(context).flatMap(({ label, sheet, cells }): Stated[] => {
    const [first] = cells;
    if (first === undefined || cells.length < 3 || context.itemAt(first.address) !== null) return [];
    const match = matchConcept(label);
    const figures = cells.map(({ address }) => address).filter((address) => context.numberAt(address) !== null);
    if (match === null || match.confidence < sure || !usual.has(match.id) || figures.length < 3) return [];
    return [{ concept: match.id, label, cells: figures, id: `${sheet} › ${label}` }];
  });
  return [...items, ...rows];
}

/** Assumptions outside what practice knows. */
export const assumptionRange: AuditRule = {
  id: "assumption-range",
  find: (context) =>
    [...parametersStated(context), ...rowsStated(context)].flatMap((stated) => judge(context, stated) ?? []),
};
