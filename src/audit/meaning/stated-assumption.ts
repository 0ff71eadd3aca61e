import { readRatioLabel } from "../../concepts/read-ratio-label";
import { type ConceptId } from "../../contracts/concept";
import { type CellAddress } from "../../contracts/model-map";
import { type AuditContext, type Meaning } from "../audit-context";
import { addTo } from "../../workbook/group-by";
import { oncePerReview } from "../once-per-review";

/** The rate a row is worked out with. */
const rateOf: Readonly<Partial<Record<ConceptId, ConceptId>>> = {
  "income-tax-expense": "tax-rate",
  "interest-expense": "interest-rate",
};

export interface StatedAssumption {
  readonly meaning: Meaning;
  readonly cell: CellAddress;
  readonly value: number;
}

const statedByConcept = oncePerReview((context): ReadonlyMap<ConceptId, readonly StatedAssumption[]> =>
  layOut(context),
);

/** The one typed share of something ("R&D as % of revenue", "Tax rate") that the workbook states for a row; null where it states none or several. */
export function assumptionFor(context: AuditContext, concept: ConceptId): StatedAssumption | null {
  const found = statedByConcept(context).get(concept) ?? [];
  return new Set(found.map(({ value }) => value)).size === 1 ? found[0]! : null;
}

function layOut(context: AuditContext): Map<ConceptId, StatedAssumption[]> {
  const stated = new Map<ConceptId, StatedAssumption[]>();
  for (const parameter of context.model.parameters) {
    const value = context.numberAt(parameter.cell);
    if (parameter.role !== "input" || value === null || value <= 0 || value >= 1) continue;
    const own = parameter.concept !== null && parameter.concept.confidence >= 0.84 ? parameter.concept.id : null;
    const ratio = readRatioLabel(parameter.label);
    const share = ratio?.kind === "share" ? (ratio.numerator?.concept ?? null) : null;
    const rows = Object.keys(rateOf).filter((row) => rateOf[row] === own);
    for (const row of share === null ? rows : [...rows, share]) {
      const one = { meaning: parameter, cell: parameter.cell, value };
      addTo(stated, row, one);
    }
  }
  return stated;
}
