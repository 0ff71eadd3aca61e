import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { reviewWorkbook } from "../../src/audit/review-workbook";
import { type Finding } from "../../src/contracts/finding";
import { readXlsx } from "../../src/workbook/read-xlsx";
import { hashText } from "../../src/workbook/hash-text";
import { changedVerdicts, harmlessEdits, namelessSheets } from "../audit/edited-models";
import { partOfModel, type ModelPart } from "../support/part-of-model";
import { type Figure, type ScoredSuite } from "../support/scored-suite";
import { seededRandom } from "../support/seeded-random";

const parts: readonly ModelPart[] = ["tuned", "opened", "kept"];
/** Per cent of the findings that stay with their identity and severity, and none that is new. */
const bars = { keptByHarmlessEdits: 100 } as const;

interface Tally {
  findings: number;
  changed: number;
}

/** How many findings on real models stay what they are after edits that change nothing. */
export const suite: ScoredSuite = async (dataFolder, onProgress) => {
  const folder = path.join(dataFolder!, "models");
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".xlsx"))
    .sort();
  const edits = [...harmlessEdits, namelessSheets];
  const tallies = new Map(
    parts.flatMap((part) => edits.map(({ name }) => [keyOf(part, name), { findings: 0, changed: 0 }])),
  );
  for (const file of files) {
    const part = partOfModel(file);
    const workbook = readXlsx(readFileSync(path.join(folder, file)), file);
    const before = reviewWorkbook(workbook).findings;
    for (const { name, apply } of edits) {
      // Rows and orders are drawn, other ones for every file.
      const edited = apply(workbook, seededRandom(hashText(`${file}/${name}`)[0]));
      const isTheSame = edited.fingerprint === workbook.fingerprint;
      const { lost, won } = isTheSame ? { lost: [], won: [] } : changedVerdicts(before, edited);
      const tally = tallies.get(keyOf(part, name))!;
      tally.findings += before.length;
      // What is lost under one identity and won under another changed once.
      tally.changed += Math.max(lost.length, won.length);
      for (const one of lost) onProgress(describe(part, file, name, "lost", one));
      for (const one of won) onProgress(describe(part, file, name, "new", one));
    }
  }
  return {
    rows: [],
    figures: edits.flatMap((edit) =>
      parts.map((part) => figureOf(part, edit.name, tallies.get(keyOf(part, edit.name))!)),
    ),
  };
};

function figureOf(part: ModelPart, edit: string, { findings, changed }: Tally): Figure {
  const kept = Math.max(0, findings - changed);
  return {
    name: `findings kept: ${edit}`,
    part,
    value: findings === 0 ? 100 : (100 * kept) / findings,
    unit: `% (${kept} of ${findings})`,
    bar: edit === namelessSheets.name ? null : { atLeast: bars.keptByHarmlessEdits },
  };
}

/** Of a kept workbook the rule alone: what stands in it is not looked at. */
function describe(
  part: ModelPart,
  file: string,
  edit: string,
  how: "lost" | "new",
  { rule, id, sheet, cells }: Finding,
): string {
  return part === "kept"
    ? `kept, ${edit}: ${how} ${rule}`
    : `${file}, ${edit}: ${how} ${id} at ${sheet}!${cells.join()}`;
}

function keyOf(part: ModelPart, edit: string): string {
  return `${part}/${edit}`;
}
