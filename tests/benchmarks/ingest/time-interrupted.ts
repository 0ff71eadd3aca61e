import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { differencesOf, interruptIngest, killMoments } from "../../support/interrupt-ingest";
import { type KillMoment, runIngest } from "../../support/kill-ingest";
import { type Figure } from "../../support/scored-suite";
import { startPostgresql } from "../../support/start-postgresql";
import { writeSmallFilings } from "../../support/write-small-filings";
import { pgliteUnderTest, postgresqlUnderTest, type StoreUnderTest } from "../../storage/stores-under-test";

type Row = Readonly<Record<string, string | number>>;

const kills = 20;
/** More than all killed runs can finish, so that every kill finds something left to do. */
const documents = 120;
const seed = 20_240_229;

/** Ingests killed again and again, into either database, against undisturbed ones. */
export async function timeInterrupted(
  onProgress: (line: string) => void,
): Promise<{ readonly rows: Row[]; readonly figures: Figure[] }> {
  const folder = mkdtempSync(path.join(tmpdir(), "marginalia-bench-"));
  const server = startPostgresql();
  try {
    const files = writeSmallFilings(folder, documents);
    const rows: Row[] = [];
    const figures: Figure[] = [];
    for (const store of [pgliteUnderTest, ...(server === null ? [] : [postgresqlUnderTest(server.url)])]) {
      const measured = await interrupt(store, files, onProgress);
      rows.push(...measured.rows);
      figures.push(...measured.figures);
    }
    return { rows, figures };
  } finally {
    server?.stop();
    rmSync(folder, { recursive: true });
  }
}

async function interrupt(
  { name, prepare }: StoreUnderTest,
  files: readonly string[],
  onProgress: (line: string) => void,
): Promise<{ readonly rows: Row[]; readonly figures: Figure[] }> {
  const [undisturbed, interrupted] = [await prepare(), await prepare()];
  try {
    onProgress(`${name}: an undisturbed ingest of ${files.length} documents`);
    const whole = await runIngest(files, undisturbed.location, null);
    onProgress(`${name}: the same, killed ${kills} times`);
    const moments = killMoments(interrupted.location.kind, kills, seed, whole);
    const { killed, last, addedTwice } = await interruptIngest(files, interrupted.location, moments);
    const differences = [
      ...(await differencesOf(undisturbed.location, interrupted.location)),
      ...addedTwice.map((id) => `added twice: ${id}`),
    ];
    for (const difference of differences) onProgress(`${name}: ${difference}`);
    const finished = killed.reduce((sum, { run }) => sum + run.added.length, 0);
    const unsaid = last.alreadyThere.length - finished;
    const allMs = [...killed.map(({ run }) => run), last].reduce((sum, { ms }) => sum + ms, 0);
    const figure = (what: string, value: number, unit: string, bar: Figure["bar"] = null): Figure => ({
      name: `killed ingest into ${name}: ${what}`,
      part: "all",
      value,
      unit,
      bar,
    });
    return {
      rows: killed.map(({ moment, run }, index) => ({
        file: `kill ${index + 1} of ${name}`,
        when: `${moment.afterAdded} added, then ${describe(moment.then)}`,
        "added before": run.added.length,
        seconds: (run.ms / 1e3).toFixed(1),
      })),
      figures: [
        figure("kills", killed.length, "", { atLeast: kills }),
        figure(`documents said to be stored before a kill, of ${files.length}`, finished, ""),
        figure("documents stored at a kill and not yet said", unsaid, ""),
        figure("differences to an undisturbed one", differences.length, "", { atMost: 0 }),
        figure("lost a kill, start included", (allMs - whole.ms) / 1e3 / killed.length, "s"),
      ],
    };
  } finally {
    await undisturbed.clear();
    await interrupted.clear();
  }
}

const writtenWords = { rows: "rows are", log: "the log is", checkpoint: "a checkpoint is" } as const;

function describe(then: KillMoment["then"]): string {
  switch (then.kind) {
    case "wait":
      return `${then.ms} ms`;
    case "written":
      return `as ${writtenWords[then.what]} written`;
    case "transaction":
      return "in an open transaction";
  }
}
