/** A label stripped to what names the concept, with what was stripped kept where it matters. */
export interface NormalizedLabel {
  readonly words: readonly string[];
  readonly text: string;
  /** "Less:", "(-)": the row is shown to be taken away. */
  readonly contra: boolean;
  /** Asks for a share or growth: "%" stood in the label. */
  readonly percent: boolean;
}

const spelling: ReadonlyMap<string, string> = new Map([
  ["amortisation", "amortization"],
  ["capitalisation", "capitalization"],
  ["normalised", "normalized"],
  ["labour", "labor"],
  ["cashflow", "cash flow"],
  ["cashflows", "cash flows"],
  ["&", "and"],
  ["percentage", "%"],
  ["percent", "%"],
  ["pct", "%"],
  ["expenditures", "expenditure"],
  ["adj", "adjusted"],
  ["mgmt", "management"],
  ["equivalent", "equivalents"],
]);

/** Units, scales and currencies that say how a row is measured, never what it is. */
const measureWords =
  "(?:in|of|usd|us\\$|a\\$|c\\$|hk\\$|s\\$|nz\\$|r\\$|eur|gbp|inr|cad|aud|nzd|sgd|hkd|jpy|cny|rmb|chf|sek|nok|dkk|pln|aed|sar|zar|ngn|kes|brl|mxn|rub|try|krw|php|idr|myr|\\$|€|£|₹|¥|₦|m|mm|mn|mln|mio|k|bn|b|th|tn|'?000'?s?|millions?|thousands?|billions?|lakhs?|lacs?|crores?|crs?|rs|rupees?|dollars?|euros?|pounds?|except|per|share|data|amounts?|x|unaudited|audited|years?|yrs?|days?)";
/** The words may touch ("$m", "us$000s"), so "mm" reads in two ways: a bound keeps a long run of letters from being split in all of them. */
const mostMeasureWords = 12;
const measureBracket = new RegExp(
  `[([]\\s*${measureWords}(?:[\\s./,]*${measureWords}){0,${mostMeasureWords - 1}}[\\s.]*[)\\]]`,
  "giu",
);
const measureTail =
  /(?:\s*[,–-]\s*(?:in\s+)?|\s+in\s+)(?:usd|us\$|eur|gbp|inr|rs\.?|\$|€|£|₹)?\s*(?:m|mm|mn|k|bn|millions?|thousands?|'?000s?|crores?|cr|lakhs?)\.?\s*$/iu;

/** Rules ask of one label again and again, and a model has no more labels than these. */
const known = new Map<string, NormalizedLabel>();
const mostKnown = 10_000;

export function normalizeLabel(label: string): NormalizedLabel {
  let normalized = known.get(label);
  if (normalized === undefined) {
    if (known.size >= mostKnown) known.clear();
    known.set(label, (normalized = normalize(label)));
  }
  return normalized;
}

function normalize(label: string): NormalizedLabel {
  let text = label
    .normalize("NFKC")
    .replace(/[\u2018\u2019]/gu, "'")
    .replace(/[‐‑‒–—]/gu, "-")
    .toLowerCase()
    .trim();
  text = text.replace(/[*†‡§]+/gu, " ").replace(/[([](?:\d{1,2}|[a-h]|note \d+)[)\]]/gu, " ");
  const contra = /^\s*(?:less\b|minus\b|\(\s*-\s*\)|\(\s*less\s*\)|-\s)/u.test(text) || /\(\s*-\s*\)\s*$/u.test(text);
  text = text
    .replace(
      /^\s*(?:\(\s*[+\-=]\s*\)|\(\s*(?:less|add|plus)\s*\)|(?:less|add|plus|minus|add back)\s*[:.-]|(?:less|plus|minus|add back|add)\s+(?=\S)|[-+=•·]\s*)/u,
      "",
    )
    .replace(/\(\s*[+\-]\s*(?:\/\s*[-+]\s*)?\)\s*$/u, "");
  text = text.replace(measureBracket, " ").replace(measureTail, "");
  text = text
    .replace(/'s\b/gu, "s")
    .replace(/s'(?=\s|$)/gu, "s")
    .replace(/'/gu, "");
  const percent = /%|\bpct\b|\bpercent(?:age)?\b/u.test(text);
  text = text
    .replace(/&/gu, " & ")
    .replace(/%/gu, " % ")
    .replace(/(?<=\w)\.(?=\w)/gu, "")
    .replace(/\//gu, " ")
    .replace(/[^\p{L}\p{N}%&+\s]/gu, " ");
  const words = text
    .split(/\s+/u)
    .filter((word) => word !== "")
    .flatMap((word) => (spelling.get(word) ?? word).split(" "));
  return { words, text: words.join(" "), contra, percent };
}
