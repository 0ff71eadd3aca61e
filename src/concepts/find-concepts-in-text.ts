import { type ConceptId } from "../contracts/concept";
import { normalizeLabel } from "./normalize-label";
import { conceptsBySynonym, conceptsByWordSet, longestSynonymWords, wordSetKey } from "./synonym-index";

/** Everyday words that name a concept on a statement but mean nothing in a sentence. */
const ordinary = new Set([
  ...["period", "price", "units", "quantity", "stocks", "contribution", "rents", "coupon", "da", "we", "re", "cos"],
  ...["fair value", "premium discount", "price increase", "price increases"],
]);
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

interface Found {
  readonly ids: readonly ConceptId[];
  readonly weak: boolean;
}

/** The finance concepts a question names, longest match first wins, in reading order. */
export function findConceptsInText(question: string): ConceptId[] {
  const shouting = question === question.toUpperCase();
  const originals = question.split(/\s+/u).filter((word) => word !== "");
  const tokens = originals.flatMap((original) =>
    normalizeLabel(`x ${original}`)
      .words.slice(1)
      .map((word) => ({ word, original })),
  );
  const found: Found[] = [];
  let at = 0;
  while (at < tokens.length) {
    const match = longestAt(at);
    if (match === null) at += 1;
    else {
      found.push(match);
      at += match.length;
    }
  }
  const strong = found.filter((entry) => !entry.weak);
  return [...new Set((strong.length > 0 ? strong : found).flatMap((entry) => entry.ids))];

  function longestAt(start: number): (Found & { length: number }) | null {
    for (let length = Math.min(longestSynonymWords, tokens.length - start); length > 0; length -= 1) {
      const span = tokens.slice(start, start + length);
      const words = span.map((token) => token.word);
      const text = words.join(" ");
      const exact = conceptsBySynonym(text);
      const candidates =
        exact.length > 0 || length < 2 ? exact : joinsAtAnEnd(words) ? [] : conceptsByWordSet(wordSetKey(words));
      const first = candidates[0];
      if (first === undefined) continue;
      if (ordinary.has(text)) continue;
      if (length === 1 && /^[a-z]{1,3}$/u.test(text) && !shouting && !/[A-Z].*[A-Z]/u.test(span[0]!.original)) continue;
      return { ids: [first.id], weak: weak.has(text), length };
    }
    return null;
  }
}

function joinsAtAnEnd(words: readonly string[]): boolean {
  const joining = /^(?:the|of|and|for|in|on|to|from|by|a|an)$/u;
  return joining.test(words[0]!) || joining.test(words.at(-1)!);
}
