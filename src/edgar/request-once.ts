import { isAppError } from "../contracts/app-error";
import { StrangeAnswerError } from "./edgar-errors";
import { type EdgarPorts, type Validators } from "./edgar-ports";
import { type EdgarSettings, type EdgarTimes } from "./edgar-settings";

/** What came of one request. */
export type Reply =
  | { readonly kind: "given"; readonly bytes: Uint8Array; readonly validators: Validators }
  | { readonly kind: "unchanged" }
  | { readonly kind: "not-found" }
  | { readonly kind: "moved"; readonly to: string }
  | { readonly kind: "refused" }
  | {
      readonly kind: "failed";
      readonly status: number | null;
      readonly why: string;
      readonly retryAfterMs: number | null;
      readonly cause?: unknown;
    };

const mostBytes = 400_000_000;
/** Fewer than these within `silenceMs` is no answer any more; a modem gave ten times as much. */
const leastBytes = 32_768;

/** Sends one request and takes its answer whole. Throws only where it is told to stop or the answer is beyond all bounds. */
export async function requestOnce(
  url: string,
  known: Validators | null,
  { userAgent, times }: EdgarSettings,
  ports: EdgarPorts,
  signal?: AbortSignal,
): Promise<Reply> {
  const patience = openPatience(times);
  try {
    ports.onRequest(url);
    const response = await ports.fetch(url, {
      headers: { "user-agent": userAgent, "accept-encoding": "gzip, deflate", ...conditions(known) },
      signal: signal === undefined ? patience.signal : AbortSignal.any([signal, patience.signal]),
      // Who asks, and about whom, is told to the hosts of the configuration and to nobody they name.
      redirect: "manual",
    });
    patience.heard(leastBytes);
    if (response.ok) return { kind: "given", bytes: await readWhole(response, patience), ...validatorsOf(response) };
    await response.body?.cancel();
    return replyOf(response, url, known, ports.timer.nowMs());
  } catch (error) {
    if (signal?.aborted === true || isAppError(error)) throw error;
    const why = patience.signal.aborted ? String(patience.signal.reason) : describe(error);
    return { kind: "failed", status: null, why, retryAfterMs: null, cause: error };
  } finally {
    patience.end();
  }
}

function replyOf(response: Response, url: string, known: Validators | null, nowMs: number): Reply {
  const { status, headers } = response;
  if (status === 304 && known !== null) return { kind: "unchanged" };
  const target = headers.get("location");
  if (status >= 300 && status < 400 && target !== null && URL.canParse(target, url)) {
    return { kind: "moved", to: new URL(target, url).href };
  }
  if (status === 404) return { kind: "not-found" };
  const retryAfterMs = readRetryAfter(headers.get("retry-after"), nowMs);
  if (status === 403 && retryAfterMs === null) return { kind: "refused" };
  // A 429 without a Retry-After still means: not now.
  const waitMs = retryAfterMs ?? (status === 429 ? 10_000 : null);
  return { kind: "failed", status, why: `it answered ${status}`, retryAfterMs: waitMs };
}

interface Patience {
  readonly signal: AbortSignal;
  heard(bytes: number): void;
  end(): void;
}

/** Ends where nothing comes, where hardly anything comes, and where it takes for ever. */
function openPatience({ silenceMs, wholeMs }: EdgarTimes): Patience {
  const clock = new AbortController();
  let heardBytes = 0;
  const giveUp = (): void => clock.abort(heardBytes === 0 ? "it fell silent" : "it sent hardly anything");
  let silence = setTimeout(giveUp, silenceMs);
  const whole = setTimeout(() => clock.abort("it took too long"), wholeMs);
  return {
    signal: clock.signal,
    heard: (bytes) => {
      heardBytes += bytes;
      if (heardBytes < leastBytes) return;
      heardBytes = 0;
      clearTimeout(silence);
      silence = setTimeout(giveUp, silenceMs);
    },
    end: () => {
      clearTimeout(silence);
      clearTimeout(whole);
    },
  };
}

/** Piece by piece, so that a stalled answer is noticed and one too large is not held. */
async function readWhole(response: Response, patience: Patience): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of response.body ?? []) {
    patience.heard(piece.length);
    size += piece.length;
    if (size > mostBytes) throw new StrangeAnswerError(response.url, `it is larger than ${mostBytes / 1e6} MB`);
    pieces.push(piece);
  }
  // fetch notices a body cut short by itself, unless a proxy dropped its length; an inflated body has another length.
  const announced = response.headers.get("content-encoding") === null ? response.headers.get("content-length") : null;
  if (announced !== null && Number(announced) !== size) throw new Error("the connection ended in the middle of it");
  return Buffer.concat(pieces, size);
}

function conditions(known: Validators | null): Record<string, string> {
  return {
    ...(known?.etag ? { "if-none-match": known.etag } : {}),
    ...(known?.lastModified ? { "if-modified-since": known.lastModified } : {}),
  };
}

function validatorsOf(response: Response): { readonly validators: Validators } {
  return { validators: { etag: response.headers.get("etag"), lastModified: response.headers.get("last-modified") } };
}

/** Seconds or a date. */
function readRetryAfter(text: string | null, nowMs: number): number | null {
  if (text === null) return null;
  const ms = /^\d+$/.test(text.trim()) ? Number(text) * 1000 : Date.parse(text) - nowMs;
  return Number.isFinite(ms) ? Math.max(0, ms) : null;
}

const failures: Readonly<Record<string, string>> = {
  ENOTFOUND: "its name is not known here (no network?)",
  EAI_AGAIN: "its name is not known here (no network?)",
  ECONNREFUSED: "it refuses the connection",
  UND_ERR_SOCKET: "the connection ended in the middle of it",
  ECONNRESET: "the connection ended in the middle of it",
  Z_DATA_ERROR: "what it sent cannot be unpacked",
  Z_BUF_ERROR: "what it sent cannot be unpacked",
};

/** fetch wraps what went wrong, sometimes twice; the innermost says it. */
function describe(error: unknown): string {
  const { code, message, cause } = (typeof error === "object" && error !== null ? error : {}) as {
    readonly code?: string;
    readonly message?: string;
    readonly cause?: unknown;
  };
  const known = failures[code ?? ""];
  if (known !== undefined) return known;
  return cause === undefined || cause === null ? (message ?? String(error)) : describe(cause);
}
