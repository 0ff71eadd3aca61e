export type CaseRank = "low" | "base" | "high";

const ranks: readonly (readonly [CaseRank, RegExp])[] = [
  ["low", /\b(?:bear(?:ish)?|downside|worst|pessimistic|conservative|adverse|stress(?:ed)?)\b/iu],
  ["base", /\b(?:base|central|expected|most likely|management)\b/iu],
  ["high", /\b(?:bull(?:ish)?|upside|best|optimistic|aggressive)\b/iu],
];
const plain: readonly (readonly [CaseRank, RegExp])[] = [
  ["low", /^\s*low(?: case)?\s*$/iu],
  ["base", /^\s*(?:mid|medium)(?: case)?\s*$/iu],
  ["high", /^\s*high(?: case)?\s*$/iu],
];
const longestName = 40;

/** Which case a name speaks of, from the cautious to the hopeful; null where it names none, or several. */
export function caseRank(name: string): CaseRank | null {
  if (name.length > longestName) return null;
  const found = [...ranks, ...plain].filter(([, words]) => words.test(name)).map(([rank]) => rank);
  return found.length === 1 ? found[0]! : null;
}

/** The name without the words for its case: "DCF Bear" is about a DCF. */
export function nameWithoutCase(name: string): string {
  let rest = name;
  for (const [, words] of [...ranks, ...plain]) rest = rest.replace(words, " ");
  return rest
    .replace(/\b(?:case|scenario)\b|[()[\]:–-]/giu, " ")
    .replace(/\s+/gu, " ")
    .trim()
    .toLowerCase();
}
