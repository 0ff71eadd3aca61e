import { randomUUID } from "node:crypto";
import { linkSync, readFileSync, renameSync, statSync, unlinkSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { isProcessAlive, startMarkOf } from "./process-identity";
import { CannotOpenStoreError, FolderInUseError } from "./storage-errors";

interface Holder {
  readonly pid: number;
  readonly host: string;
  /** Tells a process from a later one with the same number; null where the system does not say. */
  readonly startMark: string | null;
  readonly token: string;
}

export interface FolderLock {
  readonly file: string;
  /** Called once where another process took the lock over: stop at once. */
  onLost(listener: () => void): void;
  release(): Promise<void>;
}

export interface FolderLockTimes {
  readonly heartbeatMs: number;
  /** How long a lock we cannot judge otherwise is watched for a heartbeat. */
  readonly watchMs: number;
}

const usualTimes: FolderLockTimes = { heartbeatMs: 2_000, watchMs: 7_000 };

/**
 * Takes a folder for this process alone; the embedded database has no lock of its own and two openers corrupt it.
 * A lock left by a killed process is recognised (its process is gone, or beats no more) and taken over.
 * Throws `storage/folder-in-use`.
 */
export async function lockFolder(folder: string, times: FolderLockTimes = usualTimes): Promise<FolderLock> {
  const file = path.join(folder, "marginalia.lock");
  const mine: Holder = {
    pid: process.pid,
    host: hostname(),
    startMark: startMarkOf(process.pid),
    token: randomUUID(),
  };
  // Two attempts after a takeover: whoever loses the race to the free lock finds the winner alive.
  for (let attempt = 0; attempt < 3; attempt++) {
    if (createLockFile(file, mine, folder)) return holdLock(file, mine, times);
    const holder = await readHolder(file);
    if (holder === "gone") continue;
    if (holder !== "unreadable" && !(await isStale(file, holder, times))) {
      throw new FolderInUseError(folder, holder, file);
    }
    setAside(file, holder === "unreadable" ? null : holder.token, mine.token);
  }
  const holder = await readHolder(file);
  throw new FolderInUseError(folder, typeof holder === "string" ? { pid: 0, host: "unknown" } : holder, file);
}

/** Written aside and linked into place, so that a lock file is never seen half-written. */
function createLockFile(file: string, mine: Holder, folder: string): boolean {
  const draft = `${file}.${mine.token}`;
  try {
    writeFileSync(draft, JSON.stringify(mine), { flag: "wx" });
  } catch (cause) {
    throw new CannotOpenStoreError(folder, "the folder cannot be written to", cause);
  }
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    return createWithoutLink(file, mine, folder);
  } finally {
    unlinkSync(draft);
  }
}

/** Some file systems (FAT, some shares) know no links. */
function createWithoutLink(file: string, mine: Holder, folder: string): boolean {
  try {
    writeFileSync(file, JSON.stringify(mine), { flag: "wx" });
    return true;
  } catch (cause) {
    if (codeOf(cause) === "EEXIST") return false;
    throw new CannotOpenStoreError(folder, "the folder cannot be written to", cause);
  }
}

async function readHolder(file: string): Promise<Holder | "gone" | "unreadable"> {
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      const holder = parseHolder(readFileSync(file, "utf8"));
      if (holder) return holder;
    } catch (error) {
      if (codeOf(error) === "ENOENT") return "gone";
    }
    // Perhaps it is being written this moment.
    await pause(200);
  }
  return "unreadable";
}

function parseHolder(content: string): Holder | null {
  try {
    const read = JSON.parse(content) as Partial<Holder>;
    if (typeof read.pid !== "number" || typeof read.host !== "string" || typeof read.token !== "string") return null;
    return { pid: read.pid, host: read.host, token: read.token, startMark: read.startMark ?? null };
  } catch {
    return null;
  }
}

async function isStale(file: string, holder: Holder, times: FolderLockTimes): Promise<boolean> {
  if (holder.host === hostname()) {
    if (!isProcessAlive(holder.pid)) return true;
    const startMark = startMarkOf(holder.pid);
    if (startMark !== null && holder.startMark !== null) return startMark !== holder.startMark;
  }
  // Another machine, or a system that does not tell two processes of one number apart: only a heartbeat tells.
  const before = lastBeat(file);
  for (let waitedMs = 0; waitedMs < times.watchMs; waitedMs += 100) {
    await pause(100);
    if (lastBeat(file) !== before) return false;
  }
  return true;
}

function lastBeat(file: string): number {
  try {
    return statSync(file).mtimeMs;
  } catch {
    return -1;
  }
}

/** Moves a stale lock away. Where another process was faster and the file is now its lock, it is put back. */
function setAside(file: string, staleToken: string | null, myToken: string): void {
  const aside = `${file}.${myToken}.stale`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  const moved = parseHolder(readFileSync(aside, "utf8"));
  if ((moved?.token ?? null) !== staleToken) {
    try {
      linkSync(aside, file);
    } catch {
      // Taken again meanwhile: its holder finds its token gone at the next beat and stops.
    }
  }
  unlinkSync(aside);
}

function holdLock(file: string, mine: Holder, times: FolderLockTimes): FolderLock {
  let released = false;
  let reportLoss: () => void = () => undefined;
  const stillMine = () => {
    try {
      return parseHolder(readFileSync(file, "utf8"))?.token === mine.token;
    } catch {
      return false;
    }
  };
  const timer = setInterval(() => {
    if (!stillMine()) {
      clearInterval(timer);
      released = true;
      reportLoss();
      return;
    }
    const now = new Date();
    utimesSync(file, now, now);
  }, times.heartbeatMs);
  timer.unref();

  return {
    file,
    onLost: (listener) => {
      reportLoss = listener;
    },
    release: async () => {
      if (released) return;
      released = true;
      clearInterval(timer);
      if (stillMine()) unlinkSync(file);
    },
  };
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException | null)?.code;
}
