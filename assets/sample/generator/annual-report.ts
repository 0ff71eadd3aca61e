import { company, figuresByYear, recast2023, type YearFigures } from "./company-figures";
import { heading, InlineXbrlDocument, itemHeading, pageBreak, paragraph, partHeading } from "./inline-xbrl-document";
import { balanceSheet, cashFlowStatement, incomeStatement, type StatementColumn } from "./statements";

const percent = (ratio: number) => `${(ratio * 100).toFixed(1)}%`;
const million = (thousands: number) => `$${(thousands / 1000).toFixed(1)} million`;
const yearSpan = (year: number) => ({ start: `${year}-01-01`, end: `${year}-12-31` });
const yearEnd = (year: number) => ({ start: null, end: `${year}-12-31` });

/** The 2024 report shows 2023 recast; the report of 2023 itself shows it as first reported. */
const recastShownIn = (reportYear: number, year: number) =>
  reportYear === 2024 && year === 2023 ? recast2023.amount : 0;

function columnFor(reportYear: number, year: number): StatementColumn {
  return {
    label: String(year),
    figures: figuresByYear[year]!,
    span: yearSpan(year),
    instant: yearEnd(year),
    recast: recastShownIn(reportYear, year),
  };
}

const grossMargin = (figures: YearFigures, recast = 0) =>
  (figures.income.grossProfit - recast) / figures.income.revenue;

function businessSection(year: number): string {
  const { income } = figuresByYear[year]!;
  return [
    itemHeading("1", "Business"),
    heading("Overview"),
    paragraph(
      `${company.name} designs, makes and services bench-top particle-size and moisture analyzers used in food, ceramics and battery-materials laboratories. We sell instruments once and consumables and service for years afterwards: an instrument in use needs calibration kits, filters and an annual service visit.`,
    ),
    paragraph(
      `In fiscal ${year}, instruments were ${percent(income.instruments / income.revenue)} of revenue and consumables and service ${percent(income.consumables / income.revenue)}.`,
    ),
    heading("Customers and seasonality"),
    paragraph(
      year >= 2024
        ? "No distributor accounted for more than 10% of revenue before fiscal 2024. In fiscal 2024 our largest distributor accounted for 18% of revenue, after it took over two smaller ones. Orders are strongest in the fourth quarter, when laboratories spend what remains of their annual budgets."
        : "No customer or distributor accounted for more than 10% of revenue. Orders are strongest in the fourth quarter, when laboratories spend what remains of their annual budgets.",
    ),
    heading("Competition"),
    paragraph(
      "We compete with larger makers of laboratory equipment on accuracy, time to result and the cost of consumables. Price competition is sharpest in entry-level analyzers, where list prices have fallen in each of the last three years.",
    ),
    heading("Employees"),
    paragraph(
      `At the end of fiscal ${year} we employed about ${(1180 + (year - 2022) * 65).toLocaleString("en-US")} people, of whom a fifth work in field service.`,
    ),
  ].join("\n");
}

function riskSection(year: number): string {
  const risks = [
    heading("Our instruments depend on optical components from few suppliers"),
    paragraph(
      "Laser modules and detector arrays come from three suppliers. If one of them stopped shipping, requalifying another would take nine to twelve months, and we could not ship the instruments concerned in the meantime.",
    ),
    heading("Laboratory budgets move with the economy"),
    paragraph(
      "Our customers can put off replacing an analyzer by a year or two. In the downturn of an industry we serve, instrument revenue can fall quickly while consumables hold up longer.",
    ),
    heading("Price competition may reduce our gross margin"),
    paragraph(
      "Competitors offer entry-level analyzers below our cost of making them. We may have to lower prices, or give up volume, and either would reduce gross profit.",
    ),
  ];
  // It began to save money in the year after, so that a report later the risk is over.
  if (year === 2023) {
    risks.push(
      heading("Moving to the new assembly line may interrupt deliveries"),
      paragraph(
        "We are moving final assembly to a new line. Until the old one is closed we run both, and a delay would hold up orders for the fourth quarter.",
      ),
    );
  }
  if (year >= 2023) {
    risks.push(
      heading("Excess inventory may have to be written down"),
      paragraph(
        `We hold more components than we used to, so that shortages cannot stop a line. Days of inventory rose to about ${year === 2023 ? 108 : 111} at the end of fiscal ${year}. If a design changes, components bought for it may be worth little.`,
      ),
    );
  }
  if (year >= 2024) {
    risks.push(
      heading("One distributor accounts for a large share of our revenue"),
      paragraph(
        "Our largest distributor accounted for 18% of revenue in fiscal 2024. Its agreement can be ended with 90 days' notice. Losing it, or worse terms in the renewal due in fiscal 2026, would reduce revenue and margin at once.",
      ),
      heading("Tariffs on imported components would raise our costs"),
      paragraph(
        "About 40% of our component spending is imported. New tariffs proposed in early 2025 would raise cost of revenue, and our contracts with distributors fix prices for twelve months, so that we could pass on little of it in the first year.",
      ),
    );
  }
  return [
    itemHeading("1A", "Risk Factors"),
    paragraph("The following risks could materially affect our business. They are not the only ones we face."),
    ...risks,
  ].join("\n");
}

function discussionSection(year: number): string {
  const now = figuresByYear[year]!;
  const before = figuresByYear[year - 1]!;
  const growth = now.income.revenue / before.income.revenue - 1;
  const beforeRecast = recastShownIn(year, year - 1);
  const marginNow = grossMargin(now);
  const marginBefore = grossMargin(before, beforeRecast);
  const direction = marginNow > marginBefore ? "rose" : "fell";
  const parts = [
    itemHeading("7", "Management's Discussion and Analysis of Financial Condition and Results of Operations"),
    heading("Results of operations"),
    paragraph(
      `Revenue grew ${percent(growth)} to ${million(now.income.revenue)} in fiscal ${year}, from ${million(before.income.revenue)} in fiscal ${year - 1}. Of the increase, about two thirds came from volume and one third from consumables used in instruments sold in earlier years. Prices of entry-level analyzers declined again.`,
    ),
    paragraph(
      `Gross margin ${direction} to ${percent(marginNow)} from ${percent(marginBefore)}. ${direction === "fell" ? "Higher costs of optical components and freight outweighed a better mix of consumables." : "The mix of consumables and the first savings from the new assembly line outweighed higher component costs."}`,
    ),
    paragraph(
      `Research and development expense was ${percent(now.income.research / now.income.revenue)} of revenue. We expect it to stay between 9% and 10% of revenue for the next several years.`,
    ),
    paragraph(
      `Our effective tax rate was ${percent(now.income.incomeTax / now.income.incomeBeforeTax)} in fiscal ${year}, against ${percent(before.income.incomeTax / before.income.incomeBeforeTax)} in fiscal ${year - 1}.`,
    ),
  ];
  if (beforeRecast > 0) {
    parts.push(
      heading("Recast of prior-year amounts"),
      paragraph(
        `In fiscal 2024 we began to report technical-service staff in cost of revenue. Amounts for fiscal 2023 have been recast: ${million(beforeRecast)} moved from selling and marketing expense to cost of revenue. Operating income and net income did not change.`,
      ),
    );
  }
  parts.push(
    heading("Liquidity and capital resources"),
    paragraph(
      `Operating activities provided ${million(now.cashFlow.operating)} of cash in fiscal ${year}, and we spent ${million(now.cashFlow.capitalExpenditure)} on property, plant and equipment. We repaid ${million(now.cashFlow.repayment)} of our term loan, paid dividends of ${million(now.cashFlow.dividends)} and bought back common stock for ${million(now.cashFlow.buyback)}. Cash and cash equivalents were ${million(now.balance.cash)} at year end.`,
    ),
    paragraph(
      "Days of sales in receivables and days of inventory have both risen over the last three years. We expect working capital to keep growing slightly faster than revenue.",
    ),
    heading("Critical accounting estimates"),
    paragraph(
      "Inventory is stated at the lower of cost and net realizable value. We write down components when forecast use over the next eighteen months does not cover the quantity on hand.",
    ),
  );
  return parts.join("\n");
}

function notesSection(document: InlineXbrlDocument, year: number): string {
  const now = figuresByYear[year]!;
  const debt = now.balance.currentDebt + now.balance.longTermDebt;
  return [
    document.note(
      "us-gaap:RevenueFromContractWithCustomerTextBlock",
      yearSpan(year),
      heading("Note 2. Revenue") +
        paragraph(
          "Revenue from instruments is recognized when control passes, usually on delivery. Service contracts are billed a year ahead and recognized evenly over the year; the part not yet earned is shown as deferred revenue.",
        ),
    ),
    document.note(
      "us-gaap:DebtDisclosureTextBlock",
      yearSpan(year),
      heading("Note 5. Debt") +
        paragraph(
          `The term loan bears interest at 5.2% a year and is repaid in installments of $8.0 million a year. ${document.millions("us-gaap:LongTermDebt", yearEnd(year), debt)} was outstanding at the end of fiscal ${year}. The agreement requires debt of no more than three times earnings before interest, taxes, depreciation and amortization; we complied throughout.`,
        ),
    ),
    document.note(
      "us-gaap:IncomeTaxDisclosureTextBlock",
      yearSpan(year),
      heading("Note 7. Income taxes") +
        paragraph(
          `The effective rate of ${document.percent("us-gaap:EffectiveIncomeTaxRateContinuingOperations", yearSpan(year), Math.round((now.income.incomeTax / now.income.incomeBeforeTax) * 1000) / 1000)} differs from the federal statutory rate of ${document.percent("us-gaap:EffectiveIncomeTaxRateReconciliationAtFederalStatutoryIncomeTaxRate", yearSpan(year), 0.21)} mainly because of state taxes.`,
        ),
    ),
  ].join("\n");
}

const emptyItems: readonly [item: string, title: string, text: string][] = [
  ["1B", "Unresolved Staff Comments", "None."],
  [
    "1C",
    "Cybersecurity",
    "We assess cybersecurity risk each year and report the result to the audit committee. No incident has had a material effect.",
  ],
  ["2", "Properties", "We own our plant and lease four service depots. We consider them suitable and adequate."],
  ["3", "Legal Proceedings", "We are party to no proceeding that we expect to have a material effect."],
  ["4", "Mine Safety Disclosures", "Not applicable."],
];

/** The annual report on Form 10-K of a fiscal year, in inline XBRL. */
export function writeAnnualReport(year: number): string {
  const document = new InlineXbrlDocument();
  const span = yearSpan(year);
  const three = [year, year - 1, year - 2].map((each) => columnFor(year, each));
  const dei = (name: string, text: string) => document.words(`dei:${name}`, span, text);
  const hidden = [
    dei("EntityCentralIndexKey", company.cik),
    dei("AmendmentFlag", "false"),
    dei("DocumentFiscalYearFocus", String(year)),
    dei("DocumentFiscalPeriodFocus", "FY"),
    dei("CurrentFiscalYearEndDate", "--12-31"),
    dei("DocumentPeriodEndDate", `${year}-12-31`),
  ].join("");
  const cover = [
    `<div style="text-align:center;font-weight:bold">FORM ${dei("DocumentType", "10-K")}</div>`,
    paragraph(`ANNUAL REPORT for the fiscal year ended December 31, ${year}`),
    `<div style="text-align:center;font-weight:bold">${dei("EntityRegistrantName", company.name)}</div>`,
    paragraph(`Trading symbol: ${dei("TradingSymbol", company.ticker)} (made up; listed nowhere)`),
  ];
  const items = (list: readonly (readonly [string, string, string])[]) =>
    list.map(([item, title, text]) => itemHeading(item, title) + paragraph(text)).join("\n");
  const body = [
    ...cover,
    pageBreak,
    partHeading("I"),
    businessSection(year),
    riskSection(year),
    items(emptyItems.filter(([item]) => item !== "1C" || year >= 2023)),
    pageBreak,
    partHeading("II"),
    items([
      [
        "5",
        "Market for Registrant's Common Equity, Related Stockholder Matters and Issuer Purchases of Equity Securities",
        `We paid dividends of $${(figuresByYear[year]!.cashFlow.dividends / figuresByYear[year]!.income.basicShares).toFixed(2)} a share in fiscal ${year}.`,
      ],
      ["6", "[Reserved]", ""],
    ]),
    discussionSection(year),
    items([
      [
        "7A",
        "Quantitative and Qualitative Disclosures About Market Risk",
        "Our term loan has a fixed rate. About a quarter of revenue is in euros; a 10% change of the euro would have changed operating income by less than 3%.",
      ],
    ]),
    pageBreak,
    itemHeading("8", "Financial Statements and Supplementary Data"),
    incomeStatement(document, three),
    pageBreak,
    balanceSheet(document, three.slice(0, 2)),
    pageBreak,
    cashFlowStatement(document, three),
    pageBreak,
    notesSection(document, year),
    items([
      ["9", "Changes in and Disagreements with Accountants on Accounting and Financial Disclosure", "None."],
      [
        "9A",
        "Controls and Procedures",
        "Management concluded that disclosure controls and internal control over financial reporting were effective at year end.",
      ],
      ["9B", "Other Information", "None."],
    ]),
    partHeading("III"),
    items([
      ["10", "Directors, Executive Officers and Corporate Governance", "See the proxy statement."],
      ["11", "Executive Compensation", "See the proxy statement."],
      [
        "12",
        "Security Ownership of Certain Beneficial Owners and Management and Related Stockholder Matters",
        "See the proxy statement.",
      ],
      ["13", "Certain Relationships and Related Transactions, and Director Independence", "See the proxy statement."],
      ["14", "Principal Accountant Fees and Services", "See the proxy statement."],
    ]),
    partHeading("IV"),
    items([
      ["15", "Exhibits and Financial Statement Schedules", "The statements stand under Item 8."],
      ["16", "Form 10-K Summary", "None."],
    ]),
    `<div style="margin-top:18pt;text-align:center;font-weight:bold">SIGNATURES</div>`,
    paragraph("Signed by nobody: this company is made up."),
  ].join("\n");
  return document.render(`${company.name} 10-K ${year}`, hidden, body);
}
