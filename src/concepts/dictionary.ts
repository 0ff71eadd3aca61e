import { type ConceptId } from "../contracts/concept";
import { type Concept, type ConceptEntry } from "./concept-definition";
import { balanceSheetConcepts } from "./dictionary/balance-sheet";
import { cashFlowConcepts } from "./dictionary/cash-flow";
import { incomeStatementConcepts } from "./dictionary/income-statement";
import { marketAndAssumptionConcepts } from "./dictionary/market-and-assumptions";
import { ratioConcepts } from "./dictionary/ratios";
import { valuationConcepts } from "./dictionary/valuation";

function complete(entry: ConceptEntry): Concept {
  return { tags: [], formulas: [], neighbours: [], interchangeable: [], ...entry };
}

/** Every concept we know, statements first. */
export const concepts: readonly Concept[] = [
  ...incomeStatementConcepts,
  ...balanceSheetConcepts,
  ...cashFlowConcepts,
  ...valuationConcepts,
  ...ratioConcepts,
  ...marketAndAssumptionConcepts,
].map(complete);

const byId = new Map<ConceptId, Concept>(concepts.map((concept) => [concept.id, concept]));

export function conceptById(id: ConceptId): Concept | null {
  return byId.get(id) ?? null;
}
