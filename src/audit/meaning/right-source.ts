import { conceptById } from "../../concepts/dictionary";
import { type ConceptId } from "../../contracts/concept";
import { type AuditContext, type Meaning } from "../audit-context";
import { addTo } from "../../workbook/group-by";
import { oncePerReview } from "../once-per-review";
import { sureConcept } from "./sure-concept";

/** The cost of debt is written before tax and after, and both are called by the one name. */
const lenders: ReadonlySet<ConceptId> = new Set(["cost-of-debt", "after-tax-cost-of-debt"]);

export function interchangeable(a: ConceptId, b: ConceptId): boolean {
  if (a === b) return true;
  if (lenders.has(a) && lenders.has(b)) return true;
  return (
    (conceptById(a)?.interchangeable.includes(b) ?? false) || (conceptById(b)?.interchangeable.includes(a) ?? false)
  );
}

/** The sheet's rows and values by what they surely are. */
const bySheetAndConcept = oncePerReview((context): ReadonlyMap<string, readonly Meaning[]> => {
  const map = new Map<string, Meaning[]>();
  for (const meaning of [...context.model.lineItems, ...context.model.parameters]) {
    const concept = sureConcept(meaning);
    if (concept === null) continue;
    const key = `${meaning.sheet}\u0000${concept}`;
    addTo(map, key, meaning);
  }
  return map;
});

/** A row or value of the sheet that is what was wanted, the best wanted first. */
export function rightSource(
  context: AuditContext,
  wanted: readonly ConceptId[],
  sheet: string,
  home: Meaning,
): Meaning | null {
  const map = bySheetAndConcept(context);
  for (const concept of wanted) {
    const found = (map.get(`${sheet}\u0000${concept}`) ?? []).find((candidate) => candidate !== home);
    if (found !== undefined) return found;
  }
  return null;
}
