import { type ConceptId } from "../../contracts/concept";
import { type Meaning } from "../audit-context";

/** Names that others use in another sense, and rows read by their place alone, are below. */
export const sure = 0.84;
/** Concepts too general to contradict anything. */
const general: ReadonlySet<ConceptId> = new Set([
  "growth-rate",
  "share-of-revenue",
  "margin",
  "discount-period",
  "discount-factor",
  "cagr",
  "other-income-expense",
  "interest-rate",
  "price-per-unit",
  "volume",
]);

/** What a row or value is called, where that is sure and definite enough to hold something against it. */
export function sureConcept(meaning: Meaning | null): ConceptId | null {
  const match = meaning?.concept ?? null;
  return match !== null && match.confidence >= sure && !general.has(match.id) ? match.id : null;
}

/** Whether a row or value surely is one of the concepts. */
export function isSurely(meaning: Meaning | null, concepts: ReadonlySet<ConceptId>): boolean {
  const concept = sureConcept(meaning);
  return concept !== null && concepts.has(concept);
}
