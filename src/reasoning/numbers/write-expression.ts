import { type ConceptId } from "../../contracts/concept";
import { type Formula } from "../../concepts/formula";

/** Names an operand of an expression; null where it is not known. */
export type OperandNamer = (concept: ConceptId, periodsBack: number) => string | null;

class Missing extends Error {}

/** A definition of the dictionary as arithmetic over named operands; null where an operand is missing. */
export function writeExpression(formula: Formula, nameOperand: OperandNamer): string | null {
  const operand = (concept: ConceptId, periodsBack: number): string => {
    const name = nameOperand(concept, periodsBack);
    if (name === null) throw new Missing();
    return name;
  };
  const write = (part: Formula): string => {
    switch (part.op) {
      case "concept":
        return operand(part.concept, part.periodsBack);
      case "average":
        return `((${operand(part.concept, 0)} + ${operand(part.concept, 1)}) / 2)`;
      case "constant":
        return String(part.value);
      case "sum":
        return `(${part.terms.map(write).join(" + ")})`;
      case "difference":
        return `(${[part.from, ...part.less].map(write).join(" - ")})`;
      case "product":
        return part.factors.map(write).join(" * ");
      case "ratio":
        return `${write(part.numerator)} / ${bracketed(write(part.denominator))}`;
    }
  };
  const bracketed = (text: string): string => (/^[\w.]+$|^\([^()]*\)$/.test(text) ? text : `(${text})`);
  try {
    return write(formula);
  } catch (error) {
    if (error instanceof Missing) return null;
    throw error;
  }
}
