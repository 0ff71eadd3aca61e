import { pageAt, type ParsedDocument } from "../../../src/contracts/document";
import { readTextDocument } from "../../../src/filings/read-text-document";

const sentence = "Kettles sold well in the towns of the north, and what else is said here only fills the page. ";
const body = (word: string): string => `<p>${word} ${sentence.repeat(16)}</p>`;
const pageBreak = '<hr style="page-break-after:always"/>';

function read(pages: readonly { head?: string; text: string; foot?: string }[]): ParsedDocument {
  const markup = pages
    .map(({ head, text, foot }) => `${head ? `<p>${head}</p>` : ""}${text}${foot ? `<p>${foot}</p>` : ""}`)
    .join(pageBreak);
  return readTextDocument(Buffer.from(`<html><body>${markup}</body></html>`), { fileName: "kettles.htm" });
}

const pagesOf = (document: ParsedDocument, ...words: string[]): (string | null | undefined)[] =>
  words.map((word) => {
    const passage = document.passages.find(({ text }) => text.includes(word));
    return passage && pageAt(passage, passage.text.indexOf(word));
  });

describe("page numbers of a filing without pages of its own", () => {
  it("are those printed at the foot", () => {
    const document = read([
      { text: body("Cover") },
      { text: body("First"), foot: "1" },
      { text: body("Second"), foot: "2" },
      { text: body("Third"), foot: "F-1" },
      { text: body("Fourth"), foot: "F-2" },
      { text: body("Exhibit") },
    ]);
    expect(pagesOf(document, "Cover", "First", "Second", "Third", "Fourth", "Exhibit")).toEqual([
      null,
      "1",
      "2",
      "F-1",
      "F-2",
      null,
    ]);
    expect(document.text).not.toMatch(/^\d+$|F-/m);
  });

  it("are those in a running head or foot beside other words, which go with it", () => {
    const document = read(
      ["First", "Second", "Third", "Fourth"].map((word, index) => ({
        head: "Table of Contents",
        text: body(word),
        foot: `Tiny Kettles, Inc. | 2024 Form 10-K | ${41 + index}`,
      })),
    );
    expect(pagesOf(document, "First", "Second", "Third", "Fourth")).toEqual(["41", "42", "43", "44"]);
    expect(document.text).not.toMatch(/Table of Contents|Form 10-K/);
  });

  it("are not taken from single numbers that stand in no row", () => {
    const document = read([
      { text: body("First"), foot: "12" },
      { text: body("Second"), foot: "47" },
      { text: body("Third"), foot: "3" },
    ]);
    expect(pagesOf(document, "First", "Second", "Third")).toEqual([null, null, null]);
  });

  it("tell where in a passage the next page begins", () => {
    const document = read([
      { text: `<p>Short is this page, but it goes on and is long enough to be joined to what</p>`, foot: "7" },
      { text: "<p>stands over on the next page with other words.</p>", foot: "8" },
      { text: body("Last"), foot: "9" },
    ]);
    expect(pagesOf(document, "Short is", "stands over")).toEqual(["7", "8"]);
  });
});

describe("running heads", () => {
  it("that are the title of the notes stay where they stand first", () => {
    const document = read(
      ["First", "Second", "Third", "Fourth", "Fifth"].map((word) => ({
        head: "NOTES TO CONSOLIDATED FINANCIAL STATEMENTS",
        text: body(word),
      })),
    );
    expect(document.text.match(/NOTES TO/g)).toHaveLength(1);
    expect(document.text.startsWith("NOTES TO CONSOLIDATED")).toBe(true);
  });

  it("of notes numbered in a row beside page breaks are headings", () => {
    const document = read(["1", "2", "3", "4"].map((n) => ({ head: `NOTE ${n}`, text: body(`Text${n}`) })));
    expect(document.text.match(/NOTE \d/g)).toEqual(["NOTE 1", "NOTE 2", "NOTE 3", "NOTE 4"]);
  });
});
