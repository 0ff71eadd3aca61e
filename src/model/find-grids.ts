import { type Cell } from "../contracts/workbook-snapshot";
import { type SheetIndex } from "../workbook/sheet-index";
import { labelText } from "./find-labels";
import { isNumber, type PlainTable, type PlainTableLine } from "./plain-table";

const fewestSteps = 3;
/** Steps are typed or counted on evenly; numbers that only happen to rise are not. */
const unevenness = 0.1;
/** A grid is computed for each pair of steps; a table with holes is none. */
const leastFilled = 0.6;
/** How far the name of the steps stands from them. */
const farthestName = 3;

/** Sensitivity grids: steps across, steps down, and a result where they meet. The steps across may be the years of an axis. */
export function findGrids(sheet: SheetIndex, isFree: (cell: Cell) => boolean): PlainTable[] {
  const grids: PlainTable[] = [];
  const inGrid = new Set<Cell>();
  const isStep = (cell: Cell) => isNumber(cell) && cell.resultOf === undefined && !inGrid.has(cell);
  for (const row0 of sheet.usedRows) {
    for (const across of stepRuns(sheet.cellsOfRow(row0).filter(isStep))) {
      const grid = gridUnder(sheet, across, isFree);
      if (grid === null) continue;
      grids.push(grid);
      for (const row of grid.rows) for (const cell of row.cells) inGrid.add(cell);
    }
  }
  return grids;
}

/** Neighbouring numbers that only rise or only fall by about the same step. */
function stepRuns(row: readonly Cell[]): (readonly Cell[])[] {
  const runs: Cell[][] = [];
  let run: Cell[] = [];
  for (const cell of row) {
    const last = run.at(-1);
    const follows = last !== undefined && cell.columnIndex0 === last.columnIndex0 + 1;
    if (follows && (run.length < 2 || isEvenStep(run.at(-2)!, last, cell))) {
      run.push(cell);
      continue;
    }
    runs.push(run);
    // The number before may be the corner: the steps then begin after it.
    run = follows ? [last, cell] : [cell];
  }
  runs.push(run);
  return runs.filter((each) => each.length >= fewestSteps && step(each[0]!, each[1]!) !== 0);
}

function step(from: Cell, to: Cell): number {
  return typeof from.value === "number" && typeof to.value === "number" ? to.value - from.value : 0;
}

function isEvenStep(a: Cell, b: Cell, c: Cell): boolean {
  const [first, second] = [step(a, b), step(b, c)];
  return first !== 0 && Math.abs(second / first - 1) < unevenness;
}

function gridUnder(sheet: SheetIndex, across: readonly Cell[], isFree: (cell: Cell) => boolean): PlainTable | null {
  const { rowIndex0: header0, columnIndex0: first0 } = across[0]!;
  const last0 = across.at(-1)!.columnIndex0;
  for (const side0 of [first0 - 1, first0 - 2]) {
    if (side0 < 0 || headsAColumn(sheet.cellAt(header0, side0))) continue;
    const down: Cell[] = [];
    for (let row0 = header0 + 1; ; row0++) {
      const cell = sheet.cellAt(row0, side0);
      if (cell === null || !isFree(cell) || typeof cell.value !== "number") break;
      if (down.length >= 2 && !isEvenStep(down.at(-2)!, down.at(-1)!, cell)) break;
      down.push(cell);
    }
    if (down.length < fewestSteps || step(down[0]!, down[1]!) === 0) continue;
    const end0 = down.at(-1)!.rowIndex0;
    const body = [
      ...sheet.cellsIn({ startRow0: header0 + 1, endRow0: end0, startColumn0: first0, endColumn0: last0 }),
    ].filter(isFree);
    if (body.length < across.length * down.length * leastFilled || !isComputed(body)) continue;
    return layOut(sheet, across, down, body);
  }
  return null;
}

/** "Per year" over a column of numbers makes it a column of a table; a corner says both names, or shows the result. */
function headsAColumn(corner: Cell | null): boolean {
  return typeof corner?.value === "string" && labelText(corner) !== null && !/[\\/|×]|\bvs\b/i.test(corner.value);
}

/** Typed numbers under steps are data somebody collected, a grid is calculated. */
function isComputed(body: readonly Cell[]): boolean {
  const computed = body.filter((cell) => cell.formula !== null || cell.resultOf !== undefined).length;
  return computed > body.length / 2;
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
    byRow.set(cell.rowIndex0, [...(byRow.get(cell.rowIndex0) ?? []), cell]);
    byColumn.set(cell.columnIndex0, [...(byColumn.get(cell.columnIndex0) ?? []), cell]);
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
