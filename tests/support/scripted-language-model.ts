import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo } from "node:net";

/** What the server does with one request; streamed or whole as the request asks. */
export type ScriptedReply =
  | { readonly kind: "says"; readonly content: string; readonly finish?: "stop" | "length" | "content_filter" }
  | {
      readonly kind: "status";
      readonly status: number;
      readonly headers?: Record<string, string>;
      readonly body?: unknown;
    }
  /** Some of the content, then silence. */
  | { readonly kind: "stalls"; readonly content: string }
  /** Some of the content, then the connection is gone. */
  | { readonly kind: "cuts"; readonly content: string }
  | { readonly kind: "endless" }
  | { readonly kind: "refuses"; readonly words: string };

export interface ScriptedRequest {
  readonly authorization: string | null;
  readonly body: {
    readonly model: string;
    readonly stream?: boolean;
    readonly messages: { role: string; content: string }[];
    readonly response_format?: { type: string };
    readonly max_tokens?: number;
    readonly max_completion_tokens?: number;
    readonly stream_options?: unknown;
  };
}

export interface ScriptedLanguageModel {
  readonly baseUrl: string;
  readonly requests: readonly ScriptedRequest[];
  close(): Promise<void>;
}

export function says(value: unknown): ScriptedReply {
  return { kind: "says", content: JSON.stringify(value) };
}

/** An OpenAI-compatible server on loopback that plays its replies in order and repeats the last one. */
export async function startScriptedLanguageModel(
  replies: readonly (ScriptedReply | ((request: ScriptedRequest) => ScriptedReply))[],
): Promise<ScriptedLanguageModel> {
  const requests: ScriptedRequest[] = [];
  const server = createServer((incoming, outgoing) => {
    void readBody(incoming).then((text) => {
      const request = {
        authorization: incoming.headers.authorization ?? null,
        body: JSON.parse(text) as ScriptedRequest["body"],
      };
      requests.push(request);
      const reply = replies[Math.min(requests.length, replies.length) - 1];
      if (reply === undefined) throw new Error("no reply is scripted");
      play(typeof reply === "function" ? reply(request) : reply, request, outgoing);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function play(reply: ScriptedReply, request: ScriptedRequest, outgoing: ServerResponse): void {
  if (reply.kind === "status") {
    outgoing.writeHead(reply.status, { "content-type": "application/json", ...reply.headers });
    outgoing.end(JSON.stringify(reply.body ?? { error: { message: `status ${reply.status}` } }));
    return;
  }
  const usage = { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 };
  const finish = reply.kind === "says" ? (reply.finish ?? "stop") : "stop";
  if (request.body.stream !== true) {
    const message =
      reply.kind === "refuses"
        ? { role: "assistant", content: null, refusal: reply.words }
        : { role: "assistant", content: reply.kind === "endless" ? "{" : reply.content };
    if (reply.kind === "stalls") return;
    if (reply.kind === "cuts") {
      outgoing.socket?.destroy();
      return;
    }
    outgoing.writeHead(200, { "content-type": "application/json" });
    outgoing.end(
      JSON.stringify({
        id: "r",
        object: "chat.completion",
        model: request.body.model,
        choices: [{ index: 0, message, finish_reason: finish }],
        usage,
      }),
    );
    return;
  }
  outgoing.writeHead(200, { "content-type": "text/event-stream" });
  const send = (delta: object, finishReason: string | null = null): boolean =>
    outgoing.write(
      `data: ${JSON.stringify({ id: "r", object: "chat.completion.chunk", model: request.body.model, choices: [{ index: 0, delta, finish_reason: finishReason }] })}\n\n`,
    );
  if (reply.kind === "endless") {
    const timer = setInterval(() => send({ content: "x".repeat(20_000) }), 1);
    outgoing.on("close", () => clearInterval(timer));
    return;
  }
  if (reply.kind === "refuses") send({ refusal: reply.words });
  else for (const piece of reply.content.match(/[\s\S]{1,17}/g) ?? []) send({ content: piece });
  if (reply.kind === "stalls") return;
  if (reply.kind === "cuts") {
    setTimeout(() => outgoing.socket?.destroy(), 20);
    return;
  }
  send({}, finish);
  if (request.body.stream_options !== undefined)
    outgoing.write(
      `data: ${JSON.stringify({ id: "r", object: "chat.completion.chunk", model: request.body.model, choices: [], usage })}\n\n`,
    );
  outgoing.end("data: [DONE]\n\n");
}

function readBody(incoming: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = "";
    incoming.on("data", (piece: Buffer) => (text += piece.toString("utf8")));
    incoming.on("end", () => resolve(text));
    incoming.on("error", reject);
  });
}
