import { findConceptsInText } from "../../concepts/find-concepts-in-text";
import { type ConceptId } from "../../contracts/concept";
import { type Citation, type Evidence } from "../../contracts/evidence";
import { citeSlice } from "../draft/check-draft";
import { sentenceSpans } from "../../concepts/sentence-spans";

/** A range a company said it expects, with the sentence that says so. */
export interface Guidance {
  readonly conceptId: ConceptId;
  /** In single currency units, or a ratio. */
  readonly low: number;
  readonly high: number;
  readonly unit: "currency" | "percent";
  /** True where the percent is growth, not a share. */
  readonly growth: boolean;
  readonly fiscalYear: number;
  readonly quarter: number | null;
  readonly citation: Citation;
}

const expecting = /\b(?:expects?|expecting|anticipates?|guidance|outlook|forecasts?|projects?|targets?)\b/i;
const money =
  /\$\s?([\d,]{1,20}(?:\.\d{1,6})?)\s?(thousand|million|billion)?\s?(?:to|and|-|–|—)\s?\$?\s?([\d,]{1,20}(?:\.\d{1,6})?)\s?(thousand|million|billion)/gi;
const percents =
  /(?<![\d.])(\d{1,6}(?:\.\d{1,6})?)\s?(?:%|percent)?\s?(?:to|and|-|–|—)\s?(\d{1,6}(?:\.\d{1,6})?)\s?(?:%|percent)/gi;
const factors: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6, billion: 1e9 };
const quarters = ["first", "second", "third", "fourth"];

/**
 * Ranges of guidance, read conservatively: one sentence that expects one range for one concept and one stated fiscal
 * year or quarter. Anything with two of these is left to a reader.
 */
export function readGuidance(evidence: readonly Evidence[]): Guidance[] {
  return evidence.flatMap((item) =>
    item.boilerplate || item.kind === "table"
      ? []
      : sentenceSpans(item.text).flatMap((span) => {
          const guidance = readSentence(item.text.slice(span.start, span.end));
          return guidance === null ? [] : [{ ...guidance, citation: citeSlice(item, span) }];
        }),
  );
}

function readSentence(sentence: string): Omit<Guidance, "citation"> | null {
  if (!expecting.test(sentence)) return null;
  // What was withdrawn, missed or merely compared is no guidance.
  if (
    /\b(?:withdr[ae]w\w*|suspend\w*|previous(?:ly)?|prior|no longer|not expect|compared (?:to|with))\b/i.test(sentence)
  )
    return null;
  const period = readPeriod(sentence);
  const concepts = findConceptsInText(sentence);
  const [amounts, rates] = [[...sentence.matchAll(money)], [...sentence.matchAll(percents)]];
  if (period === null || amounts.length + rates.length !== 1) return null;
  const growth = rates.length === 1 && /\b(?:grow\w*|increas\w+)\b/i.test(sentence);
  const named =
    concepts.length === 1 ? concepts[0] : growth && concepts.includes("revenue-growth") ? "revenue" : undefined;
  if (named === undefined) return null;
  const conceptId = named === "revenue-growth" ? "revenue" : named;
  const range = amounts[0] === undefined ? readRates(rates[0]) : readAmounts(amounts[0]);
  if (range === null || range.low > range.high) return null;
  return { conceptId, ...range, unit: amounts.length === 1 ? "currency" : "percent", growth, ...period };
}

function readAmounts(match: RegExpMatchArray | undefined): { low: number; high: number } | null {
  if (match === undefined) return null;
  const [, low = "", lowWord, high = "", highWord = ""] = match;
  const factor = factors[highWord.toLowerCase()];
  const lowFactor = lowWord === undefined ? factor : factors[lowWord.toLowerCase()];
  if (factor === undefined || lowFactor === undefined) return null;
  return { low: toNumber(low) * lowFactor, high: toNumber(high) * factor };
}

function readRates(match: RegExpMatchArray | undefined): { low: number; high: number } | null {
  return match === undefined ? null : { low: toNumber(match[1] ?? "") / 100, high: toNumber(match[2] ?? "") / 100 };
}

function toNumber(digits: string): number {
  return Number(digits.replaceAll(",", ""));
}

/** The one fiscal year, with its quarter where one is named; null where none or several are. */
function readPeriod(sentence: string): { fiscalYear: number; quarter: number | null } | null {
  const years = new Set(
    [
      ...sentence.matchAll(/\b(?:fiscal(?: year)?|FY|full[- ]year|year|quarter of(?: fiscal)?)\s*((?:19|20)\d\d)\b/gi),
    ].map((match) => Number(match[1])),
  );
  const [fiscalYear] = years;
  if (years.size !== 1 || fiscalYear === undefined) return null;
  const named = quarters.flatMap((word, index) =>
    new RegExp(`\\b${word}(?:[- ]fiscal)?[- ]quarter\\b`, "i").test(sentence) ? [index + 1] : [],
  );
  if (named.length > 1) return null;
  return { fiscalYear, quarter: named[0] ?? null };
}
