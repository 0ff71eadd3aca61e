import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { reviewWorkbook } from "../../src/audit/review-workbook";
import { readXlsx } from "../../src/workbook/read-xlsx";
import { changedVerdicts, harmlessEdits } from "../audit/edited-models";
import { partOf } from "../support/measured-data";
import { type Figure, type ScoredSuite } from "../support/scored-suite";
import { seededRandom } from "../support/seeded-random";

const seed = 20_261;

/** What changes in the reviews of real models after edits that change nothing. */
export const suite: ScoredSuite = async (dataFolder, onProgress) => {
  const folder = path.join(dataFolder!, "models");
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".xlsx") && partOf(name) === "tuned")
    .sort();
  const changed = new Map(harmlessEdits.map(({ name }) => [name, 0]));
  let findings = 0;
  for (const file of files) {
    const workbook = readXlsx(readFileSync(path.join(folder, file)), file);
    const before = reviewWorkbook(workbook).findings;
    findings += before.length;
    for (const { name, apply } of harmlessEdits) {
      const { lost, won } = changedVerdicts(before, apply(workbook, seededRandom(seed)));
      // What is lost under one identity and won under another changed once.
      changed.set(name, changed.get(name)! + Math.max(lost.length, won.length));
      for (const one of lost) onProgress(`${file}, ${name}: lost ${one.rule} at ${one.sheet}!${one.cells.join()}`);
      for (const one of won) onProgress(`${file}, ${name}: new ${one.rule} at ${one.sheet}!${one.cells.join()}`);
    }
  }
  return {
    rows: [],
    figures: [...changed].map(([name, count]): Figure => ({
      name: `verdicts changed by: ${name}`,
      part: "tuned",
      value: count,
      unit: `of ${findings}`,
      bar: { atMost: 0 },
    })),
  };
};
