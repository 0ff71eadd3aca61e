import { type ConceptId } from "../contracts/concept";
import { type Concept, type ConceptEntry } from "./concept-definition";
import { balanceSheetConcepts } from "./dictionary/balance-sheet";
import { cashFlowConcepts } from "./dictionary/cash-flow";
import { costLineConcepts } from "./dictionary/cost-lines";
import { dealConcepts } from "./dictionary/deals";
import { debtConcepts } from "./dictionary/debt";
import { genericRowConcepts } from "./dictionary/generic-rows";
import { incomeStatementConcepts } from "./dictionary/income-statement";
import { industryConcepts } from "./dictionary/industries";
import { marketAndAssumptionConcepts } from "./dictionary/market-and-assumptions";
import { ratioConcepts } from "./dictionary/ratios";
import { statementLineConcepts } from "./dictionary/statement-lines";
import { valuationConcepts } from "./dictionary/valuation";

function complete(entry: ConceptEntry): Concept {
  return { tags: [], formulas: [], neighbours: [], interchangeable: [], isGeneric: false, inQuestions: true, ...entry };
}

/** Every concept we know, statements first. */
export const concepts: readonly Concept[] = [
  ...incomeStatementConcepts,
  ...balanceSheetConcepts,
  ...cashFlowConcepts,
  ...valuationConcepts,
  ...ratioConcepts,
  ...marketAndAssumptionConcepts,
  ...costLineConcepts,
  ...statementLineConcepts,
  ...debtConcepts,
  ...dealConcepts,
  ...industryConcepts,
  ...genericRowConcepts,
].map(complete);

const byId = new Map<ConceptId, Concept>(concepts.map((concept) => [concept.id, concept]));

export function conceptById(id: ConceptId): Concept | null {
  return byId.get(id) ?? null;
}
