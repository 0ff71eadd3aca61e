import { type CellAddress } from "../../../src/contracts/model-map";
import { isLink, partsAt } from "./edit-formula";
import { drawFrom, inRuns, shuffled, type Fault, type FaultKind, type FaultyModel } from "./fault";
import { figureAt, keyOfCell, type FormulaRun } from "./formula-runs";

function typedOver({ index }: FaultyModel, cells: readonly CellAddress[], change: (value: number) => number): Fault {
  return {
    changes: cells.map((address) => ({ address, formula: null, value: change(figureAt(index, address)!) })),
  };
}

/** A figure somebody would type: three digits that count. */
function rounded(value: number): number {
  return Number(value.toPrecision(3));
}

function calculates({ index }: FaultyModel, { cells }: FormulaRun): boolean {
  return !isLink(index, cells[0]!) && partsAt(index, cells[0]!).some(({ kind }) => kind === "reference");
}

const ownValue = inRuns("formula overwritten by its value", (model, run, random) => {
  const cell = drawFrom(run.cells.slice(1), random)!;
  return calculates(model, run) && run.cells.length >= 4 && figureAt(model.index, cell) !== 0
    ? typedOver(model, [cell], (value) => value)
    : null;
});

const otherValue = inRuns("formula overwritten by another value", (model, run, random) => {
  const cell = drawFrom(run.cells.slice(1), random)!;
  return calculates(model, run) && run.cells.length >= 4 && figureAt(model.index, cell) !== 0
    ? typedOver(model, [cell], (value) => rounded(value * 1.08))
    : null;
});

const tailTyped = inRuns("formulas overwritten at the end of a row", (model, run) =>
  calculates(model, run) && run.cells.length >= 5
    ? typedOver(model, run.cells.slice(-2), (value) => rounded(value * 1.05))
    : null,
);

const linkInRow = inRuns("hard-code should link, in a row of links", (model, run, random) => {
  const cell = drawFrom(run.cells, random)!;
  return isLink(model.index, run.cells[0]!) && figureAt(model.index, cell) !== 0
    ? typedOver(model, [cell], (value) => value)
    : null;
});

const loneLink: FaultKind = {
  name: "hard-code should link, lone link",
  *propose(model, random) {
    const inRun = new Set(model.runs.flatMap(({ cells }) => cells.map(keyOfCell)));
    const links = model.index.formulaCells().filter(({ address }) => isLink(model.index, address));
    for (const { address } of shuffled(links, random)) {
      const value = figureAt(model.index, address);
      if (value === null || Math.abs(value) <= 1 || inRun.has(keyOfCell(address))) continue;
      yield typedOver(model, [address], (one) => one);
    }
  },
};

/** An input typed in units where its like stand in thousands. */
const scaled: FaultKind = {
  name: "input a thousand times too large",
  *propose(model, random) {
    const inputs = model.index.sheets.flatMap(({ name, snapshot }) =>
      snapshot.cells.flatMap(({ formula, value, numberFormat, rowIndex0, columnIndex0 }) => {
        const isFigure = formula === null && typeof value === "number" && Math.abs(value) > 1;
        const isYear = isFigure && Number.isInteger(value) && value >= 1990 && value <= 2100;
        if (!isFigure || isYear || /[dmy]{2}|%/iu.test(numberFormat ?? "")) return [];
        return [{ sheet: name, rowIndex0, columnIndex0 }];
      }),
    );
    for (const address of shuffled(inputs, random))
      if (model.index.isRead(address)) yield typedOver(model, [address], (value) => value * 1000);
  },
};

export const faultsOfValues: readonly FaultKind[] = [ownValue, otherValue, tailTyped, linkInRow, loneLink, scaled];
