import { type CellAddress } from "../../../src/contracts/model-map";
import { type FormulaNode } from "../../../src/workbook/formula";
import { walkFormula } from "../../../src/workbook/walk-formula";
import { partsAt, withPart } from "./edit-formula";
import { drawFrom, inRuns, shuffled, type Fault, type FaultyModel, type FaultKind } from "./fault";
import { figureAt, type FormulaRun } from "./formula-runs";

function readsCells(node: FormulaNode): boolean {
  return [...walkFormula(node)].some(({ kind }) => kind === "reference" || kind === "name");
}

function edited(
  { index }: FaultyModel,
  cells: readonly CellAddress[],
  ordinal: number,
  edit: (part: FormulaNode) => FormulaNode | null,
): Fault | null {
  const changes = cells.flatMap((address) => {
    const formula = withPart(index, address, ordinal, edit);
    return formula === null ? [] : [{ address, formula }];
  });
  return changes.length === cells.length ? { changes } : null;
}

function cellsOf({ cells }: FormulaRun, extent: "row" | "cell", random: () => number): readonly CellAddress[] | null {
  if (extent === "row") return cells;
  return cells.length >= 4 ? [drawFrom(cells.slice(1), random)!] : null;
}

/** Parts of the run's formula of one sort, in some order. */
function ordinalsOf(
  { index }: FaultyModel,
  run: FormulaRun,
  random: () => number,
  isIt: (part: FormulaNode) => boolean,
): number[] {
  const found = partsAt(index, run.cells[0]!).flatMap((part, ordinal) => (isIt(part) ? [ordinal] : []));
  return shuffled(found, random);
}

function isSum(part: FormulaNode): boolean {
  return (
    part.kind === "binary" &&
    (part.operator === "+" || part.operator === "-") &&
    readsCells(part.right) &&
    readsCells(part.left)
  );
}

/** What is added is taken away, or the other way round. */
function flippedSign(name: string, extent: "row" | "cell"): FaultKind {
  return inRuns(name, (model, run, random) => {
    const cells = cellsOf(run, extent, random);
    const [ordinal] = ordinalsOf(model, run, random, isSum);
    if (cells === null || ordinal === undefined) return null;
    return edited(model, cells, ordinal, (part) =>
      part.kind === "binary" ? { ...part, operator: part.operator === "+" ? "-" : "+" } : null,
    );
  });
}

/** A line left out of a sum written with plus signs. */
function droppedAddend(name: string, extent: "row" | "cell"): FaultKind {
  return inRuns(name, (model, run, random) => {
    const cells = cellsOf(run, extent, random);
    const isLongSum = (part: FormulaNode) =>
      isSum(part) && part.kind === "binary" && isSum(part.left) && part.right.kind === "reference";
    const [ordinal] = ordinalsOf(model, run, random, isLongSum);
    if (cells === null || ordinal === undefined) return null;
    return edited(model, cells, ordinal, (part) => (part.kind === "binary" ? part.left : null));
  });
}

function bracketed(node: FormulaNode): FormulaNode {
  return node.kind === "binary" ? { kind: "group", inner: node, trail: "", lead: "" } : node;
}

function invertedRatio(name: string, extent: "row" | "cell"): FaultKind {
  return inRuns(name, (model, run, random) => {
    const cells = cellsOf(run, extent, random);
    const isRatio = (part: FormulaNode) =>
      part.kind === "binary" && part.operator === "/" && readsCells(part.left) && readsCells(part.right);
    const [ordinal] = ordinalsOf(model, run, random, isRatio);
    if (cells === null || ordinal === undefined) return null;
    return edited(model, cells, ordinal, (part) =>
      part.kind === "binary" ? { ...part, left: bracketed(part.right), right: bracketed(part.left) } : null,
    );
  });
}

/** A correction nobody will see: a figure added inside the formula. */
const addedConstant = inRuns("constant added inside one formula", (model, run, random) => {
  const cell = run.cells.length >= 4 ? drawFrom(run.cells.slice(1), random) : null;
  const value = cell === null ? null : figureAt(model.index, cell);
  const formula = cell === null ? null : model.index.cellAt(cell.sheet, cell.rowIndex0, cell.columnIndex0)!.formula;
  if (cell === null || value === null || value === 0 || formula === null) return null;
  const plug = Number((Math.abs(value) * 0.07).toPrecision(2));
  return { changes: [{ address: cell, formula: `${formula}+${plug}` }] };
});

/** A rate that belongs in a cell of its own, written into every formula of the row. */
const factorInRow = inRuns("typed factor in every formula of a row", (model, { cells }) => {
  const changes = cells.flatMap((address) => {
    const formula = model.index.cellAt(address.sheet, address.rowIndex0, address.columnIndex0)?.formula ?? null;
    return formula === null ? [] : [{ address, formula: `=(${formula.replace(/^=\s*\+?/u, "")})*1.035` }];
  });
  return { changes };
});

export const faultsOfArithmetic: readonly FaultKind[] = [
  flippedSign("sign flipped, whole row", "row"),
  flippedSign("sign flipped, one cell", "cell"),
  droppedAddend("addend left out, whole row", "row"),
  droppedAddend("addend left out, one cell", "cell"),
  invertedRatio("ratio upside down, whole row", "row"),
  invertedRatio("ratio upside down, one cell", "cell"),
  addedConstant,
  factorInRow,
];
