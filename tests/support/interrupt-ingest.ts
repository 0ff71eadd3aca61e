import { openServices } from "../../src/server/services/open-services";
import { type StoreLocation } from "../../src/storage/store";
import { type IngestRun, type KillMoment, runIngest } from "./kill-ingest";
import { differencesBetween, readWholeStore } from "./read-whole-store";
import { seededRandom } from "./seeded-random";
import { smallFilings } from "./write-small-filings";

export interface InterruptedIngest {
  /** Those that were killed, in order. */
  readonly killed: readonly { readonly moment: KillMoment; readonly run: IngestRun }[];
  /** The last one, which nobody disturbed. */
  readonly last: IngestRun;
  /** Documents said to be added by more than one run: what was acknowledged was not kept. */
  readonly addedTwice: readonly string[];
}

/** Starts adding the files, kills it, starts again, so many times; then lets it end. */
export async function interruptIngest(
  files: readonly string[],
  location: StoreLocation,
  moments: readonly KillMoment[],
): Promise<InterruptedIngest> {
  const killed: { moment: KillMoment; run: IngestRun }[] = [];
  for (const moment of moments) {
    const run = await runIngest(files, location, moment);
    if (run.killed) killed.push({ moment, run });
    else if (run.code !== 0) throw new Error(`the ingest failed after a kill: ${run.stderr.slice(-1_000)}`);
  }
  const last = await runIngest(files, location, null);
  if (last.code !== 0) throw new Error(`the ingest does not resume: ${last.stderr.slice(-1_000)}`);
  const added = [...killed.map(({ run }) => run), last].flatMap((run) => run.added);
  return { killed, last, addedTwice: added.filter((id, at) => added.indexOf(id) !== at) };
}

/** Spread over starting, between documents, within one, and what the database does meanwhile; the same for a seed. */
export function killMoments(
  engine: StoreLocation["kind"],
  count: number,
  seed: number,
  undisturbed: IngestRun,
): KillMoment[] {
  const random = seededRandom(seed);
  const upTo = (most: number): number => Math.floor(random() * (most + 1));
  // By this machine's pace: a wait of fixed length would be long over, or never come, on another.
  const startMs = undisturbed.firstAddedMs ?? undisturbed.ms;
  const documentMs = (undisturbed.ms - startMs) / undisturbed.added.length;
  const wait = (afterAdded: number, ms: number): KillMoment => ({ afterAdded, then: { kind: "wait", ms } });
  const written = (afterAdded: number, what: "rows" | "log" | "checkpoint"): KillMoment =>
    engine === "pglite"
      ? { afterAdded, then: { kind: "written", what } }
      : { afterAdded, then: { kind: "transaction" } };
  const kinds: (() => KillMoment)[] = [
    () => wait(1 + upTo(2), 1 + upTo(documentMs)),
    () => written(1 + upTo(2), "rows"),
    () => wait(1 + upTo(2), 0),
    () => written(1 + upTo(2), "log"),
    () => written(0, "checkpoint"),
    () => wait(0, upTo(startMs)),
  ];
  return Array.from({ length: count }, (_, index) => kinds[index % kinds.length]!());
}

/** How a store differs from one of an undisturbed run, a line each: in what it holds, and in what is found in it. */
export async function differencesOf(undisturbed: StoreLocation, interrupted: StoreLocation): Promise<string[]> {
  return [
    ...differencesBetween(await readWholeStore(undisturbed), await readWholeStore(interrupted)),
    ...differencesBetween(await whatIsFound(undisturbed), await whatIsFound(interrupted)),
  ];
}

async function whatIsFound(location: StoreLocation): Promise<Map<string, string[]>> {
  const services = await openServices({ database: location, languageModel: null, edgar: null, logLevel: "silent" });
  try {
    const found = new Map<string, string[]>();
    for (const query of smallFilings.questions) {
      const { results } = await services.search({ query, k: 10, company: null, documentId: null, asOf: null });
      found.set(
        `search for "${query}"`,
        results.map(({ passageId, score }, rank) => `${rank + 1}. ${passageId} ${score.total}`),
      );
    }
    for (const company of smallFilings.companies) {
      const { histories } = await services.factHistories({ company, concept: smallFilings.concept, asOf: null });
      found.set(
        `history of ${company}`,
        histories.map((history) => JSON.stringify(history)),
      );
    }
    return found;
  } finally {
    await services.close();
  }
}
