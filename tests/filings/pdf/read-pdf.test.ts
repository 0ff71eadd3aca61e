import { parsedDocumentSchema } from "../../../src/contracts/document";
import { groupLines } from "../../../src/filings/pdf/pdf-line";
import { readDocument } from "../../../src/filings/read-document";
import { writePdf, type PdfWords } from "../../support/write-pdf";

jest.setTimeout(60_000);

const line = (text: string, y: number, more: Partial<PdfWords> = {}): PdfWords => ({ text, x: 60, y, ...more });
const right = (text: string, edge: number, y: number): PdfWords => ({ text, x: edge - text.length * 5.4, y });
const row = (y: number, label: string, ...figures: string[]): PdfWords[] => [
  line(label, y),
  ...figures.map((figure, column) => right(figure, 380 + column * 90, y)),
];
const prose = (y: number, count: number): PdfWords[] =>
  Array.from({ length: count }, (_, index) =>
    line("The kettle works sells kettles and lids to shops in three made-up countries, and", y + index * 13),
  );
const read = (pages: readonly (readonly PdfWords[])[], fileName = "report.pdf") =>
  readDocument(writePdf(pages), { fileName });

describe("a PDF", () => {
  it("keeps the contract, with every letter in a passage", async () => {
    const document = await read([prose(80, 20)]);

    expect(parsedDocumentSchema.parse(document)).toEqual(document);
    expect(document.textShare).toBe(1);
    expect(document.warnings).toEqual([]);
  });

  it("reads lines that stand close as one paragraph, and a gap as a new one", async () => {
    const { text } = await read([[...prose(80, 3), line("It was founded long ago.", 119), ...prose(160, 4)]]);

    expect(text.split("\n")).toHaveLength(2);
    expect(text.split("\n")[0]).toMatch(/^The kettle works sells .* countries, and It was founded long ago\.$/);
  });

  it("passes over a line of nothing but leading dots", async () => {
    const { text } = await read([[...prose(80, 2), line(". . . . . . . . . . . . . . . .", 106), ...prose(119, 2)]]);

    expect(text).not.toContain(". . .");
    expect(text).toMatch(/kettles and lids/);
  });

  it("reads figures in columns as a table with its headings, signs joined to their numbers", async () => {
    const { tables } = await read([
      [
        ...prose(80, 4),
        { text: "Years ended December 31", x: 330, y: 170 },
        ...row(184, "(in millions)", "2024", "2023"),
        line("REVENUE", 197),
        ...row(210, "Kettles", "1,250", "1,100"),
        { text: "$", x: 330, y: 210 },
        ...row(223, "Lids", "(40)", "12"),
        ...row(236, "Total revenue", "$ 1,210", "$ 1,112"),
        ...prose(280, 4),
      ],
    ]);

    expect(tables).toHaveLength(1);
    expect(tables[0]?.rows).toEqual([
      ["", "Years ended December 31", ""],
      ["(in millions)", "2024", "2023"],
      ["REVENUE", "", ""],
      ["Kettles", "$1,250", "1,100"],
      ["Lids", "(40)", "12"],
      ["Total revenue", "$ 1,210", "$ 1,112"],
    ]);
  });

  it("joins a label of two lines to its figures", async () => {
    const { tables } = await read([
      [
        ...row(80, "Sales", "500", "400"),
        line("Proceeds from the sale of kettle works and", 93),
        ...row(106, "other property", "20", "30"),
        line("Cash at the end of the year", 119),
        right("7", 380, 125),
        right("8", 470, 125),
        ...prose(200, 6),
      ],
    ]);

    expect(tables[0]?.rows).toEqual([
      ["Sales", "500", "400"],
      ["Proceeds from the sale of kettle works and other property", "20", "30"],
      ["Cash at the end of the year", "7", "8"],
    ]);
  });

  it("drops running heads and page numbers, and goes on with a sentence over the page's end", async () => {
    const page = (number: number): PdfWords[] => [
      line("Kettle Works annual report", 40, { size: 8 }),
      ...prose(80, 30),
      { text: String(number), x: 300, y: 760, size: 8 },
    ];
    const { text } = await read([page(1), page(2), page(3), page(4)]);

    expect(text).not.toContain("annual report");
    expect(text).not.toMatch(/\n\d\n/);
    expect(text.split("\n").length).toBeLessThanOrEqual(4);
  });

  it("finds its items by their headings", async () => {
    const { sections, document } = await read([
      [
        line("FORM 10-K", 60, { bold: true }),
        line("For the fiscal year ended December 31, 2024", 80),
        line("Item 1. Business", 120, { bold: true }),
        ...prose(140, 12),
        line("Item 1A. Risk Factors", 320, { bold: true }),
        ...prose(340, 12),
        line("Item 7. Management's Discussion and Analysis", 520, { bold: true }),
        ...prose(540, 12),
      ],
    ]);

    expect(document).toMatchObject({ form: "10-K", periodEnd: "2024-12-31" });
    expect(sections.map(({ item }) => item).filter((item) => item !== null)).toEqual(["1", "1A", "7"]);
  });

  it("reads two columns of prose one after the other", async () => {
    const column = (x: number, word: string): PdfWords[] =>
      Array.from({ length: 24 }, (_, index) => ({
        text: `${word} sold very many kettles this year`,
        x,
        y: 100 + index * 13,
      }));
    const { text } = await read([[...column(60, "north"), ...column(330, "south")]]);

    expect(text.indexOf("south")).toBeGreaterThan(text.lastIndexOf("north"));
  });

  it("keeps the mark of a footnote on its line", async () => {
    const { text } = await read([
      [...prose(80, 3), line("Lids are sold apart", 150), { text: "(1)", x: 152, y: 145.5, size: 6 }, ...prose(200, 4)],
    ]);

    expect(text.split("\n")[1]).toBe("Lids are sold apart (1)");
  });

  it("cut in the middle is read as far as it goes or refused by name", async () => {
    const whole = writePdf([prose(80, 20), prose(80, 20), prose(80, 20)]);
    for (const share of [0.1, 0.3, 0.5, 0.7, 0.9]) {
      const cut = whole.subarray(0, Math.floor(whole.length * share));
      const outcome = await readDocument(cut, { fileName: "cut.pdf" }).then(
        (document) => (document.passages.length > 0 ? "read" : "empty"),
        (error: { code?: string }) => error.code,
      );
      expect(["read", "filings/unreadable", "filings/not-a-filing"]).toContain(outcome);
    }
  });

  it("with a hundred thousand words on one line is read in bounded time", () => {
    const runs = Array.from({ length: 100_000 }, (_, index) => ({
      text: "kettle",
      x: index * 30,
      y: 100,
      width: 29,
      size: 10,
      upright: true,
      font: "",
    }));
    const [line] = groupLines({ number: 1, width: 612, height: 792, runs });

    expect(line!.segments).toHaveLength(1);
    expect(line!.segments[0]!.text).toHaveLength(600_000);
  });

  it("of pictures alone is refused in words", async () => {
    await expect(read([[], []], "scan.pdf")).rejects.toThrow(
      '"scan.pdf" is not a filing: its pages are pictures without text (a scan).',
    );
  });

  it("that is none is refused in words", async () => {
    await expect(readDocument(Buffer.from("%PDF-1.7 ..."), { fileName: "report.pdf" })).rejects.toMatchObject({
      code: "filings/unreadable",
    });
  });
});
