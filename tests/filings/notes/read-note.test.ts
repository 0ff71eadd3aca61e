import { strToU8, zipSync, type Zippable } from "fflate";
import { isAppError } from "../../../src/contracts/app-error";
import { readDocument } from "../../../src/filings/read-document";

const read = (bytes: Uint8Array | string, fileName: string) =>
  readDocument(typeof bytes === "string" ? Buffer.from(bytes) : bytes, { fileName });

async function problemOf(bytes: Uint8Array, fileName: string): Promise<string> {
  return read(bytes, fileName).then(
    () => "no problem",
    (error: unknown) => (isAppError(error) ? error.message : String(error)),
  );
}

const styled = (style: string, text: string): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
const plain = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const cell = (text: string): string => `<w:tc>${plain(text)}</w:tc>`;

function docx(body: string, more: Zippable = {}): Uint8Array {
  const namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const style = (id: string, name: string): string =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`;
  return zipSync({
    "[Content_Types].xml": strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    "_rels/.rels": strToU8(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    "word/_rels/document.xml.rels": strToU8(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>',
    ),
    "word/styles.xml": strToU8(
      `<w:styles ${namespace}>${style("H1", "heading 1")}${style("H2", "heading 2")}</w:styles>`,
    ),
    "word/document.xml": strToU8(`<w:document ${namespace}><w:body>${body}</w:body></w:document>`),
    "docProps/core.xml": strToU8(
      '<cp:coreProperties xmlns:cp="c" xmlns:dcterms="d"><dcterms:modified>2025-03-14T09:00:00Z</dcterms:modified></cp:coreProperties>',
    ),
    ...more,
  });
}

const words =
  "Copper is dear, and Tiny Kettles cannot raise its prices before its contracts end in the spring of next year.";

describe("a Word file", () => {
  it("is a note with its headings above its passages and its tables whole", async () => {
    const body = [
      styled("H1", "Margins of Tiny Kettles"),
      styled("H2", "Why they fall"),
      plain(words),
      `<w:tbl><w:tr>${cell("Year")}${cell("Margin")}</w:tr><w:tr>${cell("2024")}${cell("42.5%")}</w:tr></w:tbl>`,
    ].join("");
    const { document, passages, tables } = await read(docx(body), "margins.docx");
    expect(document).toMatchObject({
      id: "margins",
      title: "Margins of Tiny Kettles",
      form: "note",
      filed: "2025-03-14",
      company: null,
    });
    expect(tables.map(({ rows }) => rows)).toEqual([
      [
        ["Year", "Margin"],
        ["2024", "42.5%"],
      ],
    ]);
    expect(passages.at(-1)?.path).toEqual(["Why they fall"]);
  });

  it("is known by what it holds, whatever its name", async () => {
    expect((await read(docx(plain(`${words} ${words}`)), "margins.txt")).document.form).toBe("note");
  });

  it("is refused where it inflates without end", async () => {
    const bomb = docx(plain(words), { "word/footnotes.xml": new Uint8Array(60_000_000) });
    expect(bomb.length).toBeLessThan(200_000);
    expect(await problemOf(bomb, "bomb.docx")).toContain('"bomb.docx" inflates to more than 24 MB');
  });

  it("is refused where it is cut off or damaged", async () => {
    const whole = docx(plain(words));
    expect(await problemOf(whole.subarray(0, 700), "cut.docx")).toContain('"cut.docx" cannot be read');
    expect(await problemOf(docx("<w:p"), "damaged.docx")).toContain('"damaged.docx" cannot be read');
  });
});

it.each([
  ["model.xlsx", zipSync({ "xl/workbook.xml": strToU8("<x/>") }), "it is a workbook (.xlsx)"],
  ["deck.pptx", zipSync({ "ppt/presentation.xml": strToU8("<x/>") }), "it is a presentation (.pptx); save it as .pdf"],
  ["old.doc", Buffer.from("d0cf11e0a1b11ae1", "hex"), "save it as .docx or .pdf"],
])("%s is refused with what to do", async (fileName, bytes, why) => {
  expect(await problemOf(bytes, fileName)).toContain(why);
});

describe("a note in Markdown", () => {
  const text = [
    "---",
    'title: "Kettles: what could go wrong"',
    "date: 2025-02-03",
    "ticker: TKTL",
    "---",
    "# Form 10-K takeaways",
    "",
    "For the fiscal year ended December 31, 2024 margins fell.",
    "",
    "## Risks",
    "",
    "1. Copper <b>is</b> dear.",
    "2. Tin too.",
    "",
    "| Year | Margin |",
    "|------|-------:|",
    "| 2024 | 42.5%  |",
    "",
    "> We will not raise prices.",
  ].join("\n");

  it("is dated and named by its front matter, and never taken for a filing", async () => {
    expect((await read(text, "kettles.md")).document).toMatchObject({
      id: "kettles",
      title: "Kettles: what could go wrong",
      ticker: "TKTL",
      form: "note",
      filed: "2025-02-03",
      periodEnd: null,
    });
  });

  it("keeps lists, tables, quotes and typed tags as they read", async () => {
    const note = await read(text, "kettles.md");
    expect(note.text).toContain("1. Copper <b>is</b> dear.\n2. Tin too.");
    expect(note.text).toContain("We will not raise prices.");
    expect(note.tables[0]?.rows).toEqual([
      ["Year", "Margin"],
      ["2024", "42.5%"],
    ]);
    expect(note.passages.at(-1)?.path).toEqual(["Risks"]);
  });
});

describe("a plain text note", () => {
  it("is dated by its head, or by its name", async () => {
    expect((await read(`Kettles, 3 Feb 2025\n\n${words}\n\n${words}`, "a.txt")).document.filed).toBe("2025-02-03");
    expect((await read(`Kettles\n\n${words}\n\n${words}`, "kettles-2025-02-04.txt")).document.filed).toBe("2025-02-04");
  });

  it("is undated where only its sentences speak of days", async () => {
    const note = await read(`Kettles\n\nOn March 1, 2024 they raised prices. ${words}`, "b.txt");
    expect(note.document).toMatchObject({ form: "note", filed: null });
  });
});
