import { type ConceptId } from "../../../src/contracts/concept";
import { type Fact, type ParsedDocument } from "../../../src/contracts/document";

export interface ExpectedFigure {
  readonly conceptId: ConceptId;
  readonly fiscalYear: number;
  readonly value: number;
  readonly tag: string;
  /** Half of the last digit the filing vouches for. */
  readonly halfUnit: number;
}

/** What a name means in a report, as its filers tag it: written here apart from the dictionary, the surest tag first. */
const plainTags: Readonly<Record<ConceptId, readonly string[]>> = {
  revenue: ["Revenues", "RevenueFromContractWithCustomerExcludingAssessedTax"],
  "cost-of-revenue": ["CostOfRevenue", "CostOfGoodsAndServicesSold"],
  "gross-profit": ["GrossProfit"],
  "research-and-development": ["ResearchAndDevelopmentExpense"],
  "selling-general-administrative": ["SellingGeneralAndAdministrativeExpense"],
  "operating-income": ["OperatingIncomeLoss"],
  "interest-expense": ["InterestExpense", "InterestExpenseNonoperating"],
  "pretax-income": [
    "IncomeLossFromContinuingOperationsBeforeIncomeTaxesExtraordinaryItemsNoncontrollingInterest",
    "IncomeLossFromContinuingOperationsBeforeIncomeTaxesMinorityInterestAndIncomeLossFromEquityMethodInvestments",
  ],
  "income-tax-expense": ["IncomeTaxExpenseBenefit"],
  "net-income": ["NetIncomeLoss"],
  "eps-basic": ["EarningsPerShareBasic"],
  "eps-diluted": ["EarningsPerShareDiluted"],
  "shares-diluted": ["WeightedAverageNumberOfDilutedSharesOutstanding"],
  "effective-tax-rate": ["EffectiveIncomeTaxRateContinuingOperations"],
  "cash-and-equivalents": ["CashAndCashEquivalentsAtCarryingValue"],
  "accounts-receivable": ["AccountsReceivableNetCurrent"],
  inventory: ["InventoryNet"],
  "total-current-assets": ["AssetsCurrent"],
  "property-plant-equipment": ["PropertyPlantAndEquipmentNet"],
  goodwill: ["Goodwill"],
  "total-assets": ["Assets"],
  "accounts-payable": ["AccountsPayableCurrent"],
  "total-current-liabilities": ["LiabilitiesCurrent"],
  "total-liabilities": ["Liabilities"],
  "retained-earnings": ["RetainedEarningsAccumulatedDeficit"],
  "operating-cash-flow": ["NetCashProvidedByUsedInOperatingActivities"],
  "capital-expenditure": ["PaymentsToAcquirePropertyPlantAndEquipment"],
  "stock-based-compensation": ["ShareBasedCompensation"],
  "dividends-paid": ["PaymentsOfDividends", "PaymentsOfDividendsCommonStock"],
  "share-repurchases": ["PaymentsForRepurchaseOfCommonStock"],
};

const dayMs = 86_400_000;
const days = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / dayMs;

/** The figures of a report's own years that a plain reading finds, each concept for one of its years in turn. */
export function expectedFigures(parsed: ParsedDocument): ExpectedFigure[] {
  const focus = Number(factText(parsed, "dei:DocumentFiscalYearFocus"));
  const lastEnd = parsed.document.periodEnd;
  if (!Number.isInteger(focus) || lastEnd === null) return [];
  return Object.entries(plainTags).flatMap(([conceptId, tags], index) => {
    const years = figuresByYear(parsed.facts, tags, lastEnd);
    const chosen = years[index % Math.max(1, years.length)];
    return chosen === undefined
      ? []
      : [{ conceptId, fiscalYear: focus - chosen.yearsBack, ...halfUnitAndValue(chosen.fact) }];
  });
}

function figuresByYear(
  facts: readonly Fact[],
  tags: readonly string[],
  lastEnd: string,
): { yearsBack: number; fact: Fact }[] {
  return [0, 1, 2].flatMap((yearsBack) => {
    for (const tag of tags) {
      const own = facts.filter((fact) => isOf(fact, `us-gaap:${tag}`, lastEnd, yearsBack));
      const values = new Set(own.map((fact) => fact.value));
      // A report that tags one thing twice with different values has no plain reading.
      if (values.size > 1) return [];
      if (own[0] !== undefined) return [{ yearsBack, fact: own[0] }];
    }
    return [];
  });
}

function isOf(fact: Fact, tag: string, lastEnd: string, yearsBack: number): boolean {
  if (fact.concept !== tag || typeof fact.value !== "number" || fact.end === null) return false;
  if (Object.keys(fact.dimensions).length > 0) return false;
  if (fact.start !== null && (days(fact.start, fact.end) < 350 || days(fact.start, fact.end) > 380)) return false;
  return Math.abs(days(fact.end, lastEnd) - 365.25 * yearsBack) <= 10;
}

function halfUnitAndValue(fact: Fact): Pick<ExpectedFigure, "value" | "tag" | "halfUnit"> {
  const halfUnit = typeof fact.decimals === "number" ? 0.5 * 10 ** -fact.decimals : 0;
  return { value: fact.value as number, tag: fact.concept, halfUnit };
}

export function factText(parsed: ParsedDocument, concept: string): string | null {
  const value = parsed.facts.find((fact) => fact.concept === concept)?.value ?? null;
  return value === null ? null : String(value);
}
