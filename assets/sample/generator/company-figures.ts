/**
 * Fernhollow Instruments, Inc. is made up: no such company exists, and none of its figures, filings, guidance or
 * customers are real. Its books tie, because every statement below is computed from the same drivers.
 * All amounts in thousands of US dollars, shares in thousands.
 */
export const company = {
  name: "Fernhollow Instruments, Inc.",
  ticker: "FHLX",
  cik: "0009990001",
  notice: "Fernhollow Instruments, Inc. is a made-up company. This document is a sample and describes nothing real.",
} as const;

/** What a year was given; the rest follows. */
interface YearDrivers {
  readonly revenue: number;
  readonly consumablesShare: number;
  readonly costShare: number;
  readonly researchShare: number;
  readonly sellingShare: number;
  readonly adminShare: number;
  readonly interestRate: number;
  readonly taxRate: number;
  readonly depreciation: number;
  readonly amortisation: number;
  readonly stockCompensation: number;
  readonly receivableDays: number;
  readonly inventoryDays: number;
  readonly payableDays: number;
  readonly capitalExpenditure: number;
  readonly repayment: number;
  readonly dividendPerShare: number;
  readonly buyback: number;
  readonly dilutedShares: number;
}

export interface YearFigures {
  readonly year: number;
  readonly income: {
    readonly revenue: number;
    readonly instruments: number;
    readonly consumables: number;
    readonly costOfRevenue: number;
    readonly grossProfit: number;
    readonly research: number;
    readonly selling: number;
    readonly admin: number;
    readonly operatingExpenses: number;
    readonly operatingIncome: number;
    readonly interestExpense: number;
    readonly incomeBeforeTax: number;
    readonly incomeTax: number;
    readonly netIncome: number;
    readonly basicShares: number;
    readonly dilutedShares: number;
    readonly basicPerShare: number;
    readonly dilutedPerShare: number;
  };
  readonly balance: {
    readonly cash: number;
    readonly receivables: number;
    readonly inventory: number;
    readonly prepaid: number;
    readonly currentAssets: number;
    readonly propertyNet: number;
    readonly goodwill: number;
    readonly intangibles: number;
    readonly totalAssets: number;
    readonly payables: number;
    readonly accrued: number;
    readonly deferredRevenue: number;
    readonly currentDebt: number;
    readonly currentLiabilities: number;
    readonly longTermDebt: number;
    readonly otherLiabilities: number;
    readonly totalLiabilities: number;
    readonly paidInCapital: number;
    readonly retainedEarnings: number;
    readonly totalEquity: number;
  };
  readonly cashFlow: {
    readonly netIncome: number;
    readonly depreciationAndAmortisation: number;
    readonly stockCompensation: number;
    readonly receivables: number;
    readonly inventory: number;
    readonly prepaid: number;
    readonly payablesAndAccrued: number;
    readonly deferredRevenue: number;
    readonly operating: number;
    readonly capitalExpenditure: number;
    readonly investing: number;
    readonly repayment: number;
    readonly dividends: number;
    readonly buyback: number;
    readonly financing: number;
    readonly netChange: number;
    readonly openingCash: number;
    readonly closingCash: number;
  };
}

const common = { interestRate: 0.052, taxRate: 0.228, payableDays: 41, repayment: 8000 } as const;

const driversByYear: Readonly<Record<number, YearDrivers>> = {
  2020: {
    ...common,
    revenue: 318402,
    consumablesShare: 0.338,
    costShare: 0.4555,
    researchShare: 0.088,
    sellingShare: 0.146,
    adminShare: 0.092,
    depreciation: 14210,
    amortisation: 5200,
    stockCompensation: 5410,
    receivableDays: 55,
    inventoryDays: 94,
    capitalExpenditure: 17480,
    dividendPerShare: 0.2,
    buyback: 6000,
    dilutedShares: 42310,
  },
  2021: {
    ...common,
    revenue: 346911,
    consumablesShare: 0.346,
    costShare: 0.458,
    researchShare: 0.089,
    sellingShare: 0.144,
    adminShare: 0.09,
    depreciation: 15030,
    amortisation: 5200,
    stockCompensation: 5930,
    receivableDays: 56,
    inventoryDays: 97,
    capitalExpenditure: 19120,
    dividendPerShare: 0.22,
    buyback: 8000,
    dilutedShares: 42040,
  },
  2022: {
    ...common,
    revenue: 379240,
    consumablesShare: 0.351,
    costShare: 0.4612,
    researchShare: 0.09,
    sellingShare: 0.143,
    adminShare: 0.088,
    depreciation: 16110,
    amortisation: 5200,
    stockCompensation: 6480,
    receivableDays: 57,
    inventoryDays: 104,
    capitalExpenditure: 21350,
    dividendPerShare: 0.24,
    buyback: 9500,
    dilutedShares: 41780,
  },
  2023: {
    ...common,
    revenue: 402875,
    consumablesShare: 0.362,
    costShare: 0.4638,
    researchShare: 0.092,
    sellingShare: 0.142,
    adminShare: 0.087,
    depreciation: 17240,
    amortisation: 5200,
    stockCompensation: 7020,
    receivableDays: 58,
    inventoryDays: 108,
    capitalExpenditure: 22960,
    dividendPerShare: 0.26,
    buyback: 11000,
    dilutedShares: 41420,
  },
  2024: {
    ...common,
    revenue: 431560,
    consumablesShare: 0.371,
    costShare: 0.4651,
    researchShare: 0.0925,
    sellingShare: 0.141,
    adminShare: 0.0865,
    depreciation: 18330,
    amortisation: 5200,
    stockCompensation: 7610,
    receivableDays: 59,
    inventoryDays: 111,
    capitalExpenditure: 24180,
    dividendPerShare: 0.28,
    buyback: 12500,
    dilutedShares: 41110,
  },
};

/** The books as they opened in 2020. */
const opening = {
  cash: 41250,
  receivables: 46020,
  inventory: 35940,
  prepaid: 7120,
  propertyNet: 96400,
  goodwill: 58300,
  intangibles: 41600,
  payables: 15830,
  accrued: 21460,
  deferredRevenue: 13240,
  debt: 96000,
  otherLiabilities: 12480,
  paidInCapital: 118900,
};

const round = Math.round;
const perShare = (amount: number, shares: number) => round((amount / shares) * 100) / 100;

interface Books {
  readonly cash: number;
  readonly receivables: number;
  readonly inventory: number;
  readonly prepaid: number;
  readonly propertyNet: number;
  readonly goodwill: number;
  readonly intangibles: number;
  readonly payables: number;
  readonly accrued: number;
  readonly deferredRevenue: number;
  readonly debt: number;
  readonly otherLiabilities: number;
  readonly paidInCapital: number;
  readonly retainedEarnings: number;
}

function openingBooks(): Books {
  const assets =
    opening.cash +
    opening.receivables +
    opening.inventory +
    opening.prepaid +
    opening.propertyNet +
    opening.goodwill +
    opening.intangibles;
  const owed =
    opening.payables +
    opening.accrued +
    opening.deferredRevenue +
    opening.debt +
    opening.otherLiabilities +
    opening.paidInCapital;
  return { ...opening, retainedEarnings: assets - owed };
}

/** One span of trading from the books before it: a year, or a quarter where `yearShare` is 0.25. */
export function trade(
  year: number,
  before: Books,
  drivers: YearDrivers,
  yearShare = 1,
): { figures: YearFigures; after: Books } {
  const revenue = drivers.revenue;
  const consumables = round(revenue * drivers.consumablesShare);
  const costOfRevenue = round(revenue * drivers.costShare);
  const research = round(revenue * drivers.researchShare);
  const selling = round(revenue * drivers.sellingShare);
  const admin = round(revenue * drivers.adminShare);
  const operatingExpenses = research + selling + admin;
  const operatingIncome = revenue - costOfRevenue - operatingExpenses;
  const interestExpense = round(before.debt * drivers.interestRate * yearShare);
  const incomeBeforeTax = operatingIncome - interestExpense;
  const incomeTax = round(incomeBeforeTax * drivers.taxRate);
  const netIncome = incomeBeforeTax - incomeTax;
  const basicShares = drivers.dilutedShares - 640;

  const daysIn = 365 * yearShare;
  const receivables = round((revenue * drivers.receivableDays) / daysIn);
  const inventory = round((costOfRevenue * drivers.inventoryDays) / daysIn);
  const payables = round((costOfRevenue * drivers.payableDays) / daysIn);
  const prepaid = round((revenue / yearShare) * 0.0215);
  const accrued = round((revenue / yearShare) * 0.066);
  const deferredRevenue = round((consumables / yearShare) * 0.125);
  const dividends = round(basicShares * drivers.dividendPerShare);
  const operating =
    netIncome +
    drivers.depreciation +
    drivers.amortisation +
    drivers.stockCompensation -
    (receivables - before.receivables) -
    (inventory - before.inventory) -
    (prepaid - before.prepaid) +
    (payables - before.payables) +
    (accrued - before.accrued) +
    (deferredRevenue - before.deferredRevenue);
  const financing = -drivers.repayment - dividends - drivers.buyback;
  const netChange = operating - drivers.capitalExpenditure + financing;

  const after: Books = {
    cash: before.cash + netChange,
    receivables,
    inventory,
    prepaid,
    propertyNet: before.propertyNet + drivers.capitalExpenditure - drivers.depreciation,
    goodwill: before.goodwill,
    intangibles: before.intangibles - drivers.amortisation,
    payables,
    accrued,
    deferredRevenue,
    debt: before.debt - drivers.repayment,
    otherLiabilities: before.otherLiabilities,
    paidInCapital: before.paidInCapital + drivers.stockCompensation,
    retainedEarnings: before.retainedEarnings + netIncome - dividends - drivers.buyback,
  };
  const currentAssets = after.cash + receivables + inventory + prepaid;
  const currentDebt = Math.min(8000, after.debt);
  const currentLiabilities = payables + accrued + deferredRevenue + currentDebt;
  const longTermDebt = after.debt - currentDebt;
  const totalLiabilities = currentLiabilities + longTermDebt + after.otherLiabilities;

  const figures: YearFigures = {
    year,
    income: {
      revenue,
      instruments: revenue - consumables,
      consumables,
      costOfRevenue,
      grossProfit: revenue - costOfRevenue,
      research,
      selling,
      admin,
      operatingExpenses,
      operatingIncome,
      interestExpense,
      incomeBeforeTax,
      incomeTax,
      netIncome,
      basicShares,
      dilutedShares: drivers.dilutedShares,
      basicPerShare: perShare(netIncome, basicShares),
      dilutedPerShare: perShare(netIncome, drivers.dilutedShares),
    },
    balance: {
      cash: after.cash,
      receivables,
      inventory,
      prepaid,
      currentAssets,
      propertyNet: after.propertyNet,
      goodwill: after.goodwill,
      intangibles: after.intangibles,
      totalAssets: currentAssets + after.propertyNet + after.goodwill + after.intangibles,
      payables,
      accrued,
      deferredRevenue,
      currentDebt,
      currentLiabilities,
      longTermDebt,
      otherLiabilities: after.otherLiabilities,
      totalLiabilities,
      paidInCapital: after.paidInCapital,
      retainedEarnings: after.retainedEarnings,
      totalEquity: after.paidInCapital + after.retainedEarnings,
    },
    cashFlow: {
      netIncome,
      depreciationAndAmortisation: drivers.depreciation + drivers.amortisation,
      stockCompensation: drivers.stockCompensation,
      receivables: before.receivables - receivables,
      inventory: before.inventory - inventory,
      prepaid: before.prepaid - prepaid,
      payablesAndAccrued: payables - before.payables + accrued - before.accrued,
      deferredRevenue: deferredRevenue - before.deferredRevenue,
      operating,
      capitalExpenditure: drivers.capitalExpenditure,
      investing: -drivers.capitalExpenditure,
      repayment: drivers.repayment,
      dividends,
      buyback: drivers.buyback,
      financing,
      netChange,
      openingCash: before.cash,
      closingCash: after.cash,
    },
  };
  return { figures, after };
}

function allYears(): { figures: Readonly<Record<number, YearFigures>>; books: Readonly<Record<number, Books>> } {
  const figures: Record<number, YearFigures> = {};
  const books: Record<number, Books> = { 2019: openingBooks() };
  for (const year of [2020, 2021, 2022, 2023, 2024]) {
    const traded = trade(year, books[year - 1]!, driversByYear[year]!);
    figures[year] = traded.figures;
    books[year] = traded.after;
  }
  return { figures, books };
}

const years = allYears();
/** Fiscal 2020 to 2024, by year. */
export const figuresByYear = years.figures;

/**
 * The 2024 report moved technical-service staff from selling to cost of revenue for earlier years as well:
 * what 2023 was first reported as, and what it was recast to.
 */
export const recast2023 = { amount: 3126 } as const;

function firstQuarter(year: number, revenue: number): YearFigures {
  const base = driversByYear[year - 1]!;
  return trade(
    year,
    years.books[year - 1]!,
    {
      ...base,
      revenue,
      costShare: 0.4702,
      depreciation: 4710,
      amortisation: 1300,
      stockCompensation: 1980,
      capitalExpenditure: 5860,
      repayment: 2000,
      dividendPerShare: base.dividendPerShare / 4 + 0.005,
      buyback: 3000,
      dilutedShares: base.dilutedShares - 60,
    },
    0.25,
  ).figures;
}

/** The quarter ended 31 March, this year and last. */
export const firstQuarterByYear: Readonly<Record<number, YearFigures>> = {
  2024: firstQuarter(2024, 103570),
  2025: firstQuarter(2025, 106930),
};

/** What management said on 20 February 2025 about fiscal 2025. Amounts in millions of dollars. */
export const guidance2025 = {
  revenueLow: 445,
  revenueHigh: 455,
  grossMarginLow: 53.0,
  grossMarginHigh: 54.0,
  capitalExpenditureLow: 24,
  capitalExpenditureHigh: 26,
  taxRate: 23,
} as const;
