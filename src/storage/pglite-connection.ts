import { mkdir } from "node:fs/promises";
import path from "node:path";
import { Worker } from "node:worker_threads";
import { prepareDatabaseFolder } from "./database-folder";
import { type FolderLock, lockFolder } from "./folder-lock";
import { type SqlConnection, type SqlRow, type SqlTransaction, type SqlValue } from "./sql-connection";
import { CannotOpenStoreError, LockLostError, QueryFailedError, StoreClosedError } from "./storage-errors";
import { createTurnstile } from "./turnstile";

type Request = { kind: "query" | "script"; statement: string; values: readonly SqlValue[] } | { kind: "close" };
interface Pending {
  resolve(rows: SqlRow[]): void;
  reject(error: unknown): void;
}
interface Reply {
  id?: number;
  rows?: SqlRow[];
  error?: { message: string; code: string | null };
  ready?: boolean;
  failed?: string;
}

/** The embedded database of a folder, in a worker thread, behind the folder's lock. Throws `storage/folder-in-use`, `storage/cannot-open`. */
export async function openPgliteConnection(folder: string): Promise<SqlConnection> {
  const absolute = path.resolve(folder);
  try {
    await mkdir(absolute, { recursive: true });
  } catch (cause) {
    throw new CannotOpenStoreError(absolute, "the folder cannot be made", cause);
  }
  const lock = await lockFolder(absolute);
  try {
    const database = await prepareDatabaseFolder(absolute);
    const thread = await startThread(database.folder, absolute);
    await database.markComplete();
    return connect(thread, lock, absolute);
  } catch (error) {
    await lock.release();
    throw error;
  }
}

function startThread(dataFolder: string, folder: string): Promise<Worker> {
  return new Promise((resolve, reject) => {
    // execArgv: the parent's loaders (tsx) are of no use to a plain script and would cost half a second.
    const thread = new Worker(path.join(__dirname, "pglite-worker.cjs"), { workerData: { dataFolder }, execArgv: [] });
    const fail = (why: string, cause?: unknown) => {
      void thread.terminate();
      reject(new CannotOpenStoreError(folder, why, cause));
    };
    thread.once("error", (cause) => fail(cause instanceof Error ? cause.message : String(cause), cause));
    thread.once("message", (reply: Reply) => {
      thread.removeAllListeners("error");
      if (reply.ready === true) resolve(thread);
      else fail(reply.failed ?? "the database did not start");
    });
  });
}

function connect(thread: Worker, lock: FolderLock, folder: string): SqlConnection {
  const pending = new Map<number, Pending>();
  const turn = createTurnstile();
  let nextId = 1;
  let ended: Error | null = null;

  const end = (reason: Error) => {
    ended ??= reason;
    for (const request of pending.values()) request.reject(reason);
    pending.clear();
    thread.unref();
  };
  thread.on("message", (reply: Reply) => {
    const request = pending.get(reply.id ?? -1);
    pending.delete(reply.id ?? -1);
    // An idle database must not keep a finished command alive; a running statement must.
    if (pending.size === 0) thread.unref();
    if (reply.error) request?.reject(new QueryFailedError(reply.error.message, reply.error));
    else request?.resolve(reply.rows ?? []);
  });
  thread.on("error", (cause) => end(new QueryFailedError("the database thread failed", cause)));
  thread.on("exit", () => end(new StoreClosedError()));
  lock.onLost(() => {
    end(new LockLostError(folder));
    void thread.terminate();
  });
  thread.unref();

  const send = (request: Request) =>
    new Promise<SqlRow[]>((resolve, reject) => {
      if (ended) return reject(ended);
      const id = nextId++;
      pending.set(id, { resolve, reject });
      thread.ref();
      thread.postMessage({ id, ...request });
    });
  const query = (statement: string, values: readonly SqlValue[] = []) => send({ kind: "query", statement, values });
  const transaction: SqlTransaction = {
    query: <Row extends object>(statement: string, values?: readonly SqlValue[]) =>
      query(statement, values) as Promise<unknown> as Promise<Row[]>,
    script: async (statement) => void (await send({ kind: "script", statement, values: [] })),
  };

  return {
    engine: "pglite",
    where: folder,
    query: <Row extends object>(statement: string, values?: readonly SqlValue[]) =>
      turn(() => query(statement, values)) as Promise<unknown> as Promise<Row[]>,
    // One session for all: the turnstile keeps others' statements out of an open transaction.
    transaction: (work) =>
      turn(async () => {
        await query("BEGIN");
        try {
          const result = await work(transaction);
          await query("COMMIT");
          return result;
        } catch (error) {
          if (!ended) await query("ROLLBACK");
          throw error;
        }
      }),
    close: () =>
      turn(async () => {
        try {
          if (!ended) await send({ kind: "close" });
        } finally {
          // Also where the thread has failed before: a dead database must not keep its folder.
          end(new StoreClosedError());
          await thread.terminate();
          await lock.release();
        }
      }),
  };
}
