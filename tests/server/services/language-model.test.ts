import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Answer } from "../../../src/contracts/answer";
import { plainText } from "../../../src/contracts/rich-text";
import { readConfiguration } from "../../../src/server/configuration";
import { openServices } from "../../../src/server/services/open-services";
import { type Services } from "../../../src/server/services/services";
import {
  says,
  type ScriptedLanguageModel,
  type ScriptedRequest,
  startScriptedLanguageModel,
} from "../../support/scripted-language-model";

jest.setTimeout(120_000);

const filing = path.resolve(__dirname, "../../../assets/sample/filings/fernhollow-10-k-2024.htm");

interface SentMaterial {
  readonly facts: readonly { readonly id: string; readonly concept?: string }[];
  readonly passages: readonly { readonly id: string; readonly text: string }[];
}

/** Drafts from what it was sent, as an obedient language model would. */
function draftFrom(request: ScriptedRequest, quoteOf: (text: string) => string): unknown {
  const sent = JSON.parse(request.body.messages.find((message) => message.role === "user")!.content) as SentMaterial;
  const passage = sent.passages.find((one) => one.text.includes("Revenue grew"))!;
  return {
    abstain: null,
    statements: [
      {
        text: "Revenue in fiscal 2024 rose with volume.",
        claims: [{ passage: passage.id, quote: quoteOf(passage.text) }],
      },
    ],
    calculations: [],
    nextQuestions: [],
  };
}

const sentence = (text: string) => /Revenue grew [^\n]*?fiscal 2023\./.exec(text)![0];

describe("the services with a language model", () => {
  let folder: string;
  let services: Services | null = null;
  let model: ScriptedLanguageModel | null = null;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "marginalia-language-model-"));
  });
  afterEach(async () => {
    await services?.close();
    await model?.close();
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function askWith(replies: Parameters<typeof startScriptedLanguageModel>[0]): Promise<Answer> {
    model = await startScriptedLanguageModel(replies);
    const configuration = readConfiguration(
      { OPENAI_BASE_URL: model.baseUrl, OPENAI_MODEL: "scripted" },
      { dataFolder: path.join(folder, "data"), workingFolder: folder },
    );
    services = await openServices(configuration);
    await services.addFiling(filing, { form: "10-K", filed: "2025-02-21", fictional: true });
    const request = {
      question: "Why did revenue grow in fiscal 2024?",
      selection: null,
      company: "FHLX",
      asOf: null,
      documentId: null,
    };
    for await (const event of services.ask(request, new AbortController().signal))
      if (event.kind === "answer") return event.answer;
    throw new Error("no answer came");
  }

  it("shows a draft whose quote stands word for word in its passage, and says what was sent to whom", async () => {
    const answer = await askWith([(request) => says(draftFrom(request, sentence))]);
    expect(answer).toMatchObject({ status: "answered", writtenBy: "language-model", fellBackBecause: null });
    expect(plainText(answer.statements[0]!.text)).toContain("Revenue in fiscal 2024 rose with volume.");
    expect(answer.statements[0]!.citations[0]!.quote).toMatch(/^Revenue grew 7\.1% to \$431\.6 million in fiscal 2024/);
    const sent = answer.trace.filter((entry) => entry.sent !== null);
    expect(sent.map((entry) => entry.sent!.model)).toEqual(["scripted"]);
  });

  it("keeps the plain answer where a quote was altered by a word, and says why", async () => {
    const answer = await askWith([
      (request) => says(draftFrom(request, (text) => sentence(text).replace("grew", "shrank"))),
    ]);
    expect(answer.writtenBy).toBe("facts-and-formulas");
    expect(answer.fellBackBecause).not.toBeNull();
    expect(
      answer.statements.flatMap((statement) => statement.citations.map((citation) => citation.quote)).join(),
    ).not.toContain("shrank");
  });

  it("keeps the plain answer where the server fails", async () => {
    const answer = await askWith([{ kind: "status", status: 400 }]);
    expect(answer.writtenBy).toBe("facts-and-formulas");
    expect(answer.fellBackBecause).not.toBeNull();
    expect(answer.statements.length).toBeGreaterThan(0);
  });
});
