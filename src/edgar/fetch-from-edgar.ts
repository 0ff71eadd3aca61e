import { EdgarUnreachableError, NotAtEdgarError, ShutOutError, StrangeAnswerError } from "./edgar-errors";
import { type EdgarPorts, type Validators } from "./edgar-ports";
import { type EdgarSettings } from "./edgar-settings";
import { type Reply, requestOnce } from "./request-once";
import { type RequestTurns } from "./request-turns";

export interface Wanted<T> {
  readonly url: string;
  /** Of what we hold: whether that changed is asked, and giving up is no loss. */
  readonly known: Validators | null;
  /** Throws `edgar/strange-answer` where the bytes are not what was asked for. */
  readonly read: (bytes: Uint8Array) => T;
}

export type Fetched<T> =
  | { readonly outcome: "unchanged" }
  | { readonly outcome: "given"; readonly value: T; readonly bytes: Uint8Array; readonly validators: Validators };

const mostAttempts = 5;
/** Where something is held already, nobody should wait long for a network that is not there. */
const mostAttemptsForChanges = 2;
/** An answer that cannot be read may be a page of regrets that is gone a moment later; the third time it is meant. */
const mostStrangeAnswers = 3;
const mostMoves = 3;

/** One file from EDGAR, whole and checked; waits for its turn, goes back to a failing server more and more slowly. Throws `edgar/*`. */
export async function fetchFromEdgar<T>(
  { url, known, read }: Wanted<T>,
  settings: EdgarSettings,
  turns: RequestTurns,
  ports: EdgarPorts,
  signal?: AbortSignal,
): Promise<Fetched<T>> {
  const { times } = settings;
  let asked = url;
  let moves = 0;
  let strange = 0;
  const pause = async (waitMs: number, why: string): Promise<void> => {
    ports.onRemark({ kind: "waiting", url, waitMs, why });
    await ports.timer.wait(waitMs, signal);
  };
  const pauseUntil = async (untilMs: number, status: number | null, why: string): Promise<void> => {
    const waitMs = Math.max(0, untilMs - ports.timer.nowMs());
    if (waitMs > times.longestWaitMs) throw new ShutOutError(new URL(url).host, new Date(untilMs), status);
    await pause(waitMs, why);
  };
  const shutOut = async (forMs: number): Promise<number> => {
    const untilMs = ports.timer.nowMs() + forMs;
    // EDGAR counts a user, not a process: the others must wait as well.
    await turns.shutOut(untilMs);
    return untilMs;
  };

  for (let attempt = 1; ;) {
    for (let shut = await turns.take(signal); shut !== null; shut = await turns.take(signal)) {
      await pauseUntil(shut.shutOutUntilMs, null, "it asked for a pause");
    }
    const reply = await requestOnce(asked, known, settings, ports, signal);
    if (reply.kind === "unchanged") return { outcome: "unchanged" };
    if (reply.kind === "not-found") throw new NotAtEdgarError(url);
    if (reply.kind === "moved") {
      asked = checkMove(url, reply.to, settings);
      if (++moves > mostMoves) throw new StrangeAnswerError(url, "it sends us from one place to the next");
      continue;
    }
    if (reply.kind === "refused" || (reply.kind === "given" && isBlockPage(reply.bytes))) {
      throw new ShutOutError(new URL(url).host, new Date(await shutOut(times.shutOutMs)), 403);
    }
    let failure: Extract<Reply, { kind: "failed" }>;
    if (reply.kind === "failed") failure = reply;
    else {
      try {
        return { outcome: "given", value: read(reply.bytes), bytes: reply.bytes, validators: reply.validators };
      } catch (error) {
        if (!(error instanceof StrangeAnswerError) || ++strange === mostStrangeAnswers) throw error;
        failure = { kind: "failed", status: 200, why: error.why, retryAfterMs: null, cause: error };
      }
    }
    const backOffMs = times.backOffMs * 2 ** (attempt - 1) * (0.5 + ports.random());
    const isLast = attempt++ >= (known === null ? mostAttempts : mostAttemptsForChanges);
    if (failure.retryAfterMs !== null) {
      const untilMs = await shutOut(Math.max(failure.retryAfterMs, backOffMs));
      if (isLast) throw new ShutOutError(new URL(url).host, new Date(untilMs), failure.status);
      await pauseUntil(untilMs, failure.status, failure.why);
    } else if (isLast) throw new EdgarUnreachableError(url, attempt - 1, failure.why, failure.cause);
    else await pause(backOffMs, failure.why);
  }
}

/** Within the hosts of the configuration EDGAR may put things elsewhere; to no other host do we carry who asks for what. */
function checkMove(url: string, to: string, { dataUrl, archiveUrl }: EdgarSettings): string {
  const { origin, host } = new URL(to);
  if ([dataUrl, archiveUrl].some((own) => new URL(own).origin === origin)) return to;
  throw new StrangeAnswerError(url, `it sends us on to ${host}, which is not asked`);
}

/** The SEC's page for who asks too fast or unnamed, which some proxies pass on with status 200. */
function isBlockPage(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 8192)).toString("latin1");
  return (
    /^\s*(?:<!doctype\s+html|<html)/i.test(start) &&
    /request rate threshold exceeded|undeclared automated tool/i.test(start)
  );
}
