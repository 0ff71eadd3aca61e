import { type TableUnits } from "../../contracts/document";

const scales: Readonly<Record<string, number>> = { thousand: 1e3, thous: 1e3, million: 1e6, mil: 1e6, billion: 1e9 };
const longestStatement = 260;

/** "in millions", "millions of dollars", "$ in thousands", "US$ millions", "(000s omitted)", "in whole dollars". */
const scaleWords =
  /(?:\b(?:in|of)\s+|[$€£¥]\s*|\b(?:usd|eur|gbp|rmb|dollars?|euros?|amounts?)\s+|\(\s*|^\s*)(thousand|million|billion|thous|mil)s?\b|(?:[$€£¥(']|\bin\s)\s*'?(000)(?:['’]?s)?\b(?:\s+omitted)?|\bin\s+(?:whole|actual)\s+(?:u\.?s\.?\s+)?(dollars)|\b(000)['’]?s\b/i;
const sharesScale =
  /\bshares?\b[^;)]{0,60}?\b(?:in|reflected in|stated in)\s+(thousand|million|billion)s?|\b(thousand|million)s? of shares/i;
const currencies: readonly (readonly [RegExp, string])[] = [
  [/canadian dollars?|\bC(?:AD)?\s?\$|\bCAD\b/i, "CAD"],
  [/australian dollars?|\bA\$|\bAUD\b/i, "AUD"],
  [/hong kong dollars?|HK\$|\bHKD\b/i, "HKD"],
  [/NT\$|new taiwan dollars?/i, "TWD"],
  [/\bR\$|brazilian rea(?:is|ls?)|\breais\b/i, "BRL"],
  [/\$|\bdollars?\b|\bUSD\b/i, "USD"],
  [/€|\beuros?\b|\bEUR\b/i, "EUR"],
  [/£|\bsterling\b|\bGBP\b/i, "GBP"],
  [/\bRMB\b|\brenminbi\b|\byuan\b/i, "CNY"],
  [/¥|\byen\b|\bJPY\b/i, "JPY"],
  [/\bCHF\b|swiss francs?/i, "CHF"],
];

/** What a caption, a head or a lead-in says the numbers below are counted in; null where it says nothing. */
export function readTableUnits(text: string): TableUnits | null {
  const match = scaleWords.exec(text);
  if (match === null) return null;
  const word = match[1]?.toLowerCase();
  const multiplier = word !== undefined ? scales[word]! : match[3] !== undefined ? 1 : 1e3;
  const printed = statementAround(text, match.index, match.index + match[0].length);
  const exceptions = exceptionsIn(printed);
  const ofShares = sharesScale.exec(printed);
  const shareWord = (ofShares?.[1] ?? ofShares?.[2])?.toLowerCase();
  return {
    printed,
    multiplier,
    shareMultiplier: shareWord !== undefined ? scales[shareWord]! : exceptions.includes("shares") ? 1 : multiplier,
    currency: currencies.find(([pattern]) => pattern.test(printed))?.[1] ?? null,
    exceptions,
  };
}

function exceptionsIn(printed: string): TableUnits["exceptions"] {
  const except = /\b(?:except(?:ing)?|other than|excluding)\b(.*)$/is.exec(printed)?.[1];
  if (except === undefined) return [];
  const found: TableUnits["exceptions"] = [];
  if (/per[\s-]+(?:\w+[\s-]+)?(?:share|unit|ads)/i.test(except)) found.push("per-share");
  if (/(?<!per[\s-]+(?:\w+[\s-]+)?)\b(?:shares?|units?)\b(?!\s*(?:amounts?|price))/i.test(except)) found.push("shares");
  if (/percent|ratio|rates?\b|%/i.test(except)) found.push("percent");
  if (found.length === 0 || /noted|indicated|stated|specified|other/i.test(except)) found.push("other");
  return found;
}

/** The brackets the statement stands in, else its sentence. */
function statementAround(text: string, start: number, end: number): string {
  const opens = text.lastIndexOf("(", start + 1);
  const closesBefore = text.lastIndexOf(")", start);
  const closes = text.indexOf(")", end);
  if (opens >= 0 && opens > closesBefore && closes >= 0 && closes - opens <= longestStatement) {
    return text.slice(opens + 1, closes).trim();
  }
  const from = Math.max(text.lastIndexOf(". ", start) + 2, start - 80, 0);
  const stop = /[.;:](?:\s|$)|\)/.exec(text.slice(end));
  const to = stop === null ? text.length : end + stop.index;
  return text.slice(from < 2 ? 0 : from, Math.min(to, end + 150)).trim();
}
