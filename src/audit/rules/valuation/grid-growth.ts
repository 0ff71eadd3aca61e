import { type CellAddress, type LabelledTable } from "../../../contracts/model-map";
import { cellKey, type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { coverCells } from "../../lines/cover-cells";
import { findPerpetuities, type Perpetuity } from "../../meaning/find-perpetuities";
import { number, place, say } from "../../wording/say";
import { addTo } from "../../../workbook/group-by";

/** Beyond this many rates of one workbook the grids are of several valuations. */
const mostPerpetuities = 8;

interface Crossing {
  /** The highest growth and the lowest rate that the grid pairs. */
  readonly growth: CellAddress;
  readonly rate: CellAddress;
  /** Where growth is not below the rate; the lowest result first. */
  readonly cells: readonly CellAddress[];
  /** The steps of growth that reach the lowest rate. */
  readonly steps: readonly CellAddress[];
}

interface Step {
  readonly index0: number;
  readonly cell: CellAddress;
  readonly value: number;
}

function stepsOf(context: AuditContext, lines: LabelledTable["rows"]): Step[] {
  return lines.flatMap(({ index0, labelCell }) => {
    const value = context.numberAt(labelCell);
    return value === null ? [] : [{ index0, cell: labelCell, value }];
  });
}

/** The base case stands among the steps: they are steps of that rate. */
function isSteppedBy(context: AuditContext, steps: readonly Step[], base: CellAddress): boolean {
  const value = context.numberAt(base)!;
  return steps.some((step) => Math.abs(step.value - value) < 1e-6) && steps.every((step) => Math.abs(step.value) < 0.6);
}

function crossingOf(context: AuditContext, table: LabelledTable, found: Perpetuity): Crossing | null {
  const [down, across] = [stepsOf(context, table.rows), stepsOf(context, table.columns)];
  const growsDown = isSteppedBy(context, down, found.growth) && isSteppedBy(context, across, found.rate);
  const growsAcross = isSteppedBy(context, across, found.growth) && isSteppedBy(context, down, found.rate);
  if (growsDown === growsAcross) return null;
  const [growths, rates] = growsDown ? [down, across] : [across, down];
  const cells = growths.flatMap((growth) =>
    rates.flatMap((rate) => {
      const [row, column] = growsDown ? [growth, rate] : [rate, growth];
      const cell = { sheet: table.sheet, rowIndex0: row.index0, columnIndex0: column.index0 };
      return growth.value >= rate.value && context.numberAt(cell) !== null ? [cell] : [];
    }),
  );
  if (cells.length === 0) return null;
  const highest = growths.reduce((a, b) => (b.value > a.value ? b : a));
  const lowest = rates.reduce((a, b) => (b.value < a.value ? b : a));
  cells.sort((a, b) => context.numberAt(a)! - context.numberAt(b)!);
  const steps = growths.flatMap(({ cell, value }) => (value >= lowest.value ? [cell] : []));
  return { growth: highest.cell, rate: lowest.cell, cells, steps };
}

/** The grid shows what follows from the perpetuity: in its corner, or in its own formulas. */
function shows(context: AuditContext, { sheet, range }: LabelledTable, { home }: Perpetuity): boolean {
  const corner = { sheet, rowIndex0: range.startRow0 - 1, columnIndex0: range.startColumn0 - 1 };
  const first = { sheet, rowIndex0: range.startRow0, columnIndex0: range.startColumn0 };
  const after = new Set(context.index.allDependents([home]).map(cellKey));
  return [corner, first].some((cell) => after.has(cellKey(cell)) || cellKey(cell) === cellKey(home));
}

function draft(context: AuditContext, crossings: readonly Crossing[]): FindingDraft {
  const { growth, rate, cells } = crossings[0]!;
  const worst = cells[0]!;
  const isNegative = context.numberAt(worst)! < 0;
  return {
    severity: "medium",
    confidence: 0.93,
    sheet: growth.sheet,
    ranges: crossings.flatMap((crossing) => coverCells([...crossing.cells, ...crossing.steps])),
    title: "The sensitivity pairs growth with a discount rate below it",
    comment: say`The steps go up to a terminal growth of ${number(context, growth)} (${place(growth)}) and down to a discount rate of ${number(context, rate)} (${place(rate)}). Where growth is not below the rate, a perpetuity has no value; the table shows one all the same${isNegative ? say`, as low as ${number(context, worst)} in ${place(worst)}` : ""}. A reader takes these for outcomes. Keep every growth step well below the lowest rate.`,
    nature: "slip",
    meaning: "grid",
    alsoRead: [growth, rate],
  };
}

/** Sensitivity grids that reach where the perpetuity formula has no meaning: one finding a sheet. */
export const gridGrowth: AuditRule = {
  id: "grid-growth",
  find(context) {
    /** Where the grid itself is made of formulas, each of its cells is one more perpetuity. */
    const perpetuities = findPerpetuities(context).filter(({ home }) => context.tableCellAt(home) === null);
    if (perpetuities.length > mostPerpetuities) return [];
    const bySheet = new Map<string, Crossing[]>();
    for (const table of context.model.tables) {
      if (table.rowsAre !== "steps" || table.columnsAre !== "steps") continue;
      for (const found of perpetuities) {
        const crossing = crossingOf(context, table, found);
        if (crossing === null || !shows(context, table, found)) continue;
        addTo(bySheet, table.sheet, crossing);
        break;
      }
    }
    return [...bySheet.values()].map((crossings) => draft(context, crossings));
  },
};
