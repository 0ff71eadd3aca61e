import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { defaultView } from "../../../src/audit/findings/rank";
import { reviewWorkbook } from "../../../src/audit/review-workbook";
import { type Finding } from "../../../src/contracts/finding";
import { indexWorkbook } from "../../../src/workbook/index-workbook";
import { readXlsx } from "../../../src/workbook/read-xlsx";
import { partOfModel, type ModelPart } from "../../support/part-of-model";
import { seededRandom } from "../../support/seeded-random";
import { type Fault, type FaultKind, type FaultyModel } from "./fault";
import { formulaRuns } from "./formula-runs";

/** Larger workbooks would take the time of all others; their formulas are copies of few. */
const mostCells = 15_000;

export interface SoundModel extends FaultyModel {
  readonly file: string;
  readonly part: ModelPart;
  /** What the review says without our faults, all of it and the default view. */
  readonly findings: readonly Finding[];
  readonly shown: readonly Finding[];
}

export function loadModels(folder: string, isWanted: (part: ModelPart) => boolean): SoundModel[] {
  const files = readdirSync(folder).filter((name) => name.endsWith(".xlsx") && isWanted(partOfModel(name)));
  return files.sort().flatMap((file): SoundModel[] => {
    const workbook = readXlsx(readFileSync(path.join(folder, file)), file);
    if (workbook.sheets.reduce((total, { cells }) => total + cells.length, 0) > mostCells) return [];
    const index = indexWorkbook(workbook);
    const { findings, model } = reviewWorkbook(workbook);
    const part = partOfModel(file);
    return [{ file, part, index, model, runs: formulaRuns(index), findings, shown: defaultView(findings) }];
  });
}

export interface PlacedFault {
  readonly model: SoundModel;
  readonly fault: Fault;
}

/** So many faults of a kind, spread over the models as evenly as they can hold them; the same ones every time. */
export function placeFaults(models: readonly SoundModel[], kind: FaultKind, most: number): PlacedFault[] {
  const open = models
    .map((model) => ({ model, seed: hashOf(`${kind.name}/${model.file}`) }))
    .sort((a, b) => a.seed - b.seed)
    .map(({ model, seed }) => ({ model, faults: kind.propose(model, seededRandom(seed))[Symbol.iterator]() }));
  const placed: PlacedFault[] = [];
  for (let left = open; left.length > 0 && placed.length < most;) {
    left = left.filter(({ model, faults }) => {
      const next = placed.length < most ? faults.next() : { done: true as const, value: undefined };
      if (next.done === true) return false;
      placed.push({ model, fault: next.value });
      return true;
    });
  }
  return placed;
}

function hashOf(text: string): number {
  return createHash("sha1").update(text).digest().readUInt32BE(0);
}
