import { type AskEvent } from "../../../src/contracts/answer";
import { AppError } from "../../../src/contracts/app-error";
import { type FilingChanges } from "../../../src/contracts/filing-changes";
import { createServer } from "../../../src/server/http/create-server";
import { UndatedFilingError } from "../../../src/server/server-errors";
import { type Services } from "../../../src/server/services/services";
import { servicesPort } from "../../support/services-port";

const loopback = ["localhost", "127.0.0.1"];

async function inject(
  given: Partial<Services>,
  request: { method: "GET" | "POST"; url: string; body?: unknown; host?: string },
) {
  const server = await createServer(servicesPort(given), { logLevel: "silent", allowedHosts: loopback, tls: null });
  const response = await server.inject({
    method: request.method,
    url: request.url,
    headers: {
      host: request.host ?? "localhost",
      ...(request.body === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(request.body === undefined
      ? {}
      : { payload: typeof request.body === "string" ? request.body : JSON.stringify(request.body) }),
  });
  await server.close();
  return response;
}

const question = {
  question: "What was revenue in 2024?",
  selection: null,
  company: null,
  asOf: null,
  documentId: null,
};

const report = {
  title: "10-K",
  company: "Lumen",
  ticker: null,
  cik: null,
  form: "10-K",
  filed: null,
  accession: null,
  fictional: true,
};
const noChanges: FilingChanges = {
  earlier: { ...report, id: "lumen-2023", periodEnd: "2023-12-31" },
  later: { ...report, id: "lumen-2024", periodEnd: "2024-12-31" },
  part: "II",
  item: "1A",
  title: "Risk Factors",
  counts: { earlier: 1, later: 1, unchanged: 1, figures: 0, changed: 0, moved: 0, added: 0, removed: 0 },
  similarity: { jaccard: 1, cosine: 1, verbatim: 1 },
  units: [],
  changes: [],
  history: [],
  unusual: null,
  remarks: [],
};

class FolderInUse extends AppError {
  override readonly code = "storage/folder-in-use";
}

describe("the HTTP face", () => {
  it("compares the filing that is asked for, what is not said being null", async () => {
    const asked: unknown[] = [];
    const changes = { ...noChanges, remarks: ["Tables are left out: only sentences are compared."] };
    const response = await inject(
      {
        filingChanges: async (request) => {
          asked.push(request);
          return changes;
        },
      },
      { method: "GET", url: "/api/changes?documentId=lumen-2024&item=II-1A&asOf=2025-03-31" },
    );
    expect(response.statusCode).toBe(200);
    expect(response.json()).toEqual(changes);
    expect(asked).toEqual([
      { documentId: "lumen-2024", company: null, item: "II-1A", from: null, to: null, asOf: "2025-03-31" },
    ]);
  });

  it.each([
    ["/api/changes?item=1A", "say which company, or which filing by documentId"],
    ["/api/changes?company=Lumen&item=1A%3B%20drop", "an item is written like 1A, 7 or I-2"],
    ["/api/changes?company=Lumen&item=1A&asOf=yesterday", "asOf"],
  ])("refuses %s with one clear sentence", async (url, words) => {
    const response = await inject({}, { method: "GET", url });
    expect(response.statusCode).toBe(400);
    expect(response.json()).toMatchObject({
      error: { code: "server/bad-request", message: expect.stringContaining(words) as string },
    });
  });

  it("says why filings cannot be compared", async () => {
    const response = await inject(
      {
        filingChanges: async () => {
          throw new UndatedFilingError("lumen-2024", "10-K for the period to 2024-12-31", "2025-03-31");
        },
      },
      { method: "GET", url: "/api/changes?documentId=lumen-2024&item=1A&asOf=2025-03-31" },
    );
    expect(response.statusCode).toBe(422);
    expect(response.json()).toMatchObject({
      error: {
        code: "server/undated-filing",
        message:
          'Nobody said when the 10-K for the period to 2024-12-31 ("lumen-2024") was filed, so it may not have been known on 2025-03-31. Add its file again with --filed DATE.',
      },
    });
  });

  it("gives the state of the service", async () => {
    const status = { version: "1", documents: 6, companies: ["A"], languageModel: null, database: "pglite" as const };
    const response = await inject({ status: async () => status }, { method: "GET", url: "/api/status" });
    expect(response.json()).toEqual(status);
  });

  it("names the field of a request that cannot be used", async () => {
    const response = await inject({}, { method: "POST", url: "/api/ask", body: { ...question, asOf: "yesterday" } });
    expect(response.statusCode).toBe(400);
    expect(response.json()).toMatchObject({
      error: { code: "server/bad-request", message: expect.stringContaining("asOf") as string },
    });
  });

  it("refuses a question of 100 kB with one clear sentence", async () => {
    const response = await inject(
      {},
      { method: "POST", url: "/api/ask", body: { ...question, question: "x".repeat(100_000) } },
    );
    expect(response.statusCode).toBe(400);
    expect(response.json<{ error: { message: string } }>().error.message).toContain(
      "a question has at most 4,000 characters",
    );
  });

  it("refuses a body larger than 2 MB", async () => {
    const response = await inject(
      {},
      { method: "POST", url: "/api/ask", body: { ...question, question: "x".repeat(2_100_000) } },
    );
    expect([response.statusCode, response.json<{ error: { code: string } }>().error.code]).toEqual([
      413,
      "server/too-large",
    ]);
  });

  it("says that a body is not JSON", async () => {
    const response = await inject({}, { method: "POST", url: "/api/search", body: "{half" });
    expect([response.statusCode, response.json<{ error: { code: string } }>().error.code]).toEqual([
      400,
      "server/bad-json",
    ]);
  });

  it("answers 404 for a passage that is not stored", async () => {
    const response = await inject(
      { passageContext: async () => null },
      { method: "GET", url: "/api/passages/doc%2312/context?around=2" },
    );
    expect(response.statusCode).toBe(404);
    expect(response.json()).toMatchObject({ error: { code: "server/not-found", details: { id: "doc#12" } } });
  });

  it("gives an error of ours its sentence, its status and the request's id", async () => {
    const response = await inject(
      {
        listDocuments: async () => {
          throw new FolderInUse("The data folder is in use.");
        },
      },
      { method: "GET", url: "/api/documents" },
    );
    expect(response.statusCode).toBe(503);
    expect(response.json()).toEqual({
      error: {
        code: "storage/folder-in-use",
        message: "The data folder is in use.",
        requestId: response.headers["x-request-id"],
        details: {},
      },
    });
  });

  it("says nothing of its inside where a fault is ours", async () => {
    const response = await inject(
      {
        listDocuments: async () => {
          throw new Error("secret path /home/x");
        },
      },
      { method: "GET", url: "/api/documents" },
    );
    expect(response.statusCode).toBe(500);
    expect(response.body).not.toContain("secret");
    expect(response.body).not.toContain("stack");
  });

  it("does not answer to another host's name", async () => {
    const response = await inject({}, { method: "GET", url: "/api/status", host: "evil.example" });
    expect([response.statusCode, response.json<{ error: { code: string } }>().error.code]).toEqual([
      403,
      "server/unknown-host",
    ]);
  });

  it("describes every route of its own in an OpenAPI document", async () => {
    const response = await inject({}, { method: "GET", url: "/api/docs/json" });
    expect(Object.keys(response.json<{ paths: Record<string, unknown> }>().paths).sort()).toEqual([
      "/api/ask",
      "/api/changes",
      "/api/documents",
      "/api/evidence",
      "/api/passages/{id}/context",
      "/api/search",
      "/api/status",
    ]);
  });
});

describe("the stream of an answer", () => {
  const draft: AskEvent = { kind: "draft", text: "Revenue was" };

  it("sends each event under its kind", async () => {
    const response = await inject(
      {
        ask: async function* () {
          yield draft;
        },
      },
      { method: "POST", url: "/api/ask", body: question },
    );
    expect(response.headers["content-type"]).toBe("text/event-stream; charset=utf-8");
    expect(response.body).toBe('event: draft\ndata: {"kind":"draft","text":"Revenue was"}\n\n');
  });

  it("ends with a failed event where something breaks on the way", async () => {
    const response = await inject(
      {
        ask: async function* () {
          yield draft;
          throw new FolderInUse("The data folder is in use.");
        },
      },
      { method: "POST", url: "/api/ask", body: question },
    );
    expect(response.body).toContain("event: failed\n");
    expect(response.body).toContain('"code":"storage/folder-in-use"');
  });
});

describe("a server that is told to stop", () => {
  it("ends a running answer instead of waiting for its last word", async () => {
    const server = await createServer(
      servicesPort({
        ask: async function* (_request, signal): AsyncGenerator<AskEvent> {
          yield { kind: "draft", text: "Revenue was" };
          await new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
          yield {
            kind: "failed",
            error: { code: "reasoning/cancelled", message: "The question was cancelled.", requestId: null },
          };
        },
      }),
      { logLevel: "silent", allowedHosts: null, tls: null },
    );
    const address = await server.listen({ host: "127.0.0.1", port: 0 });
    const response = await fetch(`${address}/api/ask`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(question),
    });
    const reader = response.body!.getReader();
    expect(new TextDecoder().decode((await reader.read()).value)).toContain("Revenue was");
    const closed = server.close();
    let rest = "";
    for (let part = await reader.read(); !part.done; part = await reader.read())
      rest += new TextDecoder().decode(part.value);
    await closed;
    expect(rest).toContain("reasoning/cancelled");
  });
});
