import { type FormulaNode } from "../../../src/workbook/formula";
import { partsAt, withPart } from "./edit-formula";
import { inRuns, shuffled, type Fault, type FaultKind, type FaultyModel } from "./fault";
import { figureAt, type FormulaRun } from "./formula-runs";

function inEveryCell(
  { index }: FaultyModel,
  { cells }: FormulaRun,
  edit: (root: FormulaNode) => FormulaNode | null,
): Fault | null {
  const changes = cells.flatMap((address) => {
    const formula = withPart(index, address, 0, edit);
    return formula === null ? [] : [{ address, formula, value: figureAt(index, address) }];
  });
  return changes.length === cells.length ? { changes } : null;
}

const bracketed = inRuns("harmless: a row in brackets", (model, run) =>
  inEveryCell(model, run, (root) => ({ kind: "group", inner: root, trail: "", lead: "" })),
);

const swapped = inRuns("harmless: addends of a row change places", (model, run) =>
  inEveryCell(model, run, (root) => {
    const isPair = root.kind === "binary" && root.operator === "+" && root.left.kind === "reference";
    return isPair && root.right.kind === "reference" ? { ...root, left: root.right, right: root.left } : null;
  }),
);

/** A dollar sign before the row: the row is copied along only. */
const anchoredRows = inRuns("harmless: dollar signs before the rows", (model, run) => {
  const ordinal = partsAt(model.index, run.cells[0]!).findIndex(({ kind }) => kind === "reference");
  if (run.along !== "row" || ordinal === -1) return null;
  const changes = run.cells.flatMap((address) => {
    const formula = withPart(model.index, address, ordinal, (part) =>
      part.kind === "reference"
        ? { ...part, start: { ...part.start, rowAbsolute: true }, end: { ...part.end, rowAbsolute: true } }
        : null,
    );
    return formula === null ? [] : [{ address, formula, value: figureAt(model.index, address) }];
  });
  return { changes };
});

/** An input a little larger, with all that follows from it. */
const nudged: FaultKind = {
  name: "an input one per cent larger",
  *propose({ index }, random) {
    const inputs = index.sheets.flatMap(({ name, snapshot }) =>
      snapshot.cells.flatMap(({ formula, value, numberFormat, rowIndex0, columnIndex0 }) => {
        const isFigure = formula === null && typeof value === "number" && Math.abs(value) >= 100;
        const isYear = isFigure && Number.isInteger(value) && value >= 1990 && value <= 2100;
        if (!isFigure || isYear || /[dmy]{2}/iu.test(numberFormat ?? "")) return [];
        return [{ address: { sheet: name, rowIndex0, columnIndex0 }, value }];
      }),
    );
    for (const { address, value } of shuffled(inputs, random)) {
      const isForward = index.isRead(address);
      if (isForward) yield { changes: [{ address, formula: null, value: Math.round(value * 1.01) }] };
    }
  },
};

/** What a careful person may do to a model: no finding may come of it. */
export const harmlessChanges: readonly FaultKind[] = [bracketed, swapped, anchoredRows, nudged];
