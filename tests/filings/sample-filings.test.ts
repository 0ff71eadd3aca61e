import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { readTextDocument } from "../../src/filings/read-text-document";

const folder = path.resolve(__dirname, "../../assets/sample/filings");
const reports = readdirSync(folder).filter((name) => name.endsWith(".htm"));

describe("the sample company's filings", () => {
  it.each(reports)("%s reads whole, without a warning", (fileName) => {
    const document = readTextDocument(readFileSync(path.join(folder, fileName)), { fileName });
    expect(document.warnings).toEqual([]);
    expect(document.document.fictional).toBe(true);
    expect(document.facts.length).toBeGreaterThan(0);
    expect(document.passages.map((passage) => passage.text).join("\n")).toBe(document.text);
    const byId = new Map(document.passages.map((passage) => [passage.id, passage.text]));
    for (const { printed, passageId, span } of document.facts) {
      if (printed === null) continue;
      expect(byId.get(passageId!)?.slice(span!.start, span!.end)).toBe(printed);
    }
  });
});
