import { mkdir, open, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";

/** The clock and the wait, so that tests need no real time. */
export interface Timer {
  nowMs(): number;
  wait(ms: number, signal?: AbortSignal): Promise<void>;
}

export interface RequestTurns {
  /** Waits for a turn of our own. Gives the time until which EDGAR shut us out, where that is still to come. */
  take(signal?: AbortSignal): Promise<{ readonly shutOutUntilMs: number } | null>;
  /** Tells every process of this user to be silent until then. */
  shutOut(untilMs: number): Promise<void>;
}

const sweepEvery = 64;
/** Nobody shuts out for longer: what says so was written while a clock was wrong. */
const longestShutOutMs = 24 * 3600 * 1000;

/**
 * Turns of a fixed length, each for one request, over all processes that share the folder.
 *
 * A turn is a file named after its place in time, and whoever creates it has it: the file system decides, so a killed
 * process holds nothing up and no process needs to know of the others.
 */
export function openRequestTurns(folder: string, turnMs: number, timer: Timer): RequestTurns {
  const closed = path.join(folder, "shut-out-until");
  let taken = 0;

  async function take(signal?: AbortSignal): Promise<{ readonly shutOutUntilMs: number } | null> {
    await mkdir(folder, { recursive: true });
    const until = await closedUntil();
    if (until > timer.nowMs()) return { shutOutUntilMs: until };
    // Whoever wakes up after its turn, on a busy machine, would start within that of another: it takes a new one.
    while (!(await takeTurn(signal)));
    // Somebody may have been shut out while we waited for our turn.
    const since = await closedUntil();
    return since > timer.nowMs() ? { shutOutUntilMs: since } : null;
  }

  async function closedUntil(): Promise<number> {
    const until = await readMoment(closed);
    return until > timer.nowMs() + longestShutOutMs ? 0 : until;
  }

  /** False where the turn passed before it could be used, or the clock was set while we waited. */
  async function takeTurn(signal?: AbortSignal): Promise<boolean> {
    let turn = Math.ceil(timer.nowMs() / turnMs);
    while (!(await createOnce(path.join(folder, `turn-${turn}`))))
      turn = Math.max(turn + 1, Math.ceil(timer.nowMs() / turnMs));
    if (taken++ % sweepEvery === 0) await sweep(folder, turn - sweepEvery);
    await timer.wait(Math.max(0, turn * turnMs - timer.nowMs()), signal);
    const nowMs = timer.nowMs();
    return nowMs >= (turn - 1) * turnMs && nowMs < (turn + 1) * turnMs;
  }

  async function shutOut(untilMs: number): Promise<void> {
    if ((await closedUntil()) >= untilMs) return;
    const aside = `${closed}.${process.pid}`;
    await writeFile(aside, String(Math.ceil(Math.min(untilMs, timer.nowMs() + longestShutOutMs))));
    await rename(aside, closed);
  }

  return { take, shutOut };
}

async function createOnce(file: string): Promise<boolean> {
  try {
    await (await open(file, "wx")).close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

async function readMoment(file: string): Promise<number> {
  const text = await readFile(file, "utf8").catch(() => "0");
  return Number(text) || 0;
}

async function sweep(folder: string, before: number): Promise<void> {
  for (const name of await readdir(folder)) {
    const turn = /^turn-(\d+)$/.exec(name)?.[1];
    if (turn !== undefined && Number(turn) < before) await rm(path.join(folder, name), { force: true });
  }
}
