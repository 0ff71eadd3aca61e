import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { reviewWorkbook } from "../../../src/audit/review-workbook";
import { type Answer, type AskRequest } from "../../../src/contracts/answer";
import { plainText } from "../../../src/contracts/rich-text";
import { ReviewedWorkbook } from "../../../src/model/reviewed-workbook";
import { rowsForEvidence } from "../../../src/model/rows-for-evidence";
import { addSample } from "../../../src/server/services/add-sample";
import { type Services } from "../../../src/server/services/services";
import { readXlsx } from "../../../src/workbook/read-xlsx";
import { openSampleServices } from "../../support/open-sample-services";

jest.setTimeout(120_000);

const company = "Fernhollow Instruments, Inc.";
const modelFile = path.resolve(__dirname, "../../../assets/sample/fernhollow-model.xlsx");

describe("the services over the sample", () => {
  let folder: string;
  let services: Services;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "marginalia-services-"));
    services = await openSampleServices(folder);
  });
  afterAll(async () => {
    await services.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function ask(question: string, given: Partial<AskRequest> = {}): Promise<Answer> {
    const request = { question, selection: null, company: null, asOf: null, documentId: null, ...given };
    for await (const event of services.ask(request, new AbortController().signal)) {
      if (event.kind === "answer") return event.answer;
      if (event.kind === "failed") throw new Error(event.error.message);
    }
    throw new Error("no answer came");
  }
  const wordsOf = (answer: Answer) => answer.statements.map((statement) => plainText(statement.text)).join("\n");
  const quotesOf = (answer: Answer) =>
    answer.statements.flatMap((statement) => statement.citations.map((citation) => citation.quote)).join("\n");

  it("adds the sample once", async () => {
    const read: string[] = [];
    await addSample(services, (line) => read.push(line));
    expect(read).toEqual([]);
    expect((await services.listDocuments()).documents).toHaveLength(6);
    expect(await services.status()).toMatchObject({ documents: 6, companies: [company], languageModel: null });
  });

  it("answers with the reported figure, and quotes a slice of the passage it stands in", async () => {
    const answer = await ask("What was revenue in fiscal 2024?");
    expect(answer).toMatchObject({
      status: "answered",
      writtenBy: "facts-and-formulas",
      value: { value: 431_560_000, unit: "USD", scale: 1 },
    });
    const citation = answer.statements[0]!.citations[0]!;
    expect(citation).toMatchObject({ document: { id: "fernhollow-10-k-2024", fictional: true } });
    const context = await services.passageContext(citation.passageId, 0);
    expect(context!.passages[0]!.text.slice(citation.start, citation.end)).toBe(citation.quote);
    expect(citation.quote).toContain("431,560");
  });

  it("gives a figure as it stood before it was recast, and says so once it was", async () => {
    const before = await ask("What was cost of revenue in fiscal 2023?", { asOf: "2025-02-20" });
    expect(before.value?.value).toBe(186_853_000);
    expect(wordsOf(before)).not.toMatch(/restated|recast/i);
    const after = await ask("What was cost of revenue in fiscal 2023?", { asOf: "2025-12-31" });
    expect(after.value?.value).toBe(189_979_000);
    expect(wordsOf(after)).toContain("changed by the 10-K filed 2025-02-21: a reclassification");
    expect(wordsOf(after)).toContain("186.853");
  });

  it("gives no figure of one company for another", async () => {
    for (const question of [
      "What was the revenue of Copperline Robotics Corp. in fiscal 2024?",
      "How much did Copperline Robotics earn in fiscal 2024?",
    ]) {
      const answer = await ask(question);
      expect({ question, status: answer.status, value: answer.value }).toEqual({
        question,
        status: "abstained",
        value: null,
      });
    }
  });

  it("quotes what was guided", async () => {
    const answer = await ask("What is the guidance for fiscal 2025 revenue?");
    expect(answer.status).toBe("answered");
    expect(quotesOf(answer)).toMatch(/2025/);
    expect(
      answer.statements.flatMap((statement) => statement.citations).map((citation) => citation.document.form),
    ).toEqual(expect.arrayContaining([expect.stringMatching(/^(8-K|transcript)$/)]));
  });

  describe("evidence for the rows of the sample model", () => {
    async function evidenceFor(asOf: string | null) {
      const reviewed = reviewWorkbook(readXlsx(await readFile(modelFile), "model.xlsx"));
      const rows = rowsForEvidence(
        new ReviewedWorkbook(readXlsx(await readFile(modelFile), "model.xlsx"), reviewed.model),
      );
      return services.findEvidence({ company, asOf, rows });
    }
    let evidence: Awaited<ReturnType<typeof evidenceFor>>;
    beforeAll(async () => {
      evidence = await evidenceFor(null);
    });

    it("ticks most of history, each tick with its place in a filing", () => {
      const ties = evidence.ticks.filter((tick) => tick.verdict === "ties");
      expect(ties.length).toBeGreaterThan(30);
      expect(ties.length / evidence.ticks.length).toBeGreaterThan(0.8);
      for (const tick of evidence.ticks) expect(tick.citation.quote).not.toBe("");
    });

    it("finds the inventory that differs and the cost that was recast", () => {
      const tickAt = (sheet: string, address: string) =>
        evidence.ticks.find((tick) => tick.sheet === sheet && tick.address === address);
      expect(tickAt("Balance Sheet", "C7")).toMatchObject({ verdict: "differs" });
      expect(tickAt("Income Statement", "C6")).toMatchObject({ restated: true });
      const touched = evidence.comments.map((comment) => `${comment.sheet}!${comment.cells.join(",")}`);
      expect(touched).toEqual(
        expect.arrayContaining([
          expect.stringMatching(/^Balance Sheet!.*C7/),
          expect.stringMatching(/^Income Statement!.*C6/),
        ]),
      );
    });

    it("sets growth above what was guided beside the guidance", () => {
      const [above] = evidence.comments.filter((comment) => comment.rule === "forecast-outside-guidance");
      expect(above).toMatchObject({ sheet: "Income Statement", cells: ["E5"] });
      expect(plainText(above!.comment)).toContain("expects revenue of $445 million to $455 million");
      expect(above!.citations[0]!.document.form).toBe("8-K");
    });

    it("does not know of the recast cost before it was filed", async () => {
      const before = await evidenceFor("2024-12-31");
      expect(before.ticks.length).toBeGreaterThan(10);
      for (const tick of before.ticks) expect(tick.citation.document.filed! <= "2024-12-31").toBe(true);
      const cost = before.ticks.find((tick) => tick.sheet === "Income Statement" && tick.address === "C6");
      expect(cost).toMatchObject({ restated: false });
    });

    it("says whose filings there are where it has none of the company", async () => {
      const none = await services.findEvidence({ company: "Copperline Robotics Corp.", asOf: null, rows: [] });
      expect(none).toMatchObject({ company: null, ticks: [], comments: [] });
      expect(none.note).toBe(`No filings of "Copperline Robotics Corp." are stored. There are filings of ${company}`);
    });
  });
});
