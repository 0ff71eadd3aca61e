import { readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { parsedDocumentSchema, type ParsedDocument } from "../../src/contracts/document";
import { readTextDocument } from "../../src/filings/read-text-document";

const folder = path.resolve(__dirname, "../fixtures/filings");

function fixture(fileName: string): ParsedDocument {
  return readTextDocument(readFileSync(path.join(folder, fileName)), { fileName });
}

function sectionText(document: ParsedDocument, part: string | null, item: string): string {
  const section = document.sections.find((each) => each.part === part && each.item === item);
  return section === undefined ? "(no such section)" : document.text.slice(section.start, section.end);
}

function factsOf(document: ParsedDocument, concept: string): ParsedDocument["facts"] {
  return document.facts.filter((fact) => fact.concept === concept);
}

describe("a 10-K with inline XBRL", () => {
  const document = fixture("tiny-10-k.htm");

  it("keeps the contract", () => {
    expect(parsedDocumentSchema.parse(document)).toEqual(document);
    expect(document.warnings).toEqual([]);
    expect(document.textShare).toBe(1);
  });

  it("says what it is from its own tagged facts", () => {
    expect(document.document).toEqual({
      id: "tiny-10-k",
      title: "Tiny Kettles, Inc., 10-K, 2024-12-31",
      company: "Tiny Kettles, Inc.",
      ticker: "TKTL",
      cik: "0009990009",
      form: "10-K",
      periodEnd: "2024-12-31",
      filed: null,
      accession: null,
      fictional: true,
    });
  });

  it("takes items from their headings, not from the contents page or a mention", () => {
    expect(document.sections.map(({ part, item }) => [part, item])).toEqual([
      [null, null],
      ["I", "1"],
      ["I", "2"],
      ["I", "1A"],
      ["II", "7"],
      ["II", "8"],
      [null, null],
    ]);
    expect(sectionText(document, "I", "1A")).toBe(
      "Item 1A. Risk Factors\nWater may become scarce. Item 7 of our plan may fail.\n" +
        "• Copper may become dear.\n• Tin may become dear.",
    );
  });

  it("joins a paragraph that a page break cut, and leaves out running heads and page numbers", () => {
    expect(sectionText(document, "I", "1")).toContain(
      "the kettles that we sold to our customers before the year began.",
    );
    expect(document.text).not.toContain("2024 Form 10-K");
  });

  it("reads a table whole, with signs joined to their numbers and spacer columns gone", () => {
    expect(document.tables.find((table) => table.caption?.includes("STATEMENT"))).toMatchObject({
      caption: "STATEMENT OF OPERATIONS (in thousands, except per share)",
      rows: [
        ["", "2024", "2023"],
        ["Net sales", "$1,234", "$1,100"],
        ["Kettles", "1,000", "900"],
        ["Other loss", "(5.5)", "(4)"],
        ["Tax", "—", "—"],
        ["Growth", "12%", ""],
        ["Per share", "$0.29", "$0.28"],
      ],
    });
    const passage = document.passages.find((each) => each.kind === "table" && each.item === "8");
    expect(passage?.text.split("\n").slice(0, 3)).toEqual([
      "| 2024 | 2023",
      "Net sales | $1,234 | $1,100",
      "Kettles | 1,000 | 900",
    ]);
    expect(passage?.path).toEqual(["STATEMENT OF OPERATIONS"]);
  });

  it("gives back the text from its passages laid end to end", () => {
    expect(document.passages.map((passage) => passage.text).join("\n")).toBe(document.text);
    for (const passage of document.passages) {
      expect(document.text.slice(passage.start, passage.end)).toBe(passage.text);
    }
  });

  it("keeps the more precise of two statements of one fact, where it is printed", () => {
    const revenue = factsOf(document, "us-gaap:Revenues").filter((fact) => Object.keys(fact.dimensions).length === 0);
    expect(revenue).toHaveLength(1);
    expect(revenue[0]).toMatchObject({
      value: 1_234_000,
      decimals: -3,
      unit: "USD",
      start: "2024-01-01",
      end: "2024-12-31",
    });
    expect(revenue[0]?.printed).toBe("1,234");
    const passage = document.passages.find((each) => each.id === revenue[0]?.passageId);
    expect(passage?.text.slice(revenue[0]!.span!.start, revenue[0]!.span!.end)).toBe("1,234");
  });

  it("reads sign, scale, dashes, words, nil, units and dimensions", () => {
    expect(factsOf(document, "us-gaap:OtherNonoperatingIncomeExpense")[0]?.value).toBe(-5500);
    expect(factsOf(document, "us-gaap:IncomeTaxExpenseBenefit")[0]).toMatchObject({ value: 0, printed: "—" });
    expect(factsOf(document, "tiny:Plants")[0]?.value).toBe(21);
    expect(factsOf(document, "us-gaap:AccountsPayableCurrent")[0]).toMatchObject({
      value: null,
      start: null,
      end: "2024-12-31",
    });
    expect(factsOf(document, "us-gaap:EarningsPerShareBasic")[0]).toMatchObject({ value: 0.29, unit: "USD/shares" });
    expect(factsOf(document, "us-gaap:Revenues").find((fact) => fact.value === 1_000_000)?.dimensions).toEqual({
      "srt:ProductOrServiceAxis": "tiny:KettlesMember",
      "tiny:PlantAxis": "North 1",
    });
  });

  it("keeps hidden facts, with no place in the text", () => {
    expect(factsOf(document, "us-gaap:InterestPaid")[0]).toMatchObject({
      value: 77_000,
      printed: null,
      passageId: null,
      span: null,
    });
    expect(document.text).not.toContain("0009990009");
  });

  it("joins a text fact with its continuation on the next page", () => {
    expect(factsOf(document, "us-gaap:InventoryPolicyTextBlock")[0]?.value).toBe(
      "Inventory is stated at cost.\nIt is counted each spring.",
    );
  });

  it("marks cover and signatures as boilerplate, and nothing else here", () => {
    const marked = document.passages.filter((passage) => passage.boilerplate).map((passage) => passage.item);
    expect(new Set(marked)).toEqual(new Set([null]));
    expect(document.passages.filter((passage) => passage.item !== null).every((passage) => !passage.boilerplate)).toBe(
      true,
    );
  });
});

describe("a 10-Q without tags", () => {
  const document = fixture("tiny-10-q.htm");

  it("tells the items of its two parts apart", () => {
    expect(document.sections.map(({ part, item }) => [part, item])).toEqual([
      [null, null],
      ["I", "1"],
      ["I", "2"],
      ["I", "4"],
      ["II", "1"],
      ["II", "1A"],
      ["II", "6"],
    ]);
    expect(sectionText(document, "II", "1")).toBe("PART II. OTHER INFORMATION\nItem 1. Legal Proceedings\nNone.");
  });

  it("says what it is from its cover page", () => {
    expect(document.document).toMatchObject({
      company: "Tiny Kettles, Inc.",
      form: "10-Q",
      periodEnd: "2025-03-31",
      ticker: null,
    });
  });
});

describe("a whole submission", () => {
  const document = fixture("tiny-8-k.txt");

  it("takes what it is from the submission's header", () => {
    expect(document.document).toMatchObject({
      id: "tiny-8-k",
      accession: "0009990009-25-000003",
      form: "8-K",
      periodEnd: "2025-02-19",
      filed: "2025-02-20",
      cik: "0009990009",
    });
  });

  it("has the items without a part, and the exhibit behind them", () => {
    expect(document.sections.map(({ part, item, title }) => [part, item, title])).toEqual([
      [null, null, "Cover"],
      [null, "2.02", "Results of Operations and Financial Condition"],
      [null, "9.01", "Financial Statements and Exhibits"],
      [null, null, "Signatures"],
      [null, null, "Exhibit 99.1"],
    ]);
    expect(document.text).not.toContain("begin 644");
  });

  it("reads typed columns as a table", () => {
    expect(document.tables[0]?.rows).toEqual([
      ["", "2024", "2023"],
      ["Sales", "1,234", "1,100"],
      ["Kettles sold", "99", "91"],
    ]);
  });
});

describe("hints", () => {
  const page = Buffer.from(`<html><body><p>${"A kettle is a pot with a lid. ".repeat(20)}</p></body></html>`);

  it("win over the file, and an accession becomes the document's id", () => {
    const { document } = readTextDocument(page, {
      fileName: "folder/kettle.htm",
      company: "Tiny Kettles, Inc.",
      form: "10-K",
      filed: "2025-02-20",
      accession: "0009990009-25-000001",
    });
    expect(document).toMatchObject({
      id: "0009990009-25-000001",
      company: "Tiny Kettles, Inc.",
      form: "10-K",
      filed: "2025-02-20",
    });
  });

  it("are not needed: an accession in the file's name is kept, the id stays the name", () => {
    const { document } = readTextDocument(gzipSync(page), { fileName: "TKTL_0009990009-25-000001.html.gz" });
    expect(document).toMatchObject({ id: "TKTL_0009990009-25-000001", accession: "0009990009-25-000001", form: null });
  });
});

describe("a transcript", () => {
  it("has its two parts and its questions as sections", () => {
    const text = [
      "PREPARED REMARKS",
      "Operator: Welcome to the call of a made-up company.",
      "Chief Executive Officer: We sold more kettles than ever, and more lids than kettles.",
      "QUESTIONS AND ANSWERS",
      "Analyst: How many lids?",
      "Chief Financial Officer: Two for each kettle.",
    ].join("\n\n");
    const document = readTextDocument(Buffer.from(text), { fileName: "call.txt" });
    expect(document.document.form).toBe("transcript");
    expect(document.sections.map((section) => section.title)).toEqual([
      "Prepared remarks",
      "Questions and answers",
      "Question 1: Analyst",
    ]);
    expect(document.passages.some((passage) => passage.boilerplate)).toBe(false);
  });
});
