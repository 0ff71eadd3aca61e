import { company, figuresByYear, guidance2025 as guided } from "./company-figures";

/** A short transcript of the call on fiscal 2024. Speakers are roles; nobody said any of it. */
export function writeCallTranscript(): string {
  const { income, cashFlow } = figuresByYear[2024]!;
  const million = (thousands: number) => `$${(thousands / 1000).toFixed(1)} million`;
  return `${company.name} (${company.ticker})
Fourth quarter and fiscal 2024 earnings call
February 20, 2025
${company.notice}

PREPARED REMARKS

Operator: Good morning, and welcome to the call on fiscal 2024.

Chief Executive Officer: Thank you. Fiscal 2024 was a steady year. Revenue reached ${million(income.revenue)}, and consumables and service grew faster than instruments for the fifth year running. Entry-level analyzers remain a fight over price, and we do not expect that to ease in 2025.

Chief Financial Officer: Operating income was ${million(income.operatingIncome)} and free cash flow ${million(cashFlow.operating - cashFlow.capitalExpenditure)}. For 2025 we guide to revenue of $${guided.revenueLow} million to $${guided.revenueHigh} million and gross margin of ${guided.grossMarginLow.toFixed(1)}% to ${guided.grossMarginHigh.toFixed(1)}%. Capital expenditures should be $${guided.capitalExpenditureLow} million to $${guided.capitalExpenditureHigh} million, mostly for the second assembly line. We see the long-run growth of our markets at about 3% a year.

QUESTIONS AND ANSWERS

Analyst: Could gross margin reach the high fifties once the second line runs?

Chief Financial Officer: No, I would not model that. The line saves perhaps one point over three years, and component costs take part of it back. We have never been above 55%.

Analyst: What about your largest distributor?

Chief Executive Officer: It is 18% of revenue. Talks on the renewal begin this spring. We want to keep them, but not at any price.

Analyst: And inventory?

Chief Financial Officer: Days of inventory went up again. We would like to bring them below 105 by the end of 2026, but not by running short of detectors.

Operator: This concludes the call.
`;
}
