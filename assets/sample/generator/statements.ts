import { type YearFigures } from "./company-figures";
import { type FactPeriod, type InlineXbrlDocument, statementTable } from "./inline-xbrl-document";

/** One column of a statement: its figures, and the span (or instant) they are for. */
export interface StatementColumn {
  readonly label: string;
  readonly figures: YearFigures;
  readonly span: FactPeriod;
  readonly instant: FactPeriod;
  /** Moved from selling to cost of revenue when the year was recast; 0 as first reported. */
  readonly recast: number;
}

type Row = readonly [label: string, ...cells: string[]];
const row = (label: string, columns: readonly StatementColumn[], cell: (column: StatementColumn) => string): Row => [
  label,
  ...columns.map(cell),
];

export function incomeStatement(document: InlineXbrlDocument, columns: readonly StatementColumn[]): string {
  const line = (label: string, concept: string, value: (column: StatementColumn) => number) =>
    row(label, columns, (column) => document.amount(concept, column.span, value(column)));
  const segment = (label: string, member: string, value: (column: StatementColumn) => number) =>
    row(label, columns, (column) =>
      document.amount(
        "us-gaap:RevenueFromContractWithCustomerExcludingAssessedTax",
        { ...column.span, member: { axis: "srt:ProductOrServiceAxis", member } },
        value(column),
      ),
    );
  return statementTable(
    "CONSOLIDATED STATEMENTS OF OPERATIONS",
    columns.map((column) => column.label),
    [
      ["Revenue:"],
      segment("Instruments", "fhlx:InstrumentsMember", (c) => c.figures.income.instruments),
      segment("Consumables and service", "fhlx:ConsumablesAndServiceMember", (c) => c.figures.income.consumables),
      line(
        "Total revenue",
        "us-gaap:RevenueFromContractWithCustomerExcludingAssessedTax",
        (c) => c.figures.income.revenue,
      ),
      line("Cost of revenue", "us-gaap:CostOfRevenue", (c) => c.figures.income.costOfRevenue + c.recast),
      line("Gross profit", "us-gaap:GrossProfit", (c) => c.figures.income.grossProfit - c.recast),
      ["Operating expenses:"],
      line("Research and development", "us-gaap:ResearchAndDevelopmentExpense", (c) => c.figures.income.research),
      line("Selling and marketing", "us-gaap:SellingAndMarketingExpense", (c) => c.figures.income.selling - c.recast),
      line("General and administrative", "us-gaap:GeneralAndAdministrativeExpense", (c) => c.figures.income.admin),
      line(
        "Total operating expenses",
        "us-gaap:OperatingExpenses",
        (c) => c.figures.income.operatingExpenses - c.recast,
      ),
      line("Operating income", "us-gaap:OperatingIncomeLoss", (c) => c.figures.income.operatingIncome),
      line("Interest expense", "us-gaap:InterestExpense", (c) => c.figures.income.interestExpense),
      line(
        "Income before income taxes",
        "us-gaap:IncomeLossFromContinuingOperationsBeforeIncomeTaxesExtraordinaryItemsNoncontrollingInterest",
        (c) => c.figures.income.incomeBeforeTax,
      ),
      line("Provision for income taxes", "us-gaap:IncomeTaxExpenseBenefit", (c) => c.figures.income.incomeTax),
      line("Net income", "us-gaap:NetIncomeLoss", (c) => c.figures.income.netIncome),
      row("Earnings per share, basic", columns, (c) =>
        document.perShare("us-gaap:EarningsPerShareBasic", c.span, c.figures.income.basicPerShare),
      ),
      row("Earnings per share, diluted", columns, (c) =>
        document.perShare("us-gaap:EarningsPerShareDiluted", c.span, c.figures.income.dilutedPerShare),
      ),
      row("Weighted-average shares, basic", columns, (c) =>
        document.shares("us-gaap:WeightedAverageNumberOfSharesOutstandingBasic", c.span, c.figures.income.basicShares),
      ),
      row("Weighted-average shares, diluted", columns, (c) =>
        document.shares(
          "us-gaap:WeightedAverageNumberOfDilutedSharesOutstanding",
          c.span,
          c.figures.income.dilutedShares,
        ),
      ),
    ],
  );
}

export function balanceSheet(document: InlineXbrlDocument, columns: readonly StatementColumn[]): string {
  const line = (label: string, concept: string, value: (balance: YearFigures["balance"]) => number) =>
    row(label, columns, (column) => document.amount(concept, column.instant, value(column.figures.balance)));
  return statementTable(
    "CONSOLIDATED BALANCE SHEETS",
    columns.map((column) => column.label),
    [
      ["Assets"],
      line("Cash and cash equivalents", "us-gaap:CashAndCashEquivalentsAtCarryingValue", (b) => b.cash),
      line("Accounts receivable, net", "us-gaap:AccountsReceivableNetCurrent", (b) => b.receivables),
      line("Inventories", "us-gaap:InventoryNet", (b) => b.inventory),
      line(
        "Prepaid expenses and other current assets",
        "us-gaap:PrepaidExpenseAndOtherAssetsCurrent",
        (b) => b.prepaid,
      ),
      line("Total current assets", "us-gaap:AssetsCurrent", (b) => b.currentAssets),
      line("Property, plant and equipment, net", "us-gaap:PropertyPlantAndEquipmentNet", (b) => b.propertyNet),
      line("Goodwill", "us-gaap:Goodwill", (b) => b.goodwill),
      line("Intangible assets, net", "us-gaap:FiniteLivedIntangibleAssetsNet", (b) => b.intangibles),
      line("Total assets", "us-gaap:Assets", (b) => b.totalAssets),
      ["Liabilities and stockholders' equity"],
      line("Accounts payable", "us-gaap:AccountsPayableCurrent", (b) => b.payables),
      line("Accrued liabilities", "us-gaap:AccruedLiabilitiesCurrent", (b) => b.accrued),
      line("Deferred revenue", "us-gaap:ContractWithCustomerLiabilityCurrent", (b) => b.deferredRevenue),
      line("Current portion of long-term debt", "us-gaap:LongTermDebtCurrent", (b) => b.currentDebt),
      line("Total current liabilities", "us-gaap:LiabilitiesCurrent", (b) => b.currentLiabilities),
      line("Long-term debt, less current portion", "us-gaap:LongTermDebtNoncurrent", (b) => b.longTermDebt),
      line("Other long-term liabilities", "us-gaap:OtherLiabilitiesNoncurrent", (b) => b.otherLiabilities),
      line("Total liabilities", "us-gaap:Liabilities", (b) => b.totalLiabilities),
      line("Additional paid-in capital", "us-gaap:AdditionalPaidInCapital", (b) => b.paidInCapital),
      line("Retained earnings", "us-gaap:RetainedEarningsAccumulatedDeficit", (b) => b.retainedEarnings),
      line("Total stockholders' equity", "us-gaap:StockholdersEquity", (b) => b.totalEquity),
      line(
        "Total liabilities and stockholders' equity",
        "us-gaap:LiabilitiesAndStockholdersEquity",
        (b) => b.totalLiabilities + b.totalEquity,
      ),
    ],
  );
}

export function cashFlowStatement(document: InlineXbrlDocument, columns: readonly StatementColumn[]): string {
  type Flow = YearFigures["cashFlow"];
  const line = (label: string, concept: string, value: (flow: Flow) => number) =>
    row(label, columns, (column) => document.amount(concept, column.span, value(column.figures.cashFlow)));
  /** The taxonomy states these as increases of an asset: the printed sign is the opposite of the tagged one. */
  const increase = (label: string, concept: string, value: (flow: Flow) => number) =>
    row(label, columns, (column) => {
      const effect = value(column.figures.cashFlow);
      return effect < 0
        ? document.outflow(concept, column.span, -effect)
        : document.amount(concept, column.span, -effect).replace(/[()]/g, "");
    });
  const paid = (label: string, concept: string, value: (flow: Flow) => number) =>
    row(label, columns, (column) => document.outflow(concept, column.span, value(column.figures.cashFlow)));
  const cashConcept = "us-gaap:CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalents";
  return statementTable(
    "CONSOLIDATED STATEMENTS OF CASH FLOWS",
    columns.map((column) => column.label),
    [
      ["Operating activities"],
      line("Net income", "us-gaap:NetIncomeLoss", (f) => f.netIncome),
      line(
        "Depreciation and amortization",
        "us-gaap:DepreciationDepletionAndAmortization",
        (f) => f.depreciationAndAmortisation,
      ),
      line("Stock-based compensation", "us-gaap:ShareBasedCompensation", (f) => f.stockCompensation),
      increase("Accounts receivable", "us-gaap:IncreaseDecreaseInAccountsReceivable", (f) => f.receivables),
      increase("Inventories", "us-gaap:IncreaseDecreaseInInventories", (f) => f.inventory),
      increase(
        "Prepaid expenses and other",
        "us-gaap:IncreaseDecreaseInPrepaidDeferredExpenseAndOtherAssets",
        (f) => f.prepaid,
      ),
      line(
        "Accounts payable and accrued liabilities",
        "us-gaap:IncreaseDecreaseInAccountsPayableAndAccruedLiabilities",
        (f) => f.payablesAndAccrued,
      ),
      line("Deferred revenue", "us-gaap:IncreaseDecreaseInContractWithCustomerLiability", (f) => f.deferredRevenue),
      line(
        "Net cash provided by operating activities",
        "us-gaap:NetCashProvidedByUsedInOperatingActivities",
        (f) => f.operating,
      ),
      ["Investing activities"],
      paid(
        "Purchases of property, plant and equipment",
        "us-gaap:PaymentsToAcquirePropertyPlantAndEquipment",
        (f) => f.capitalExpenditure,
      ),
      line(
        "Net cash used in investing activities",
        "us-gaap:NetCashProvidedByUsedInInvestingActivities",
        (f) => f.investing,
      ),
      ["Financing activities"],
      paid("Repayments of long-term debt", "us-gaap:RepaymentsOfLongTermDebt", (f) => f.repayment),
      paid("Dividends paid", "us-gaap:PaymentsOfDividendsCommonStock", (f) => f.dividends),
      paid("Repurchases of common stock", "us-gaap:PaymentsForRepurchaseOfCommonStock", (f) => f.buyback),
      line(
        "Net cash used in financing activities",
        "us-gaap:NetCashProvidedByUsedInFinancingActivities",
        (f) => f.financing,
      ),
      line(
        "Net increase in cash",
        "us-gaap:CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalentsPeriodIncreaseDecreaseIncludingExchangeRateEffect",
        (f) => f.netChange,
      ),
      row("Cash at beginning of period", columns, (c) =>
        document.amount(
          cashConcept,
          { start: null, end: dayBefore(c.span.start ?? c.instant.end) },
          c.figures.cashFlow.openingCash,
        ),
      ),
      row("Cash at end of period", columns, (c) =>
        document.amount(cashConcept, c.instant, c.figures.cashFlow.closingCash),
      ),
    ],
  );
}

function dayBefore(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
