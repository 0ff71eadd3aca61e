import { company, figuresByYear, guidance2025 as guided } from "./company-figures";
import { heading, InlineXbrlDocument, paragraph } from "./inline-xbrl-document";

const million = (thousands: number) => `$${(thousands / 1000).toFixed(1)} million`;

/** The current report on Form 8-K of 20 February 2025, with guidance for fiscal 2025. */
export function writeEarningsRelease(): string {
  const document = new InlineXbrlDocument();
  const day = { start: "2025-02-20", end: "2025-02-20" };
  const dei = (name: string, text: string) => document.words(`dei:${name}`, day, text);
  const { income } = figuresByYear[2024]!;
  const before = figuresByYear[2023]!.income;
  const itemTitle = (item: string, title: string) =>
    `<div style="margin-top:18pt;font-weight:bold">Item ${item} ${title}.</div>`;
  const body = [
    `<div style="text-align:center;font-weight:bold">FORM ${dei("DocumentType", "8-K")}</div>`,
    paragraph("CURRENT REPORT. Date of report (date of earliest event reported): February 20, 2025"),
    `<div style="text-align:center;font-weight:bold">${dei("EntityRegistrantName", company.name)}</div>`,
    paragraph(`Trading symbol: ${dei("TradingSymbol", company.ticker)} (made up; listed nowhere)`),
    itemTitle("2.02", "Results of Operations and Financial Condition"),
    paragraph(
      `On February 20, 2025, ${company.name} announced its results for fiscal 2024. Revenue was ${million(income.revenue)}, an increase of ${((income.revenue / before.revenue - 1) * 100).toFixed(1)}%, and diluted earnings per share were $${income.dilutedPerShare.toFixed(2)}.`,
    ),
    heading("Outlook for fiscal 2025"),
    paragraph(
      `For fiscal 2025, the company expects revenue of $${guided.revenueLow} million to $${guided.revenueHigh} million. It expects gross margin of ${guided.grossMarginLow.toFixed(1)}% to ${guided.grossMarginHigh.toFixed(1)}%, capital expenditures of $${guided.capitalExpenditureLow} million to $${guided.capitalExpenditureHigh} million, and an effective tax rate of about ${guided.taxRate}%.`,
    ),
    paragraph(
      "These expectations assume no new tariffs and exchange rates as of today. They are forward-looking statements and may turn out wrong.",
    ),
    itemTitle("9.01", "Financial Statements and Exhibits"),
    paragraph("99.1 Press release of February 20, 2025."),
  ].join("\n");
  const hidden = [
    dei("EntityCentralIndexKey", company.cik),
    dei("AmendmentFlag", "false"),
    dei("DocumentPeriodEndDate", "2025-02-20"),
  ].join("");
  return document.render(`${company.name} 8-K 2025-02-20`, hidden, body);
}
