import { type NumberFormatAsked } from "../numbers/format-quantity";
import { readRowAsked, type RowAsked } from "./trend/read-row-asked";

/** What a question wants done with the figures it names. */
export type CalculationAsked = "look-up" | "change-ratio" | "change" | "compound-growth" | "average" | "share";

/** What was done to answer: a calculation of the question's words, or a row of figures told. */
export type CalculationMade = CalculationAsked | "row" | "trailing-year";

export interface NumberAsked {
  readonly calculation: CalculationAsked;
  /** In what row its figures are wanted, where it wants more than one. */
  readonly row: RowAsked;
  readonly format: NumberFormatAsked;
}

const scales: readonly (readonly [RegExp, number])[] = [
  [/\b(?:in|usd|us\$|of|\$)\s*(?:usd\s+|us\$\s*|\$\s*|u\.?s\.? dollars? |dollars? )?thousands?\b|\(thousands\)/i, 1e3],
  [
    /\b(?:in|usd|us\$|\$)\s*(?:usd\s+|us\$\s*|\$\s*|u\.?s\.? dollars? |dollars? )?(?:millions?|mm)\b|\(millions\)/i,
    1e6,
  ],
  [
    /\b(?:in|usd|us\$|\$)\s*(?:usd\s+|us\$\s*|\$\s*|u\.?s\.? dollars? |dollars? )?(?:billions?|bn)\b|\(billions\)/i,
    1e9,
  ],
];
const digitWords = ["zero", "one", "two", "three", "four", "five", "six"];

/** Reads the calculation, scale and rounding a question asks for; what it does not say is left open. */
export function readNumberAsked(question: string): NumberAsked {
  const decimals = /\b(\w+)\s+decimals?\b(?:\s+places?)?/i.exec(question)?.[1]?.toLowerCase();
  const digits =
    decimals === undefined ? -1 : digitWords.includes(decimals) ? digitWords.indexOf(decimals) : Number(decimals);
  return {
    calculation: readCalculation(question),
    row: readRowAsked(question),
    format: {
      scale: scales.find(([words]) => words.test(question))?.[1] ?? null,
      decimals: Number.isInteger(digits) && digits >= 0 && digits <= 6 ? digits : null,
    },
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
