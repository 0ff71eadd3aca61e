import { type CellAddress } from "../../../src/contracts/model-map";
import { formatAddress } from "../../../src/workbook/address";
import { type FormulaNode } from "../../../src/workbook/formula";
import { partsAt, withPart, type ReferenceNode } from "./edit-formula";
import { drawFrom, inRuns, type Fault, type FaultKind, type FaultyModel } from "./fault";
import { figureAt, keyOfCell, type FormulaRun } from "./formula-runs";

/** A sum over at least three cells of a row's own column (or of a column's own row). */
function isTotal(part: FormulaNode, along: FormulaRun["along"]): boolean {
  if (part.kind !== "call" || part.name !== "SUM" || part.args.length !== 1) return false;
  const range = part.args[0]!;
  if (range.kind !== "reference" || range.shape !== "range") return false;
  const [rows, columns] = sizeOf(range);
  return along === "row" ? columns === 0 && rows >= 2 : rows === 0 && columns >= 2;
}

function sizeOf({ start, end }: ReferenceNode): readonly [number, number] {
  return [end.rowIndex0 - start.rowIndex0, end.columnIndex0 - start.columnIndex0];
}

function totalIn({ index }: FaultyModel, run: FormulaRun): number | null {
  const ordinal = partsAt(index, run.cells[0]!).findIndex((part) => isTotal(part, run.along));
  return ordinal === -1 ? null : ordinal;
}

function at(range: ReferenceNode, along: FormulaRun["along"], home: CellAddress, step: number): CellAddress {
  const { rowIndex0, columnIndex0 } = range.start;
  const sheet = range.qualifier?.sheet ?? home.sheet;
  return along === "row"
    ? { sheet, rowIndex0: rowIndex0 + step, columnIndex0 }
    : { sheet, rowIndex0, columnIndex0: columnIndex0 + step };
}

function moved(corner: ReferenceNode["start"], along: FormulaRun["along"], steps: number): ReferenceNode["start"] {
  return along === "row"
    ? { ...corner, rowIndex0: corner.rowIndex0 + steps }
    : { ...corner, columnIndex0: corner.columnIndex0 + steps };
}

type Omission = "first" | "last" | "middle";

/** The sum without one line of its range; null where that line holds nothing. */
function withoutOne(
  { index }: FaultyModel,
  sum: FormulaNode,
  along: FormulaRun["along"],
  home: CellAddress,
  omission: Omission,
): FormulaNode | null {
  if (sum.kind !== "call") return null;
  const range = sum.args[0] as ReferenceNode;
  const [rows, columns] = sizeOf(range);
  const last = Math.max(rows, columns);
  const left = omission === "first" ? 0 : omission === "last" ? last : Math.floor(last / 2);
  if ((figureAt(index, at(range, along, home, left)) ?? 0) === 0) return null;
  const part = (from: number, to: number): ReferenceNode => ({
    ...range,
    start: moved(range.start, along, from),
    end: moved(range.start, along, to),
    shape: from === to ? "cell" : "range",
  });
  if (omission === "first") return { ...sum, args: [part(1, last)] };
  if (omission === "last") return { ...sum, args: [part(0, last - 1)] };
  return { ...sum, args: [part(0, left - 1), part(left + 1, last)], trails: ["", ""] };
}

function short(name: string, omission: Omission, extent: "row" | "cell"): FaultKind {
  return inRuns(name, (model, run, random): Fault | null => {
    const ordinal = totalIn(model, run);
    if (ordinal === null || (extent === "cell" && run.cells.length < 4)) return null;
    const cells = extent === "row" ? run.cells : [drawFrom(run.cells.slice(1), random)!];
    const changes = cells.flatMap((address) => {
      const formula = withPart(model.index, address, ordinal, (sum) =>
        withoutOne(model, sum, run.along, address, omission),
      );
      return formula === null ? [] : [{ address, formula }];
    });
    /** Where a line is blank in some periods the row is still copied as one. */
    return changes.length === cells.length ? { changes } : null;
  });
}

const typedTotal = inRuns("total typed, whole row", (model, run) => {
  const ordinal = totalIn(model, run);
  if (ordinal !== 0) return null;
  return {
    changes: run.cells.map((address) => ({ address, formula: null, value: figureAt(model.index, address)! })),
  };
});

/** The range goes one line too far and takes in its own total. */
const includesItself = inRuns("total includes itself", (model, run) => {
  const ordinal = totalIn(model, run);
  if (ordinal === null) return null;
  const changes = run.cells.flatMap((address) => {
    const formula = withPart(model.index, address, ordinal, (sum) => {
      if (sum.kind !== "call") return null;
      const range = sum.args[0] as ReferenceNode;
      const home = run.along === "row" ? address.rowIndex0 : address.columnIndex0;
      const end = run.along === "row" ? range.end.rowIndex0 : range.end.columnIndex0;
      const isOverIt = range.qualifier === null && home > end && home - end <= 2;
      return isOverIt ? { ...sum, args: [{ ...range, end: moved(range.end, run.along, home - end) }] } : null;
    });
    return formula === null ? [] : [{ address, formula, value: 0 }];
  });
  return changes.length === run.cells.length ? { changes } : null;
});

/** A formula that also reads what is calculated from it. */
const circle = inRuns("circular reference", ({ index }, run, random) => {
  const cell = drawFrom(run.cells, random)!;
  const { formula, value } = index.cellAt(cell.sheet, cell.rowIndex0, cell.columnIndex0)!;
  const later = index
    .allDependents([cell])
    .filter((one) => one.sheet === cell.sheet && figureAt(index, one) !== null && keyOfCell(one) !== keyOfCell(cell));
  const back = drawFrom(later, random);
  if (back === null || formula === null) return null;
  const written = formatAddress(back.rowIndex0, back.columnIndex0);
  return {
    changes: [{ address: cell, formula: `${formula}+${written}`, value }],
    places: [cell, back],
  };
});

export const faultsOfTotals: readonly FaultKind[] = [
  short("range omits its first line, whole row", "first", "row"),
  short("range omits its last line, whole row", "last", "row"),
  short("range omits a middle line, whole row", "middle", "row"),
  short("range omits its first line, one cell", "first", "cell"),
  short("range omits its last line, one cell", "last", "cell"),
  short("range omits a middle line, one cell", "middle", "cell"),
  typedTotal,
  includesItself,
  circle,
];
