import { type ConceptId } from "../../contracts/concept";
import { type PrimaryStatement } from "./tell-statement";

/**
 * What is read from each statement: lines that a label names without doubt and filers tag alike, as measured on filings
 * with tags. Others (accrued liabilities, other assets) mean what each filer puts into them.
 */
export const readableConcepts: Readonly<Record<PrimaryStatement, ReadonlySet<ConceptId>>> = {
  "income-statement": new Set([
    "revenue",
    "cost-of-revenue",
    "gross-profit",
    "research-and-development",
    "selling-general-administrative",
    "operating-income",
    "pretax-income",
    "income-tax-expense",
    "net-income",
    "eps-basic",
    "eps-diluted",
    "shares-basic",
    "shares-diluted",
    "interest-expense",
  ]),
  "balance-sheet": new Set([
    "cash-and-equivalents",
    "accounts-receivable",
    "inventory",
    "total-current-assets",
    "property-plant-equipment",
    "goodwill",
    "right-of-use-assets",
    "total-assets",
    "accounts-payable",
    "total-current-liabilities",
    "total-liabilities",
    "retained-earnings",
    "total-equity",
    "total-liabilities-and-equity",
    "long-term-debt",
  ]),
  "cash-flow": new Set([
    "operating-cash-flow",
    "investing-cash-flow",
    "financing-cash-flow",
    "capital-expenditure",
    "dividends-paid",
    "share-repurchases",
    "stock-based-compensation",
    "depreciation-and-amortization",
    "net-change-in-cash",
  ]),
};
