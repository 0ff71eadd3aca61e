import {
  type LabelledTable,
  type LineItem,
  type ModelMap,
  type Parameter,
  type Period,
  type TimeAxis,
} from "../contracts/model-map";
import { type Cell } from "../contracts/workbook-snapshot";
import { type WorkbookIndex } from "../workbook/index-workbook";
import { cellKey } from "../workbook/cell-key";
import { type SheetIndex } from "../workbook/sheet-index";
import { lastDayOfMonth } from "./calendar";
import { findAlikeSheets } from "./find-alike-sheets";
import { findChecks } from "./find-checks";
import { findCompany } from "./find-company";
import { findFiscalYearEnd } from "./find-fiscal-year-end";
import { findLineItems, type PlainLineItem } from "./find-line-items";
import { findGrids } from "./find-grids";
import { findOutputs } from "./find-outputs";
import { findParameters } from "./find-parameters";
import { agreedScale, findSheetScale } from "./find-sheet-scale";
import { findSwitches } from "./find-switches";
import { findTables } from "./find-tables";
import { findTimeAxes, type FoundAxis } from "./find-time-axes";
import { findUnlabelledTotals } from "./find-unlabelled-totals";
import { inferPhases, sharePhases } from "./infer-phases";
import { nameLineItem, nameParameter } from "./name-meanings";
import { nameTable } from "./name-tables";
import { isNumber, type PlainTable } from "./plain-table";
import { caseNamed } from "./scenario-words";
import { positionOf } from "./sheet-lines";
import { type StatedScale } from "./read-unit";
import { settleCases } from "./settle-cases";
import { settleTotals } from "./settle-totals";
import { withUnitsOfBlock } from "./units-of-block";
import { groupBy } from "../workbook/group-by";

/** What a workbook means: axes, line items, parameters, outputs and whom it is about. What it does not say stays null. */
export function understandModel(index: WorkbookIndex): ModelMap {
  const stated = index.sheets.map(findSheetScale);
  const agreed = agreedScale(stated);
  const sheets = index.sheets.map((sheet, i) => understandSheet(index, sheet, stated[i] ?? agreed));
  const undated = sharePhases(sheets.flatMap((sheet) => sheet.axes));
  const fiscalYearEndMonth = findFiscalYearEnd(index, undated);
  const axes = undated.map((axis) => withYearEnds(axis, fiscalYearEndMonth));
  const switches = findSwitches(index);
  const lineItems = settleCases(withUnitsOfBlock(sheets.flatMap((sheet) => sheet.lineItems)), switches);
  const parameters = sheets.flatMap((sheet) => sheet.parameters);
  return {
    company: findCompany(index),
    fiscalYearEndMonth,
    axes,
    lineItems,
    parameters,
    tables: sheets.flatMap((sheet) => sheet.tables),
    outputs: findOutputs(index, axes, lineItems, parameters),
    checks: findChecks(index),
    switches,
    alikeSheets: findAlikeSheets(index),
    circularGroups: index.circularGroups(),
  };
}

function understandSheet(
  index: WorkbookIndex,
  sheet: SheetIndex,
  scale: StatedScale | null,
): { axes: TimeAxis[]; lineItems: LineItem[]; parameters: Parameter[]; tables: LabelledTable[] } {
  const found = findTimeAxes(index, sheet);
  const computed = cellsOfDataTables(sheet);
  const labelled = findLineItems(index, sheet, found, (cell) => computed.has(cell));
  const unlabelled = findUnlabelledTotals(
    index,
    sheet,
    found.map(({ axis }) => axis),
    labelled,
  );
  const byAxis = groupBy([...labelled, ...unlabelled], (item) => item.axisId);
  const plain = found.flatMap(({ axis }) => inOrder(byAxis.get(axis.id) ?? []));
  const axes = found.map(({ axis }) => inferPhases(axis, byAxis.get(axis.id) ?? []));
  const taken = takenCells(found, plain);
  const plainTables = tablesOf(sheet, found, taken);
  const headings = headingsByCell(plainTables);
  const count = counter();
  const parameters = findParameters(sheet, taken).map((parameter) => {
    const named = nameParameter(parameter, scale, count([...parameter.path, parameter.label].join(" › ")));
    const column = headings.get(cellKey(parameter.cell.rowIndex0, parameter.cell.columnIndex0));
    return column === undefined ? named : { ...named, column };
  });
  const tables = plainTables.map((table) => nameTable(table, scale, count(`table ${table.title ?? ""}`)));
  const named = plain.map((item) => withScenario(item, nameLineItem(item, scale)));
  return { axes, lineItems: settleTotals(index, axes, plain, named), parameters, tables };
}

function inOrder(items: readonly PlainLineItem[]): PlainLineItem[] {
  return [...items].sort((a, b) => a.index0 - b.index0);
}

/** The nearest heading, title or sheet name that says of which case a block is. */
function withScenario(plain: PlainLineItem, item: LineItem): LineItem {
  for (const text of [...plain.path].reverse().concat(plain.blockTitle ?? [], plain.sheet)) {
    const scenario = caseNamed(text);
    if (scenario !== null) return { ...item, scenario };
  }
  return item;
}

/** How often a name has come up so far, this time included. */
function counter(): (name: string) => number {
  const seen = new Map<string, number>();
  return (name) => {
    const occurrence = (seen.get(name) ?? 0) + 1;
    seen.set(name, occurrence);
    return occurrence;
  };
}

/** Excel's data tables with their steps: whatever stands over them, they are no series. */
function cellsOfDataTables(sheet: SheetIndex): ReadonlySet<Cell> {
  const cells = new Set<Cell>();
  if (!sheet.snapshot.cells.some((cell) => cell.resultOf === "data-table")) return cells;
  for (const grid of findGrids(sheet, isNumber)) {
    const body = grid.rows.flatMap((row) => row.cells);
    if (!body.some((cell) => cell.resultOf === "data-table")) continue;
    const steps = [...grid.rows, ...grid.columns].map(({ labelCell }) =>
      sheet.cellAt(labelCell.rowIndex0, labelCell.columnIndex0),
    );
    for (const cell of [...body, ...steps]) if (cell !== null) cells.add(cell);
  }
  return cells;
}

/** Grids first: their steps would else be taken for the values of a table. */
function tablesOf(sheet: SheetIndex, found: readonly FoundAxis[], taken: ReadonlySet<number>): PlainTable[] {
  const held = new Set(taken);
  const isFree = (cell: Cell) => isNumber(cell) && !held.has(cellKey(cell.rowIndex0, cell.columnIndex0));
  const grids = findGrids(sheet, isFree);
  for (const grid of grids) {
    for (const row of grid.rows) for (const cell of row.cells) held.add(cellKey(cell.rowIndex0, cell.columnIndex0));
    for (const { labelCell } of [...grid.rows, ...grid.columns])
      held.add(cellKey(labelCell.rowIndex0, labelCell.columnIndex0));
  }
  return [...grids, ...findTables(sheet, found, held)].sort((a, b) => a.headerRow0 - b.headerRow0);
}

/** What stands over each cell of a table of names. */
function headingsByCell(tables: readonly PlainTable[]): ReadonlyMap<number, string> {
  const headings = new Map<number, string>();
  for (const table of tables) {
    if (table.kind === "grid" || table.columns.length < 2) continue;
    for (const column of table.columns)
      for (const cell of column.cells) headings.set(cellKey(cell.rowIndex0, cell.columnIndex0), column.label);
  }
  return headings;
}

/** Cells that belong to an axis: its header, its series, and whatever else stands on a series' line. */
function takenCells(found: readonly FoundAxis[], items: readonly PlainLineItem[]): Set<number> {
  const taken = new Set<number>();
  for (const { axis, headerLines } of found) {
    for (const line0 of headerLines) {
      for (const period of axis.periods) taken.add(keyOn(axis, line0, period.index0));
    }
  }
  const axes = new Map(found.map(({ axis }) => [axis.id, axis]));
  for (const item of items) {
    const axis = axes.get(item.axisId)!;
    for (const cell of item.cells) taken.add(keyOn(axis, item.index0, positionOf(cell, axis.orientation)));
    taken.add(cellKey(item.labelCell.rowIndex0, item.labelCell.columnIndex0));
  }
  return taken;
}

function keyOn(axis: TimeAxis, line0: number, position0: number): number {
  return axis.orientation === "columns" ? cellKey(line0, position0) : cellKey(position0, line0);
}

/** Of a year that ends in January or February some say the year it ends in, some the one it mostly lies in. */
const firstMonthThatNamesItsYear = 3;

/** A column that says FY2024 ends when the company's year does, where the workbook tells when that is. */
function withYearEnds(axis: TimeAxis, month: number | null): TimeAxis {
  if (month === null || month < firstMonthThatNamesItsYear) return axis;
  const periods = axis.periods.map((period): Period => {
    if (period.endDate !== null || period.kind !== "year" || period.year === null) return period;
    return { ...period, endDate: lastDayOfMonth(period.year, month) };
  });
  return { ...axis, periods };
}
