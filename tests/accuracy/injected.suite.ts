import path from "node:path";
import { type ModelPart } from "../support/part-of-model";
import { type Figure, type ScoredSuite } from "../support/scored-suite";
import { barOfParts, mayBringFindings } from "./injected/bars";
import { faultKinds } from "./injected/fault-kinds";
import { harmlessChanges } from "./injected/harmless-changes";
import { loadModels, placeFaults } from "./injected/place-faults";
import { reviewFault } from "./injected/review-fault";

const parts: readonly ModelPart[] = ["tuned", "opened", "kept"];

/** Of each kind in each part; a kind that hardly any model can hold has fewer. */
const faultsOfAKind = 7;

interface Tally {
  readonly kind: string;
  readonly part: ModelPart;
  readonly placed: number;
  readonly found: number;
  /** Found where the fault is or where it shows. */
  readonly noticed: number;
}

/**
 * Puts mistakes of known kinds into the real models, one at a time, and counts those of which the default view then
 * says something in their place. What follows from a change is worked out anew as far as we can. A fault put where a
 * model is odd already may be beyond anybody: the figures are for comparing kinds and parts.
 */
export const suite: ScoredSuite = async (dataFolder, onProgress) => {
  const models = loadModels(path.join(dataFolder!, "models"), () => true);
  let leftAsTheyWere = 0;
  const tallies = faultKinds.flatMap((kind) =>
    parts.map((part): Tally => {
      const within = models.filter((model) => model.part === part);
      const verdicts = placeFaults(within, kind, faultsOfAKind).map(reviewFault);
      leftAsTheyWere += verdicts.filter((verdict) => verdict.leftAsTheyWere > 0).length;
      const found = verdicts.filter(({ inPlace }) => inPlace.length > 0).length;
      const noticed = verdicts.filter(({ inPlace, anywhere }) => inPlace.length + anywhere.length > 0).length;
      return { kind: kind.name, part, placed: verdicts.length, found, noticed };
    }),
  );
  onProgress(`${leftAsTheyWere} faults left some formula at its old value: it is beyond our own calculation.`);
  return {
    rows: faultKinds.map(({ name }) => rowOf(tallies.filter(({ kind }) => kind === name))),
    figures: [...parts.flatMap((part) => figuresOf(tallies, part)), ...controls()],
  };

  function controls(): Figure[] {
    return harmlessChanges.map((kind) => {
      const placed = placeFaults(models, kind, faultsOfAKind * parts.length);
      const added = placed.map(reviewFault).reduce((sum, { anywhere }) => sum + anywhere.length, 0);
      const bar = mayBringFindings.has(kind.name) ? null : { atMost: 0 };
      return { name: `new findings, ${kind.name}`, part: "all", value: added, unit: `in ${placed.length}`, bar };
    });
  }
};

function rowOf(tallies: readonly Tally[]): Record<string, string | number> {
  const row: Record<string, string | number> = { "fault put in": tallies[0]!.kind };
  for (const { part, found, placed, noticed } of tallies) row[part] = `${found}/${placed} (${noticed})`;
  return row;
}

function figuresOf(tallies: readonly Tally[], part: ModelPart): Figure[] {
  const all = tallies.filter((tally) => tally.part === part);
  /** No neighbour gives such a fault away: only what the row means does. */
  const inWholeRows = all.filter(({ kind }) => kind.endsWith("whole row"));
  const share = (name: string, own: readonly Tally[], count: (tally: Tally) => number, bar: Figure["bar"]): Figure => {
    const placed = own.reduce((sum, tally) => sum + tally.placed, 0);
    const hit = own.reduce((sum, tally) => sum + count(tally), 0);
    return { name, part, value: placed === 0 ? 0 : (100 * hit) / placed, unit: `% (${hit} of ${placed})`, bar };
  };
  return [
    share("faults found in their place", all, ({ found }) => found, { atLeast: barOfParts[part] }),
    share("faults noticed, there or where they show", all, ({ noticed }) => noticed, null),
    share("faults of whole rows found in their place", inWholeRows, ({ found }) => found, null),
  ];
}
