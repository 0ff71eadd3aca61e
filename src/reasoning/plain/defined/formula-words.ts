/** What a word or phrase does in a formula. */
export type Role =
  | "plus"
  | "minus"
  | "times"
  | "over"
  | "share-of"
  | "average"
  | "change"
  | "growth"
  | "compound-growth"
  | "sum"
  | "ratio"
  | "difference"
  | "product"
  | "dividing"
  | "subtracting"
  | "adding"
  | "multiplying"
  | "margin"
  | "and"
  | "to"
  | "by"
  | "from"
  | "filler";

/** Longest first; each word of a phrase as it is written, in small letters. */
const phrases: readonly (readonly [string, Role])[] = [
  ["as a percentage of", "share-of"],
  ["as a percent of", "share-of"],
  ["as a share of", "share-of"],
  ["as a proportion of", "share-of"],
  ["as a fraction of", "share-of"],
  ["as a % of", "share-of"],
  ["as percentage of", "share-of"],
  ["as percent of", "share-of"],
  ["as % of", "share-of"],
  ["percentage of", "share-of"],
  ["percent of", "share-of"],
  ["% of", "share-of"],
  ["divided by", "over"],
  ["dividing by", "over"],
  ["relative to", "over"],
  ["multiplied by", "times"],
  ["subtracted by", "minus"],
  ["compound annual growth rate", "compound-growth"],
  ["compounded annual growth rate", "compound-growth"],
  ["compound annual growth", "compound-growth"],
  ["compound growth", "compound-growth"],
  ["year over year % change", "growth"],
  ["year over year growth rate", "growth"],
  ["year over year growth", "growth"],
  ["year-over-year growth", "growth"],
  ["yoy growth", "growth"],
  ["growth rate", "growth"],
  ["% growth", "growth"],
  ["% change", "growth"],
  ["percent change", "growth"],
  ["percentage change", "growth"],
  ["year over year change", "change"],
  ["year-over-year change", "change"],
  ["yoy change", "change"],
  ["absolute change", "change"],
  ["net change", "change"],
  ["% margin", "margin"],
  ["margin %", "margin"],
  ["as reported", "filler"],
  ["line item", "filler"],
  ["line items", "filler"],
  ["as well as", "and"],
  ["sum of", "sum"],
  ["total of", "sum"],
];

const single: Readonly<Record<string, Role>> = {
  plus: "plus",
  "+": "plus",
  minus: "minus",
  less: "minus",
  "-": "minus",
  times: "times",
  "*": "times",
  x: "times",
  over: "over",
  "/": "over",
  average: "average",
  avg: "average",
  "avg.": "average",
  mean: "average",
  averaged: "average",
  change: "change",
  increase: "change",
  growth: "growth",
  cagr: "compound-growth",
  sum: "sum",
  ratio: "ratio",
  quotient: "ratio",
  difference: "difference",
  product: "product",
  dividing: "dividing",
  divide: "dividing",
  subtracting: "subtracting",
  subtract: "subtracting",
  adding: "adding",
  add: "adding",
  multiplying: "multiplying",
  multiply: "multiplying",
  margin: "margin",
  and: "and",
  "&": "and",
  to: "to",
  by: "by",
  with: "and",
  from: "from",
};

/** Words that change nothing about a figure of the company as a whole. */
const fillers: ReadonlySet<string> = new Set(
  (
    "the a an of in on at for its their company company's company’s companys firm's firm’s total unadjusted reported " +
    "consolidated gaap fiscal annual full year yearly amount amounts value values balance balances figure figures number " +
    "numbers respective respectively both between taking take simply then result resulting it is be period period's " +
    "period’s year's year’s same"
  ).split(" "),
);

export interface RoleFound {
  readonly role: Role;
  readonly length: number;
  /** Written as a word rather than a sign. */
  readonly spoken: boolean;
}

/** The role of the words that begin at a place, the longest phrase first; null where they have none. */
export function roleAt(texts: readonly string[], at: number): RoleFound | null {
  for (const [phrase, role] of phrases) {
    const words = phrase.split(" ");
    if (words.every((word, index) => texts[at + index]?.toLowerCase() === word))
      return { role, length: words.length, spoken: true };
  }
  const word = texts[at]?.toLowerCase() ?? "";
  const role = Object.hasOwn(single, word) ? single[word] : fillers.has(word) ? "filler" : undefined;
  return role === undefined ? null : { role, length: 1, spoken: /^\p{L}/u.test(word) };
}

/** Names of the primary statements, as a note on where a figure stands: "(from the cash flow statement)". */
export const statementName =
  /(?:\b(?:from|in|on|per|within) (?:the |its |their )?)?\b(?:consolidated )?(?:balance sheets?|statements? of (?:consolidated )?(?:financial position|financial condition|income|operations|earnings|cash ?flows?)|(?:income|cash ?flows?|p ?& ?l|profit and loss) statements?)\b/gi;
