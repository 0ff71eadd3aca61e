import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { addDays } from "../../src/concepts/time/days";
import { readTextDocument } from "../../src/filings/read-text-document";
import { createRetrieval } from "../../src/retrieval/create-retrieval";
import { openStore } from "../../src/storage/open-store";
import { askAtRandom, filedLate, type AskedAbout } from "../support/ask-at-random";
import { type ScoredSuite } from "../support/scored-suite";
import { seededRandom } from "../support/seeded-random";

interface ManifestRow {
  readonly file: string;
  readonly company: string;
  readonly filed: string;
}

const questions = 10_000;
const filingsRead = 48;
/** One filing in so many loses its day: whatever it says, no question as of a day may use it. */
const undatedOneIn = 8;

/** Random questions of every kind as of random days, over real filings: nothing filed later, or on no known day, comes back. */
export const suite: ScoredSuite = async (dataFolder, onProgress) => {
  const folder = path.join(dataFolder!, "filings");
  const rows = (JSON.parse(readFileSync(path.join(folder, "manifest.json"), "utf8")) as ManifestRow[])
    .filter(({ file }) => /^10-[KQ]\/.*\.html\.gz$/.test(file))
    .slice(0, filingsRead);
  const place = mkdtempSync(path.join(tmpdir(), "marginalia-as-of-"));
  const store = await openStore({ kind: "pglite", folder: path.join(place, "store") });
  try {
    const retrieval = createRetrieval(store);
    for (const [index, row] of rows.entries()) {
      const parsed = readTextDocument(readFileSync(path.join(folder, row.file)), { fileName: path.basename(row.file) });
      const filed = index % undatedOneIn === 0 ? null : row.filed;
      await retrieval.addDocument({ ...parsed, document: { ...parsed.document, filed } });
      onProgress(`read ${row.file}`);
    }
    const documents = await retrieval.listDocuments();
    const days = documents.flatMap(({ filed }) => filed ?? []).sort();
    const about: AskedAbout = {
      documents,
      companies: (await retrieval.companies()).map(({ name }) => name),
      from: addDays(days[0]!, -30),
      to: addDays(days.at(-1)!, 30),
    };
    const random = seededRandom(20_261_124);
    const counts = new Map<string, { asked: number; found: number; late: number }>();
    for (let turn = 0; turn < questions; turn++) {
      const { kind, asOf, result } = await askAtRandom(retrieval, about, random);
      const count = counts.get(kind) ?? { asked: 0, found: 0, late: 0 };
      const { seen, late } = filedLate(result, asOf);
      counts.set(kind, { asked: count.asked + 1, found: count.found + seen, late: count.late + late });
      if (turn % 1000 === 999) onProgress(`${turn + 1} questions`);
    }
    const late = [...counts.values()].reduce((sum, count) => sum + count.late, 0);
    return {
      figures: [
        {
          name: "filed after the day or on no known day",
          part: "all",
          value: late,
          unit: "results",
          bar: { atMost: 0 },
        },
        { name: "random questions", part: "all", value: questions, unit: "questions", bar: { atLeast: questions } },
      ],
      rows: [...counts].map(([kind, count]) => ({ kind, ...count })),
    };
  } finally {
    await store.close();
    rmSync(place, { recursive: true, force: true });
  }
};
