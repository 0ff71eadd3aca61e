import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Answer, type AskRequest } from "../../../src/contracts/answer";
import { type QuestionIntent } from "../../../src/contracts/intent";
import { plainText } from "../../../src/contracts/rich-text";
import { type Services } from "../../../src/server/services/services";
import { openSampleServices } from "../../support/open-sample-services";

jest.setTimeout(120_000);

const fiscal = (year: number) => ({
  label: `FY${year}`,
  kind: "year" as const,
  fiscalYear: year,
  quarter: null,
  start: null,
  end: null,
});

describe("what a reader has set of a question", () => {
  let folder: string;
  let services: Services;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "marginalia-intent-"));
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
  const set = async (question: string, change: Partial<QuestionIntent>, given: Partial<AskRequest> = {}) => {
    const { intent } = await ask(question, given);
    return ask(question, { ...given, intent: { ...intent, ...change } });
  };

  it("is taken instead of reading the question again, and says so in the trace", async () => {
    const question = "What was revenue in fiscal 2024?";
    expect((await ask(question)).value?.value).toBe(431_560_000);
    const answer = await set(question, { periods: [fiscal(2023)], edited: ["periods"] });
    expect(answer.intent).toMatchObject({ periods: [{ label: "FY2023" }], edited: ["periods"] });
    expect(answer.trace[0]?.note).toContain("periods as you set them");
    const words = answer.statements.map(({ text }) => plainText(text)).join(" ");
    expect(answer.value?.value).not.toBe(431_560_000);
    expect(words).toContain("2023");
  });

  it("answers about the concept that was set, by its own name", async () => {
    const answer = await set("What was revenue in fiscal 2024?", { concepts: ["net-income"], edited: ["concepts"] });
    expect(answer.value?.value).not.toBe(431_560_000);
    expect(answer.statements.map(({ text }) => plainText(text)).join(" ")).toMatch(/net income/i);
  });

  it("gives nothing of a company that is not on file, whatever match was sent along", async () => {
    const answer = await set("What was revenue in fiscal 2024?", {
      companies: [{ name: "Quartz Meadow plc", matched: "Quartz Meadow plc" }],
      edited: ["companies"],
    });
    expect(answer.intent.companies).toEqual([{ name: "Quartz Meadow plc", matched: null }]);
    expect([answer.value, answer.evidence]).toEqual([null, []]);
  });

  it("never opens a later day than the request's, nor a concept that nobody knows", async () => {
    const answer = await set(
      "What was cost of revenue in fiscal 2023?",
      { asOf: "2026-01-01", concepts: ["cost-of-revenue", "made-up-concept"], edited: ["as-of", "concepts"] },
      { asOf: "2025-02-20" },
    );
    expect(answer.intent).toMatchObject({ asOf: "2025-02-20", concepts: ["cost-of-revenue"] });
    expect(answer.value?.value).toBe(186_853_000);
  });

  it("can be set to what is on file, of filings known on the day", async () => {
    const now = await ask("What was revenue in fiscal 2024?");
    expect(now.choices?.companies).toEqual(["Fernhollow Instruments, Inc."]);
    expect(now.choices?.periods.map(({ label }) => label)).toContain("FY2024");
    const then = await ask("What was revenue in fiscal 2023?", { asOf: "2024-12-31" });
    expect(then.choices?.periods.map(({ label }) => label)).toContain("FY2023");
    expect(then.choices?.periods.map(({ label }) => label)).not.toContain("FY2024");
  });
});
