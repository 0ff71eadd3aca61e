import { type CellAddress } from "../../../src/contracts/model-map";
import {
  follows,
  isLink,
  movedAlong,
  partsAt,
  targetOf,
  withoutAnchor,
  withPart,
  type ReferenceNode,
} from "./edit-formula";
import { drawFrom, inRuns, shuffled, type CellChange, type Fault, type FaultKind, type FaultyModel } from "./fault";
import { beside, figureAt, keyOfCell, stepped, type FormulaRun } from "./formula-runs";

type EditReference = (node: ReferenceNode, cell: CellAddress, position: number) => ReferenceNode;

/** References of the run's first formula to one cell that follow when copied (or, asked so, that do not). */
function referencesOf({ index }: FaultyModel, { cells, along }: FormulaRun, following: boolean): number[] {
  return partsAt(index, cells[0]!).flatMap((part, ordinal) => {
    const target = targetOf(part, cells[0]!);
    if (part.kind !== "reference" || target === null || follows(part, along) !== following) return [];
    return [ordinal];
  });
}

/** The reference exchanged in the given cells of a run; null where none reads another figure then. */
function exchanged(
  { index }: FaultyModel,
  cells: readonly CellAddress[],
  ordinal: number,
  edit: EditReference,
  mustHold: "figures" | "anything" = "figures",
): CellChange[] | null {
  let different = 0;
  const own = new Set(cells.map(keyOfCell));
  const changes: CellChange[] = [];
  for (const [position, address] of cells.entries()) {
    const part = partsAt(index, address)[ordinal];
    const before = part === undefined ? null : targetOf(part, address);
    if (part?.kind !== "reference" || before === null) return null;
    const edited = edit(part, address, position);
    const after = targetOf(edited, address)!;
    const [was, is] = [figureAt(index, before), figureAt(index, after)];
    if (mustHold === "figures" && (was === null || is === null || own.has(keyOfCell(after)))) return null;
    if (was !== is) different++;
    const formula = withPart(index, address, ordinal, () => edited);
    if (formula === null) return null;
    changes.push({ address, formula });
  }
  const leadsBack = changes.some(({ address }) => readsItself(index, address, edit, ordinal));
  return different * 2 > cells.length && !leadsBack ? changes : null;
}

function readsItself(index: FaultyModel["index"], address: CellAddress, edit: EditReference, ordinal: number): boolean {
  const part = partsAt(index, address)[ordinal];
  const after = part?.kind === "reference" ? targetOf(edit(part, address, 0), address) : null;
  if (after === null) return true;
  return index.allDependents([address]).some((one) => keyOfCell(one) === keyOfCell(after));
}

function firstThatWorks(ordinals: readonly number[], attempt: (ordinal: number) => CellChange[] | null): Fault | null {
  for (const ordinal of ordinals) {
    const changes = attempt(ordinal);
    if (changes !== null && changes.length > 0) return { changes };
  }
  return null;
}

/** A few cells of a run: every one, one in its midst, or its last two. */
type Extent = "row" | "cell" | "tail";

function cellsOf({ cells }: FormulaRun, extent: Extent, random: () => number): readonly CellAddress[] | null {
  if (extent === "row") return cells;
  if (extent === "tail") return cells.length >= 5 ? cells.slice(-2) : null;
  return cells.length >= 4 ? [drawFrom(cells.slice(1), random)!] : null;
}

function wrongRow(name: string, extent: Extent): FaultKind {
  return inRuns(name, (model, run, random) => {
    const cells = cellsOf(run, extent, random);
    const steps = random() < 0.5 ? 1 : -1;
    if (cells === null) return null;
    return firstThatWorks(shuffled(referencesOf(model, run, true), random), (ordinal) =>
      exchanged(model, cells, ordinal, (node) => movedAlong(node, run.along === "row" ? "column" : "row", steps)),
    );
  });
}

/** The reference is in the formula's own period: one that looks back by right stays where it is. */
function isOfOwnPeriod({ index }: FaultyModel, { cells, along }: FormulaRun, ordinal: number): boolean {
  const target = targetOf(partsAt(index, cells[0]!)[ordinal]!, cells[0]!);
  if (target === null) return false;
  return along === "row" ? target.rowIndex0 !== cells[0]!.rowIndex0 : target.columnIndex0 !== cells[0]!.columnIndex0;
}

function misaligned(name: string, extent: Extent): FaultKind {
  return inRuns(name, (model, run, random) => {
    const cells = cellsOf(run, extent, random);
    if (cells === null) return null;
    const ordinals = referencesOf(model, run, true).filter((ordinal) => isOfOwnPeriod(model, run, ordinal));
    const shift = (some: readonly CellAddress[], steps: number) => (ordinal: number) =>
      exchanged(model, some, ordinal, (node) => movedAlong(node, run.along, steps));
    const inOrder = shuffled(ordinals, random);
    return (
      firstThatWorks(inOrder, shift(cells, -1)) ??
      (extent === "row" ? firstThatWorks(inOrder, shift(cells.slice(1), -1)) : null)
    );
  });
}

/** Every later cell reads what the first reads, as one writes it with a dollar sign too many. */
function frozen(name: string, extent: Extent): FaultKind {
  return inRuns(name, (model, run, random) => {
    const { cells, along } = run;
    const later = extent === "row" ? cells.slice(1) : cellsOf(run, extent, random);
    if (later === null) return null;
    const first = extent === "row" ? cells[0]! : stepped(later[0]!, along, -1);
    return firstThatWorks(shuffled(referencesOf(model, run, true), random), (ordinal) => {
      const held = partsAt(model.index, first)[ordinal];
      return held?.kind === "reference" ? exchanged(model, later, ordinal, () => held) : null;
    });
  });
}

/** Copies of a bare link that all show the first cell's source. */
const frozenLinks = inRuns("frozen reference, row of links", (model, run) => {
  const { cells } = run;
  const held = partsAt(model.index, cells[0]!)[0];
  if (!isLink(model.index, cells[0]!) || held?.kind !== "reference" || !follows(held, run.along)) return null;
  const changes = exchanged(model, cells.slice(1), 0, () => held);
  return changes === null ? null : { changes };
});

/** A dollar sign dropped before the formula was copied along. */
const missingAnchor = inRuns("missing anchor", (model, run, random) =>
  firstThatWorks(shuffled(referencesOf(model, run, false), random), (ordinal) => {
    const later = run.cells.slice(1);
    const slide: EditReference = (node, _cell, position) =>
      movedAlong(withoutAnchor(node, run.along), run.along, position + 1);
    const hasInput = figureAt(model.index, targetOf(partsAt(model.index, later[0]!)[ordinal]!, later[0]!)!) !== null;
    return hasInput ? exchanged(model, later, ordinal, slide, "anything") : null;
  }),
);

/** A link that leads to the line above or below the right one, in a cell that stands alone. */
const loneWrongRow: FaultKind = {
  name: "wrong row, lone link",
  *propose(model, random) {
    const inRun = new Set(model.runs.flatMap(({ cells }) => cells.map(keyOfCell)));
    const links = model.index.formulaCells().filter(({ address }) => isLink(model.index, address));
    for (const { address } of shuffled(links, random)) {
      const target = targetOf(partsAt(model.index, address)[0]!, address);
      if (inRun.has(keyOfCell(address)) || target === null) continue;
      const steps = figureAt(model.index, beside(target, "row", 1)) === null ? -1 : 1;
      const changes = exchanged(model, [address], 0, (node) => movedAlong(node, "column", steps));
      if (changes !== null) yield { changes };
    }
  },
};

export const faultsOfReferences: readonly FaultKind[] = [
  wrongRow("wrong row, whole row", "row"),
  wrongRow("wrong row, one cell", "cell"),
  wrongRow("wrong row, last two cells", "tail"),
  loneWrongRow,
  misaligned("period misaligned, whole row", "row"),
  misaligned("period misaligned, one cell", "cell"),
  frozen("frozen reference, row", "row"),
  frozen("frozen reference, one cell", "cell"),
  frozenLinks,
  missingAnchor,
];
