import { type ConceptId } from "../contracts/concept";

/**
 * A definition as data: how a concept follows from others. Operands are positive as filers report them
 * (capital expenditure of 50 is 50, not -50), so a caller reading a model's cells must bring them to that sign first.
 */
export type Formula =
  | { readonly op: "concept"; readonly concept: ConceptId; readonly periodsBack: number }
  /** Mean of this period's and the previous period's end. */
  | { readonly op: "average"; readonly concept: ConceptId }
  | { readonly op: "constant"; readonly value: number; readonly meaning: string }
  | { readonly op: "sum"; readonly terms: readonly Formula[] }
  | { readonly op: "difference"; readonly from: Formula; readonly less: readonly Formula[] }
  | { readonly op: "product"; readonly factors: readonly Formula[] }
  | { readonly op: "ratio"; readonly numerator: Formula; readonly denominator: Formula };

type Term = ConceptId | Formula;

function asFormula(term: Term): Formula {
  return typeof term === "string" ? { op: "concept", concept: term, periodsBack: 0 } : term;
}

export function sum(...terms: readonly Term[]): Formula {
  return { op: "sum", terms: terms.map(asFormula) };
}

export function difference(from: Term, ...less: readonly Term[]): Formula {
  return { op: "difference", from: asFormula(from), less: less.map(asFormula) };
}

export function product(...factors: readonly Term[]): Formula {
  return { op: "product", factors: factors.map(asFormula) };
}

export function ratio(numerator: Term, denominator: Term): Formula {
  return { op: "ratio", numerator: asFormula(numerator), denominator: asFormula(denominator) };
}

export function average(concept: ConceptId): Formula {
  return { op: "average", concept };
}

export function previous(concept: ConceptId): Formula {
  return { op: "concept", concept, periodsBack: 1 };
}

export function change(concept: ConceptId): Formula {
  return difference(concept, previous(concept));
}

export function growth(concept: ConceptId): Formula {
  return ratio(change(concept), previous(concept));
}

export const daysInYear: Formula = { op: "constant", value: 365, meaning: "days in a year" };
export const one: Formula = { op: "constant", value: 1, meaning: "one" };

/** The concepts a formula reads, each once, in reading order. */
export function operandsOf(formula: Formula): ConceptId[] {
  switch (formula.op) {
    case "concept":
    case "average":
      return [formula.concept];
    case "constant":
      return [];
    case "sum":
      return [...new Set(formula.terms.flatMap(operandsOf))];
    case "difference":
      return [...new Set([formula.from, ...formula.less].flatMap(operandsOf))];
    case "product":
      return [...new Set(formula.factors.flatMap(operandsOf))];
    case "ratio":
      return [...new Set([formula.numerator, formula.denominator].flatMap(operandsOf))];
  }
}
