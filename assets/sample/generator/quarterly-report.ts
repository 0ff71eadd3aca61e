import { company, figuresByYear, firstQuarterByYear } from "./company-figures";
import { heading, InlineXbrlDocument, itemHeading, pageBreak, paragraph, partHeading } from "./inline-xbrl-document";
import { balanceSheet, cashFlowStatement, incomeStatement, type StatementColumn } from "./statements";

const percent = (ratio: number) => `${(ratio * 100).toFixed(1)}%`;
const million = (thousands: number) => `$${(thousands / 1000).toFixed(1)} million`;

function quarterColumn(year: number): StatementColumn {
  return {
    label: `Three months ended March 31, ${year}`,
    figures: firstQuarterByYear[year]!,
    recast: 0,
    span: { start: `${year}-01-01`, end: `${year}-03-31` },
    instant: { start: null, end: `${year}-03-31` },
  };
}

/** The quarterly report on Form 10-Q for the quarter ended 31 March 2025, in inline XBRL. */
export function writeQuarterlyReport(): string {
  const document = new InlineXbrlDocument();
  const now = quarterColumn(2025);
  const before = quarterColumn(2024);
  const yearEnd: StatementColumn = {
    label: "December 31, 2024",
    figures: figuresByYear[2024]!,
    recast: 0,
    span: { start: "2024-01-01", end: "2024-12-31" },
    instant: { start: null, end: "2024-12-31" },
  };
  const dei = (name: string, text: string) => document.words(`dei:${name}`, now.span, text);
  const hidden = [
    dei("EntityCentralIndexKey", company.cik),
    dei("AmendmentFlag", "false"),
    dei("DocumentFiscalYearFocus", "2025"),
    dei("DocumentFiscalPeriodFocus", "Q1"),
    dei("CurrentFiscalYearEndDate", "--12-31"),
    dei("DocumentPeriodEndDate", "2025-03-31"),
  ].join("");
  const growth = now.figures.income.revenue / before.figures.income.revenue - 1;
  const margin = (column: StatementColumn) => column.figures.income.grossProfit / column.figures.income.revenue;
  const body = [
    `<div style="text-align:center;font-weight:bold">FORM ${dei("DocumentType", "10-Q")}</div>`,
    paragraph("QUARTERLY REPORT for the quarterly period ended March 31, 2025"),
    `<div style="text-align:center;font-weight:bold">${dei("EntityRegistrantName", company.name)}</div>`,
    paragraph(`Trading symbol: ${dei("TradingSymbol", company.ticker)} (made up; listed nowhere)`),
    pageBreak,
    partHeading("I"),
    itemHeading("1", "Financial Statements"),
    incomeStatement(document, [now, before]),
    pageBreak,
    balanceSheet(document, [{ ...now, label: "March 31, 2025" }, yearEnd]),
    pageBreak,
    cashFlowStatement(document, [now, before]),
    pageBreak,
    itemHeading("2", "Management's Discussion and Analysis of Financial Condition and Results of Operations"),
    heading("Results of operations"),
    paragraph(
      `Revenue grew ${percent(growth)} to ${million(now.figures.income.revenue)} in the first quarter of fiscal 2025, at the lower end of what we expected for the year: two large orders for battery-materials laboratories were put off to the second half. Gross margin was ${percent(margin(now))}, after ${percent(margin(before))} a year earlier.`,
    ),
    paragraph(
      "Costs of optical components rose by about 4% against the same quarter of last year. We have seen no effect of tariffs yet.",
    ),
    itemHeading("3", "Quantitative and Qualitative Disclosures About Market Risk"),
    paragraph("No material change since year end."),
    itemHeading("4", "Controls and Procedures"),
    paragraph("Disclosure controls were effective."),
    partHeading("II"),
    itemHeading("1", "Legal Proceedings"),
    paragraph("None."),
    itemHeading("1A", "Risk Factors"),
    paragraph(
      "No material change from the risk factors in our latest annual report, except that negotiations with our largest distributor, which accounts for about a fifth of revenue, have begun ahead of the renewal due in fiscal 2026.",
    ),
    itemHeading("2", "Unregistered Sales of Equity Securities and Use of Proceeds"),
    paragraph(`We bought back common stock for ${million(now.figures.cashFlow.buyback)} in the quarter.`),
    itemHeading("6", "Exhibits"),
    paragraph("Certifications."),
  ].join("\n");
  return document.render(`${company.name} 10-Q Q1 2025`, hidden, body);
}
