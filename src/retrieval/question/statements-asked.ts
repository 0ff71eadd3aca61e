import { conceptById } from "../../concepts/dictionary";
import { operandsOf } from "../../concepts/formula";
import { type ConceptId, type Statement } from "../../contracts/concept";
import { type PrimaryStatement, statementSigns } from "../index/statement-signs";

const namedInQuestions: Readonly<Record<PrimaryStatement, RegExp>> = {
  "balance-sheet": /balance sheet|statement of financial (?:position|condition)/i,
  "income-statement": /income statement|statements? of (?:income|operations|earnings)|\bp ?& ?l\b|profit and loss/i,
  "cash-flow": /cash ?flows? statement|statements? of cash ?flows?/i,
};

/** The primary statements a question names in so many words. */
export function statementsNamed(question: string): PrimaryStatement[] {
  return statementSigns
    .map((signs) => signs.statement)
    .filter((statement) => namedInQuestions[statement].test(question));
}

/** The question without the names of statements: what they point at is understood, and their words stand everywhere. */
export function withoutStatementNames(question: string): string {
  return Object.values(namedInQuestions).reduce(
    (left, pattern) => left.replace(new RegExp(pattern, "gi"), " "),
    question,
  );
}

/** The primary statements a question is about without naming them. */
export function statementsImplied(question: string, concepts: readonly ConceptId[]): PrimaryStatement[] {
  const flows = /\bcash ?flows?\b|\b(?:operating|investing|financing) activities\b/i.test(question);
  return [...new Set([...(flows ? (["cash-flow"] as const) : []), ...statementsOfConcepts(concepts)])];
}

/** The primary statements its concepts stand on; a ratio stands on those of its operands. */
function statementsOfConcepts(concepts: readonly ConceptId[]): PrimaryStatement[] {
  const statements = concepts
    .flatMap((id) => [id, ...operandConcepts(id)])
    .map((id) => conceptById(id)?.statement)
    .filter(isPrimary);
  return [...new Set(statements)];
}

/** What a concept without a tag of its own is computed from, by its preferred formula. */
export function operandConcepts(id: ConceptId): ConceptId[] {
  const concept = conceptById(id);
  const formula = concept?.formulas[0];
  if (!concept || !formula || concept.tags.length > 0) return [];
  return operandsOf(formula);
}

function isPrimary(statement: Statement | undefined): statement is PrimaryStatement {
  return statement === "balance-sheet" || statement === "income-statement" || statement === "cash-flow";
}
