import { type TaggedCompany } from "./tagged-company";

/** The tags that plainly mean a thing; where a company uses several with different values, no question is asked of it. */
export const plainTags = {
  revenue: ["Revenues", "RevenueFromContractWithCustomerExcludingAssessedTax"],
  "cost of revenue": ["CostOfRevenue", "CostOfGoodsAndServicesSold"],
  "gross profit": ["GrossProfit"],
  "research and development expense": ["ResearchAndDevelopmentExpense"],
  "selling, general and administrative expense": ["SellingGeneralAndAdministrativeExpense"],
  "operating income": ["OperatingIncomeLoss"],
  "interest expense": ["InterestExpense", "InterestExpenseNonoperating"],
  "pre-tax income": [
    "IncomeLossFromContinuingOperationsBeforeIncomeTaxesExtraordinaryItemsNoncontrollingInterest",
    "IncomeLossFromContinuingOperationsBeforeIncomeTaxesMinorityInterestAndIncomeLossFromEquityMethodInvestments",
  ],
  "income tax expense": ["IncomeTaxExpenseBenefit"],
  "net income": ["NetIncomeLoss"],
  "diluted EPS": ["EarningsPerShareDiluted"],
  "basic EPS": ["EarningsPerShareBasic"],
  "operating cash flow": ["NetCashProvidedByUsedInOperatingActivities"],
  "capital expenditure": ["PaymentsToAcquirePropertyPlantAndEquipment", "PaymentsToAcquireProductiveAssets"],
  "stock-based compensation": ["ShareBasedCompensation"],
  "dividends paid": ["PaymentsOfDividends", "PaymentsOfDividendsCommonStock"],
  "share repurchases": ["PaymentsForRepurchaseOfCommonStock"],
  "depreciation and amortization": [
    "DepreciationDepletionAndAmortization",
    "DepreciationAndAmortization",
    "DepreciationAmortizationAndAccretionNet",
  ],
  "cash and cash equivalents": ["CashAndCashEquivalentsAtCarryingValue"],
  "accounts receivable": ["AccountsReceivableNetCurrent"],
  inventory: ["InventoryNet"],
  "total current assets": ["AssetsCurrent"],
  "property, plant and equipment": ["PropertyPlantAndEquipmentNet"],
  goodwill: ["Goodwill"],
  "total assets": ["Assets"],
  "accounts payable": ["AccountsPayableCurrent"],
  "total current liabilities": ["LiabilitiesCurrent"],
  "total liabilities": ["Liabilities"],
  "total equity": ["StockholdersEquity", "StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest"],
  "reported tax rate": ["EffectiveIncomeTaxRateContinuingOperations"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type PlainName = keyof typeof plainTags;

export const balances: ReadonlySet<PlainName> = new Set<PlainName>([
  "cash and cash equivalents",
  "accounts receivable",
  "inventory",
  "total current assets",
  "property, plant and equipment",
  "goodwill",
  "total assets",
  "accounts payable",
  "total current liabilities",
  "total liabilities",
  "total equity",
]);

/** What a measure takes its figures from: a flow of the period, a balance at its end or at the end of the year before. */
export interface Figures {
  /** Throws `Absent` where it is not on file, so that arithmetic can be written out plainly. */
  of(name: PlainName): number;
  before(name: PlainName): number;
}

/** Not on file. */
export class Absent extends Error {}
/** On file with several values: whatever is made of it has no plain reading either. */
export class Contradicted extends Error {}

export interface Measure {
  readonly name: string;
  /** Each a definition in use, written out; any of them is right, for the answer states which it took. */
  readonly values: readonly ((f: Figures) => number)[];
}

const mean = (f: Figures, name: PlainName): number => (f.of(name) + f.before(name)) / 2;
const ebitda = (f: Figures): number => f.of("operating income") + f.of("depreciation and amortization");
const freeCashFlow = (f: Figures): number => f.of("operating cash flow") - f.of("capital expenditure");
const daysSales = (f: Figures): number => (mean(f, "accounts receivable") / f.of("revenue")) * 365;
const daysInventory = (f: Figures): number => (mean(f, "inventory") / f.of("cost of revenue")) * 365;
const daysPayable = (f: Figures): number => (mean(f, "accounts payable") / f.of("cost of revenue")) * 365;

/** Measures of one year, by plain arithmetic over its tagged figures. */
export const measures: readonly Measure[] = [
  {
    name: "gross margin",
    values: [
      (f) => f.of("gross profit") / f.of("revenue"),
      (f) => (f.of("revenue") - f.of("cost of revenue")) / f.of("revenue"),
    ],
  },
  { name: "operating margin", values: [(f) => f.of("operating income") / f.of("revenue")] },
  { name: "net margin", values: [(f) => f.of("net income") / f.of("revenue")] },
  { name: "free cash flow", values: [freeCashFlow] },
  { name: "free cash flow margin", values: [(f) => freeCashFlow(f) / f.of("revenue")] },
  { name: "EBITDA", values: [ebitda] },
  { name: "EBITDA margin", values: [(f) => ebitda(f) / f.of("revenue")] },
  {
    name: "effective tax rate",
    values: [(f) => f.of("reported tax rate"), (f) => f.of("income tax expense") / f.of("pre-tax income")],
  },
  {
    name: "R&D as a percentage of revenue",
    values: [(f) => f.of("research and development expense") / f.of("revenue")],
  },
  { name: "capex as a percentage of revenue", values: [(f) => f.of("capital expenditure") / f.of("revenue")] },
  { name: "days sales outstanding", values: [daysSales] },
  { name: "days inventory outstanding", values: [daysInventory] },
  { name: "days payable outstanding", values: [daysPayable] },
  { name: "cash conversion cycle", values: [(f) => daysInventory(f) + daysSales(f) - daysPayable(f)] },
  { name: "asset turnover", values: [(f) => f.of("revenue") / mean(f, "total assets")] },
  { name: "inventory turnover", values: [(f) => f.of("cost of revenue") / mean(f, "inventory")] },
  { name: "receivables turnover", values: [(f) => f.of("revenue") / mean(f, "accounts receivable")] },
  { name: "fixed asset turnover", values: [(f) => f.of("revenue") / mean(f, "property, plant and equipment")] },
  { name: "return on assets", values: [(f) => f.of("net income") / mean(f, "total assets")] },
  { name: "return on equity", values: [(f) => f.of("net income") / mean(f, "total equity")] },
  { name: "current ratio", values: [(f) => f.of("total current assets") / f.of("total current liabilities")] },
  { name: "cash ratio", values: [(f) => f.of("cash and cash equivalents") / f.of("total current liabilities")] },
  {
    name: "operating cash flow ratio",
    values: [(f) => f.of("operating cash flow") / f.of("total current liabilities")],
  },
  { name: "working capital", values: [(f) => f.of("total current assets") - f.of("total current liabilities")] },
  {
    name: "interest coverage",
    values: [
      (f) => (f.of("pre-tax income") + f.of("interest expense")) / f.of("interest expense"),
      (f) => (f.of("net income") + f.of("income tax expense") + f.of("interest expense")) / f.of("interest expense"),
      (f) => f.of("operating income") / f.of("interest expense"),
    ],
  },
  { name: "dividend payout ratio", values: [(f) => f.of("dividends paid") / f.of("net income")] },
  { name: "retention ratio", values: [(f) => 1 - f.of("dividends paid") / f.of("net income")] },
];

/** Which right values a measure has for a year of a company; none where a figure is missing or has no plain reading. */
export function valuesOf(measure: Measure, company: TaggedCompany, span: { start: string; end: string }): number[] {
  const figures = figuresOf(company, span);
  const values: number[] = [];
  for (const compute of measure.values)
    try {
      const value = compute(figures);
      if (Number.isFinite(value)) values.push(value);
    } catch (error) {
      if (error instanceof Contradicted) return [];
      if (!(error instanceof Absent)) throw error;
    }
  return values;
}

export function figuresOf(company: TaggedCompany, span: { start: string; end: string }): Figures {
  const at = (name: PlainName, start: string | null, end: string): number => {
    const reading = company.readAll(plainTags[name], { start: balances.has(name) ? null : start, end });
    if (reading === "contradicted") throw new Contradicted(name);
    if (reading === null) throw new Absent(name);
    return reading.value;
  };
  return {
    of: (name) => at(name, span.start, span.end),
    before: (name) => {
      const year = company.years.find(({ start }) => start === span.start);
      const earlier = company.years.find(({ fiscalYear }) => fiscalYear === (year?.fiscalYear ?? NaN) - 1);
      if (earlier === undefined) throw new Absent(name);
      return at(name, earlier.start, earlier.end);
    },
  };
}
