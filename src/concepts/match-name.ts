import { type Statement, type UnitKind } from "../contracts/concept";
import { type ConceptMatch } from "../contracts/model-map";
import { type Concept } from "./concept-definition";
import { labelVariants, type LabelVariant } from "./label-variants";
import { conceptsByLabel, conceptsByLabelWords, wordSetKey } from "./synonym-index";

export interface LabelSurroundings {
  /** Headings above the label, outermost first. */
  readonly path?: readonly string[];
  readonly unit?: UnitKind;
  readonly statement?: Statement;
}

/** Words that change nothing about what a row is. */
const harmless = new Set(
  (
    "total net the of and for a an consolidated reported company group projected forecast forecasted estimated historical " +
    "actual assumption assumptions calculated annual fy ending end balance closing assumed current input calculation amount figure"
  ).split(" "),
);
/** Too short or too general to be taken for a concept when a word more or less stands beside it. */
const loneWordsNeverLoosened = new Set(
  (
    "equity debt tax taxes interest price cash sales growth margin units period rent fx stores shares assets liabilities volume " +
    "quantity contribution leverage stocks turnover materials supplies maintenance users transactions options stake spread " +
    "maturity tenor production capacity land building buildings equipment vehicles furniture commission insurance freight travel " +
    "bonus escrow provision provisions reserves loans deposits mortgage refunds expansion burn area budget plan variance average " +
    "mean median high low max min maximum minimum opening beginning commissions machinery discounts"
  ).split(" "),
);

const unitsAlike: Readonly<Record<UnitKind, readonly UnitKind[]>> = {
  currency: ["currency", "count", "currency-per-share"],
  "currency-per-share": ["currency-per-share", "currency"],
  percent: ["percent"],
  multiple: ["multiple", "count", "percent", "currency"],
  shares: ["shares", "count", "currency"],
  days: ["days", "count", "currency", "multiple"],
  count: ["count", "currency", "shares", "days", "multiple", "date"],
  date: ["date", "count"],
  unknown: [],
};

/** Whether a row measured so may show the concept; an unknown unit may show anything. */
function unitFits(concept: Concept, unit: UnitKind | undefined): boolean {
  if (unit === undefined || unit === "unknown" || concept.unit === "unknown") return true;
  return unit === concept.unit || unitsAlike[concept.unit].includes(unit);
}

interface Choice {
  readonly concept: Concept;
  /** Several senses are open and nothing around tells which is meant. */
  readonly isOpen: boolean;
}

/** The sense that fits the unit and the statement; the dictionary's first where neither tells. */
function pickByPlace(candidates: readonly Concept[], around: LabelSurroundings): Choice | null {
  const fitting = candidates.filter((concept) => unitFits(concept, around.unit));
  const first = fitting[0];
  if (first === undefined) return null;
  const onStatement = fitting.filter((concept) => concept.statement === around.statement);
  const exactUnit = fitting.filter((concept) => concept.unit === around.unit);
  const both = onStatement.find((concept) => exactUnit.includes(concept));
  const told = both ?? onStatement[0] ?? exactUnit[0];
  return { concept: told ?? first, isOpen: told === undefined && fitting.length > 1 };
}

const rightSign = /%|\bgrowth\b|\byoy\b|\bmargins?\b|\bratio\b|\bper\b|\bdays\b|\bcagr\b|\bmultiple\b|\bx\b/u;

function looksDerived(text: string): boolean {
  return rightSign.test(text);
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

/** "Payables - other" is a part of payables: behind a dash stands another name, so the order of words counts. */
const hasPart = /\p{L}\s+[-–—]\s*\p{L}|\p{L}\s*[–—]\s*\p{L}/u;

function matchVariant(label: string, { words, text }: LabelVariant, around: LabelSurroundings): ConceptMatch | null {
  const shown = label.trim();
  const exact = conceptsByLabel(text);
  const chosen = pickByPlace(exact, around);
  if (chosen !== null) {
    const { concept, isOpen } = chosen;
    const confidence = concept.isGeneric ? 0.8 : isOpen ? 0.7 : exact.length === 1 ? 0.97 : 0.85;
    return { id: concept.id, confidence, reason: `“${shown}” is a name of ${concept.name}` };
  }
  if (exact.length > 0) return null;

  const isWhole = !hasPart.test(label);
  const sameWords = isWhole ? pickByPlace(conceptsByLabelWords(wordSetKey(words)), around)?.concept : undefined;
  if (sameWords !== undefined && words.length > 1) {
    const confidence = sameWords.isGeneric ? 0.75 : 0.88;
    return { id: sameWords.id, confidence, reason: `“${shown}” has the words of ${sameWords.name}` };
  }

  const rate = words.includes("%")
    ? pickByPlace(conceptsByLabel(words.filter((word) => word !== "%").join(" ")), around)?.concept
    : undefined;
  if (rate?.unit === "percent") return { id: rate.id, confidence: 0.9, reason: `“${shown}” is a name of ${rate.name}` };

  for (const fewer of withoutHarmlessWords(words)) {
    if (fewer.length === 1 && loneWordsNeverLoosened.has(fewer[0]!)) continue;
    const inOrder = pickByPlace(conceptsByLabel(fewer.join(" ")), around);
    const candidate =
      inOrder ?? (isWhole && fewer.length > 1 ? pickByPlace(conceptsByLabelWords(wordSetKey(fewer)), around) : null);
    if (candidate !== null && looksDerived(text) === looksDerived(fewer.join(" "))) {
      const { concept } = candidate;
      const confidence = concept.isGeneric ? 0.6 : inOrder === null ? 0.7 : 0.75;
      return {
        id: concept.id,
        confidence,
        reason: `“${shown}” is ${concept.name}, apart from words that change nothing`,
      };
    }
  }
  return null;
}

const mostWords = 12;

/** The concept whose name a label is, however it is abbreviated, numbered or misspelt; null where it is none's. */
export function matchName(label: string, around: LabelSurroundings = {}): ConceptMatch | null {
  for (const variant of labelVariants(label)) {
    if (variant.words.length === 0 || variant.words.length > mostWords) continue;
    const match = matchVariant(label, variant, around);
    if (match === null) continue;
    return variant.doubt === 0 ? match : { ...match, confidence: Math.max(0.5, match.confidence - variant.doubt) };
  }
  return null;
}
