import { type Statement } from "../contracts/concept";

const names: readonly (readonly [RegExp, Statement])[] = [
  [
    /\bcash\s*-?\s*flows?\b(?!.*\b(?:dcf|discounted|valuation)\b)|\bCFS?\b|operating activities|investing activities|financing activities/i,
    "cash-flow",
  ],
  [
    /\bincome statement\b|profit\s*(?:&|and)\s*loss|\bP\s*&\s*L\b|\bP&L\b|\bIS\b|statement of (?:operations|earnings|income)/i,
    "income-statement",
  ],
  [
    /balance sheet|financial position|\bBS\b|^(?:current |non-?current |total )?(?:assets|liabilities)$|^(?:shareholders?|stockholders?)['’]? equity$|^liabilities (?:&|and).*equity$/i,
    "balance-sheet",
  ],
  [/\bDCF\b|valuation|\bWACC\b|terminal value|enterprise value|\bLBO\b|returns analysis|sensitivity/i, "valuation"],
  [/\bratios?\b|\bmetrics\b|\bKPIs?\b|margins|common[- ]size/i, "ratios"],
  [/assumptions?|drivers|\binputs?\b|scenarios?/i, "assumptions"],
  [/market data|\bcomps\b|comparables?|trading multiples|precedent/i, "market"],
];

/** The statement a heading, title or sheet name announces; null where it announces none. */
export function statementNamed(text: string): Statement | null {
  const words = text.replace(/_/g, " ").trim();
  if (words.length === 0 || words.length > 80) return null;
  if (/free cash flow|discounted cash flow/i.test(words)) return "valuation";
  return names.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}

/** Nearest heading first, then the block's title, then the sheet's name. */
export function statementAround(path: readonly string[], blockTitle: string | null, sheet: string): Statement | null {
  for (let i = path.length - 1; i >= 0; i--) {
    const statement = statementNamed(path[i]!);
    if (statement !== null) return statement;
  }
  return (blockTitle === null ? null : statementNamed(blockTitle)) ?? statementNamed(sheet);
}
