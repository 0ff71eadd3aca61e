import { tokensOfWord } from "../../../concepts/find-concepts-in-text";
import { type Asked } from "./asked-tree";
import { parseWords } from "./parse-words";
import { type FormulaToken } from "./read-words";

/** The calculation between the first and the last figure of a sentence; words that mean nothing in a formula are set beside. */
export function parseRegion(tokens: readonly FormulaToken[]): { asked: Asked | null; left: FormulaToken[] } {
  const left: FormulaToken[] = [];
  const keep = withoutEmptyBrackets(
    tokens.filter((token) => {
      if (token.kind !== "unknown" && token.kind !== "number" && !(token.kind === "comma")) return true;
      if (token.kind !== "comma") left.push(token);
      return false;
    }),
  );
  const opens = (token: FormulaToken) => isFigure(token) || token.kind === "open" || token.kind === "years" || (token.kind === "when") || (token.kind === "role" && opening.test(token.role)); // prettier-ignore
  const closes = (token: FormulaToken) => isFigure(token) || token.kind === "close" || token.kind === "when" || (token.kind === "role" && closing.test(token.role)); // prettier-ignore
  let first = keep.findIndex(opens);
  let last = keep.length - 1;
  while (last >= 0 && !closes(keep[last]!)) last -= 1;
  // Brackets around other remarks, "(in USD millions)", are gone; one that is left without its partner is no formula.
  if (first < 0) first = 0;
  const region = keep.slice(first, last + 1);
  left.push(...keep.slice(0, first), ...keep.slice(last + 1));
  const whens = region.filter((token) => token.kind === "when");
  const named = whens.every(
    (token) => token.kind === "when" && token.when.periods.every(({ kind }) => kind === "named"),
  );
  // One span of named periods is the question's own: it is understood with the question.
  const bare = named && whens.length === 1 ? region.filter((token) => token.kind !== "when") : region;
  const years = bare.filter((token, index) => token.kind !== "years" || isCounted(bare, index));
  const parsed = parseWords(years);
  return { asked: parsed.ok ? parsed.asked : null, left };
}

const opening =
  /^(?:average|change|growth|compound-growth|sum|ratio|difference|product|dividing|subtracting|adding|multiplying)$/;
const closing = /^(?:margin|growth|compound-growth)$/;

/** "3 year average" counts; "over the last 3 years" is a period, read elsewhere. */
function isCounted(tokens: readonly FormulaToken[], index: number): boolean {
  return tokens
    .slice(index + 1)
    .some((token) => token.kind === "role" && /^(?:average|compound-growth)$/.test(token.role));
}

function withoutEmptyBrackets(tokens: readonly FormulaToken[]): FormulaToken[] {
  const kept: FormulaToken[] = [];
  const opened: number[] = [];
  for (const token of tokens) {
    kept.push(token);
    if (token.kind === "open") opened.push(kept.length - 1);
    if (token.kind !== "close") continue;
    const start = opened.pop();
    if (start === undefined) kept.pop();
    else if (!kept.slice(start).some(isFigure)) kept.length = start;
  }
  return kept.filter((token, index) => token.kind !== "open" || !opened.includes(index));
}

export const isFigure = (token: FormulaToken): boolean => token.kind === "concept" || token.kind === "defined";

/** A token as words are compared, whichever way they are normalised. */
export function wordsOf(token: FormulaToken): string[] {
  return "text" in token
    ? token.text.split(/\s+/).flatMap((word) => [word.toLowerCase(), ...tokensOfWord(word).map(({ word: one }) => one)])
    : [];
}
