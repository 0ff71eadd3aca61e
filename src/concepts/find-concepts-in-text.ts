import { type ConceptId } from "../contracts/concept";
import { normalizeLabel } from "./normalize-label";
import { conceptsBySynonym, conceptsByWordSet, longestSynonymWords, wordSetKey } from "./synonym-index";

/** Everyday words that name a concept on a statement but mean nothing in a sentence. */
const ordinary = new Set([
  ...["period", "price", "units", "quantity", "stocks", "contribution", "rents", "coupon", "da", "we", "re", "cos"],
  ...["fair value", "premium discount", "price increase", "price increases"],
]);
/** On a statement the whole of a concept, in a question one kind of it beside others: no name to answer for the whole. */
const partial = new Set(["cost of services", "cost of service", "services", "cost of goods"]);
/** Names that mean one thing on a model's sheet of assumptions and another in a question about what happened. */
const meantInQuestions: ReadonlyMap<string, ConceptId> = new Map([
  ["tax rate", "effective-tax-rate"],
  ["tax rates", "effective-tax-rate"],
  ["income tax rate", "effective-tax-rate"],
]);
/** The unit an answer is wanted in: "revenue in percent" is no share of revenue. */
const unitWanted = /\bin\s+(?:%|per ?cent|percentage(?: terms| points)?)(?=[\s.,;:?!)]|$)/giu;
/** Words so general that they count only where a question names nothing clearer. */
const weak = new Set([
  ...["tax", "interest", "cash", "rent", "shares", "equity", "assets", "liabilities", "employees", "customers"],
  ...[
    "subscribers",
    "volume",
    "stores",
    "growth",
    "margin",
    "margins",
    "turnover",
    "leverage",
    "payables",
    "yoy",
    "debt",
  ],
]);

/** A word of running text as labels are read, and as it was written. */
export interface TextToken {
  readonly word: string;
  readonly original: string;
}

/** A concept named in a text, and the words that name it. */
export interface NamedConcept {
  readonly ids: readonly ConceptId[];
  readonly weak: boolean;
  readonly tokens: readonly TextToken[];
}

export interface ConceptsInText {
  /** In reading order. */
  readonly ids: readonly ConceptId[];
  /** The words that belong to none of these concepts' names, normalised, in reading order. */
  readonly rest: readonly string[];
}

/** The finance concepts a question names, longest match first wins, in reading order. */
export function findConceptsInText(question: string): ConceptId[] {
  return [...readConceptsInText(question).ids];
}

/** The same, with the words left over: what a question says beyond the concepts may change what it asks for. */
export function readConceptsInText(question: string): ConceptsInText {
  const shouting = question === question.toUpperCase();
  const originals = question
    .replace(/\bpretax\b/giu, "pre-tax")
    .replace(unitWanted, " ")
    .split(/\s+/u)
    .filter((word) => word !== "");
  const tokens = originals.flatMap(tokensOfWord);
  const found: NamedConcept[] = [];
  let at = 0;
  while (at < tokens.length) {
    const match = nameWithin(tokens, at, shouting);
    if (match !== null) found.push(match);
    at += match === null ? 1 : match.tokens.length;
  }
  const strong = found.filter((entry) => !entry.weak);
  const counted = strong.length > 0 ? strong : found;
  const named = new Set(counted.flatMap((entry) => entry.tokens));
  return {
    ids: [...new Set(counted.flatMap((entry) => entry.ids))],
    rest: tokens.filter((token) => !named.has(token)).map((token) => token.word),
  };
}

/** The words of one written word, as names are compared: "D&A" is three. */
export function tokensOfWord(original: string): TextToken[] {
  return normalizeLabel(`x ${original}`)
    .words.slice(1)
    .map((word) => ({ word, original }));
}

/** The name that begins here, unless a longer one begins within it: "total cash dividends paid" speaks of no cash. */
export function nameWithin(tokens: readonly TextToken[], start: number, shouting: boolean): NamedConcept | null {
  const match = conceptNamedAt(tokens, start, shouting);
  if (match === null) return null;
  for (let at = start + 1; at < start + match.tokens.length; at += 1) {
    const inner = conceptNamedAt(tokens, at, shouting);
    if (
      inner !== null &&
      isExact(inner) &&
      inner.tokens.length > match.tokens.length &&
      at + inner.tokens.length > start + match.tokens.length
    )
      return null;
  }
  return match;
}

/** In its own words: words in another order may run from one name into the next. */
function isExact({ tokens }: NamedConcept): boolean {
  return conceptsBySynonym(tokens.map(({ word }) => word).join(" ")).length > 0;
}

/** The longest name of a concept that begins at a token; a name in short small letters counts only in a shouted text. */
export function conceptNamedAt(tokens: readonly TextToken[], start: number, shouting: boolean): NamedConcept | null {
  for (let length = Math.min(longestSynonymWords, tokens.length - start); length > 0; length -= 1) {
    const span = tokens.slice(start, start + length);
    const words = span.map((token) => token.word);
    const text = words.join(" ");
    const exact = conceptsBySynonym(text);
    const candidates =
      exact.length > 0 || length < 2 ? exact : joinsAtAnEnd(words) ? [] : conceptsByWordSet(wordSetKey(words));
    const first = candidates[0];
    if (first === undefined) continue;
    if (ordinary.has(text) || partial.has(text)) continue;
    if (length === 1 && /^[a-z]{1,3}$/u.test(text) && !shouting && !/[A-Z].*[A-Z]/u.test(span[0]!.original)) continue;
    return { ids: [meantInQuestions.get(text) ?? first.id], weak: weak.has(text), tokens: span };
  }
  return null;
}

function joinsAtAnEnd(words: readonly string[]): boolean {
  const joining = /^(?:the|of|and|for|in|on|to|from|by|a|an)$/u;
  return joining.test(words[0]!) || joining.test(words.at(-1)!);
}
