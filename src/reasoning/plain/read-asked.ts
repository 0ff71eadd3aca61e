import { type NumberFormatAsked } from "../numbers/format-quantity";
import { readQuestion, type ReadQuestion } from "./defined/read-question";
import { readFormat, readUnitAsked } from "./read-format";
import { readRowAsked, type RowAsked } from "./trend/read-row-asked";

/** What a question wants done with the figures it names. */
export type CalculationAsked = "look-up" | "change-ratio" | "change" | "compound-growth" | "average" | "share";

/** What was done to answer: a calculation of the question's words, or a row of figures told. */
export type CalculationMade = CalculationAsked | "row" | "trailing-year" | "own-formula";

export interface NumberAsked {
  readonly calculation: CalculationAsked;
  /** In what row its figures are wanted, where it wants more than one. */
  readonly row: RowAsked;
  readonly format: NumberFormatAsked;
  /** How a ratio is to be given, where the question says. */
  readonly unit: "percent" | "multiple" | null;
  /** What its own words and definitions ask to be computed. */
  readonly own: ReadQuestion;
}

/** Reads the calculation, scale and rounding a question asks for; what it does not say is left open. */
export function readNumberAsked(question: string): NumberAsked {
  return {
    calculation: readCalculation(question),
    row: readRowAsked(question),
    format: readFormat(question),
    unit: readUnitAsked(question),
    own: readQuestion(question),
  };
}

function readCalculation(question: string): CalculationAsked {
  if (/\bcagr\b|compound(?:ed)? annual|annuali[sz]ed growth/i.test(question)) return "compound-growth";
  if (
    /\b(?:average|mean)\b.*\b(?:over|between|across|from|for the (?:last|past)|years?)\b|\byears? average\b/i.test(
      question,
    )
  )
    return "average";
  if (/\bas an? (?:%|percent(?:age)?|share|proportion) of\b|\bshare of\b/i.test(question)) return "share";
  if (
    /\bgrowth\b|\bgrow(?:n|s)?\b|\bgrew\b|%\s*change|percent(?:age)? change|year[- ]over[- ]year|\byoy\b/i.test(
      question,
    )
  )
    return "change-ratio";
  if (/\b(?:change|chang(?:ed|es)|increas\w+|decreas\w+|rise|rose|fell|fall|declin\w+|drop\w*)\b/i.test(question))
    return /%|percent/i.test(question) ? "change-ratio" : "change";
  return "look-up";
}
