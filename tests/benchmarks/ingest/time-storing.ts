import { type ParsedDocument } from "../../../src/contracts/document";
import { indexDocument } from "../../../src/retrieval/index/index-document";
import { addDocument } from "../../../src/storage/queries/add-document";
import { type SqlConnection, type SqlSession } from "../../../src/storage/sql-connection";

export interface StoringTime {
  readonly passages: number;
  readonly facts: number;
  readonly wholeMs: number;
  /** Working out terms, prints and statement pages. */
  readonly indexMs: number;
  /** By table, and COMMIT: what the database took, largest first. */
  readonly statementMs: ReadonlyMap<string, number>;
}

/** Indexes and stores documents one after another, each in its transaction, as the product does. */
export async function timeStoring(
  connection: SqlConnection,
  documents: readonly ParsedDocument[],
): Promise<StoringTime> {
  const statementMs = new Map<string, number>();
  const watched = watch(connection, statementMs);
  let indexMs = 0;
  const started = performance.now();
  for (const document of documents) {
    const before = performance.now();
    const index = indexDocument(document);
    indexMs += performance.now() - before;
    await addDocument(watched, document, index);
  }
  return {
    passages: documents.reduce((sum, document) => sum + document.passages.length, 0),
    facts: documents.reduce((sum, document) => sum + document.facts.length, 0),
    wholeMs: performance.now() - started,
    indexMs,
    statementMs: new Map([...statementMs].sort((a, b) => b[1] - a[1])),
  };
}

/** What bounds it, in words: shares of the whole. */
export function describeBounds(time: StoringTime): string {
  const database = [...time.statementMs.values()].reduce((sum, ms) => sum + ms, 0);
  const share = (ms: number): string => `${Math.round((100 * ms) / time.wholeMs)} %`;
  const largest = [...time.statementMs].slice(0, 4).map(([name, ms]) => `${name} ${share(ms)}`);
  const rest = time.wholeMs - database - time.indexMs;
  return `${largest.join(", ")}, working out terms ${share(time.indexMs)}, our rows as text and the hash ${share(rest)}`;
}

function watch(connection: SqlConnection, statementMs: Map<string, number>): SqlConnection {
  const timed = async <Result>(name: string, work: () => Promise<Result>): Promise<Result> => {
    const started = performance.now();
    const result = await work();
    statementMs.set(name, (statementMs.get(name) ?? 0) + performance.now() - started);
    return result;
  };
  const session = <Session extends SqlSession>(inner: Session): Session => ({
    ...inner,
    query: (statement: string, values?: readonly (string | number | boolean | null | readonly string[])[]) =>
      timed(tableOf(statement), () => inner.query(statement, values)),
  });
  return {
    ...session(connection),
    transaction: async (work) => {
      let workedMs = 0;
      const started = performance.now();
      const result = await connection.transaction(async (inner) => {
        const before = performance.now();
        const given = await work(session(inner));
        workedMs = performance.now() - before;
        return given;
      });
      const around = performance.now() - started - workedMs;
      statementMs.set("COMMIT", (statementMs.get("COMMIT") ?? 0) + around);
      return result;
    },
  };
}

function tableOf(statement: string): string {
  return /\b(?:INTO|UPDATE|FROM)\s+([a-z_]+)/.exec(statement)?.[1] ?? "other";
}
