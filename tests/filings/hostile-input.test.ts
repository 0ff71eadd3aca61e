import { readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { isAppError } from "../../src/contracts/app-error";
import { parsedDocumentSchema } from "../../src/contracts/document";
import { FuzzCases } from "../accuracy/fuzz/fuzz-cases";
import { ownFiles } from "../accuracy/fuzz/base-files";
import { readTextDocument } from "../../src/filings/read-text-document";

const words = "The company sells kettles and reports revenue of $ 1,234. ".repeat(20);
const report = readFileSync(path.resolve(__dirname, "../fixtures/filings/tiny-10-k.htm"), "utf8");
const read = (content: string | Uint8Array, fileName = "file.htm") =>
  readTextDocument(typeof content === "string" ? Buffer.from(content) : content, { fileName });

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return isAppError(error) ? error.code : String(error);
  }
  return "no error";
}

describe("files that are no filings", () => {
  it.each([
    ["an empty file", Buffer.alloc(0)],
    ["a picture", Buffer.from("89504e470d0a1a0a0000", "hex")],
    ["a zip archive", Buffer.from("504b0304140000000000", "hex")],
    ["JSON", Buffer.from(JSON.stringify({ text: words }))],
    ["binary data", Buffer.from(Array.from({ length: 4000 }, (_, index) => (index * 7) % 256))],
    ["a page that says access is denied", Buffer.from("<html><body><p>Access denied.</p></body></html>")],
    ["a page without words", Buffer.from("<html><body><img src='x'/></body></html>")],
  ])("refuses %s", (_, bytes) => {
    expect(codeOf(() => read(bytes))).toBe("filings/not-a-filing");
  });

  it("names the file and what to do", () => {
    expect(() => read(Buffer.from("89504e470d0a1a0a0000", "hex"), "folder/model.xlsx")).toThrow(
      `"model.xlsx" is not a filing: it is a PNG image. Give the filing's own .htm, .html, .txt or .pdf file (or its .gz).`,
    );
  });

  it("refuses a gzip bomb without inflating it", () => {
    expect(codeOf(() => read(gzipSync(Buffer.alloc(201_000_000)), "bomb.htm.gz"))).toBe("filings/too-large");
  });

  it("says that a cut gzip file is damaged", () => {
    expect(codeOf(() => read(gzipSync(words).subarray(0, 40), "cut.htm.gz"))).toBe("filings/unreadable");
  });
});

describe("damaged filings", () => {
  it("reads a filing cut anywhere as far as it goes, and says so", () => {
    const end = report.indexOf("</body>");
    for (let cut = 6000; cut < end; cut += 397) {
      const document = read(report.slice(0, cut));
      expect(parsedDocumentSchema.safeParse(document).success).toBe(true);
      expect(document.warnings.join()).toContain("the file ends in the middle of");
      expect(document.passages.map((passage) => passage.text).join("\n")).toBe(document.text);
    }
  });

  it("says that it ends within a table", () => {
    expect(read(`<html><body><p>${words}</p><table><tr><td>Sales</td><td>1`).warnings).toEqual([
      "the file ends in the middle of a table",
    ]);
  });

  it("reads swapped and stray tags without losing words", () => {
    const document = read(`<html><body><b><p>${words}</b></p></td></table><i>End <u>of</i> it</u></body></html>`);
    expect(document.text).toContain("End of it");
    expect(document.warnings).toEqual([]);
  });

  it.each(["utf16le", "latin1"] as const)("reads %s", (charset) => {
    expect(read(Buffer.from(`<html><body><p>café ${words}</p></body></html>`, charset)).text).toContain(
      "café The company",
    );
  });

  it("leaves out a number it cannot read, and says so", () => {
    const document = read(report.replace(">0.29<", ">about a third<"));
    expect(document.facts.some((fact) => fact.concept === "us-gaap:EarningsPerShareBasic")).toBe(false);
    expect(document.warnings.join()).toContain('us-gaap:EarningsPerShareBasic "about a third"');
  });

  it("ends a continuation that leads back to itself", () => {
    const document = read(report.replace(`<ix:continuation id="c1">`, `<ix:continuation id="c1" continuedAt="c1">`));
    expect(document.facts.find((fact) => fact.concept.endsWith("InventoryPolicyTextBlock"))?.value).toBe(
      "Inventory is stated at cost.\nIt is counted each spring.",
    );
  });
});

describe("hostile filings", () => {
  it.each([
    ["100,000 nested divs", "<div>".repeat(100_000) + words + "</div>".repeat(100_000)],
    ["50,000 nested tables", "<table><tr><td>".repeat(50_000) + words],
    [
      "stray end tags under deep nesting",
      `<div><table><tr><td>${"<span>".repeat(20_000)}${words}${"</div>".repeat(20_000)}`,
    ],
    ["tagged text nested 5,000 deep", "<ix:nonNumeric name='a:b' contextRef='c'>".repeat(5000) + words],
    ["a line of a million characters", "a".repeat(1_000_000)],
  ])("reads %s in bounded time", (_, body) => {
    const document = read(`<html><body>${body}</body></html>`);
    expect(document.text.length).toBeGreaterThan(1000);
    expect(document.textShare).toBe(1);
  });

  it("cuts a table beyond all reading between its rows", () => {
    const document = read(
      `<html><body><table>${"<tr><td>Row</td><td>1,234</td></tr>".repeat(20_000)}</table></body></html>`,
    );
    expect(document.tables.length).toBeGreaterThan(1);
    expect(document.tables.reduce((rows, table) => rows + table.rows.length, 0)).toBe(20_000);
    expect(Math.max(...document.passages.map((passage) => passage.text.length))).toBeLessThanOrEqual(40_000);
  });
});

describe("damaged files of every kind", () => {
  it("give a clear error or a reading that holds together", async () => {
    const cases = new FuzzCases(ownFiles());
    const failed: string[] = [];
    for (let number = 0; number < 200; number++) {
      const { what, outcome, why } = await cases.run(number);
      if (outcome === "FAILED") failed.push(`${what}: ${why}`);
    }
    expect(failed).toEqual([]);
  }, 60_000);

  it("have no number of which the file holds only a part", () => {
    const cut = read(report.slice(0, report.indexOf(">0.29<") + 4));
    expect(cut.text).toMatch(/0\.2$/);
    expect(cut.warnings).toContain("the file ends in the middle of a table");
    const concepts = cut.facts.map(({ concept }) => concept);
    expect(concepts).not.toContain("us-gaap:EarningsPerShareBasic");
    expect(concepts.length).toBeGreaterThan(3);
  });

  it("say that a submission ends before its end", () => {
    const submission = readFileSync(path.resolve(__dirname, "../fixtures/filings/tiny-8-k.txt"), "utf8");
    expect(read(submission, "a.txt").warnings).toEqual([]);
    const cut = submission.slice(0, submission.lastIndexOf("</DOCUMENT>") + 11);
    expect(read(cut, "a.txt").warnings).toEqual(["the file ends before the submission's end"]);
  });
});
