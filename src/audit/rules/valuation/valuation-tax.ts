import { type ConceptId } from "../../../contracts/concept";
import { type CellAddress } from "../../../contracts/model-map";
import { walkFormula } from "../../../workbook/walk-formula";
import { factorsOf, shortOfOne } from "../../lines/algebra";
import { cellKey, type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { called, conceptOf, nameOf, originOf } from "../../lines/cell-name";
import { cellsNamed } from "../../lines/cells-called";
import { coverCells } from "../../lines/cover-cells";
import { cellOf } from "../../lines/formula-shape";
import { number, place, say } from "../../wording/say";

const ofCapital: ReadonlySet<ConceptId> = new Set<ConceptId>([
  "wacc",
  "after-tax-cost-of-debt",
  "cost-of-debt",
  "beta",
  "unlevered-beta",
]);
const ofFlows: ReadonlySet<ConceptId> = new Set<ConceptId>(["nopat", "tax-on-ebit", "unlevered-free-cash-flow"]);
const profits: ReadonlySet<ConceptId | null> = new Set<ConceptId | null>(["ebit", "operating-income"]);
const leastApart = 0.01;
const mostRate = 0.6;

function asRate(context: AuditContext, cell: CellAddress | null): CellAddress | null {
  const value = cell === null ? null : context.numberAt(cell);
  return value !== null && value > 0.02 && value < mostRate ? cell : null;
}

/** The rate taken off one anywhere in the formula: 1 - t. */
function shieldRates(context: AuditContext, home: CellAddress): CellAddress[] {
  const formula = context.index.formulaAt(home);
  if (formula?.kind !== "read") return [];
  return [...walkFormula(formula.root)].flatMap((node) => {
    const taken = shortOfOne(node);
    const cell = taken === null ? null : asRate(context, cellOf(context, home, taken));
    return cell !== null && isTax(context, cell) ? [cell] : [];
  });
}

function isTax(context: AuditContext, cell: CellAddress): boolean {
  return [cell, originOf(context, cell)].some((one) => /\btax|^t$/iu.test(nameOf(context, one)?.label ?? ""));
}

/** EBIT × (1 - t), or the tax on it: EBIT × t. */
function flowRates(context: AuditContext, home: CellAddress): CellAddress[] {
  const formula = context.index.formulaAt(home);
  if (formula?.kind !== "read") return [];
  const factors = factorsOf(formula.root);
  const cells = factors.map(({ node }) => cellOf(context, home, node));
  if (!cells.some((cell) => cell !== null && profits.has(conceptOf(context, cell)))) return [];
  const rates = factors.flatMap(({ node }, i) =>
    shortOfOne(node) === null ? [cells[i] ?? null] : [cellOf(context, home, shortOfOne(node)!)],
  );
  return rates.flatMap((cell) => {
    const rate = asRate(context, cell);
    return rate !== null && isTax(context, rate) ? [rate] : [];
  });
}

/** Flow rates by row, last year last. */
function ratesOfFlows(context: AuditContext): CellAddress[] {
  const homes = [...ofFlows, "income-tax-expense" as const].flatMap((concept) =>
    context
      .itemsOf(concept)
      .flatMap((item) => context.seriesOf(item).filter(({ period }) => period.phase !== "actual"))
      .map(({ address }) => address),
  );
  return homes.flatMap((home) => flowRates(context, home));
}

/** One tax rate for the flows, another for the cost of capital that discounts them. */
export const valuationTax: AuditRule = {
  id: "valuation-tax",
  find(context) {
    const shields = cellsNamed(context, ofCapital, /\bwacc\b|weighted average cost|cost of debt|\bbeta\b|\bkd\b/iu)
      .flatMap((home) => shieldRates(context, home))
      .filter((cell, i, all) => all.findIndex((other) => cellKey(other) === cellKey(cell)) === i);
    const flows = ratesOfFlows(context);
    const [shield] = shields;
    const last = flows.at(-1);
    if (shield === undefined || last === undefined) return [];
    const [ofDebt, ofFlow] = [context.numberAt(shield)!, context.numberAt(last)!];
    const isShared = shields.some((cell) => Math.abs(context.numberAt(cell)! - ofFlow) < leastApart);
    if (isShared || cellKey(originOf(context, shield)) === cellKey(originOf(context, last))) return [];
    const cells = flows.filter((cell) => cell.sheet === last.sheet && context.numberAt(cell) === ofFlow);
    const unique = [...new Map(cells.map((cell) => [cellKey(cell), cell])).values()];
    const draft: FindingDraft = {
      severity: "medium",
      confidence: 0.82,
      sheet: last.sheet,
      ranges: coverCells(unique),
      title: "Flows and discount rate are taxed at two rates",
      comment: say`${called(context, last)} in ${place(last)} taxes the operating profit that is valued at ${number(context, last)}; ${called(context, shield)} in ${place(shield)} takes ${number(context, shield)} off the cost of debt. One company pays one marginal rate: ${ofDebt > ofFlow ? "the flows keep too much, or the shield is too large" : "the flows are taxed more than the shield saves"}. Link both to one input.`,
      nature: "judgement",
      meaning: "tax of flows and capital",
      alsoRead: [shield],
    };
    return [draft];
  },
};
