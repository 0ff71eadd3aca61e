import { type ConceptId } from "../contracts/concept";
import { conceptById } from "./dictionary";
import { type Formula } from "./formula";

export interface OperandAsked {
  readonly concept: ConceptId;
  /** 0: the period asked about; 1: the one before. */
  readonly periodsBack: number;
}

/** Gives the operand (with whatever says where it came from), or null where it is not known. */
export type OperandLookup<Operand extends { readonly value: number }> = (asked: OperandAsked) => Operand | null;

export type FormulaResult<Operand> =
  | {
      readonly status: "calculated";
      readonly value: number;
      /** In words: "(accounts payable + accounts payable of the previous period) / 2 / cost of revenue × 365". */
      readonly explanation: string;
      readonly operands: readonly (OperandAsked & { readonly name: string; readonly operand: Operand })[];
    }
  | { readonly status: "missing"; readonly missing: readonly OperandAsked[] }
  | { readonly status: "undefined"; readonly why: string };

type Step = { readonly value: number; readonly words: string; readonly loose: boolean };

class Undefined extends Error {}

function nameOf(concept: ConceptId): string {
  const name = conceptById(concept)?.name ?? concept;
  return /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

function nameOfOperand(asked: OperandAsked): string {
  const name = nameOf(asked.concept);
  return asked.periodsBack === 0 ? name : `${name} of the previous period`;
}

/** Calculates a concept's definition from operands looked up; says what was missing rather than guessing. */
export function evaluateFormula<Operand extends { readonly value: number }>(
  formula: Formula,
  lookup: OperandLookup<Operand>,
): FormulaResult<Operand> {
  const operands = new Map<string, OperandAsked & { name: string; operand: Operand }>();
  const missing = new Map<string, OperandAsked>();

  function read(asked: OperandAsked): Step {
    const key = `${asked.concept}@${asked.periodsBack}`;
    const name = nameOfOperand(asked);
    const operand = operands.get(key)?.operand ?? lookup(asked);
    if (operand === null) {
      missing.set(key, asked);
      return { value: Number.NaN, words: name, loose: false };
    }
    operands.set(key, { ...asked, name, operand });
    return { value: operand.value, words: name, loose: false };
  }

  const bracketed = (part: Step) => (part.loose ? `(${part.words})` : part.words);

  function divide(numerator: Step, denominator: Step): Step {
    if (denominator.value === 0) throw new Undefined(`${denominator.words} is zero`);
    return {
      value: numerator.value / denominator.value,
      words: `${bracketed(numerator)} / ${bracketed(denominator)}`,
      loose: true,
    };
  }

  function step(part: Formula): Step {
    switch (part.op) {
      case "concept":
        return read({ concept: part.concept, periodsBack: part.periodsBack });
      case "constant":
        return { value: part.value, words: String(part.value), loose: false };
      case "average": {
        const now = read({ concept: part.concept, periodsBack: 0 });
        const before = read({ concept: part.concept, periodsBack: 1 });
        return {
          value: (now.value + before.value) / 2,
          words: `average of ${now.words} and ${before.words}`,
          loose: true,
        };
      }
      case "sum": {
        const terms = part.terms.map(step);
        return {
          value: terms.reduce((total, term) => total + term.value, 0),
          words: terms.map(bracketed).join(" + "),
          loose: terms.length > 1,
        };
      }
      case "difference": {
        const [from, ...less] = [part.from, ...part.less].map(step);
        return {
          value: less.reduce((total, term) => total - term.value, from!.value),
          words: [from!, ...less].map(bracketed).join(" − "),
          loose: true,
        };
      }
      case "product": {
        const factors = part.factors.map(step);
        return {
          value: factors.reduce((total, factor) => total * factor.value, 1),
          words: factors.map(bracketed).join(" × "),
          loose: true,
        };
      }
      case "ratio":
        return divide(step(part.numerator), step(part.denominator));
    }
  }

  try {
    const result = step(formula);
    if (missing.size > 0) return { status: "missing", missing: [...missing.values()] };
    return { status: "calculated", value: result.value, explanation: result.words, operands: [...operands.values()] };
  } catch (error) {
    if (!(error instanceof Undefined)) throw error;
    if (missing.size > 0) return { status: "missing", missing: [...missing.values()] };
    return { status: "undefined", why: error.message };
  }
}
