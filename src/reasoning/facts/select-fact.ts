import { daysBetween } from "../../concepts/time/days";
import { type PeriodLength, periodLength } from "../../concepts/time/period-length";
import { conceptById } from "../../concepts/dictionary";
import { type ConceptId, type UnitKind } from "../../contracts/concept";
import { type IsoDate } from "../../contracts/dates";
import { quantityOfFact } from "../numbers/quantity";
import { type FactWithCitation } from "../ports";

/** A period to look a figure up for. `length` is of flows; balances are taken at its end. */
export interface PeriodWanted {
  readonly length: Exclude<PeriodLength, "instant">;
  readonly end: IsoDate;
}

export type SelectedFact =
  | { readonly kind: "one"; readonly item: FactWithCitation; readonly alternatives: readonly FactWithCitation[] }
  | { readonly kind: "none" }
  /** Figures that differ, none of which the definition prefers. */
  | { readonly kind: "unclear"; readonly candidates: readonly FactWithCitation[] };

/** 52- and 53-week periods end within days of the same date. */
const endToleranceDays = 10;

/** Facts of the company as a whole that may stand for a concept: unit, sign and length of period fit. */
export function factsForConcept(conceptId: ConceptId, facts: readonly FactWithCitation[]): FactWithCitation[] {
  const concept = conceptById(conceptId);
  return facts.filter((item) => {
    if (Object.keys(item.fact.dimensions).length > 0) return false;
    const quantity = quantityOfFact(item.fact);
    if (quantity === null || item.fact.end === null) return false;
    if (item.conceptId !== conceptId && !(concept?.tags.includes(item.fact.concept) ?? false)) return false;
    if (concept === null) return true;
    if (concept.periodKind === "instant" && item.fact.start !== null) return false;
    if (concept.periodKind === "duration" && item.fact.start === null) return false;
    return unitsAgree(concept.unit, quantity.unit);
  });
}

function unitsAgree(concept: UnitKind, fact: UnitKind): boolean {
  const pure: readonly UnitKind[] = ["percent", "multiple"];
  return concept === fact || concept === "unknown" || (pure.includes(concept) && pure.includes(fact));
}

/**
 * The reported figure of a concept for exactly one period. The newest filing wins over what it restates; of a concept's
 * tags the dictionary's preferred one wins; where neither settles it, the candidates are given back instead.
 */
export function selectFact(
  conceptId: ConceptId,
  period: PeriodWanted,
  facts: readonly FactWithCitation[],
): SelectedFact {
  const fitting = factsForConcept(conceptId, facts).filter((item) => {
    const length = periodLength(item.fact);
    if (length !== "instant" && length !== period.length) return false;
    return item.fact.end !== null && Math.abs(daysBetween(item.fact.end, period.end)) <= endToleranceDays;
  });
  if (fitting.length === 0) return { kind: "none" };
  const tags = conceptById(conceptId)?.tags ?? [];
  const rank = (item: FactWithCitation): number => {
    const index = tags.indexOf(item.fact.concept);
    return index < 0 ? tags.length : index;
  };
  const perTag = [...new Set(fitting.map((item) => item.fact.concept))]
    .map((tag) => newestOf(fitting.filter((item) => item.fact.concept === tag)))
    .sort((a, b) => rank(a[0] as FactWithCitation) - rank(b[0] as FactWithCitation));
  const [preferred = [], ...others] = perTag;
  const item = preferred[0] as FactWithCitation;
  if (preferred.some((other) => !agree(item, other))) return { kind: "unclear", candidates: preferred };
  const alternatives = others.flat().filter((other) => !agree(item, other));
  if (alternatives.length > 0 && rank(item) > 1) return { kind: "unclear", candidates: [item, ...alternatives] };
  return { kind: "one", item, alternatives };
}

/** What the newest filing says of one tag, most precise first. */
function newestOf(items: readonly FactWithCitation[]): FactWithCitation[] {
  const filed = (item: FactWithCitation): string => item.document.filed ?? item.document.periodEnd ?? "";
  const newest = items.reduce((latest, item) => (filed(item) > latest ? filed(item) : latest), "");
  return items.filter((item) => filed(item) === newest).sort((a, b) => halfUnitOf(a) - halfUnitOf(b));
}

/** Half of the last digit the filing vouches for; zero where it is exact or does not say. */
export function halfUnitOf(item: FactWithCitation): number {
  const { decimals } = item.fact;
  return typeof decimals === "number" ? 0.5 * 10 ** -decimals : 0;
}

function agree(one: FactWithCitation, other: FactWithCitation): boolean {
  const difference = Math.abs(Number(one.fact.value) - Number(other.fact.value));
  const size = Math.max(Math.abs(Number(one.fact.value)), 1e-9);
  return difference <= Math.max(halfUnitOf(one), halfUnitOf(other)) + size * 1e-9;
}
