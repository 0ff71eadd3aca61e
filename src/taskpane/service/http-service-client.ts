import { type z } from "zod";
import { type AskEvent, askEventSchema } from "../../contracts/answer";
import { errorBodySchema } from "../../contracts/app-error";
import { passageContextSchema } from "../../contracts/evidence";
import { evidenceResponseSchema } from "../../contracts/evidence-request";
import { filingChangesSchema } from "../../contracts/filing-changes";
import { serviceStatusSchema } from "../../contracts/service-status";
import { type ServiceClient, type ServiceReply } from "../ports/service-client";
import { EventStreamParser } from "./event-stream-parser";
import { type SentLog } from "./sent-log";

interface OutgoingRequest {
  readonly method: "GET" | "POST";
  readonly endpoint: string;
  readonly body: string | null;
  readonly signal: AbortSignal;
}

/** The service over HTTP on the pane's own origin. Every request goes through `send`, which logs it first. */
export function createHttpServiceClient(options: { fetch: typeof fetch; log: SentLog }): ServiceClient {
  const { log } = options;

  async function send<T>(
    request: OutgoingRequest,
    accept: string,
    read: (response: Response) => Promise<ServiceReply<T>>,
  ): Promise<ServiceReply<T>> {
    const id = log.record(request);
    try {
      const response = await options.fetch(request.endpoint, {
        method: request.method,
        body: request.body,
        headers: { accept, ...(request.body === null ? {} : { "content-type": "application/json" }) },
        signal: request.signal,
      });
      log.settle(id, { kind: "answered", status: response.status });
      return response.ok ? await read(response) : await readRefusal(response);
    } catch {
      if (request.signal.aborted) {
        log.settle(id, { kind: "cancelled" });
        return { kind: "cancelled" };
      }
      log.settle(id, { kind: "unreachable" });
      return { kind: "unreachable", why: "there is no connection" };
    }
  }

  const getJson = <T>(endpoint: string, schema: z.ZodType<T>, signal: AbortSignal): Promise<ServiceReply<T>> =>
    send({ method: "GET", endpoint, body: null, signal }, "application/json", (response) => readJson(response, schema));

  return {
    status: (signal) => getJson("/api/status", serviceStatusSchema, signal),
    passageContext: (passageId, around, signal) =>
      getJson(`/api/passages/${encodeURIComponent(passageId)}/context?around=${around}`, passageContextSchema, signal),
    filingChanges: (request, signal) =>
      getJson(`/api/changes?${new URLSearchParams(request).toString()}`, filingChangesSchema, signal),
    evidence: (request, signal) =>
      send(
        { method: "POST", endpoint: "/api/evidence", body: JSON.stringify(request), signal },
        "application/json",
        (response) => readJson(response, evidenceResponseSchema),
      ),
    ask: (request, onEvent, signal) =>
      send(
        { method: "POST", endpoint: "/api/ask", body: JSON.stringify(request), signal },
        "text/event-stream",
        (response) => readAnswerStream(response, onEvent),
      ),
  };
}

function unreadable(what: string): ServiceReply<never> {
  return { kind: "refused", code: "taskpane/unreadable-reply", message: what, requestId: null };
}

async function readJson<T>(response: Response, schema: z.ZodType<T>): Promise<ServiceReply<T>> {
  const json = parseJson(await response.text());
  const parsed = schema.safeParse(json);
  if (parsed.success) return { kind: "ok", value: parsed.data };
  // Typically the sign-in page of a company's proxy, or a service of another version.
  return unreadable(
    "The service's reply is not one this pane understands: a proxy may stand between, or the versions differ.",
  );
}

async function readRefusal(response: Response): Promise<ServiceReply<never>> {
  const body = errorBodySchema.safeParse(parseJson(await response.text()));
  if (body.success) {
    const { code, message, requestId } = body.data.error;
    return { kind: "refused", code, message, requestId };
  }
  return { kind: "unreachable", why: `what answers in its place says HTTP status ${response.status}` };
}

async function readAnswerStream(response: Response, onEvent: (event: AskEvent) => void): Promise<ServiceReply<null>> {
  if (response.body === null) return unreadable("The service's answer came without a body.");
  const parser = new EventStreamParser();
  const decoder = new TextDecoder();
  const reader = response.body.getReader();
  let ended = false;
  for (;;) {
    const { done, value } = await reader.read();
    for (const streamed of parser.push(done ? "\n\n" : decoder.decode(value, { stream: true }))) {
      const event = askEventSchema.safeParse(parseJson(streamed.data));
      if (!event.success)
        return unreadable("Part of the answer is not one this pane understands: the versions may differ.");
      ended ||= event.data.kind === "answer" || event.data.kind === "failed";
      onEvent(event.data);
    }
    if (done) break;
  }
  return ended ? { kind: "ok", value: null } : { kind: "unreachable", why: "the answer broke off before its end" };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
