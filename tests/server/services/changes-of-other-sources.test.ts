import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { readConfiguration } from "../../../src/server/configuration";
import { openServices } from "../../../src/server/services/open-services";
import { type Services } from "../../../src/server/services/services";
import { type PdfWords, writePdf } from "../../support/write-pdf";

jest.setTimeout(120_000);

const line = (text: string, y: number, bold = false): PdfWords => ({ text, x: 72, y, size: 11, bold });

const pdfReport = (year: number, risk: string) =>
  writePdf([
    [
      line("FORM 10-K", 72, true),
      line(`For the fiscal year ended December 31, ${year}`, 96),
      line("Harbor Looms, Inc.", 120, true),
    ],
    [
      line("Item 1A. Risk Factors", 72, true),
      line("Our looms are made in one plant, and a fire there would stop all deliveries.", 100),
      line(risk, 130),
      line("Item 2. Properties", 180, true),
      line("We own the plant and the land it stands on, and rent an office in the town.", 208),
    ],
  ]);

const textReport = (year: number, outlook: string) => `
                       SECURITIES AND EXCHANGE COMMISSION
                            Washington, D.C. 20549

                                  FORM 10-K

                 For the fiscal year ended December 31, ${year}

                             Quarry Clocks, Inc.

                                   PART I

Item 1.  Business

     The Company makes clocks for railway stations and sells them to the
railways of four countries.

                                   PART II

Item 7.  Management's Discussion and Analysis of Financial Condition and
         Results of Operations

     Sales of clocks followed the building of new stations in the year.
${outlook}

Item 8.  Financial Statements and Supplementary Data

     The statements follow the signatures of this report.
`;

describe("what changed in reports that are not of the web", () => {
  let folder: string;
  let services: Services;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "marginalia-other-sources-"));
    services = await openServices(readConfiguration({}, { dataFolder: folder, workingFolder: folder }));
  });
  afterAll(async () => {
    await services.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function add(file: string, content: Uint8Array | string, company: string, year: number, filed?: string) {
    const at = path.join(folder, file);
    await writeFile(at, content);
    await services.addFiling(at, {
      company,
      form: "10-K",
      periodEnd: `${year}-12-31`,
      ...(filed === undefined ? {} : { filed }),
    });
  }
  const ask = (company: string, item: string, asOf: string | null = null) =>
    services.filingChanges({ documentId: null, company, item, from: null, to: null, asOf });

  it("is told of two PDFs, sentence by sentence", async () => {
    const [before, after] = ["Wool may become dear.", "A single buyer takes half of all we make."];
    await add("looms-1.pdf", pdfReport(2023, before), "Harbor Looms, Inc.", 2023, "2024-03-01");
    await add("looms-2.pdf", pdfReport(2024, after), "Harbor Looms, Inc.", 2024, "2025-03-01");
    const found = await ask("Harbor Looms, Inc.", "1A");
    const words = found.changes.map((each) => [each.kind, (each.kind === "removed" ? each.earlier : each.later).text]);
    expect(words.sort()).toEqual([
      ["added", after],
      ["removed", before],
    ]);
    expect(found.counts.unchanged).toBeGreaterThanOrEqual(1);
  });

  it("is told of two plain texts of the 1990s, across their line breaks", async () => {
    const [before, after] = [
      "     The Company expects that\nfewer stations will be built.",
      "     The Company expects\nthat more stations will be built.",
    ];
    await add("clocks-1.txt", textReport(1995, before), "Quarry Clocks, Inc.", 1995, "1996-03-20");
    await add("clocks-2.txt", textReport(1996, after), "Quarry Clocks, Inc.", 1996, "1997-03-20");
    const found = await ask("Quarry Clocks, Inc.", "7");
    expect(found.counts).toMatchObject({ changed: 1, added: 0, removed: 0, figures: 0 });
    const [change] = found.changes;
    expect(change).toMatchObject({ kind: "changed" });
    const stretches = change !== undefined && "words" in change ? change.words : [];
    expect(stretches.filter(({ kind }) => kind !== "same").map(({ kind, text }) => [kind, text.trim()])).toEqual([
      ["removed", "fewer"],
      ["added", "more"],
    ]);
  });

  it("cannot be told as of a day where nobody said when a report was filed", async () => {
    const risk = "Felt may become dear.";
    await add("hats-1.pdf", pdfReport(2023, risk), "Meadow Hats, Inc.", 2023);
    await add("hats-2.pdf", pdfReport(2024, risk), "Meadow Hats, Inc.", 2024, "2025-03-01");
    await expect(ask("Meadow Hats, Inc.", "1A", "2026-01-31")).rejects.toMatchObject({
      code: "server/undated-filing",
      message:
        'Nobody said when the 10-K for the period to 2023-12-31 ("hats-1") was filed, so it may not have been known on 2026-01-31. Add its file again with --filed DATE.',
    });
    expect((await ask("Meadow Hats, Inc.", "1A")).counts).toMatchObject({ added: 0, removed: 0, changed: 0 });
  });

  it("cannot be told as of a day before the report was filed", async () => {
    await expect(ask("Harbor Looms, Inc.", "1A", "2023-06-30")).rejects.toMatchObject({
      code: "server/filed-later",
      message:
        "The 10-K for the period to 2024-12-31 was filed on 2025-03-01, after 2023-06-30: choose a later as-of date.",
    });
  });
});
