/** What questions are about beyond the concepts of the statements: where a filing speaks of it, and in which words. */
export interface Topic {
  readonly asked: RegExp;
  /** Items of a 10-K, likeliest first. */
  readonly items: readonly string[];
  readonly words: string;
}

export const topics: readonly Topic[] = [
  {
    asked: /\bdrove|drivers? of|reasons? (?:for|why)|\bwhy\b|\bcaused?\b|explain/i,
    items: ["7"],
    words: "increase decrease due to primarily driven by compared higher lower offset partially",
  },
  {
    asked: /\brisks?\b|threat|expos(?:ed|ure)|vulnerab|uncertaint/i,
    items: ["1A", "7A"],
    words: "risk could adversely affect harm",
  },
  {
    asked: /acqui(?:sitions?|red|re)\b|merger|\bm&a\b/i,
    items: ["8", "7"],
    words: "acquisition acquired business combination purchase consideration",
  },
  {
    asked: /\blegal\b|litigation|lawsuit|\bsued\b|regulatory action/i,
    items: ["3", "8"],
    words: "legal proceedings litigation contingencies lawsuits",
  },
  {
    asked: /geograph|regions?\b|countr(?:y|ies)|international/i,
    items: ["8", "1"],
    words: "geographic region international",
  },
  { asked: /segments?\b/i, items: ["7", "8"], words: "segment reportable segments results" },
  {
    asked:
      /products? (?:and|or) services|what does .{0,40}\bdo\b|industry|main business|competit|customer concentration|(?:largest|major|primary) customers?/i,
    items: ["1", "1A"],
    words: "business products services customers industry competition",
  },
  {
    asked: /securities .{0,30}registered|national securities exchange|trading symbol/i,
    items: [],
    words: "title of each class trading symbol name of each exchange registered",
  },
  { asked: /restructuring/i, items: ["8", "7"], words: "restructuring charges severance costs" },
  {
    asked: /pension|retire(?:ment|es?)\b|post-?retirement/i,
    items: ["8"],
    words: "pension benefit plan obligations expected payments",
  },
  {
    asked: /guidance|outlook|forecasts?\b|expects?\b|expected|next (?:fiscal )?(?:year|quarter)|full[- ]year/i,
    items: ["2.02", "7.01", "7"],
    words: "guidance outlook expect expects full year range",
  },
  {
    asked: /nominees?|annual meeting|\bagm\b|shareholder proposals?|\bvotes?\b/i,
    items: ["5.07"],
    words: "votes for against abstain broker non-votes nominees proposal",
  },
  {
    asked: /derivatives?\b|hedg(?:e|ing)|notional|swaps?\b/i,
    items: ["8", "7A"],
    words: "notional derivative instruments hedges swaps",
  },
  { asked: /\bpricing\b|\bprices?\b|\bvolumes?\b/i, items: ["7"], words: "price volume mix" },
  {
    asked: /liquidity|borrowing capacity|covenants?|credit (?:facility|agreement)|maturit/i,
    items: ["7", "8"],
    words: "liquidity credit facility borrowings covenants maturity",
  },
  {
    asked: /buy-?backs?|repurchases?\b|dividends?\b/i,
    items: ["5", "8"],
    words: "repurchase program shares dividends declared",
  },
  {
    asked: /critical audit|accounting (?:policy|policies|estimates?)/i,
    items: ["8", "7"],
    words: "critical accounting policies estimates",
  },
  { asked: /seasonal|cyclical/i, items: ["1", "7"], words: "seasonality seasonal cyclical" },
  { asked: /employees?\b|headcount|workforce/i, items: ["1"], words: "employees human capital workforce" },
  {
    asked: /stores?\b|locations?\b|propert(?:y|ies)\b/i,
    items: ["2", "7"],
    words: "stores locations properties square feet",
  },
];
