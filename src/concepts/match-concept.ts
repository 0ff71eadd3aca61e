import { type Statement, type UnitKind } from "../contracts/concept";
import { type ConceptMatch } from "../contracts/model-map";
import { type Concept } from "./concept-definition";
import { conceptById } from "./dictionary";
import { normalizeLabel } from "./normalize-label";
import { conceptsBySynonym, conceptsByWordSet, wordSetKey } from "./synonym-index";

export interface LabelSurroundings {
  /** Headings above the label, outermost first. */
  readonly path?: readonly string[];
  readonly unit?: UnitKind;
  readonly statement?: Statement;
}

/** Words that change nothing about what a row is. */
const harmless = new Set([
  "total",
  "net",
  "the",
  "of",
  "and",
  "for",
  "a",
  "an",
  "consolidated",
  "reported",
  "company",
  "group",
  "projected",
  "forecast",
  "forecasted",
  "estimated",
  "historical",
  "actual",
  "assumption",
  "assumptions",
  "calculated",
  "annual",
  "fy",
  "year",
  "ending",
  "end",
  "balance",
  "closing",
  "assumed",
  "current",
  "input",
  "calculation",
  "amount",
  "figure",
]);
/** Too short or too general to be taken for a concept when a word more or less stands beside it. */
const loneWordsNeverLoosened = new Set([
  "equity",
  "debt",
  "tax",
  "taxes",
  "interest",
  "price",
  "cash",
  "sales",
  "growth",
  "margin",
  "units",
  "period",
  "rent",
  "fx",
  "stores",
  "shares",
  "assets",
  "liabilities",
  "volume",
  "quantity",
  "contribution",
  "leverage",
  "stocks",
  "turnover",
]);

const unitsAlike: Readonly<Record<UnitKind, readonly UnitKind[]>> = {
  currency: ["currency", "count", "currency-per-share"],
  "currency-per-share": ["currency-per-share", "currency"],
  percent: ["percent"],
  multiple: ["multiple", "count", "percent", "currency"],
  shares: ["shares", "count", "currency"],
  days: ["days", "count", "currency", "multiple"],
  count: ["count", "currency", "shares", "days", "multiple"],
  date: ["date"],
  unknown: [],
};

/** Whether a row measured so may show the concept; an unknown unit may show anything. */
function unitFits(concept: Concept, unit: UnitKind | undefined): boolean {
  if (unit === undefined || unit === "unknown" || concept.unit === "unknown") return true;
  return unit === concept.unit || unitsAlike[concept.unit].includes(unit);
}

function pickByPlace(candidates: readonly Concept[], around: LabelSurroundings): Concept | null {
  const fitting = candidates.filter((concept) => unitFits(concept, around.unit));
  if (fitting.length === 0) return null;
  const exactUnit = fitting.find((concept) => concept.unit === around.unit);
  const onStatement = fitting.find((concept) => concept.statement === around.statement);
  return onStatement ?? exactUnit ?? fitting[0]!;
}

/** "Inventory growth %", "Other costs as % of sales": derived from something, so never that something itself. */
function matchDerived(text: string, unit: UnitKind | undefined): ConceptMatch | null {
  const derived = /\b(?:growth|yoy)\b|% change/u.test(text)
    ? "growth-rate"
    : /%\s*(?:of\s+)?(?:total\s+|net\s+)?(?:revenues?|sales|turnover)\b/u.test(text)
      ? "share-of-revenue"
      : /\bmargins?\b/u.test(text)
        ? "margin"
        : null;
  if (derived === null || (unit !== undefined && unit !== "percent" && unit !== "unknown")) return null;
  return { id: derived, confidence: 0.6, reason: `the label asks for a ${conceptById(derived)!.name.toLowerCase()}` };
}

function looksDerived(text: string): boolean {
  return /%|\bgrowth\b|\byoy\b|\bmargins?\b|\bratio\b|\bper\b|\bdays\b|\bcagr\b|\bmultiple\b|\bx\b/u.test(text);
}

/** Fewer and fewer words: first those at either end, then all that change nothing. */
function withoutHarmlessWords(words: readonly string[]): string[][] {
  const shorter: string[][] = [];
  let rest = [...words];
  while (rest.length > 1 && harmless.has(rest[0]!)) shorter.push((rest = rest.slice(1)));
  rest = [...words];
  while (rest.length > 1 && harmless.has(rest.at(-1)!)) shorter.push((rest = rest.slice(0, -1)));
  const none = words.filter((word) => !harmless.has(word));
  if (none.length > 0 && none.length < words.length) shorter.push(none);
  return shorter;
}

/** What a row's label names in the dictionary, or null: an unknown label stays unknown. */
export function matchConcept(label: string, around: LabelSurroundings = {}): ConceptMatch | null {
  const { words, text } = normalizeLabel(label);
  if (words.length === 0 || words.length > 12) return null;

  const exact = conceptsBySynonym(text);
  const chosen = pickByPlace(exact, around);
  if (chosen !== null) {
    const sole = exact.length === 1;
    return { id: chosen.id, confidence: sole ? 0.97 : 0.85, reason: `“${label.trim()}” is a name of ${chosen.name}` };
  }
  if (exact.length > 0) return matchDerived(text, around.unit);

  const sameWords = pickByPlace(conceptsByWordSet(wordSetKey(words)), around);
  if (sameWords !== null && words.length > 1) {
    return { id: sameWords.id, confidence: 0.88, reason: `“${label.trim()}” has the words of ${sameWords.name}` };
  }

  const rate = words.includes("%")
    ? pickByPlace(conceptsBySynonym(words.filter((word) => word !== "%").join(" ")), around)
    : null;
  if (rate?.unit === "percent") {
    return { id: rate.id, confidence: 0.9, reason: `“${label.trim()}” is a name of ${rate.name}` };
  }

  for (const fewer of withoutHarmlessWords(words)) {
    if (fewer.length === 1 && loneWordsNeverLoosened.has(fewer[0]!)) continue;
    const candidate =
      pickByPlace(conceptsBySynonym(fewer.join(" ")), around) ??
      pickByPlace(conceptsByWordSet(wordSetKey(fewer)), around);
    if (candidate !== null && looksDerived(text) === looksDerived(fewer.join(" "))) {
      return {
        id: candidate.id,
        confidence: 0.75,
        reason: `“${label.trim()}” is ${candidate.name}, apart from words that change nothing`,
      };
    }
  }
  return matchDerived(text, around.unit);
}
