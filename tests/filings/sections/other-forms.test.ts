import { type ParsedDocument } from "../../../src/contracts/document";
import { readTextDocument } from "../../../src/filings/read-text-document";

const filler = "The company sells kettles and lids to shops and reports what it earns in dollars. ".repeat(3);
const page = (lines: readonly string[]): string =>
  `<html><body>${lines.map((line) => (line.startsWith("#") ? `<p><b>${line.slice(1)}</b></p>` : `<p>${line}</p>`)).join("\n")}</body></html>`;
const read = (content: string, form?: string, fileName = "made-up.htm"): ParsedDocument =>
  readTextDocument(Buffer.from(content), { fileName, ...(form === undefined ? {} : { form }) });
const itemsOf = ({ sections }: ParsedDocument): string[] =>
  sections.flatMap(({ item }) => (item === null ? [] : [item]));

describe("a 20-F", () => {
  const report = read(
    page([
      "#Item 1. Identity of Directors 3",
      "#Item 3. Key Information 4",
      "#Item 4. Information on the Company 9",
      "#Item 3. Key Information",
      "#A. [Reserved]",
      "#D. Risk Factors",
      `Copper may become dear. ${filler}`,
      "#Item 4. Information on the Company",
      "#B. Business Overview",
      filler,
      "#Item 4A. Unresolved Staff Comments",
      "None.",
      "#Item 6. Directors, Senior Management and Employees",
      "#A. Directors and Senior Management",
      filler,
      "#Item 16K. Cybersecurity",
      filler,
    ]),
    "20-F",
  );

  it("has its items and their lettered parts, not the lines of its contents", () => {
    expect(itemsOf(report)).toEqual(["3", "3.A", "3.D", "4", "4.B", "4A", "6", "6.A", "16K"]);
    const risks = report.sections.find(({ item }) => item === "3.D")!;
    expect(report.text.slice(risks.start, risks.end)).toBe(`D. Risk Factors\nCopper may become dear. ${filler.trim()}`);
  });
});

describe("an 8-K", () => {
  it("has its items where their text stands, not where a contents page names them", () => {
    const report = read(
      page([
        "Item 2.02 Results",
        "Item 9.01 Exhibits",
        "SIGNATURES",
        `#Item 2.02 Results. ${filler}`,
        filler,
        "#Item 9.01 Exhibits",
        filler,
      ]),
      "8-K",
    );
    expect(itemsOf(report)).toEqual(["2.02", "9.01"]);
    expect(report.sections.find(({ item }) => item === "2.02")!.end).toBeGreaterThan(2 * filler.length);
  });

  it("of before August 2004 has items of one number, also with the title on the next line", () => {
    const report = read(
      page(["#Item 5.", "#Other Events", filler, "#Item 7. Financial Statements and Exhibits", filler]),
      "8-K",
    );
    expect(itemsOf(report)).toEqual(["5", "7"]);
  });

  it("has its release in parts, with the safe harbour told from the rest", () => {
    const exhibit = page([
      "Exhibit 99.1",
      "#Tiny Kettles Reports Third Quarter Results",
      `Revenue rose. ${filler}`,
      "#Outlook",
      `We expect revenue of $5 million. ${filler}`,
      "#Forward-Looking Statements",
      filler,
      "#Reconciliation of GAAP to Non-GAAP Measures",
      filler,
    ]);
    const submission = [
      "<SEC-DOCUMENT>made-up.txt",
      `<DOCUMENT>\n<TYPE>8-K\n<TEXT>\n${page(["#Item 2.02 Results", filler])}\n</TEXT>\n</DOCUMENT>`,
      `<DOCUMENT>\n<TYPE>EX-99.1\n<TEXT>\n${exhibit}\n</TEXT>\n</DOCUMENT>`,
    ].join("\n");
    const report = read(submission, "8-K", "made-up.txt");
    expect(report.sections.map(({ title }) => title)).toEqual([
      "Results of Operations and Financial Condition",
      "Exhibit 99.1: Tiny Kettles Reports Third Quarter Results",
      "Exhibit 99.1: Outlook",
      "Exhibit 99.1: Safe harbor",
      "Exhibit 99.1: Non-GAAP reconciliations",
    ]);
    expect(report.passages.filter(({ boilerplate }) => boilerplate).map(({ path }) => path[1])).toEqual([
      "Safe harbor",
    ]);
  });
});

describe("a proxy statement", () => {
  it("has its usual parts, each where its text stands", () => {
    const proxy = read(
      page([
        "#Compensation Discussion and Analysis",
        "#Summary Compensation Table",
        "#Proposal 1: Election of Directors",
        filler,
        "#Compensation Discussion and Analysis",
        filler,
        "#2024 Summary Compensation Table",
        filler,
        "#Pay Versus Performance",
        filler,
        "#Security Ownership of Certain Beneficial Owners",
        filler,
        "#Audit Fees",
        filler,
        "#Shareholder Proposals for the 2026 Annual Meeting",
        filler,
      ]),
      "DEF 14A",
    );
    expect(proxy.sections.map(({ title }) => title).slice(1)).toEqual([
      "Election of Directors",
      "Compensation Discussion and Analysis",
      "Summary Compensation Table",
      "Pay Versus Performance",
      "Security Ownership",
      "Audit Fees",
      "Shareholder Proposals for the Next Meeting",
    ]);
  });
});

describe("a letter of comments", () => {
  const header =
    "<SEC-DOCUMENT>x.txt\n<SEC-HEADER>\nCONFORMED SUBMISSION TYPE:\tUPLOAD\nFILED AS OF DATE:\t20240402\n</SEC-HEADER>";
  const letter = `Dear Sir:\n\nWe have read your Form 10-K for the fiscal year ended September 30, 2023.\n\n1. Please tell us how you count lids. ${filler}\n\n2. Please tell us why tin is dear. ${filler}`;
  const submission = `${header}\n<DOCUMENT>\n<TYPE>LETTER\n<TEXT>\n<PDF>\nbegin 644 filename1\nM)5!$1BTQ+C4*)>+CS\n</PDF>\n</TEXT>\n</DOCUMENT>\n<DOCUMENT>\n<TYPE>TEXT-EXTRACT\n<TEXT>\n${letter}\n</TEXT>\n</DOCUMENT>`;

  it("is read by its words, not by the encoded copy before them, each comment a section", () => {
    const read_ = read(submission, undefined, "x.txt");
    expect(read_.document).toMatchObject({ form: "UPLOAD", filed: "2024-04-02", periodEnd: null });
    expect(read_.sections.map(({ item, title }) => [item, title.slice(0, 30)])).toEqual([
      [null, "Letter"],
      ["1", "Comment 1: Please tell us how "],
      ["2", "Comment 2: Please tell us why "],
    ]);
  });
});
