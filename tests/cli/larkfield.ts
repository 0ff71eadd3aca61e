import { columnsOf, submissionsOf, type EdgarServer } from "../support/edgar-server";

/** A made-up company at EDGAR: what it filed in thirty years, in the ways EDGAR kept it. */
export const larkfieldCik = "0009990001";

interface Filed {
  readonly accession: string;
  readonly form: string;
  readonly filed: string;
  readonly period: string;
  readonly text: string;
}

const sentences = (words: string): string =>
  Array.from(
    { length: 10 },
    (_, n) => `<p>${words} Paragraph ${n + 1} of our report says a little more of it.</p>`,
  ).join("\n");

const tagged = (year: number, thousands: string): string =>
  `<ix:nonFraction contextRef="y${year}" unitRef="usd" name="us-gaap:Revenues" decimals="-3" scale="3" format="ixt:num-dot-decimal">${thousands}</ix:nonFraction>`;

const context = (year: number): string =>
  `<xbrli:context id="y${year}"><xbrli:entity><xbrli:identifier scheme="http://www.sec.gov/CIK">${larkfieldCik}</xbrli:identifier></xbrli:entity><xbrli:period><xbrli:startDate>${year}-01-01</xbrli:startDate><xbrli:endDate>${year}-12-31</xbrli:endDate></xbrli:period></xbrli:context>`;

function annualReport(year: number, revenues: string, yearBefore: string): string {
  return `<html xmlns="http://www.w3.org/1999/xhtml" xmlns:ix="http://www.xbrl.org/2013/inlineXBRL" xmlns:ixt="http://www.xbrl.org/inlineXBRL/transformation/2020-02-12" xmlns:xbrli="http://www.xbrl.org/2003/instance" xmlns:iso4217="http://www.xbrl.org/2003/iso4217" xmlns:us-gaap="http://fasb.org/us-gaap/2024"><body>
<div style="display:none"><ix:header><ix:resources>${context(year)}${context(year - 1)}<xbrli:unit id="usd"><xbrli:measure>iso4217:USD</xbrli:measure></xbrli:unit></ix:resources></ix:header></div>
<p><b>PART I</b></p><p><b>Item 1. Business</b></p>${sentences(`We made kettles in ${year}.`)}
<p><b>Item 7. Management's Discussion and Analysis</b></p>${sentences("Revenues rose with the price of copper.")}
<table><tr><td>In thousands</td><td>${year}</td><td>${year - 1}</td></tr><tr><td>Revenues</td><td>${tagged(year, revenues)}</td><td>${tagged(year - 1, yearBefore)}</td></tr></table>
</body></html>`;
}

function submission(
  form: string,
  filed: string,
  accession: string,
  documents: Readonly<Record<string, string>>,
): string {
  const parts = Object.entries(documents).map(
    ([type, text], n) => `<DOCUMENT>\n<TYPE>${type}\n<SEQUENCE>${n + 1}\n<TEXT>\n${text}\n</TEXT>\n</DOCUMENT>`,
  );
  const day = filed.replaceAll("-", "");
  return `<SEC-DOCUMENT>${accession}.txt : ${day}
<SEC-HEADER>${accession}.hdr.sgml : ${day}
ACCESSION NUMBER:\t\t${accession}
CONFORMED SUBMISSION TYPE:\t${form}
FILED AS OF DATE:\t\t${day}
\tCOMPANY CONFORMED NAME:\t\t\tLARKFIELD KETTLES INC
\tCENTRAL INDEX KEY:\t\t\t${larkfieldCik}
</SEC-HEADER>
${parts.join("\n")}
</SEC-DOCUMENT>
`;
}

function filing(
  form: string,
  filed: string,
  period: string,
  number: number,
  documents: Readonly<Record<string, string>>,
): Filed {
  const accession = `${larkfieldCik}-${filed.slice(2, 4)}-${String(number).padStart(6, "0")}`;
  return { accession, form, filed, period, text: submission(form, filed, accession, documents) };
}

const plain = (words: string): string =>
  `ITEM 1. BUSINESS\n\n${Array.from({ length: 10 }, (_, n) => `   ${words} This is sentence ${n + 1} of several.\n`).join("\n")}`;

const page = (words: string): string => `<html><body>${sentences(words)}</body></html>`;

/** Newest first; the release of the 8-K stands in the whole submission alone. */
export const larkfieldFilings: readonly Filed[] = [
  filing("8-K", "2025-02-20", "2025-02-20", 3, {
    "8-K": `<html><body><p><b>Item 2.02 Results of Operations and Financial Condition</b></p>${sentences("A release is attached.")}</body></html>`,
    "EX-99.1": page("Larkfield reports record orders for copper kettles in Lisbon."),
    GRAPHIC: "begin 644 logo.jpg\nM0000\nend",
  }),
  filing("10-K", "2025-02-18", "2024-12-31", 2, { "10-K": annualReport(2024, "1,234", "1,100") }),
  filing("10-K/A", "2024-04-30", "2023-12-31", 4, { "10-K/A": page("We amend part III of our report on kettles.") }),
  filing("10-K", "2024-02-20", "2023-12-31", 1, { "10-K": annualReport(2023, "1,100", "980") }),
  filing("4", "2024-01-05", "2024-01-03", 9, { "4": "<XML><ownershipDocument/></XML>" }),
];

const olderFilings: readonly Filed[] = [
  filing("10-KT", "2004-03-30", "2003-12-31", 5, { "10-KT": page("Our year now ends in December.") }),
  filing("6-K", "2003-05-06", "2003-03-31", 6, { "6-K": page("We report to the SEC as a foreign maker of kettles.") }),
  filing("20-F", "2002-06-28", "2001-12-31", 7, {
    "20-F": page("ITEM 4. INFORMATION ON THE COMPANY. We make kettles abroad."),
  }),
  filing("40-F", "2001-06-28", "2000-12-31", 8, { "40-F": page("We report by the rules of another country.") }),
  filing("10-K405", "1999-03-30", "1998-12-31", 2, { "10-K405": plain("We made kettles of tin.") }),
  filing("10-KSB", "1997-03-28", "1996-12-31", 1, { "10-KSB": plain("We are a small business issuer of kettles.") }),
];

const olderList = `CIK${larkfieldCik}-submissions-001.json`;

/** Serves the company, its two classes of shares and its neighbours as EDGAR does. */
export function serveLarkfield(server: EdgarServer): void {
  server.serve("/files/company_tickers.json", {
    0: { cik_str: 9990001, ticker: "LARK-A", title: "Larkfield Kettles, Inc." },
    1: { cik_str: 9990001, ticker: "LARK-B", title: "Larkfield Kettles, Inc." },
    2: { cik_str: 9990005, ticker: "LORK", title: "Lorkwell Pans, Inc." },
  });
  const pages = [{ name: olderList, filingFrom: "1997-03-28", filingTo: "2004-03-30" }];
  server.serve(
    `/submissions/CIK${larkfieldCik}.json`,
    {
      ...submissionsOf("Larkfield Kettles, Inc.", larkfieldFilings, pages),
      tickers: ["LARK-A", "LARK-B"],
      formerNames: [
        { name: "Larkfield Tinware Ltd", from: "1997-01-01T00:00:00.000Z", to: "2003-12-31T00:00:00.000Z" },
      ],
    },
    '"list-1"',
  );
  // Of filings this old EDGAR names no main document.
  server.serve(`/submissions/${olderList}`, {
    ...columnsOf(olderFilings),
    primaryDocument: olderFilings.map(() => ""),
  });
  for (const { accession, text } of [...larkfieldFilings, ...olderFilings]) server.serve(archiveOf(accession), text);
  server.serve(`/api/xbrl/companyfacts/CIK${larkfieldCik}.json`, {
    cik: 9990001,
    entityName: "Larkfield Kettles, Inc.",
    facts: { "us-gaap": { Revenues: { units: { USD: revenues } } } },
  });
}

export function archiveOf(accession: string): string {
  return `/Archives/edgar/data/9990001/${accession.replaceAll("-", "")}/${accession}.txt`;
}

const of = (year: number) => ({ start: `${year}-01-01`, end: `${year}-12-31`, form: "10-K", fy: 2024, fp: "FY" });
const revenues = [
  { ...of(2022), val: 980_000, accn: "0009990001-24-000001", filed: "2024-02-20" },
  { ...of(2023), val: 1_100_000, accn: "0009990001-24-000001", filed: "2024-02-20" },
  { ...of(2023), val: 1_100_000, accn: "0009990001-25-000002", filed: "2025-02-18" },
  { ...of(2024), val: 1_234_000, accn: "0009990001-25-000002", filed: "2025-02-18" },
];
