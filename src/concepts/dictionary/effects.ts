import { type ConceptId } from "../../contracts/concept";

/** What a figure of the sign filers report does to the result it goes into; "subtotal" where it is such a result itself. */
export type Effect = "adds" | "reduces" | "either" | "subtotal";
export type EffectTable = Readonly<Record<Effect, readonly ConceptId[]>>;

/** On the way from revenue to net income. */
export const effectsOnProfit: EffectTable = {
  adds: ["revenue", "interest-income"],
  reduces: [
    "cost-of-revenue",
    "research-and-development",
    "selling-general-administrative",
    "sales-and-marketing",
    "advertising-expense",
    "general-and-administrative",
    "operating-expenses",
    "salaries-and-wages",
    "rent-expense",
    "depreciation-and-amortization",
    "depreciation",
    "amortization",
    "restructuring-charges",
    "impairment",
    "interest-expense",
    "net-interest-expense",
    "income-tax-expense",
    "stock-based-compensation",
    "variable-costs",
    "fixed-costs",
  ],
  either: ["other-income-expense"],
  subtotal: [
    "gross-profit",
    "ebitda",
    "adjusted-ebitda",
    "ebitdar",
    "operating-income",
    "ebit",
    "pretax-income",
    "net-income",
    "net-income-including-noncontrolling",
    "adjusted-net-income",
    "nopat",
    "contribution-profit",
  ],
};

/** On the way from net income to the change in cash: charges that cost no cash are added back. */
export const effectsOnCash: EffectTable = {
  adds: [
    "net-income",
    "net-income-including-noncontrolling",
    "nopat",
    "ebitda",
    "depreciation-and-amortization",
    "depreciation",
    "amortization",
    "impairment",
    "stock-based-compensation",
    "share-issuance",
    "debt-issuance",
  ],
  reduces: [
    "capital-expenditure",
    "acquisitions",
    "dividends-paid",
    "share-repurchases",
    "debt-repayment",
    "cash-interest-paid",
    "cash-taxes-paid",
  ],
  either: [
    "change-in-working-capital",
    "change-in-receivables",
    "change-in-inventory",
    "change-in-payables",
    "deferred-tax",
    "net-borrowing",
  ],
  subtotal: [
    "operating-cash-flow",
    "investing-cash-flow",
    "financing-cash-flow",
    "net-change-in-cash",
    "free-cash-flow",
    "unlevered-free-cash-flow",
    "levered-free-cash-flow",
  ],
};

/** On the way from enterprise value to equity value. */
export const effectsInEquityBridge: EffectTable = {
  adds: ["cash-and-equivalents", "cash-and-short-term-investments", "short-term-investments", "long-term-investments"],
  reduces: [
    "short-term-debt",
    "long-term-debt",
    "revolver",
    "total-debt",
    "net-debt",
    "operating-lease-liabilities",
    "noncontrolling-interest",
    "preferred-stock",
  ],
  either: [],
  subtotal: ["enterprise-value", "equity-value"],
};

export type BalanceSide = "asset" | "liability" | "equity";

/** Where a balance stands; a rise of an asset costs cash, a rise of the others brings it. */
export const balanceSides: Readonly<Record<BalanceSide, readonly ConceptId[]>> = {
  asset: [
    "cash-and-equivalents",
    "cash-and-short-term-investments",
    "short-term-investments",
    "accounts-receivable",
    "inventory",
    "prepaid-expenses",
    "other-current-assets",
    "total-current-assets",
    "property-plant-equipment",
    "gross-pp-and-e",
    "right-of-use-assets",
    "goodwill",
    "intangible-assets",
    "goodwill-and-intangibles",
    "long-term-investments",
    "deferred-tax-assets",
    "other-non-current-assets",
    "total-non-current-assets",
    "total-assets",
    "working-capital",
  ],
  liability: [
    "accounts-payable",
    "accrued-liabilities",
    "deferred-revenue",
    "short-term-debt",
    "other-current-liabilities",
    "income-taxes-payable",
    "total-current-liabilities",
    "long-term-debt",
    "revolver",
    "total-debt",
    "operating-lease-liabilities",
    "deferred-tax-liabilities",
    "other-non-current-liabilities",
    "total-non-current-liabilities",
    "total-liabilities",
  ],
  equity: [
    "common-stock",
    "retained-earnings",
    "treasury-stock",
    "accumulated-oci",
    "noncontrolling-interest",
    "preferred-stock",
    "total-equity",
  ],
};
