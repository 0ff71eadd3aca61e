import { type Statement } from "../../contracts/concept";
import { type FilingTable } from "../../contracts/document";

export type PrimaryStatement = Extract<Statement, "income-statement" | "balance-sheet" | "cash-flow">;

interface Signs {
  readonly statement: PrimaryStatement;
  /** Each must name a row. */
  readonly rows: readonly RegExp[];
}

const netIncome =
  /^(?:consolidated\s+)?net (?:income|earnings|loss|\(loss\)|profit)\b|^\(?(?:profit|loss)\b.{0,20}\bfor the (?:year|period|quarter)\b/i;
/** Told by their rows, which no other table has together; a name above is often missing or on another page. */
const statements: readonly Signs[] = [
  {
    statement: "cash-flow",
    rows: [
      /^(?:total\s+|net\s+)?cash\b.*\boperat(?:ing activities|ions)/i,
      /^(?:total\s+|net\s+)?cash\b.*\bfinancing\b/i,
    ],
  },
  {
    statement: "balance-sheet",
    // Without its owners' part it may be what is carried at fair value, or what another company brought in.
    rows: [/^total assets\b/i, /^total\b.*(?:\bequity|\bdeficit|\bdeficiency|\bcapital|\binvestment)/i],
  },
  {
    statement: "income-statement",
    rows: [
      /^(?:total\s+|net\s+)*(?:operating\s+)?(?:revenues?|sales)\b/i,
      netIncome,
      /\bper (?:common\s+|ordinary\s+)?share\b|^(?:basic|diluted)\b|\bincome tax(?:es)?\b/i,
    ],
  },
];

/**
 * Tables shaped like a statement that are of a part of the company, of another company, of another measure, or of no
 * time that was.
 */
const ofOtherThings =
  /\b(?:parent[\s-]+(?:company|only)|guarant(?:ors?|ees?)|obligors?|issuers?|eliminations?|consolidating|predecessor|investees?|unconsolidated|affiliates?|joint ventures?|purchase price|registrant only|condensed financial information of|pro[\s-]?forma|segments?|reconciliations?|non-?gaap|adjusted|quarterly|selected|as (?:previously )?reported|discontinued|acquire[de]|guidance|outlook|projected|percent(?:age)? of|summarized|equity method|variable interest|restate(?:d|ment)|supplemental|(?:three|two) (?:businesses|companies))\b/i;
/** "Note 22 – …", "7. Debt": what stands in a note tells of something besides the statements. */
const noteHeading = /^(?:notes?\s+)?\d{1,2}(?:\s*[.:)–—-]|\s+[A-Z])|^note\s+\d/i;
const leastRows = 6;

/** Which primary statement of the whole company a table is; null where it is none, or that is not sure. */
export function tellStatement(
  table: Pick<FilingTable, "caption" | "rowPaths" | "columnHeads">,
  headings: readonly string[],
): PrimaryStatement | null {
  const labels = table.rowPaths.flatMap((path) => path[path.length - 1] ?? []);
  if (labels.length < leastRows) return null;
  const above = [table.caption ?? "", headings[headings.length - 1] ?? "", ...table.columnHeads.flat()];
  if (above.some((words) => ofOtherThings.test(words)) || headings.some((words) => noteHeading.test(words)))
    return null;
  const found = statements.find(({ rows }) => rows.every((row) => labels.some((label) => row.test(label))));
  return found?.statement ?? null;
}
