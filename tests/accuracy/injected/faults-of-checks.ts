import { type CheckCell } from "../../../src/contracts/model-map";
import { type CellRange } from "../../../src/contracts/workbook-snapshot";
import { drawFrom, shuffled, type CellChange, type Fault, type FaultKind, type FaultyModel } from "./fault";
import { figureAt } from "./formula-runs";

/** How a check is made to agree whatever it compares; `gap` is the difference behind it. */
type Mask = (formula: string, gap: number) => { readonly formula: string | null; readonly value?: number | string };

const bare = (formula: string) => formula.replace(/^=\s*\+?/u, "");

const masks: readonly (readonly [string, Mask])[] = [
  [
    "check masked by an error handler",
    (formula) => ({ formula: `=IFERROR(IF(${bare(formula)}=0,0,1/0),0)`, value: 0 }),
  ],
  ["check masked by rounding", (formula, gap) => ({ formula: `=ROUND(${bare(formula)},-${digitsOf(gap)})`, value: 0 })],
  [
    "check masked by a tolerance",
    (formula, gap) => ({ formula: `=IF(ABS(${bare(formula)})<${10 ** digitsOf(gap)},"OK","ERROR")`, value: "OK" }),
  ],
  ["check typed", () => ({ formula: null, value: 0 })],
];

function digitsOf(gap: number): number {
  return Math.ceil(Math.log10(Math.abs(gap))) + 1;
}

function firstCellOf({ sheet, startRow0, startColumn0 }: CellRange) {
  return { sheet, rowIndex0: startRow0, columnIndex0: startColumn0 };
}

/** An imbalance of one side, and the row's checks made blind to it. */
function blinded({ index }: FaultyModel, cells: readonly CheckCell[], mask: Mask, random: () => number): Fault | null {
  const differences = cells.filter(
    ({ form, passes, left }) => form === "difference" && passes === true && left.length > 0,
  );
  const broken = drawFrom(differences, random);
  const side = broken?.left[0];
  const value = side === undefined ? null : figureAt(index, firstCellOf(side));
  if (side === undefined || value === null || Math.abs(value) < 1 || differences.length !== cells.length) return null;
  const gap = Number((value * 0.04).toPrecision(2));
  const address = firstCellOf(side);
  const source = index.cellAt(address.sheet, address.rowIndex0, address.columnIndex0)?.formula ?? null;
  const imbalance: CellChange =
    source === null
      ? { address, formula: null, value: value + gap }
      : { address, formula: `${source}${gap < 0 ? "" : "+"}${gap}` };
  const checks = cells.flatMap(({ cell }): CellChange[] => {
    const formula = index.cellAt(cell.sheet, cell.rowIndex0, cell.columnIndex0)?.formula ?? null;
    return formula === null ? [] : [{ address: cell, ...mask(formula, gap) }];
  });
  return { changes: [imbalance, ...checks], places: checks.map((check) => check.address) };
}

export const faultsOfChecks: readonly FaultKind[] = masks.map(([name, mask]) => ({
  name,
  *propose(model, random) {
    for (const { cells } of shuffled(model.model.checks, random)) {
      const fault = blinded(model, cells, mask, random);
      if (fault !== null) yield fault;
    }
  },
}));
