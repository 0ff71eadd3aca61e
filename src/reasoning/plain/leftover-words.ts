import { type QuestionIntent } from "../../contracts/intent";
import { type ReadQuestion } from "./defined/read-question";
import { type CalculationMade } from "./read-asked";

/** The words by which a question asks for a calculation: explained where it was made, and only there. */
const calculationWords: Readonly<Record<CalculationMade, RegExp | null>> = {
  "look-up": null,
  "change-ratio":
    /^(?:gr[eo]w\w*|chang\w*|increas\w*|decreas\w*|declin\w*|f[ae]ll\w*|r[io]se|rising|drop\w*|rates?|over|yoy|%|prior|previous)$/,
  change:
    /^(?:gr[eo]w\w*|chang\w*|increas\w*|decreas\w*|declin\w*|f[ae]ll\w*|r[io]se|rising|drop\w*|over|prior|previous)$/,
  "compound-growth":
    /^(?:cagr|compound\w*|annual\w*|gr[eo]w\w*|rates?|over|between|across|[1-9]|two|three|four|five|ten)$/,
  average: /^(?:average|mean|over|across|between|last|past)$/,
  share: /^(?:shares?|proportion|%)$/,
  row: /^(?:trend\w*|develop\w*|evol\w*|time|mov\w+|chang\w*|gr[eo]w\w*|quarter(?:s|ly)?|each|over|last|past|latest|history|historical\w*|basis|row|so|far|[1-9]|four|five|six|seven|eight|nine|ten|twelve)$/,
  // Told by the reading of the formula itself: see below.
  "own-formula": null,
  "trailing-year": /^(?:ttm|ltm|trailing|last|past|latest|recent|over|twelve|12|months?|four|4|quarters?|basis)$/,
};

/**
 * Words of the question that neither its understanding nor the calculation made explains. Where one is left, a figure
 * of the company as a whole is not known to be what was asked for.
 */
export function leftoverWords(
  intent: QuestionIntent,
  calculated: CalculationMade,
  own: ReadQuestion = { kind: "none" },
): readonly string[] {
  const unexplained = intent.unexplained ?? [];
  // A definition says itself which of its words is not understood; of the rest only what stands beside the formula is left.
  if (calculated === "own-formula")
    return own.kind === "calculation" ? unexplained.filter((word) => own.beside.has(word)) : [];
  const explained = calculationWords[calculated];
  return unexplained.filter((word) => !(explained?.test(word) ?? false));
}

/** “repurchase” and “iphone”, for a sentence; at most a handful. */
export function quoteWords(words: readonly string[]): string {
  const quoted = words.slice(0, 4).map((word) => `“${word}”`);
  return quoted.length < 2 ? quoted.join("") : `${quoted.slice(0, -1).join(", ")} and ${quoted.at(-1)}`;
}
