import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

const makers = ["Quillfeather Lanterns, Inc.", "Saltmarsh Looms, Inc.", "Hollowbrook Kettles, Inc."];
const paragraphsOfRisk = 40;

/** What is asked of a database of small filings, so that two of them can be told apart. */
export const smallFilings = {
  companies: makers,
  concept: "us-gaap:Revenues",
  questions: ["What was revenue in fiscal 2004?", "wick supply harbour risk", "inventory of kettles", "note on leases"],
} as const;

/**
 * Writes so many small annual reports of made-up companies, every fifth followed by a note of an analyst, and gives
 * their files in order. Each report states the year before as well, sometimes otherwise than it was first reported.
 */
export function writeSmallFilings(folder: string, count: number): string[] {
  mkdirSync(folder, { recursive: true });
  return Array.from({ length: count }, (_, index) => {
    const maker = index % makers.length;
    const year = 2000 + Math.floor(index / makers.length);
    const ordinal = String(index).padStart(3, "0");
    const [name, content] =
      index % 5 === 4
        ? [`${ordinal}-note.md`, noteOn(makers[maker]!, year)]
        : [`${ordinal}-10-k-${year}.htm`, annualReport(maker, year)];
    const file = path.join(folder, name);
    writeFileSync(file, content);
    return file;
  });
}

const revenueOf = (maker: number, year: number): number => 1000 * (maker + 1) + 37 * (year - 1990);

function noteOn(company: string, year: number): string {
  return `# ${company} after ${year}\n\nWritten ${year + 1}-03-02.\n\nRevenue rose again; the supply of wick is the risk to watch. The halls of ${year} are full, and orders reach into the next spring; I would not pay more for the shares before the harbour opens.\n`;
}

function annualReport(maker: number, year: number): string {
  const company = makers[maker]!;
  const figure = (context: string, value: number): string =>
    `<ix:nonFraction contextRef="${context}" unitRef="usd" name="us-gaap:Revenues" decimals="-3" scale="3">${value}</ix:nonFraction>`;
  const context = (id: string, of: number): string =>
    `<xbrli:context id="${id}"><xbrli:entity><xbrli:identifier scheme="http://www.sec.gov/CIK">000999010${maker}</xbrli:identifier></xbrli:entity><xbrli:period><xbrli:startDate>${of}-01-01</xbrli:startDate><xbrli:endDate>${of}-12-31</xbrli:endDate></xbrli:period></xbrli:context>`;
  const risks = Array.from(
    { length: paragraphsOfRisk },
    (_, n) =>
      `<p>Risk ${n + 1}: the supply of wick through harbour ${(n * 7 + year) % 23} may fail, and then ${company} could not light what it has sold in ${year}. Prices of part ${n} have risen by ${(n * year) % 17} percent.</p>`,
  );
  // What every fourth year says of the year before is not what was said then.
  const before = revenueOf(maker, year - 1) + (year % 4 === 0 ? 5 : 0);
  return `<?xml version="1.0" encoding="UTF-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:ix="http://www.xbrl.org/2013/inlineXBRL" xmlns:xbrli="http://www.xbrl.org/2003/instance" xmlns:iso4217="http://www.xbrl.org/2003/iso4217" xmlns:dei="http://xbrl.sec.gov/dei/2024" xmlns:us-gaap="http://fasb.org/us-gaap/2024">
<head><title>${company}</title><meta name="marginalia-fictional" content="true"/></head>
<body><div style="display:none"><ix:header><ix:resources>${context("now", year)}${context("before", year - 1)}
<xbrli:unit id="usd"><xbrli:measure>iso4217:USD</xbrli:measure></xbrli:unit></ix:resources></ix:header></div>
<p><b>FORM <ix:nonNumeric contextRef="now" name="dei:DocumentType">10-K</ix:nonNumeric></b></p>
<p>For the fiscal year ended <ix:nonNumeric contextRef="now" name="dei:DocumentPeriodEndDate">${year}-12-31</ix:nonNumeric></p>
<p><ix:nonNumeric contextRef="now" name="dei:EntityRegistrantName">${company}</ix:nonNumeric> is made up.</p>
<p><b>PART I</b></p><p><b>Item 1A. Risk Factors</b></p>
${risks.join("\n")}
<p><b>PART II</b></p><p><b>Item 8. Financial Statements and Supplementary Data</b></p>
<p><b>CONSOLIDATED STATEMENTS OF OPERATIONS</b></p><p>(in thousands)</p>
<table><tr><td></td><td><b>${year}</b></td><td><b>${year - 1}</b></td></tr>
<tr><td>Revenue</td><td>${figure("now", revenueOf(maker, year))}</td><td>${figure("before", before)}</td></tr></table>
<p><b>NOTES TO THE FINANCIAL STATEMENTS</b></p>
<ix:nonNumeric contextRef="now" name="us-gaap:LesseeOperatingLeasesTextBlock" escape="true"><p><b>Note 1. Leases</b></p><p>We rent ${year % 9} halls of kettles and lamps.</p></ix:nonNumeric>
<ix:nonNumeric contextRef="now" name="us-gaap:InventoryDisclosureTextBlock" escape="true"><p><b>Note 2. Inventory</b></p><p>Inventory of kettles is counted each spring.</p></ix:nonNumeric>
</body></html>
`;
}
