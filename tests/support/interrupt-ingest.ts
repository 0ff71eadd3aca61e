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
export function killMoments(engine: StoreLocation["kind"], count: number, seed: number): KillMoment[] {
  const random = seededRandom(seed);
  const upTo = (most: number): number => Math.floor(random() * (most + 1));
  const kinds: (() => KillMoment)[] = [
    () => ({ afterAdded: 1 + upTo(2), then: { kind: "wait", ms: 5 + upTo(120) } }),
    engine === "pglite"
      ? () => ({ afterAdded: 1 + upTo(2), then: { kind: "written", what: "rows" } })
      : () => ({ afterAdded: upTo(2), then: { kind: "transaction" } }),
    () => ({ afterAdded: 1 + upTo(2), then: { kind: "wait", ms: 0 } }),
    engine === "pglite"
      ? () => ({ afterAdded: 1 + upTo(2), then: { kind: "written", what: "log" } })
      : () => ({ afterAdded: 1 + upTo(2), then: { kind: "wait", ms: 5 + upTo(40) } }),
    engine === "pglite"
      ? () => ({ afterAdded: 0, then: { kind: "written", what: "checkpoint" } })
      : () => ({ afterAdded: 0, then: { kind: "wait", ms: 1_000 + upTo(2_000) } }),
    () => ({ afterAdded: 0, then: { kind: "wait", ms: 500 + upTo(4_000) } }),
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
