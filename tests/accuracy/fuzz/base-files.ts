import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { strToU8, zipSync } from "fflate";
import { writePdf } from "../../support/write-pdf";

export interface BaseFile {
  readonly fileName: string;
  readonly bytes: Buffer;
}

const fixtures = path.resolve(__dirname, "../../fixtures/filings");
const folders = ["10-K", "10-Q", "8-K", "20-F", "CORRESP", "sec-rendered", "transcripts", "xbrl-instance", "pdf"];
/** Small files are mutated often, a few large ones now and then. */
const largestBytes = 400_000;
const filesEach = 12;

/** Our own small files, one of each kind that is read. */
export function ownFiles(): BaseFile[] {
  const report = readFileSync(path.join(fixtures, "tiny-10-k.htm"));
  const call = {
    company: "Tiny Kettle",
    speakers: [
      { name: "Ann Lee", text: words },
      { name: "Bo Ray", text: words },
    ],
  };
  return [
    { fileName: "tiny-10-k.htm", bytes: report },
    { fileName: "tiny-10-q.htm", bytes: readFileSync(path.join(fixtures, "tiny-10-q.htm")) },
    { fileName: "tiny-8-k.txt", bytes: readFileSync(path.join(fixtures, "tiny-8-k.txt")) },
    { fileName: "instance.xml", bytes: Buffer.from(instance) },
    { fileName: "call.json", bytes: Buffer.from(JSON.stringify(call)) },
    {
      fileName: "note.md",
      bytes: Buffer.from(`# Kettles\n\n${words}\n\n| Year | Sales |\n|---|---|\n| 2024 | 12 |\n`),
    },
    { fileName: "note.docx", bytes: Buffer.from(wordFile(`<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`)) },
    {
      fileName: "pages.pdf",
      bytes: Buffer.from(
        writePdf([Array.from({ length: 40 }, (_, row) => ({ text: words.slice(0, 70), x: 72, y: 60 + row * 16 }))]),
      ),
    },
  ];
}

/** Stored filings of each kind, the first by name that are small enough. */
export function storedFiles(dataFolder: string): BaseFile[] {
  return folders.flatMap((folder) => {
    const place = path.join(dataFolder, "filings", folder);
    const found: BaseFile[] = [];
    for (const name of readdirSync(place)
      .filter((one) => /\.(?:html?|txt|json|xml|pdf)(?:\.gz)?$/.test(one))
      .sort()) {
      const stored = readFileSync(path.join(place, name));
      const bytes = name.endsWith(".gz") ? gunzipSync(stored) : stored;
      if (bytes.length <= largestBytes) found.push({ fileName: name.replace(/\.gz$/, ""), bytes });
      if (found.length === filesEach) break;
    }
    return found;
  });
}

export const words = "The company sells kettles and lamps; revenue was $ 1,234 million in 2024. ".repeat(8);

const instance = `<?xml version="1.0"?><xbrl xmlns="http://www.xbrl.org/2003/instance" xmlns:us-gaap="http://fasb.org/us-gaap/2023"
 xmlns:iso4217="http://www.xbrl.org/2003/iso4217"><context id="c1"><entity><identifier scheme="x">1</identifier></entity>
<period><startDate>2023-01-01</startDate><endDate>2023-12-31</endDate></period></context>
<unit id="u"><measure>iso4217:USD</measure></unit>${Array.from(
  { length: 20 },
  (_, index) => `<us-gaap:Revenues contextRef="c1" unitRef="u" decimals="0">${1000 + index}</us-gaap:Revenues>`,
).join("\n")}</xbrl>`;

/** The least a Word file is made of. */
export function wordFile(body: string): Uint8Array {
  const document = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
  const types = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
  const relations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`;
  return zipSync({
    "[Content_Types].xml": strToU8(types),
    "_rels/.rels": strToU8(relations),
    "word/document.xml": strToU8(document),
  });
}
