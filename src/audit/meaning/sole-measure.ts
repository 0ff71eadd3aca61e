/** Measures that are named by one word and stand for each other under no circumstances. */
export type SoleMeasure =
  | "revenue"
  | "bookings"
  | "gross profit"
  | "ebitda"
  | "ebit"
  | "pretax income"
  | "net income"
  | "enterprise value"
  | "equity value"
  | "total assets"
  | "total liabilities"
  | "total equity"
  | "receivables"
  | "payables"
  | "inventory"
  | "net debt"
  | "gross debt"
  | "cost of equity"
  | "cost of debt"
  | "wacc"
  | "unlevered flow"
  | "levered flow";

const names: readonly (readonly [SoleMeasure, RegExp])[] = [
  ["revenue", /^(?:(?:net |gross )?(?:revenues?|sales|turnover)|sales revenues?|revenues? from operations)$/u],
  ["bookings", /^(?:(?:net |gross |new )?(?:bookings|billings)|order intake|gross merchandise value|gmv)$/u],
  ["gross profit", /^gross (?:profit|income)$/u],
  ["ebitda", /^ebitda$/u],
  ["ebit", /^(?:ebit|operating (?:profit|income|earnings)|earnings before interest and tax(?:es)?)$/u],
  [
    "pretax income",
    /^(?:ebt|pbt|pre ?tax (?:income|profit|earnings)|(?:profit|income|earnings) before (?:income )?tax(?:es|ation)?)$/u,
  ],
  [
    "net income",
    /^(?:net (?:income|profit|earnings)|pat|(?:profit|income|earnings) after tax(?:es|ation)?|profit for the (?:year|period))$/u,
  ],
  ["enterprise value", /^(?:(?:total )?enterprise value|ev|tev)$/u],
  ["equity value", /^(?:equity value|market cap(?:italization)?)$/u],
  ["total assets", /^assets$/u],
  ["total liabilities", /^liabilities$/u],
  ["total equity", /^(?:shareholders?'?s?'? |stockholders?'?s?'? )?equity$/u],
  ["receivables", /^(?:(?:accounts?|trade) )?receivables?$/u],
  ["payables", /^(?:(?:accounts?|trade) )?payables?$/u],
  ["inventory", /^(?:inventor(?:y|ies)|stock in trade)$/u],
  ["net debt", /^net debt$/u],
  ["gross debt", /^(?:gross debt|debt)$/u],
  ["cost of equity", /^(?:cost of equity|ke)$/u],
  ["cost of debt", /^(?:cost of debt|kd)$/u],
  ["wacc", /^(?:wacc|weighted average cost of capital)$/u],
  ["unlevered flow", /^(?:unlevered free cash flows?|ufcf|fcff|free cash flows? to (?:the )?firm)$/u],
  ["levered flow", /^(?:levered free cash flows?|lfcf|fcfe|free cash flows? to equity)$/u],
];

/** What says of when, of whom or in what form a measure is, never which. */
const aside =
  /\b(?:total|ltm|ttm|ntm|last twelve months|exit|entry|forecast|projected|annual|current|terminal|final|year|fy ?\d*|target|acquirer|company|adjusted|reported|consolidated|group|margins?|growth|pre tax|pretax|after tax|implied|base|the|at|in|of|as|a|for|less|add|plus|opening|closing|ending|beginning|\d+)\b|[%+]/gu;
const noAside: ReadonlySet<SoleMeasure> = new Set<SoleMeasure>(["total assets", "total liabilities", "total equity"]);

/** The measure that a label names and nothing else; null for any other label. */
export function soleMeasure(label: string): SoleMeasure | null {
  const plain = label
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\([^)]*\)|\[[^\]]*\]/gu, " ")
    .replace(/&/gu, " and ")
    .replace(/[^\p{L}\p{N}%+']+/gu, " ")
    .trim();
  const read = (text: string) => names.find(([, name]) => name.test(text.replace(/\s+/gu, " ").trim()))?.[0] ?? null;
  const whole = read(plain);
  if (whole !== null && !noAside.has(whole)) return whole;
  const found = read(plain.replace(aside, " "));
  return found !== null && noAside.has(found) && !/^total\b/u.test(plain) ? null : found;
}
