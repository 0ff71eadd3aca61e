import { type ConceptId } from "../contracts/concept";
import { type Concept } from "./concept-definition";
import { conceptById } from "./dictionary";

/**
 * What kind of quantity a concept is, hence what may be done with it:
 * a stock is held at a date, a flow earned or spent over a period (periods add up), a value what something is worth,
 * a price is per share, unit or customer, a ratio one figure over another, a time a date or a length of time.
 */
export type Measure = "stock" | "flow" | "value" | "price" | "ratio" | "time";

/** Where unit and period do not tell. */
const told: ReadonlyMap<ConceptId, Measure> = new Map([
  ["market-capitalization", "value"],
  ["salvage-value", "value"],
  ["minimum-cash", "stock"],
  ["price-per-unit", "price"],
  ["average-revenue-per-user", "price"],
  ["customer-acquisition-cost", "price"],
  ["lifetime-value", "price"],
  ["average-order-value", "price"],
  ["average-salary", "price"],
  ["cost-per-unit", "price"],
  ["contribution-per-unit", "price"],
  ["rent-per-area", "price"],
  ["revenue-per-employee", "price"],
  ["useful-life", "time"],
  ["discount-period", "time"],
  ["loan-term", "time"],
  ["exit-year", "time"],
  ["holding-period", "time"],
  ["payback-period", "time"],
  ["cac-payback", "time"],
  ["cash-runway", "time"],
  ["days-in-period", "time"],
  ["capacity", "flow"],
  ["new-shares-issued", "flow"],
  ["shares-repurchased", "flow"],
  // A weighted average is of the period, yet shares do not add up over periods.
  ["shares-basic", "stock"],
  ["shares-diluted", "stock"],
]);

function measureOf({ id, unit, statement, periodKind }: Concept): Measure | null {
  const known = told.get(id);
  if (known !== undefined) return known;
  if (unit === "percent" || unit === "multiple" || unit === "days") return "ratio";
  if (unit === "currency-per-share") return "price";
  if (unit === "date") return "time";
  if (unit === "unknown") return null;
  if (unit === "shares") return periodKind === "duration" ? "flow" : "stock";
  if (statement === "valuation" && periodKind !== "duration") return "value";
  return periodKind === "duration" ? "flow" : "stock";
}

/** Null for an id the dictionary does not hold, and for rows that say which figure of something they are. */
export function measureOfConcept(id: ConceptId): Measure | null {
  const concept = conceptById(id);
  return concept === null ? null : measureOf(concept);
}

/** Held at a date: balances, counts, recurring revenue. */
export function isStock(id: ConceptId): boolean {
  return measureOfConcept(id) === "stock";
}

/** Earned, spent or moved over a period. */
export function isFlow(id: ConceptId): boolean {
  return measureOfConcept(id) === "flow";
}
