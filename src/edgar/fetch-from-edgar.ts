import { isAppError } from "../contracts/app-error";
import { EdgarUnreachableError, NotAtEdgarError, ShutOutError, StrangeAnswerError } from "./edgar-errors";
import { type EdgarSettings } from "./edgar-settings";
import { type RequestTurns, type Timer } from "./request-turns";

/** What the client needs of the world. */
export interface EdgarPorts {
  readonly fetch: typeof fetch;
  readonly timer: Timer;
  /** From 0 to 1: spreads retries of several processes. */
  random(): number;
  /** Called once a request, before it leaves: nothing is sent unseen. */
  onRequest(url: string): void;
}

/** By which EDGAR can say that nothing changed. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

export type Fetched =
  | { readonly outcome: "unchanged" }
  | { readonly outcome: "given"; readonly bytes: Uint8Array; readonly validators: Validators };

const mostAttempts = 5;
const mostBytes = 400_000_000;

/** One file from EDGAR, whole; waits for its turn, goes back to a failing server more and more slowly. Throws `edgar/*`. */
export async function fetchFromEdgar(
  url: string,
  known: Validators | null,
  settings: EdgarSettings,
  turns: RequestTurns,
  ports: EdgarPorts,
  signal?: AbortSignal,
): Promise<Fetched> {
  const { times } = settings;
  for (let attempt = 1; ; attempt++) {
    for (let shut = await turns.take(signal); shut !== null; shut = await turns.take(signal)) {
      await waitUntil(shut.shutOutUntilMs, url, null, settings, ports, signal);
    }
    const reply = await request(url, known, settings, ports, signal);
    if (reply.kind === "fetched") return reply.fetched;
    if (reply.kind === "not-found") throw new NotAtEdgarError(url);
    if (reply.kind === "refused") {
      const until = ports.timer.nowMs() + times.shutOutMs;
      await turns.shutOut(until);
      throw new ShutOutError(new URL(url).host, new Date(until), reply.status);
    }
    if (attempt === mostAttempts) throw new EdgarUnreachableError(url, attempt, reply.why, reply.cause);
    if (reply.retryAfterMs === null) {
      await ports.timer.wait(times.backOffMs * 2 ** (attempt - 1) * (0.5 + ports.random()), signal);
    } else {
      const until = ports.timer.nowMs() + reply.retryAfterMs;
      // EDGAR counts a user, not a process: the others must wait as well.
      await turns.shutOut(until);
      await waitUntil(until, url, reply.status, settings, ports, signal);
    }
  }
}

async function waitUntil(
  untilMs: number,
  url: string,
  status: number | null,
  settings: EdgarSettings,
  ports: EdgarPorts,
  signal?: AbortSignal,
): Promise<void> {
  const waitMs = untilMs - ports.timer.nowMs();
  if (waitMs > settings.times.longestWaitMs) throw new ShutOutError(new URL(url).host, new Date(untilMs), status);
  await ports.timer.wait(Math.max(0, waitMs), signal);
}

type Reply =
  | { readonly kind: "fetched"; readonly fetched: Fetched }
  | { readonly kind: "not-found" }
  | { readonly kind: "refused"; readonly status: number }
  | {
      readonly kind: "failed";
      readonly status: number | null;
      readonly why: string;
      readonly retryAfterMs: number | null;
      readonly cause?: unknown;
    };

async function request(
  url: string,
  known: Validators | null,
  { userAgent, times }: EdgarSettings,
  ports: EdgarPorts,
  signal?: AbortSignal,
): Promise<Reply> {
  const clock = new AbortController();
  const whole = setTimeout(() => clock.abort(), times.wholeMs);
  let silence = setTimeout(() => clock.abort(), times.silenceMs);
  const heard = (): void => {
    clearTimeout(silence);
    silence = setTimeout(() => clock.abort(), times.silenceMs);
  };
  try {
    ports.onRequest(url);
    const response = await ports.fetch(url, {
      headers: { "user-agent": userAgent, "accept-encoding": "gzip, deflate", ...conditions(known) },
      signal: signal === undefined ? clock.signal : AbortSignal.any([signal, clock.signal]),
      redirect: "follow",
    });
    heard();
    if (response.ok) {
      const bytes = await readWhole(response, heard);
      return { kind: "fetched", fetched: { outcome: "given", bytes, validators: validatorsOf(response) } };
    }
    await response.body?.cancel();
    if (response.status === 304 && known !== null) return { kind: "fetched", fetched: { outcome: "unchanged" } };
    if (response.status === 404) return { kind: "not-found" };
    const retryAfterMs = readRetryAfter(response.headers.get("retry-after"), ports.timer.nowMs());
    if (response.status === 403 && retryAfterMs === null) return { kind: "refused", status: 403 };
    const why = `it answered ${response.status}`;
    return { kind: "failed", status: response.status, why, retryAfterMs: retryAfterMs ?? waitFor(response.status) };
  } catch (error) {
    if (signal?.aborted === true || isAppError(error)) throw error;
    const why = clock.signal.aborted ? "it fell silent" : describe(error);
    return { kind: "failed", status: null, why, retryAfterMs: null, cause: error };
  } finally {
    clearTimeout(whole);
    clearTimeout(silence);
  }
}

/** A 429 without a Retry-After still means: not now. */
function waitFor(status: number): number | null {
  return status === 429 ? 10_000 : null;
}

function conditions(known: Validators | null): Record<string, string> {
  return {
    ...(known?.etag ? { "if-none-match": known.etag } : {}),
    ...(known?.lastModified ? { "if-modified-since": known.lastModified } : {}),
  };
}

function validatorsOf(response: Response): Validators {
  return { etag: response.headers.get("etag"), lastModified: response.headers.get("last-modified") };
}

/** Piece by piece, so that a stalled answer is noticed and one too large is not held. */
async function readWhole(response: Response, heard: () => void): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of response.body ?? []) {
    heard();
    size += piece.length;
    if (size > mostBytes) throw new StrangeAnswerError(response.url, `it is larger than ${mostBytes / 1e6} MB`);
    pieces.push(piece);
  }
  // fetch notices a body cut short by itself, unless a proxy dropped its length; an inflated body has another length.
  const announced = response.headers.get("content-encoding") === null ? response.headers.get("content-length") : null;
  if (announced !== null && Number(announced) !== size) throw new Error("the connection ended in the middle of it");
  return Buffer.concat(pieces, size);
}

/** Seconds or a date. */
function readRetryAfter(text: string | null, nowMs: number): number | null {
  if (text === null) return null;
  const ms = /^\d+$/.test(text.trim()) ? Number(text) * 1000 : Date.parse(text) - nowMs;
  return Number.isFinite(ms) ? Math.max(0, ms) : null;
}

function describe(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = (cause as NodeJS.ErrnoException | null)?.code;
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return "its name is not known here (no network?)";
  if (code === "ECONNREFUSED") return "it refuses the connection";
  if (code === "UND_ERR_SOCKET" || code === "ECONNRESET") return "the connection ended in the middle of it";
  return cause instanceof Error ? cause.message : String(cause);
}
