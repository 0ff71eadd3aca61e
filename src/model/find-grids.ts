import { type Cell } from "../contracts/workbook-snapshot";
import { type SheetIndex } from "../workbook/sheet-index";
import { labelText } from "./find-labels";
import { type PlainTable, type PlainTableLine } from "./plain-table";
import { addTo } from "../workbook/group-by";

const fewestSteps = 3;
/** Steps are typed or counted on evenly; numbers that only happen to rise are not. */
const unevenness = 0.1;
/** A grid is computed for each pair of steps; a table with holes is none. */
const leastFilled = 0.6;
/** How far the name of the steps stands from them. */
const farthestName = 3;

/**
 * Sensitivity grids: steps across, steps down, and a result where they meet. The steps across may be the years of an axis.
 * What Excel's own data table computes is a grid whatever its steps; formulas alone are one where the steps are even.
 */
export function findGrids(sheet: SheetIndex, isFree: (cell: Cell) => boolean): PlainTable[] {
  const grids: PlainTable[] = [];
  const inGrid = new Set<Cell>();
  const isStep = (cell: Cell) => typeof cell.value === "number" && cell.resultOf === undefined && !inGrid.has(cell);
  for (const row0 of sheet.usedRows) {
    for (const run of numberRuns(sheet.cellsOfRow(row0), isStep)) {
      // The first number may be the corner, which shows the result itself.
      const grid = gridUnder(sheet, run, isFree) ?? gridUnder(sheet, run.slice(1), isFree);
      if (grid === null) continue;
      grids.push(grid);
      for (const row of grid.rows) for (const cell of row.cells) inGrid.add(cell);
    }
  }
  return grids;
}

function numberRuns(row: readonly Cell[], isStep: (cell: Cell) => boolean): Cell[][] {
  const runs: Cell[][] = [];
  for (const cell of row) {
    if (!isStep(cell)) continue;
    const run = runs.at(-1);
    if (run?.at(-1)!.columnIndex0 === cell.columnIndex0 - 1) run.push(cell);
    else runs.push([cell]);
  }
  return runs;
}

/** The steps between neighbours; null where they do not all go one way. */
function stepsOf(cells: readonly Cell[]): number[] | null {
  const steps = cells.slice(1).map((cell, i) => Number(cell.value) - Number(cells[i]!.value));
  return steps.every((step) => step > 0) || steps.every((step) => step < 0) ? steps : null;
}

function areEven(cells: readonly Cell[]): boolean {
  const steps = stepsOf(cells);
  return steps !== null && steps.every((step) => Math.abs(step / steps[0]! - 1) < unevenness);
}

function gridUnder(sheet: SheetIndex, across: readonly Cell[], isFree: (cell: Cell) => boolean): PlainTable | null {
  if (across.length < fewestSteps || stepsOf(across) === null) return null;
  const { rowIndex0: header0, columnIndex0: first0 } = across[0]!;
  for (const side0 of [first0 - 1, first0 - 2]) {
    if (side0 < 0 || (!isFree(across[0]!) && headsAColumn(sheet.cellAt(header0, side0)))) continue;
    const down = stepsDown(sheet, header0 + 1, side0, isFree);
    if (down.length < fewestSteps) continue;
    const range = { startRow0: header0 + 1, endRow0: down.at(-1)!.rowIndex0 };
    const body = [...sheet.cellsIn({ ...range, startColumn0: first0, endColumn0: across.at(-1)!.columnIndex0 })].filter(
      isFree,
    );
    if (body.length < across.length * down.length * leastFilled) continue;
    const isDataTable = share(body, (cell) => cell.resultOf === "data-table") > 0.5;
    const isCalculated = share(body, (cell) => cell.formula !== null || cell.resultOf !== undefined) > 0.5;
    if (isDataTable || (isCalculated && areEven(across) && areEven(down))) return layOut(sheet, across, down, body);
  }
  return null;
}

function stepsDown(sheet: SheetIndex, from0: number, side0: number, isFree: (cell: Cell) => boolean): Cell[] {
  const down: Cell[] = [];
  for (let row0 = from0; ; row0++) {
    const cell = sheet.cellAt(row0, side0);
    if (cell === null || !isFree(cell) || typeof cell.value !== "number" || cell.resultOf !== undefined) return down;
    if (stepsOf([...down.slice(-2), cell]) === null) return down;
    down.push(cell);
  }
}

function share(cells: readonly Cell[], test: (cell: Cell) => boolean): number {
  return cells.filter(test).length / cells.length;
}

/** Beside the years of an axis "Per year" heads a column of numbers; a corner says both names, or shows the result. */
function headsAColumn(corner: Cell | null): boolean {
  return typeof corner?.value === "string" && labelText(corner) !== null && !/[\\/|×]|\bvs\b/i.test(corner.value);
}

function layOut(sheet: SheetIndex, across: readonly Cell[], down: readonly Cell[], body: readonly Cell[]): PlainTable {
  const header0 = across[0]!.rowIndex0;
  const side0 = down[0]!.columnIndex0;
  const nameAcross = nameAbove(sheet, header0, side0, across.at(-1)!.columnIndex0);
  const nameDown = nameBeside(sheet, down);
  const line = (cell: Cell, index0: number, name: string | null, cells: readonly Cell[]): PlainTableLine => ({
    index0,
    label: typeof cell.value === "number" ? String(cell.value) : "",
    labelCell: { sheet: sheet.name, rowIndex0: cell.rowIndex0, columnIndex0: cell.columnIndex0 },
    path: name === null ? [] : [name],
    cells,
  });
  const byRow = new Map<number, Cell[]>();
  const byColumn = new Map<number, Cell[]>();
  for (const cell of body) {
    addTo(byRow, cell.rowIndex0, cell);
    addTo(byColumn, cell.columnIndex0, cell);
  }
  return {
    kind: "grid",
    sheet: sheet.name,
    title: nameAbove(sheet, header0 - 1, side0 - 1, side0),
    namesAre: nameDown,
    headerRow0: header0,
    rows: down.map((cell) => line(cell, cell.rowIndex0, nameDown, byRow.get(cell.rowIndex0) ?? [])),
    columns: across.map((cell) => line(cell, cell.columnIndex0, nameAcross, byColumn.get(cell.columnIndex0) ?? [])),
  };
}

function nameAbove(sheet: SheetIndex, below0: number, from0: number, to0: number): string | null {
  for (let row0 = below0 - 1; row0 >= Math.max(0, below0 - farthestName); row0--) {
    for (const cell of sheet.cellsOfRow(row0)) {
      const text = cell.columnIndex0 >= from0 && cell.columnIndex0 <= to0 ? labelText(cell) : null;
      if (text !== null) return text;
    }
  }
  return null;
}

function nameBeside(sheet: SheetIndex, down: readonly Cell[]): string | null {
  for (const { rowIndex0, columnIndex0 } of down) {
    for (let column0 = columnIndex0 - 1; column0 >= Math.max(0, columnIndex0 - farthestName); column0--) {
      const cell = sheet.cellAt(rowIndex0, column0);
      const text = cell === null ? null : labelText(cell);
      if (text !== null) return text;
    }
  }
  return null;
}
