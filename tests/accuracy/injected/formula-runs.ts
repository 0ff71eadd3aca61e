import { type CellAddress } from "../../../src/contracts/model-map";
import { type WorkbookIndex } from "../../../src/workbook/index-workbook";

/** Neighbouring cells of a row or column that hold copies of one formula, under one label. */
export interface FormulaRun {
  readonly along: "row" | "column";
  readonly cells: readonly CellAddress[];
}

const shortest = 3;

/** Every run of a workbook whose cells hold figures: rows first, then columns of what stands in no row. */
export function formulaRuns(index: WorkbookIndex): FormulaRun[] {
  const inRows = runsAlong(index, "row", () => true);
  const taken = new Set(inRows.flatMap(({ cells }) => cells.map(keyOfCell)));
  return [...inRows, ...runsAlong(index, "column", (cell) => !taken.has(keyOfCell(cell)))].filter(
    (run) => holdsFigures(index, run) && isLabelled(index, run),
  );
}

function runsAlong(index: WorkbookIndex, along: FormulaRun["along"], isFree: (cell: CellAddress) => boolean) {
  const runs: FormulaRun[] = [];
  for (const { address } of index.formulaCells()) {
    if (!isFree(address) || isCopyOf(index, address, stepped(address, along, -1), isFree)) continue;
    const cells = [address];
    for (let next = stepped(address, along, 1); isCopyOf(index, address, next, isFree); next = stepped(next, along, 1))
      cells.push(next);
    if (cells.length >= shortest) runs.push({ along, cells });
  }
  return runs;
}

function isCopyOf(
  index: WorkbookIndex,
  cell: CellAddress,
  other: CellAddress,
  isFree: (cell: CellAddress) => boolean,
): boolean {
  const shape = index.r1c1At(cell);
  return shape !== null && isFree(other) && index.r1c1At(other) === shape;
}

export function stepped(
  { sheet, rowIndex0, columnIndex0 }: CellAddress,
  along: FormulaRun["along"],
  steps: number,
): CellAddress {
  return along === "row"
    ? { sheet, rowIndex0, columnIndex0: columnIndex0 + steps }
    : { sheet, rowIndex0: rowIndex0 + steps, columnIndex0 };
}

/** The next line beside a cell: the row below where the run goes along a row. */
export function beside(cell: CellAddress, along: FormulaRun["along"], steps: number): CellAddress {
  return stepped(cell, along === "row" ? "column" : "row", steps);
}

export function figureAt(index: WorkbookIndex, { sheet, rowIndex0, columnIndex0 }: CellAddress): number | null {
  const value = index.cellAt(sheet, rowIndex0, columnIndex0)?.value ?? null;
  return typeof value === "number" ? value : null;
}

/** Figures, most of them not nought, and neither years nor dates. */
function holdsFigures(index: WorkbookIndex, { cells }: FormulaRun): boolean {
  const values = cells.map((cell) => figureAt(index, cell));
  const isYear = (value: number | null) => value !== null && Number.isInteger(value) && value >= 1990 && value <= 2100;
  const format = index.cellAt(cells[0]!.sheet, cells[0]!.rowIndex0, cells[0]!.columnIndex0)?.numberFormat ?? "";
  if (values.every(isYear) || /[dmy]{2}/iu.test(format)) return false;
  return values.every((value) => value !== null) && values.filter((value) => value !== 0).length * 2 > values.length;
}

/** Words at the left of a row, or over a column. */
function isLabelled(index: WorkbookIndex, { along, cells }: FormulaRun): boolean {
  const first = cells[0]!;
  const before = along === "row" ? first.columnIndex0 : first.rowIndex0;
  for (let steps = 1; steps <= before; steps++) {
    const { sheet, rowIndex0, columnIndex0 } = stepped(first, along, -steps);
    const cell = index.cellAt(sheet, rowIndex0, columnIndex0);
    if (cell?.formula === null && typeof cell.value === "string" && /\p{L}{2}/u.test(cell.value)) return true;
  }
  return false;
}

export function keyOfCell({ sheet, rowIndex0, columnIndex0 }: CellAddress): string {
  return `${sheet}!${rowIndex0},${columnIndex0}`;
}
