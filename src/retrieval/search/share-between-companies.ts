import { isDocumentOf, type KnownCompany } from "../question/known-companies";
import { type ScoredPassage } from "./score-passages";

/**
 * The best `limit` of ranked passages. Where a question names several companies each gets its share of the places,
 * as far as it has passages: a comparison with one side missing compares nothing.
 */
export function shareBetweenCompanies(
  ranked: readonly ScoredPassage[],
  companies: readonly KnownCompany[],
  limit: number,
): ScoredPassage[] {
  if (companies.length < 2) return ranked.slice(0, limit);
  const share = Math.max(1, Math.floor(limit / companies.length));
  const kept = new Set(
    companies.flatMap((company) => ranked.filter(({ hit }) => isDocumentOf(company, hit.document)).slice(0, share)),
  );
  for (const passage of ranked) {
    if (kept.size >= limit) break;
    kept.add(passage);
  }
  return ranked.filter((passage) => kept.has(passage)).slice(0, limit);
}
