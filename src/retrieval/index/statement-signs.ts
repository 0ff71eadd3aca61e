import { type Statement } from "../../contracts/concept";

export type PrimaryStatement = Extract<Statement, "balance-sheet" | "cash-flow" | "income-statement">;

interface StatementSigns {
  readonly statement: PrimaryStatement;
  /** What its heading says. */
  readonly title: RegExp;
  /** Rows that stand in nearly every one of its kind, whatever the company. */
  readonly rows: readonly RegExp[];
}

export const statementSigns: readonly StatementSigns[] = [
  {
    statement: "balance-sheet",
    title: /balance sheets?\b|statements? of (?:consolidated )?financial (?:position|condition)/i,
    rows: [
      /total assets/i,
      /total (?:current )?liabilities/i,
      /total current assets/i,
      /accounts payable|payables/i,
      /retained earnings|accumulated deficit|reinvested/i,
      /total (?:stockholders|shareholders|shareowners|equity)|total .{0,25}equity/i,
      /treasury (?:stock|shares)|common (?:stock|shares)/i,
      /cash and cash equivalents/i,
      /goodwill|inventor/i,
      /accrued/i,
    ],
  },
  {
    statement: "income-statement",
    title:
      /statements? of (?:consolidated )?(?:net )?(?:income|operations|earnings|profit)|(?:income|earnings) statements?\b/i,
    rows: [
      /cost of|costs and expenses|total (?:operating )?expenses/i,
      /operating (?:income|profit|loss)|(?:income|loss) from operations|(?:earnings|income|loss) before/i,
      /net (?:income|earnings|loss)/i,
      /\bbasic\b/i,
      /\bdiluted\b/i,
      /(?:provision|benefit).{0,20}tax|income tax/i,
      /interest (?:expense|income)/i,
      /(?:sales|revenues?)\b/i,
      /per (?:common )?share|weighted/i,
      /selling|general|marketing|administrative/i,
    ],
  },
  {
    statement: "cash-flow",
    title: /statements? of (?:consolidated )?cash ?flows?|cash ?flows? statements?/i,
    rows: [
      /operating activities|by operations/i,
      /investing activities/i,
      /financing activities/i,
      /depreciation/i,
      /(?:purchases?|additions?|payments?|acquisition).{0,12} (?:of|to|for) (?:property|capital)|capital (?:expenditures|spending)/i,
      /dividends|repurchases?/i,
      /end of (?:the )?(?:year|period|quarter)|at end/i,
      /beginning of|at beginning/i,
      /stock-based|share-based|compensation/i,
      /payable|inventor|receivable/i,
    ],
  },
];
