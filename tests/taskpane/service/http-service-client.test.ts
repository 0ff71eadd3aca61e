/** @jest-environment node */
import { type AskEvent, type AskRequest } from "../../../src/contracts/answer";
import { createHttpServiceClient } from "../../../src/taskpane/service/http-service-client";
import { SentLog } from "../../../src/taskpane/service/sent-log";

const clock = { now: () => new Date(2026, 10, 23), today: () => "2026-11-23" };
const status = { version: "1", documents: 2, companies: ["A"], languageModel: null, database: "pglite" };
const question: AskRequest = { question: "Why?", selection: null, company: null, asOf: null, documentId: null };
const going = (): AbortSignal => new AbortController().signal;

function clientOver(reply: (url: string, init: RequestInit) => Promise<Response>) {
  const log = new SentLog(clock);
  const fetchOf = (url: unknown, init?: RequestInit) => reply(String(url), init ?? {});
  return { log, client: createHttpServiceClient({ fetch: fetchOf, log }) };
}

function streamOf(...pieces: string[]): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      pieces.forEach((piece) => controller.enqueue(encoder.encode(piece)));
      controller.close();
    },
  });
  return new Response(body, { status: 200 });
}

describe("the service over HTTP", () => {
  it("logs every request before it is sent, with its exact body and bytes", async () => {
    const request = { company: "Café", asOf: "2026-11-23", rows: [] };
    let seenBySender: unknown;
    const { client, log } = clientOver(async (_url, init) => {
      seenBySender = log.entries().map(({ endpoint, body, outcome }) => ({ endpoint, body, outcome }));
      expect(init.body).toBe('{"company":"Café","asOf":"2026-11-23","rows":[]}');
      return Response.json({ company: null, note: null, ticks: [], comments: [], passages: [] });
    });

    expect((await client.evidence(request, going())).kind).toBe("ok");

    expect(seenBySender).toEqual([
      {
        endpoint: "/api/evidence",
        body: '{"company":"Café","asOf":"2026-11-23","rows":[]}',
        outcome: { kind: "sending" },
      },
    ]);
    expect(log.entries()[0]).toMatchObject({ bytes: 49, outcome: { kind: "answered", status: 200 } });
  });

  it("calls a failed connection unreachable, and says so in the log", async () => {
    const { client, log } = clientOver(() => Promise.reject(new TypeError("Failed to fetch")));
    expect(await client.status(going())).toEqual({ kind: "unreachable", why: "there is no connection" });
    expect(log.entries()[0]?.outcome).toEqual({ kind: "unreachable" });
  });

  it("does not trust a reply that is not what was asked for", async () => {
    const { client } = clientOver(async () => new Response("<html>Sign in to the proxy</html>"));
    expect(await client.status(going())).toMatchObject({ kind: "refused", code: "taskpane/unreadable-reply" });
  });

  it("passes on why the service refused", async () => {
    const error = { code: "server/too-large", message: "The question is too long.", requestId: "r1", details: {} };
    const { client } = clientOver(async () => Response.json({ error }, { status: 413 }));
    expect(await client.status(going())).toEqual({
      kind: "refused",
      code: "server/too-large",
      message: "The question is too long.",
      requestId: "r1",
    });
  });

  it("encodes a passage's id into its address", async () => {
    const asked: string[] = [];
    const { client } = clientOver(async (url) => {
      asked.push(url);
      return Response.json(status);
    });
    await client.passageContext("report 2024#7", 2, going());
    expect(asked).toEqual(["/api/passages/report%202024%237/context?around=2"]);
  });

  it("gives the events of an answer as they come", async () => {
    const { client } = clientOver(async () =>
      streamOf('event: draft\ndata: {"kind":"dr', 'aft","text":"About"}\n\n', ": still here\n\n", failedEvent()),
    );
    const events: AskEvent[] = [];
    const reply = await client.ask(question, (event) => events.push(event), going());
    expect(reply).toEqual({ kind: "ok", value: null });
    expect(events.map((event) => event.kind)).toEqual(["draft", "failed"]);
  });

  it("does not take an answer that broke off for an answer", async () => {
    const { client } = clientOver(async () => streamOf('event: draft\ndata: {"kind":"draft","text":"About"}\n\n'));
    expect(await client.ask(question, () => undefined, going())).toEqual({
      kind: "unreachable",
      why: "the answer broke off before its end",
    });
  });

  it("tells a stopped question from a lost one", async () => {
    const controller = new AbortController();
    const { client, log } = clientOver(async () => {
      controller.abort();
      throw new DOMException("stopped", "AbortError");
    });
    expect(await client.ask(question, () => undefined, controller.signal)).toEqual({ kind: "cancelled" });
    expect(log.entries()[0]?.outcome).toEqual({ kind: "cancelled" });
  });
});

function failedEvent(): string {
  const event = { kind: "failed", error: { code: "x/y", message: "No.", requestId: null } };
  return `event: failed\ndata: ${JSON.stringify(event)}\n\n`;
}
