/**
 * The sign a label promises by itself:
 * "taken-away" and "added" what the row does to the total below it ("Less: capex", "(+) D&A");
 * "rise-is-negative" and "rise-is-positive" which way a movement is shown: what stands in brackets is the negative side,
 * as in "(Increase) / decrease in receivables".
 */
export type StatedSign = "taken-away" | "added" | "rise-is-negative" | "rise-is-positive";

const rise = "(?:increase|inc|rise)\\.?s?";
const fall = "(?:decrease|dec|fall|reduction)\\.?s?";
const signs: readonly (readonly [RegExp, StatedSign])[] = [
  [
    new RegExp(`^\\W*\\(\\s*${rise}\\s*\\)|\\b${fall}\\s*[/,]?\\s*(?:or\\s+)?\\(\\s*${rise}\\s*\\)`, "iu"),
    "rise-is-negative",
  ],
  [
    new RegExp(`^\\W*\\(\\s*${fall}\\s*\\)|\\b${rise}\\s*[/,]?\\s*(?:or\\s+)?\\(\\s*${fall}\\s*\\)`, "iu"),
    "rise-is-positive",
  ],
  [
    /^\s*(?:less\b|minus\b|deduct\b|\(\s*(?:-|–|less|minus)\s*\)|[-–]\s+(?=\p{L})|[-–](?=\p{Lu}))|\(\s*[-–]\s*\)\s*$/iu,
    "taken-away",
  ],
  [
    /^\s*(?:add(?:\s*back)?\s*[:\-–]|add(?:\s*back)?\s+(?=\p{L})|plus\b|\(\s*(?:\+|add|plus)\s*\)|\+\s*(?=\p{L}))|\(\s*\+\s*\)\s*$/iu,
    "added",
  ],
];

/** Null where the label leaves the sign open. */
export function statedSign(label: string): StatedSign | null {
  return signs.find(([pattern]) => pattern.test(label))?.[1] ?? null;
}
