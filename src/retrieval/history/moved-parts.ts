import { type ComparedFact } from "../../storage/store";

/** What no regrouping of lines changes: where it moved, the results themselves were reported anew. */
const bottomLines: ReadonlyMap<string, string> = new Map([
  ["us-gaap:NetIncomeLoss", "net income"],
  ["us-gaap:ProfitLoss", "net income"],
  ["us-gaap:NetIncomeLossAvailableToCommonStockholdersBasic", "net income"],
  ["us-gaap:StockholdersEquity", "equity"],
  ["us-gaap:StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest", "equity"],
  ["us-gaap:RetainedEarningsAccumulatedDeficit", "retained earnings"],
  ["ifrs-full:ProfitLoss", "profit"],
  ["ifrs-full:Equity", "equity"],
]);

interface Statement {
  readonly line: RegExp;
  readonly totals: readonly string[];
  /** So many of the totals must be stated anew, and all that are must stand. */
  readonly fewest: number;
  readonly named: string;
}

/** Lines by how the taxonomy names them, and the totals they add up to. */
const statements: readonly Statement[] = [
  {
    line: /:(?:Payments|Proceeds|Repayments|IncreaseDecrease)[A-Z]|:OtherNoncashIncomeExpense$|:OtherOperatingActivitiesCashFlowStatement$/,
    totals: ["Operating", "Investing", "Financing"].map((kind) => `us-gaap:NetCashProvidedByUsedIn${kind}Activities`),
    fewest: 3,
    named: "net cash of operating, investing and financing activities",
  },
  {
    line: /:[A-Z]\w*(?:Current|Noncurrent)$/,
    totals: [
      "us-gaap:Assets",
      "us-gaap:Liabilities",
      "us-gaap:LiabilitiesAndStockholdersEquity",
      "us-gaap:StockholdersEquity",
    ],
    fewest: 2,
    named: "total assets and equity",
  },
  {
    line: /:(?:Revenues|RevenueFromContractWithCustomer\w*|CostOf(?:Revenue|GoodsAndServicesSold)|GrossProfit|(?:Selling|General|SellingGeneral)And\w+Expense|ResearchAndDevelopmentExpense\w*|OperatingExpenses|(?:Other)?NonoperatingIncomeExpense)$/,
    totals: ["us-gaap:NetIncomeLoss", "us-gaap:ProfitLoss"],
    fewest: 1,
    named: "net income",
  },
  {
    line: /:IncomeTaxReconciliation\w+$/,
    totals: ["us-gaap:IncomeTaxExpenseBenefit"],
    fewest: 1,
    named: "income tax expense",
  },
  {
    // Assets and liabilities shown gross on both sides leave what is owed or recovered on balance.
    line: /:(?:DeferredTax(?:Assets|Liabilities)\w*|DeferredIncomeTaxLiabilities)$/,
    totals: ["us-gaap:DeferredTaxAssetsLiabilitiesNet", "us-gaap:DeferredTaxLiabilities"],
    fewest: 1,
    named: "net deferred taxes",
  },
];

export interface Movement {
  /** Which bottom line of the same period moved with it; null where none is known to. */
  readonly bottomLine: string | null;
  /** The totals of its statement, stated again unchanged; null where they are not, or nothing tells which they are. */
  readonly totalsThatStand: string | null;
  /** Another line of the period moved by the same amount the other way. */
  readonly offsetBy: string | null;
}

type Period = Pick<ComparedFact, "unit" | "start" | "end">;

const samePeriod = (a: Period, b: Period) => a.start === b.start && a.end === b.end;

/** What else moved in the same filing, of the period of one figure. `moved` says of a fact whether it did, rounding apart. */
export function movementAround(
  changed: Period & { readonly concept: string; readonly before: number; readonly after: number },
  compared: readonly ComparedFact[],
  moved: (fact: ComparedFact) => boolean,
): Movement {
  const ofPeriod = compared.filter((fact) => fact.concept !== changed.concept && samePeriod(fact, changed));
  // Earnings per share move with the earnings, which are in another unit.
  const bottom = ofPeriod.find((fact) => bottomLines.has(fact.concept) && moved(fact));
  const others = ofPeriod.filter((fact) => fact.unit === changed.unit);
  // A bottom line that moves alone may be a slip of its tag.
  const ownBottom = others.some(moved) ? bottomLines.get(changed.concept) : undefined;
  const delta = changed.after - changed.before;
  const offset = others.find(
    (fact) => moved(fact) && isOpposite(fact.after.value - fact.before.value, delta, changed.after),
  );
  return {
    bottomLine: (bottom === undefined ? ownBottom : bottomLines.get(bottom.concept)) ?? null,
    totalsThatStand: totalsThatStand(changed.concept, others, moved),
    offsetBy: bottomLines.has(changed.concept) ? null : (offset?.concept ?? null),
  };
}

function totalsThatStand(
  concept: string,
  others: readonly ComparedFact[],
  moved: (fact: ComparedFact) => boolean,
): string | null {
  const statement = statements.find(({ line }) => line.test(concept));
  if (statement === undefined || statement.totals.includes(concept)) return null;
  const totals = others.filter((fact) => statement.totals.includes(fact.concept));
  return totals.length >= statement.fewest && !totals.some(moved) ? statement.named : null;
}

/** A difference of one digit is met by chance, where it is small. */
const fewestDigits = 2;

function isOpposite(one: number, other: number, size: number): boolean {
  if (Math.abs(one + other) > Math.max(Math.abs(one), Math.abs(other)) * 1e-9) return false;
  const digits = String(Math.abs(Number(other.toPrecision(12))))
    .replace(".", "")
    .replace(/^0+|0+$/g, "");
  return digits.length >= fewestDigits || Math.abs(other) >= 0.2 * Math.abs(size);
}
