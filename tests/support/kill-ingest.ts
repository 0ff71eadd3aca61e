import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, type FSWatcher, readdirSync, watch } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { Client } from "pg";
import { type StoreLocation } from "../../src/storage/store";
import { environmentWithoutSettings } from "./environment-without-settings";

const projectFolder = path.resolve(__dirname, "../..");
const loader = pathToFileURL(require.resolve("tsx")).href;

/** When a process is killed: so long after so many documents were said to be added, or once the database does something. */
export interface KillMoment {
  readonly afterAdded: number;
  readonly then:
    | { readonly kind: "wait"; readonly ms: number }
    /** As files of PGlite's folder are written: rows of an open transaction, the log at its end, a checkpoint. */
    | { readonly kind: "written"; readonly what: "rows" | "log" | "checkpoint" }
    /** As PostgreSQL says that somebody has the turn to write. */
    | { readonly kind: "transaction" };
}

export interface IngestRun {
  readonly killed: boolean;
  /** Exit code; null where killed. */
  readonly code: number | null;
  /** Documents said to be added, and to be there from before. */
  readonly added: readonly string[];
  readonly alreadyThere: readonly string[];
  readonly ms: number;
  /** Until the first document was said to be added; null where none was. */
  readonly firstAddedMs: number | null;
  readonly stderr: string;
}

/** `filings add` as a person starts it, in a process of its own; killed as `kill -9` does where a moment is given. */
export async function runIngest(
  files: readonly string[],
  location: StoreLocation,
  moment: KillMoment | null,
): Promise<IngestRun> {
  const started = performance.now();
  const data = location.kind === "pglite" ? ["--data", location.folder] : [];
  const database = location.kind === "postgresql" ? { DATABASE_URL: location.url } : {};
  const child = spawn(
    process.execPath,
    ["--import", loader, path.join(projectFolder, "src/cli/main.ts"), "filings", "add", ...files, ...data],
    { env: { ...environmentWithoutSettings(), ...database }, stdio: ["ignore", "ignore", "pipe"] },
  );
  const trigger = moment === null ? null : new KillTrigger(child, location, moment);
  let stderr = "";
  let firstAddedMs: number | null = null;
  child.stderr.on("data", (chunk: Buffer) => {
    stderr += chunk.toString("utf8");
    const added = documentsSaid(stderr, "added").length;
    if (added > 0) firstAddedMs ??= performance.now() - started;
    trigger?.added(added);
  });
  trigger?.added(0);
  const { code, signal } = await new Promise<{ code: number | null; signal: string | null }>((resolve) => {
    child.once("close", (exitCode, exitSignal) => resolve({ code: exitCode, signal: exitSignal }));
  });
  trigger?.stop();
  return {
    killed: signal === "SIGKILL",
    code,
    added: documentsSaid(stderr, "added"),
    alreadyThere: documentsSaid(stderr, "already there"),
    ms: performance.now() - started,
    firstAddedMs,
    stderr,
  };
}

/** "3 of 12, 1.4 MB/s, 20 s left: 003-10-k-2001 (…): added, 45 passages" */
function documentsSaid(stderr: string, outcome: string): string[] {
  return stderr
    .split("\n")
    .slice(0, -1)
    .flatMap((line) => (line.includes(`: ${outcome}, `) ? [/: (\S+?)(?: \(|: )/.exec(line)?.[1] ?? line] : []));
}

const mostFurtherDocuments = 2;

class KillTrigger {
  private readonly watchers: FSWatcher[] = [];
  private timer: NodeJS.Timeout | null = null;
  private armed = false;

  constructor(
    private readonly child: ChildProcess,
    private readonly location: StoreLocation,
    private readonly moment: KillMoment,
  ) {}

  added(documents: number): void {
    // A moment that does not come must not let the whole ingest pass, which leaves the next kill nothing to disturb.
    if (documents > this.moment.afterAdded + mostFurtherDocuments) this.kill();
    if (this.armed || documents < this.moment.afterAdded) return;
    this.armed = true;
    const { then } = this.moment;
    if (then.kind === "wait") {
      if (then.ms === 0) this.kill();
      else this.timer = setTimeout(() => this.kill(), then.ms);
      return;
    }
    if (then.kind === "transaction") {
      void this.killInTransaction();
      return;
    }
    for (const folder of this.foldersOf(then.what)) {
      const isMeant = (name: string | null): boolean => then.what !== "checkpoint" || name === "pg_control";
      this.watchers.push(watch(folder, (_event, name) => isMeant(name) && this.kill()));
    }
  }

  stop(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    for (const watcher of this.watchers) watcher.close();
    this.watchers.length = 0;
  }

  private async killInTransaction(): Promise<void> {
    if (this.location.kind !== "postgresql") return;
    const client = new Client({ connectionString: this.location.url });
    await client.connect();
    while (this.child.exitCode === null && this.child.signalCode === null) {
      const held = await client.query("SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND granted");
      if (held.rows.length > 0) this.kill();
    }
    await client.end();
  }

  private kill(): void {
    this.child.kill("SIGKILL");
    this.stop();
  }

  private foldersOf(what: "rows" | "log" | "checkpoint"): string[] {
    if (this.location.kind !== "pglite") return [];
    const database = path.join(this.location.folder, "database");
    if (!existsSync(path.join(database, "base"))) return [];
    if (what === "log") return [path.join(database, "pg_wal")];
    if (what === "checkpoint") return [path.join(database, "global")];
    return readdirSync(path.join(database, "base")).map((name) => path.join(database, "base", name));
  }
}
