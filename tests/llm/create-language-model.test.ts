import { z } from "zod";
import { createLanguageModel, type LanguageModelConfig } from "../../src/llm/create-language-model";
import { isAppError } from "../../src/contracts/app-error";
import {
  type ScriptedLanguageModel,
  type ScriptedReply,
  says,
  startScriptedLanguageModel,
} from "../support/scripted-language-model";

const key = "sk-never-shown-anywhere";
const schema = z.object({ word: z.string(), note: z.string().nullable() });
const good = says({ word: "yes", note: null });
const busy: ScriptedReply = { kind: "status", status: 429, headers: { "retry-after-ms": "1" } };
const broken: ScriptedReply = { kind: "status", status: 503, headers: { "retry-after-ms": "1" } };

let server: ScriptedLanguageModel | null = null;
afterEach(async () => {
  await server?.close();
  server = null;
});

async function ask(
  replies: Parameters<typeof startScriptedLanguageModel>[0],
  config: Partial<LanguageModelConfig> = {},
  signal: AbortSignal = new AbortController().signal,
) {
  server = await startScriptedLanguageModel(replies);
  const model = createLanguageModel({
    baseUrl: server.baseUrl,
    apiKey: key,
    model: "test-model",
    timeoutMs: 5_000,
    maxOutputTokens: 500,
    ...config,
  });
  const deltas: string[] = [];
  const request = {
    system: "Rules.",
    messages: [{ role: "user" as const, content: "Question?" }],
    schema,
    schemaName: "word",
  };
  try {
    const reply = await model.draft(request, (text) => deltas.push(text), signal);
    return { reply, deltas, error: null };
  } catch (error) {
    if (!isAppError(error)) throw error;
    return { reply: null, deltas, error };
  }
}

describe("createLanguageModel", () => {
  it("streams a reply and counts what it cost", async () => {
    const { reply, deltas } = await ask([good]);
    expect(reply?.draft).toEqual({ word: "yes", note: null });
    expect(reply?.usage).toEqual({ input: 100, output: 20 });
    expect(deltas.join("")).toBe('{"word":"yes","note":null}');
    expect(deltas.length).toBeGreaterThan(1);
    expect(server?.requests[0]?.body.response_format?.type).toBe("json_schema");
    expect(server?.requests[0]?.body.max_tokens).toBe(500);
  });

  it("waits out a storm of 429 as the server asks", async () => {
    const { reply } = await ask([busy, busy, busy, good]);
    expect(reply?.draft).toEqual({ word: "yes", note: null });
    expect(server?.requests).toHaveLength(4);
  });

  it("gives up on a server that stays busy", async () => {
    const { error } = await ask([busy], { maxRetries: 1 });
    expect(error?.code).toBe("llm/refused");
    expect(error?.details["status"]).toBe(429);
  });

  it("gives up on a server that keeps failing", async () => {
    expect((await ask([broken], { maxRetries: 1 })).error?.code).toBe("llm/unreachable");
  });

  it("reads JSON out of a fence from a server that ignores the schema", async () => {
    const { reply } = await ask([{ kind: "says", content: 'Sure!\n```json\n{"word":"yes","note":null}\n```' }]);
    expect(reply?.draft).toEqual({ word: "yes", note: null });
  });

  it("asks once more after half a JSON object", async () => {
    const { reply } = await ask([{ kind: "says", content: '{"word":"ye' }, good]);
    expect(reply?.draft).toEqual({ word: "yes", note: null });
    expect(reply?.usage).toEqual({ input: 200, output: 40 });
    expect(server?.requests[1]?.body.messages.at(-1)?.content).toContain("cannot be used");
  });

  it("refuses a reply that does not fit the schema twice", async () => {
    const { error } = await ask([says({ word: 7, note: null })]);
    expect(error?.code).toBe("llm/bad-reply");
    expect(server?.requests).toHaveLength(2);
  });

  it("asks once more after a stream was cut", async () => {
    const { reply } = await ask([{ kind: "cuts", content: '{"word":"ye' }, good]);
    expect(reply?.draft).toEqual({ word: "yes", note: null });
  });

  it("stops waiting for a stream that went silent", async () => {
    const started = Date.now();
    const { error } = await ask([{ kind: "stalls", content: '{"word":' }], { silenceMs: 80 });
    expect(error?.code).toBe("llm/timeout");
    expect(Date.now() - started).toBeLessThan(2_000);
  });

  it("keeps to its time limit while a server asks for a long wait", async () => {
    const slow: ScriptedReply = { kind: "status", status: 429, headers: { "retry-after-ms": "900" } };
    const started = Date.now();
    expect((await ask([slow], { timeoutMs: 150 })).error?.code).toBe("llm/timeout");
    expect(Date.now() - started).toBeLessThan(800);
  });

  it("stops the moment the question is cancelled", async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 50);
    const { error } = await ask([{ kind: "stalls", content: "{" }], {}, controller.signal);
    expect(error?.code).toBe("llm/cancelled");
  });

  it("stops an endless reply", async () => {
    expect((await ask([{ kind: "endless" }])).error?.code).toBe("llm/too-long");
  });

  it("tells a reply that ran past its limit", async () => {
    expect((await ask([{ kind: "says", content: '{"word":', finish: "length" }])).error?.code).toBe("llm/too-long");
  });

  it("tells a model that declines", async () => {
    expect((await ask([{ kind: "refuses", words: "I cannot" }])).error?.code).toBe("llm/refused");
  });

  it("tells an address where nobody listens", async () => {
    const model = createLanguageModel({
      baseUrl: "http://127.0.0.1:9/v1",
      apiKey: key,
      model: "m",
      timeoutMs: 2_000,
      maxOutputTokens: 10,
      maxRetries: 0,
    });
    const request = { system: "s", messages: [], schema, schemaName: "word" };
    await expect(model.draft(request, () => undefined, new AbortController().signal)).rejects.toMatchObject({
      code: "llm/unreachable",
    });
  });

  it("steps down for a server that knows neither json_schema nor max_tokens", async () => {
    const { reply } = await ask([
      { kind: "status", status: 400, body: { error: { message: "response_format json_schema is not supported" } } },
      { kind: "status", status: 400, body: { error: { message: "unknown field", param: "max_tokens" } } },
      good,
    ]);
    expect(reply?.draft).toEqual({ word: "yes", note: null });
    expect(server?.requests[2]?.body.response_format?.type).toBe("json_object");
    expect(server?.requests[2]?.body.max_completion_tokens).toBe(500);
  });

  it("never repeats the key or the server's words in an error", async () => {
    const { error } = await ask([
      { kind: "status", status: 401, body: { error: { message: `Incorrect API key provided: ${key}` } } },
    ]);
    expect(error?.code).toBe("llm/refused");
    expect(server?.requests[0]?.authorization).toBe(`Bearer ${key}`);
    const shown = JSON.stringify([error, error?.message, error?.stack, error?.details, String(error?.cause)]);
    expect(shown).not.toContain(key);
    expect(error?.message).toContain("the key was not accepted");
  });
});
