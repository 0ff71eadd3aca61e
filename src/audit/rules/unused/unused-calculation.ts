import { measureOfConcept } from "../../../concepts/measure";
import { type ConceptId } from "../../../contracts/concept";
import { type CellAddress } from "../../../contracts/model-map";
import { type AuditContext, type Meaning } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { coverCells } from "../../lines/cover-cells";
import { linkOf } from "../../lines/formula-shape";
import { isReadByNothing } from "../../lines/read-by-nothing";
import { namedFigures } from "../../meaning/named-figures";
import { listed, named, number, place, say } from "../../wording/say";
import { addTo } from "../../../workbook/group-by";
import { oncePerReview } from "../../once-per-review";

/** Nobody makes a model for these: they are worked out for a next step. */
const stepsOnTheWay: ReadonlySet<ConceptId> = new Set([
  ...["beta", "unlevered-beta", "cost-of-equity", "after-tax-cost-of-debt", "cost-of-debt", "wacc"],
  ...["discount-factor", "interest-expense", "depreciation", "amortization", "depreciation-and-amortization"],
  ...["income-tax-expense", "change-in-working-capital", "capital-expenditure", "debt-repayment"],
  ...["mandatory-repayment", "cash-sweep", "amortization-of-financing-fees"],
  ...["cost-of-revenue", "salaries-and-wages", "pv-of-cash-flows", "pv-of-terminal-value", "terminal-value"],
]);
/** Figures shown to be read by people. */
const forTheReader =
  /\b(?:summary|totals|dashboard|outputs?|report|charts?|graphs?|ratios?|kpis?|metrics|analysis|comps?|comparables?|peers?|precedents?|sensitivit(?:y|ies)|scenarios?|check|variance|budget|actuals?|memo|implied|historical|benchmark|cross[- ]?check|vs\.?|common size|print|cover|proof|recon(?:ciliation)?)\b/iu;

interface Unused {
  readonly meaning: Meaning;
  readonly cells: readonly CellAddress[];
}

/** Its own calculations: a link only shows another cell. */
function calculatedCells(context: AuditContext, meaning: Meaning): CellAddress[] {
  const cells = "cell" in meaning ? [meaning.cell] : context.seriesOf(meaning).map(({ address }) => address);
  return cells.filter(
    (cell) =>
      (context.cellAt(cell)?.formula ?? null) !== null &&
      linkOf(context, cell) === null &&
      context.numberAt(cell) !== null,
  );
}

function judge(context: AuditContext, meaning: Meaning): Unused | null {
  const { concept, path, label, sheet } = meaning;
  if (concept === null || concept.confidence < 0.84 || !stepsOnTheWay.has(concept.id)) return null;
  if (meaning.unit.kind === "percent" && measureOfConcept(concept.id) !== "ratio") return null;
  if (meaning.role !== "formula" && meaning.role !== "mixed") return null;
  if (forTheReader.test([sheet.replace(/_/gu, " "), ...path, label].join(" "))) return null;
  const cells = calculatedCells(context, meaning);
  if (cells.length < ("cell" in meaning ? 1 : 2) || !cells.every((cell) => isReadByNothing(context, cell))) return null;
  return cells.some((cell) => isWorthReading(context, cell)) && !hasTypedTwin(context, concept.id, cells[0]!)
    ? { meaning, cells }
    : null;
}

function isWorthReading(context: AuditContext, cell: CellAddress): boolean {
  return context.numberAt(cell) !== 0 && context.periodAt(cell)?.phase !== "actual";
}

/** The same figure typed where it is needed: what is said there says this too. */
function hasTypedTwin(context: AuditContext, concept: ConceptId, cell: CellAddress): boolean {
  const value = Math.abs(context.numberAt(cell) ?? 0);
  return (typedByName(context).get(concept) ?? []).some((typed) => Math.abs(typed - value) <= 0.005 * value);
}

const typedByName = oncePerReview((context): ReadonlyMap<string, readonly number[]> => {
  const values = new Map<string, number[]>();
  for (const { called, cell, value, isUsed } of namedFigures(context)) {
    if (cell.formula !== null || !isUsed) continue;
    addTo(values, called, Math.abs(value));
  }
  return values;
});

function draft(context: AuditContext, found: readonly Unused[]): FindingDraft {
  const first = found[0]!;
  const one = found.length === 1;
  const { sheet } = first.meaning;
  return {
    severity: "low",
    confidence: 0.75,
    sheet,
    ranges: coverCells(found.flatMap(({ cells }) => cells)),
    title: one
      ? `“${first.meaning.label.trim()}” is worked out and never used`
      : "Calculations are worked out and never used",
    comment: say`${listed(found.map(({ meaning, cells }) => say`${named(meaning, cells[0])} (${number(context, cells[0]!)})`))} ${one ? "is" : "are"} calculated at ${place(first.cells[0]!)}, and no formula reads ${one ? "it" : "them"}. Such a figure is a step on the way to another, so either the next step takes it from elsewhere or the work is left over. Link it in, or remove it.`,
    nature: "slip",
    meaning: found.map(({ meaning }) => meaning.id).join(),
    aside: say`No formula reads it.`,
  };
}

/** Steps of a calculation that nothing takes up. */
export const unusedCalculation: AuditRule = {
  id: "unused-calculation",
  find(context) {
    const bySheet = new Map<string, Unused[]>();
    for (const meaning of [...context.model.lineItems, ...context.model.parameters]) {
      const found = judge(context, meaning);
      if (found === null) continue;
      addTo(bySheet, meaning.sheet, found);
    }
    return [...bySheet.values()].map((found) => draft(context, found));
  },
};
