import { company, figuresByYear, type YearFigures } from "./company-figures";

/** What stands in a cell, and how it is shown. */
export interface ModelCell {
  readonly content: string | number;
  readonly format: string | null;
}

const money = "#,##0.0;(#,##0.0)";
const percent = "0.0%";
const whole = "0";
const multiple = "0.0x";
const historyYears: Readonly<Record<string, number>> = { B: 2022, C: 2023, D: 2024 };
const forecastYears: Readonly<Record<string, number>> = { E: 2025, F: 2026, G: 2027, H: 2028, I: 2029 };
const before = (column: string) => String.fromCharCode(column.charCodeAt(0) - 1);
/** The filings speak in thousands, the model in millions with one decimal. */
const inMillions = (thousands: number) => Math.round(thousands / 100) / 10;

type ByColumn = (column: string) => string | number | null;

class SheetWriter {
  readonly cells = new Map<string, ModelCell>();

  put(address: string, content: string | number, format: string | null = null): void {
    this.cells.set(address, { content, format });
  }

  titled(title: string): void {
    this.put("A1", `${company.name} (a made-up sample company)`);
    this.put("A2", title);
    this.put("A3", "$ in millions unless stated; fiscal year ends December 31");
    for (const [column, year] of Object.entries(historyYears)) this.put(`${column}4`, `${year}A`);
    for (const [column, year] of Object.entries(forecastYears)) this.put(`${column}4`, `${year}E`);
  }

  row(row: number, label: string, history: ByColumn, forecast: ByColumn, format = money): void {
    this.put(`A${row}`, label);
    for (const [columns, content] of [
      [historyYears, history],
      [forecastYears, forecast],
    ] as const) {
      for (const column of Object.keys(columns)) {
        const cell = content(column);
        if (cell !== null) this.put(`${column}${row}`, cell, format);
      }
    }
  }
}

const reported =
  (pick: (figures: YearFigures) => number): ByColumn =>
  (column) =>
    inMillions(pick(figuresByYear[historyYears[column]!]!));
const given =
  (...values: readonly number[]): ByColumn =>
  (column) =>
    values["EFGHI".indexOf(column)]!;
const blank: ByColumn = () => null;
/** The same formula in each column: `{c}` is the column, `{p}` the one before. */
const formula =
  (text: string, exceptions: Readonly<Record<string, string | number>> = {}): ByColumn =>
  (column) =>
    exceptions[column] ?? `=${text.replaceAll("{c}", column).replaceAll("{p}", before(column))}`;
const fromSecondYear =
  (text: string): ByColumn =>
  (column) =>
    column === "B" ? null : formula(text)(column);

function assumptions(): SheetWriter {
  const sheet = new SheetWriter();
  sheet.titled("Operating assumptions");
  sheet.row(
    5,
    "Revenue growth %",
    fromSecondYear("'Income Statement'!{c}5/'Income Statement'!{p}5-1"),
    given(0.09, 0.09, 0.085, 0.08, 0.075),
    percent,
  );
  sheet.row(
    6,
    "Gross margin %",
    formula("'Income Statement'!{c}7/'Income Statement'!{c}5"),
    given(0.545, 0.555, 0.565, 0.575, 0.58),
    percent,
  );
  sheet.row(
    7,
    "R&D % of revenue",
    formula("'Income Statement'!{c}8/'Income Statement'!{c}5"),
    given(0.093, 0.093, 0.092, 0.092, 0.092),
    percent,
  );
  sheet.row(
    8,
    "Selling and marketing % of revenue",
    formula("'Income Statement'!{c}9/'Income Statement'!{c}5"),
    given(0.14, 0.139, 0.138, 0.137, 0.136),
    percent,
  );
  sheet.row(
    9,
    "G&A % of revenue",
    formula("'Income Statement'!{c}10/'Income Statement'!{c}5"),
    given(0.086, 0.085, 0.085, 0.084, 0.084),
    percent,
  );
  sheet.row(
    10,
    "Capex % of revenue",
    formula("-'Cash Flow'!{c}14/'Income Statement'!{c}5"),
    given(0.056, 0.055, 0.054, 0.053, 0.052),
    percent,
  );
  sheet.row(
    11,
    "D&A % of revenue",
    formula("'Cash Flow'!{c}6/'Income Statement'!{c}5"),
    given(0.055, 0.055, 0.054, 0.054, 0.053),
    percent,
  );
  sheet.row(
    12,
    "Stock-based compensation % of revenue",
    formula("'Cash Flow'!{c}7/'Income Statement'!{c}5"),
    given(0.018, 0.018, 0.018, 0.018, 0.018),
    percent,
  );
  sheet.row(
    13,
    "Receivable days",
    formula("'Balance Sheet'!{c}6/'Income Statement'!{c}5*365"),
    given(59, 59, 58, 58, 58),
    whole,
  );
  sheet.row(
    14,
    "Inventory days",
    formula("'Balance Sheet'!{c}7/'Income Statement'!{c}6*365"),
    given(110, 108, 106, 105, 105),
    whole,
  );
  sheet.row(
    15,
    "Payable days",
    formula("'Balance Sheet'!{c}15/'Income Statement'!{c}6*365"),
    given(41, 41, 41, 41, 41),
    whole,
  );
  sheet.row(
    16,
    "Effective tax rate",
    formula("'Income Statement'!{c}15/'Income Statement'!{c}14"),
    given(0.23, 0.23, 0.23, 0.23, 0.23),
    percent,
  );
  sheet.row(17, "Interest rate on debt", blank, given(0.052, 0.052, 0.052, 0.052, 0.052), percent);
  sheet.row(
    18,
    "Debt repayment",
    reported((f) => f.cashFlow.repayment),
    given(8, 8, 8, 8, 8),
  );
  sheet.row(
    19,
    "Dividends and buybacks",
    reported((f) => f.cashFlow.dividends + f.cashFlow.buyback),
    given(25, 26, 27, 28, 29),
  );
  sheet.row(20, "Minimum cash balance", blank, given(50, 50, 50, 50, 50));
  sheet.row(21, "Amortization of intangible assets", () => 5.2, given(5.2, 5.2, 5.2, 0, 0));
  sheet.row(
    22,
    "Accrued liabilities % of revenue",
    formula("'Balance Sheet'!{c}16/'Income Statement'!{c}5"),
    given(0.066, 0.066, 0.066, 0.066, 0.066),
    percent,
  );
  sheet.row(
    23,
    "Deferred revenue % of revenue",
    formula("'Balance Sheet'!{c}17/'Income Statement'!{c}5"),
    given(0.046, 0.046, 0.046, 0.046, 0.046),
    percent,
  );
  return sheet;
}

function incomeStatement(): SheetWriter {
  const sheet = new SheetWriter();
  sheet.titled("Income statement");
  sheet.row(
    5,
    "Revenue",
    reported((f) => f.income.revenue),
    formula("{p}5*(1+Assumptions!{c}5)", { G: "=F5*1.085" }),
  );
  sheet.row(
    6,
    "Cost of revenue",
    reported((f) => f.income.costOfRevenue),
    formula("{c}5*(1-Assumptions!{c}6)"),
  );
  sheet.row(7, "Gross profit", formula("{c}5-{c}6"), formula("{c}5-{c}6"));
  sheet.row(
    8,
    "Research and development",
    reported((f) => f.income.research),
    formula("{c}5*Assumptions!{c}7"),
  );
  sheet.row(
    9,
    "Selling and marketing",
    reported((f) => f.income.selling),
    formula("{c}5*Assumptions!{c}8"),
  );
  sheet.row(
    10,
    "General and administrative",
    reported((f) => f.income.admin),
    formula("{c}5*Assumptions!{c}9"),
  );
  sheet.row(
    11,
    "Total operating expenses",
    formula("SUM({c}8:{c}10)"),
    formula("SUM({c}8:{c}10)", { H: "=SUM(H8:H9)" }),
  );
  sheet.row(12, "Operating income (EBIT)", formula("{c}7-{c}11"), formula("{c}7-{c}11"));
  sheet.row(
    13,
    "Interest expense",
    reported((f) => f.income.interestExpense),
    formula("'Balance Sheet'!{p}18*Assumptions!{c}17", { G: "='Balance Sheet'!E18*Assumptions!G17" }),
  );
  sheet.row(14, "Income before income taxes", formula("{c}12-{c}13"), formula("{c}12-{c}13"));
  sheet.row(
    15,
    "Provision for income taxes",
    reported((f) => f.income.incomeTax),
    formula("{c}14*Assumptions!{c}16"),
  );
  sheet.row(16, "Net income", formula("{c}14-{c}15"), formula("{c}14-{c}15"));
  sheet.row(
    18,
    "Diluted shares (millions)",
    reported((f) => f.income.dilutedShares),
    formula("{p}18"),
  );
  sheet.row(19, "Diluted EPS ($)", formula("{c}16/{c}18"), formula("{c}16/{c}18"), "0.00");
  sheet.row(20, "EBITDA", formula("{c}12+'Cash Flow'!{c}6"), formula("{c}12+'Cash Flow'!{c}6"));
  sheet.row(21, "Operating margin", formula("{c}12/{c}5"), formula("{c}12/{c}5"), percent);
  sheet.row(23, "Employees", (column) => ({ B: 1180, C: 1245, D: 1310 })[column]!, blank, "#,##0");
  sheet.row(24, "Revenue per employee ($ thousands)", formula("{c}5/{c}23*1000"), formula("{c}5/{c}23*1000"), "#,##0");
  return sheet;
}

function balanceSheet(): SheetWriter {
  const sheet = new SheetWriter();
  sheet.titled("Balance sheet");
  /** Inventory of 2023 stands as 52.3; the annual report says 55.3. */
  const inventory: ByColumn = (column) => (column === "C" ? 52.3 : reported((f) => f.balance.inventory)(column));
  sheet.row(
    5,
    "Cash and cash equivalents",
    reported((f) => f.balance.cash),
    formula("'Cash Flow'!{c}21", { H: 523.8 }),
  );
  sheet.row(
    6,
    "Accounts receivable",
    reported((f) => f.balance.receivables),
    formula("'Income Statement'!{c}5*Assumptions!{c}13/365"),
  );
  sheet.row(7, "Inventories", inventory, formula("'Income Statement'!{c}6*Assumptions!{c}14/365"));
  sheet.row(
    8,
    "Prepaid expenses and other current assets",
    reported((f) => f.balance.prepaid),
    formula("'Income Statement'!{c}5*0.0215"),
  );
  sheet.row(9, "Total current assets", formula("SUM({c}5:{c}8)"), formula("SUM({c}5:{c}8)"));
  sheet.row(
    10,
    "Property, plant and equipment, net",
    reported((f) => f.balance.propertyNet),
    formula("{p}10-'Cash Flow'!{c}14-('Cash Flow'!{c}6-Assumptions!{c}21)"),
  );
  sheet.row(
    11,
    "Goodwill",
    reported((f) => f.balance.goodwill),
    formula("{p}11"),
  );
  sheet.row(
    12,
    "Intangible assets, net",
    reported((f) => f.balance.intangibles),
    formula("{p}12-Assumptions!{c}21"),
  );
  sheet.row(13, "Total assets", formula("{c}9+{c}10+{c}11+{c}12"), formula("{c}9+{c}10+{c}11+{c}12"));
  sheet.row(
    15,
    "Accounts payable",
    reported((f) => f.balance.payables),
    formula("'Income Statement'!{c}6*Assumptions!{c}15/365"),
  );
  sheet.row(
    16,
    "Accrued liabilities",
    reported((f) => f.balance.accrued),
    formula("'Income Statement'!{c}5*Assumptions!{c}22"),
  );
  sheet.row(
    17,
    "Deferred revenue",
    reported((f) => f.balance.deferredRevenue),
    formula("'Income Statement'!{c}5*Assumptions!{c}23"),
  );
  sheet.row(
    18,
    "Debt, current and long-term",
    reported((f) => f.balance.currentDebt + f.balance.longTermDebt),
    formula("{p}18-Assumptions!{c}18"),
  );
  sheet.row(
    19,
    "Other long-term liabilities",
    reported((f) => f.balance.otherLiabilities),
    formula("{p}19"),
  );
  sheet.row(20, "Total liabilities", formula("SUM({c}15:{c}19)"), formula("SUM({c}15:{c}19)"));
  sheet.row(
    21,
    "Additional paid-in capital",
    reported((f) => f.balance.paidInCapital),
    formula("{p}21+'Cash Flow'!{c}7"),
  );
  sheet.row(
    22,
    "Retained earnings",
    reported((f) => f.balance.retainedEarnings),
    formula("{p}22+'Income Statement'!{c}16-Assumptions!{c}19"),
  );
  sheet.row(23, "Total stockholders' equity", formula("{c}21+{c}22"), formula("{c}21+{c}22"));
  sheet.row(24, "Total liabilities and stockholders' equity", formula("{c}20+{c}23"), formula("{c}20+{c}23"));
  sheet.row(
    25,
    "Balance check",
    formula('IF(ABS({c}13-{c}24)<5,"OK","ERROR")'),
    formula('IF(ABS({c}13-{c}24)<5,"OK","ERROR")'),
  );
  return sheet;
}

function cashFlow(): SheetWriter {
  const sheet = new SheetWriter();
  sheet.titled("Cash flow statement");
  sheet.row(5, "Net income", formula("'Income Statement'!{c}16"), formula("'Income Statement'!{c}16"));
  sheet.row(
    6,
    "Depreciation and amortization",
    reported((f) => f.cashFlow.depreciationAndAmortisation),
    formula("'Income Statement'!{c}5*Assumptions!{c}11"),
  );
  sheet.row(
    7,
    "Stock-based compensation",
    reported((f) => f.cashFlow.stockCompensation),
    formula("'Income Statement'!{c}5*Assumptions!{c}12"),
  );
  sheet.row(
    8,
    "Change in accounts receivable",
    reported((f) => f.cashFlow.receivables),
    formula("'Balance Sheet'!{p}6-'Balance Sheet'!{c}6"),
  );
  sheet.row(
    9,
    "Change in inventories",
    reported((f) => f.cashFlow.inventory),
    formula("'Balance Sheet'!{p}7-'Balance Sheet'!{c}7"),
  );
  sheet.row(
    10,
    "Change in prepaid expenses",
    reported((f) => f.cashFlow.prepaid),
    formula("'Balance Sheet'!{p}8-'Balance Sheet'!{c}8"),
  );
  sheet.row(
    11,
    "Change in payables and accrued liabilities",
    reported((f) => f.cashFlow.payablesAndAccrued),
    formula("'Balance Sheet'!{c}15-'Balance Sheet'!{p}15+'Balance Sheet'!{c}16-'Balance Sheet'!{p}16"),
  );
  sheet.row(
    12,
    "Change in deferred revenue",
    reported((f) => f.cashFlow.deferredRevenue),
    formula("'Balance Sheet'!{c}17-'Balance Sheet'!{p}17"),
  );
  sheet.row(13, "Cash from operating activities", formula("SUM({c}5:{c}12)"), formula("SUM({c}5:{c}12)"));
  sheet.row(
    14,
    "Capital expenditures",
    reported((f) => -f.cashFlow.capitalExpenditure),
    formula("-'Income Statement'!{c}5*Assumptions!{c}10"),
  );
  sheet.row(15, "Cash from investing activities", formula("{c}14"), formula("{c}14"));
  sheet.row(
    16,
    "Repayment of debt",
    reported((f) => -f.cashFlow.repayment),
    formula("-Assumptions!{c}18"),
  );
  sheet.row(
    17,
    "Dividends and buybacks",
    reported((f) => -f.cashFlow.dividends - f.cashFlow.buyback),
    formula("-Assumptions!{c}19"),
  );
  sheet.row(18, "Cash from financing activities", formula("{c}16+{c}17"), formula("{c}16+{c}17"));
  sheet.row(19, "Net change in cash", formula("{c}13+{c}15+{c}18"), formula("{c}13+{c}15+{c}18"));
  sheet.row(
    20,
    "Cash at beginning of year",
    reported((f) => f.cashFlow.openingCash),
    formula("'Balance Sheet'!{p}5"),
  );
  sheet.row(21, "Cash at end of year", formula("{c}19+{c}20"), formula("{c}19+{c}20"));
  return sheet;
}

function discountedCashFlow(): SheetWriter {
  const sheet = new SheetWriter();
  sheet.put("A1", `${company.name} (a made-up sample company)`);
  sheet.put("A2", "Discounted cash flow");
  sheet.put("A3", "$ in millions unless stated; valuation date December 31, 2024");
  const headers = ["2025E", "2026E", "2027E", "2027E", "2029E"];
  const rows: readonly [row: number, label: string, text: string, format?: string][] = [
    [5, "EBIT", "'Income Statement'!{s}9"],
    [6, "Less: taxes on EBIT", "-{c}5*$B$20"],
    [7, "NOPAT", "{c}5+{c}6"],
    [8, "Plus: depreciation and amortization", "'Cash Flow'!{s}6"],
    [9, "Less: capital expenditures", "-'Cash Flow'!{s}14"],
    [10, "Less: increase in working capital", "SUM('Cash Flow'!{s}8:{s}12)"],
    [11, "Unlevered free cash flow", "SUM({c}7:{c}10)"],
    [12, "Years from valuation date", "", "0"],
    [13, "Discount factor", "1/(1+$B$18)^{c}12", "0.000"],
    [14, "Present value of free cash flow", "{c}11*{c}13"],
  ];
  "BCDEF".split("").forEach((column, i) => {
    sheet.put(`${column}4`, headers[i]!);
    for (const [row, , text, format] of rows) {
      const content = row === 12 ? i + 1 : `=${text.replaceAll("{c}", column).replaceAll("{s}", "EFGHI"[i]!)}`;
      sheet.put(`${column}${row}`, content, format ?? money);
    }
  });
  for (const [row, label] of rows) sheet.put(`A${row}`, label);
  const single: readonly [row: number, label: string, content: string | number, format: string][] = [
    [18, "WACC", 0.08, percent],
    [19, "Terminal growth rate", 0.045, percent],
    [20, "Tax rate", 0.19, percent],
    [21, "Sum of present values", "=SUM(B14:E14)", money],
    [22, "Terminal value", "=F11*(1+B19)/(B18-B19)", money],
    [23, "Present value of terminal value", "=B22*F13", money],
    [24, "Enterprise value", "=B21+B23", money],
    [25, "Less: net debt", "='Balance Sheet'!D18-'Balance Sheet'!D5", money],
    [26, "Equity value", "=B24-B25", money],
    [27, "Diluted shares (millions)", "='Income Statement'!D18", "0.0"],
    [28, "Equity value per share ($)", "=B26/B27", "0.00"],
    [29, "Current share price ($)", 48, "0.00"],
    [30, "Upside to current price", "=B28/B29-1", percent],
    [31, "Terminal value share of enterprise value", "=B23/B24", percent],
    [32, "EV / EBITDA 2025E", "=B24/'Income Statement'!E20", multiple],
  ];
  sheet.put("A17", "Valuation");
  for (const [row, label, content, format] of single) {
    sheet.put(`A${row}`, label);
    sheet.put(`B${row}`, content, format);
  }
  return sheet;
}

/** Every sheet of the sample model, in the order of its tabs. Its problems are planted: see planted-problems.ts. */
export function modelSheets(): readonly { readonly name: string; readonly cells: ReadonlyMap<string, ModelCell> }[] {
  return [
    { name: "Assumptions", cells: assumptions().cells },
    { name: "Income Statement", cells: incomeStatement().cells },
    { name: "Balance Sheet", cells: balanceSheet().cells },
    { name: "Cash Flow", cells: cashFlow().cells },
    { name: "DCF", cells: discountedCashFlow().cells },
  ];
}
