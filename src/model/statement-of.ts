import { type Statement } from "../contracts/concept";
import { conceptById } from "../concepts/dictionary";
import { matchName } from "../concepts/match-name";
import { statedScale } from "./read-unit";

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
    /balance sheet|financial position|\bBS\b|^(?:current |non-?current |total )?(?:assets|liabilities)$|^(?:shareholder|stockholder|owner)['’]?s?['’]? equity$|^liabilities (?:&|and).*equity$/i,
    "balance-sheet",
  ],
  [/\bDCF\b|valuation|\bWACC\b|terminal value|enterprise value|\bLBO\b|returns analysis|sensitivity/i, "valuation"],
  [/\bratios?\b|\bmetrics\b|\bKPIs?\b|margins|common[- ]size/i, "ratios"],
  [/assumptions?|drivers|\binputs?\b|scenarios?/i, "assumptions"],
  [/market data|\bcomps\b|comparables?|trading multiples|precedent/i, "market"],
];

/** The statement a heading, title or sheet name announces; null where it announces none. */
export function statementNamed(text: string): Statement | null {
  let statement = known.get(text);
  if (statement === undefined) {
    if (known.size >= mostKnown) known.clear();
    known.set(text, (statement = readHeading(text)));
  }
  return statement;
}

/** Every row under a heading asks what it announces. */
const known = new Map<string, Statement | null>();
const mostKnown = 10_000;

function readHeading(text: string): Statement | null {
  const words = text.replace(/_/g, " ").trim();
  if (words.length === 0 || words.length > 80 || statedScale(words) !== null) return null;
  if (/free cash flow|discounted cash flow/i.test(words)) return "valuation";
  return names.find(([pattern]) => pattern.test(words))?.[1] ?? statementOfSchedule(words);
}

const schedules: readonly (readonly [RegExp, Statement])[] = [
  [/^(?:total )?(?:operating |other )?(?:expenses?|costs?)$|^(?:variable|fixed|direct) costs$/i, "income-statement"],
  [/^(?:fixed|intangible|tangible) assets$|^debt$|^(?:term )?loans?$|^borrowings$/i, "balance-sheet"],
];
const filler =
  /\b(?:schedule|roll[- ]?forward|corkscrew|build|calculations?|breakdown|detail|summary|analysis)\b|[:.]|\s\d$/gi;

/** "Working capital schedule", "Revenue build": the heading of a schedule names a line of the statement it supports. */
function statementOfSchedule(heading: string): Statement | null {
  const words = heading.replace(filler, " ").replace(/\s+/g, " ").trim();
  if (words === "") return null;
  const known = schedules.find(([pattern]) => pattern.test(words))?.[1];
  if (known !== undefined) return known;
  const match = matchName(words);
  if (match === null || match.confidence < 0.85) return null;
  const statement = conceptById(match.id)?.statement ?? null;
  return statement !== null && onStatements.has(statement) ? statement : null;
}

const onStatements: ReadonlySet<Statement> = new Set(["income-statement", "balance-sheet", "cash-flow"]);

/** Nearest heading first, then the block's title, then the sheet's name. */
export function statementAround(path: readonly string[], blockTitle: string | null, sheet: string): Statement | null {
  for (let i = path.length - 1; i >= 0; i--) {
    const statement = statementNamed(path[i]!);
    if (statement !== null) return statement;
  }
  return (blockTitle === null ? null : statementNamed(blockTitle)) ?? statementNamed(sheet);
}
