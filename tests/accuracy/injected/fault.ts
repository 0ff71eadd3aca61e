import { type CellAddress, type ModelMap } from "../../../src/contracts/model-map";
import { type CellValue } from "../../../src/contracts/workbook-snapshot";
import { type WorkbookIndex } from "../../../src/workbook/index-workbook";
import { type FormulaRun } from "./formula-runs";

/** What a cell holds instead; a formula's value is worked out where `value` is left out. */
export interface CellChange {
  readonly address: CellAddress;
  readonly formula: string | null;
  readonly value?: CellValue;
}

/** A mistake a person makes, put into a workbook. */
export interface Fault {
  readonly changes: readonly CellChange[];
  /** Where a reviewer would put a finger on it, where that is not simply every changed cell. */
  readonly places?: readonly CellAddress[];
}

/** A real model with what is needed to know where a fault can be put. */
export interface FaultyModel {
  readonly index: WorkbookIndex;
  readonly model: ModelMap;
  readonly runs: readonly FormulaRun[];
}

export interface FaultKind {
  readonly name: string;
  /** Faults of the kind, at places in an order given by `random`. */
  readonly propose: (model: FaultyModel, random: () => number) => Iterable<Fault>;
}

export function shuffled<T>(all: readonly T[], random: () => number): T[] {
  return all
    .map((one) => ({ one, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
}

/** One of them; null where there are none. */
export function drawFrom<T>(all: readonly T[], random: () => number): T | null {
  return all[Math.floor(random() * all.length)] ?? null;
}

/** A kind whose faults each stand in a row (or column) of copied formulas. */
export function inRuns(
  name: string,
  inject: (model: FaultyModel, run: FormulaRun, random: () => number) => Fault | null,
): FaultKind {
  return {
    name,
    *propose(model, random) {
      for (const run of shuffled(model.runs, random)) {
        const fault = inject(model, run, random);
        if (fault !== null) yield fault;
      }
    },
  };
}
