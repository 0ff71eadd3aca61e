import { type LineItem, type ModelMap, type Parameter, type Period, type TimeAxis } from "../contracts/model-map";
import { type WorkbookIndex } from "../workbook/index-workbook";
import { cellKey } from "../workbook/cell-key";
import { type SheetIndex } from "../workbook/sheet-index";
import { lastDayOfMonth } from "./calendar";
import { findCompany } from "./find-company";
import { findFiscalYearEnd } from "./find-fiscal-year-end";
import { findLineItems, type PlainLineItem } from "./find-line-items";
import { findOutputs } from "./find-outputs";
import { findParameters } from "./find-parameters";
import { agreedScale, findSheetScale } from "./find-sheet-scale";
import { findTimeAxes, type FoundAxis } from "./find-time-axes";
import { inferPhases } from "./infer-phases";
import { nameLineItem, nameParameter } from "./name-meanings";
import { positionOf } from "./sheet-lines";
import { type StatedScale } from "./read-unit";

/** What a workbook means: axes, line items, parameters, outputs and whom it is about. What it does not say stays null. */
export function understandModel(index: WorkbookIndex): ModelMap {
  const stated = index.sheets.map(findSheetScale);
  const agreed = agreedScale(stated);
  const sheets = index.sheets.map((sheet, i) => understandSheet(index, sheet, stated[i] ?? agreed));
  const undated = sheets.flatMap((sheet) => sheet.axes);
  const fiscalYearEndMonth = findFiscalYearEnd(index, undated);
  const axes = undated.map((axis) => withYearEnds(axis, fiscalYearEndMonth));
  const lineItems = sheets.flatMap((sheet) => sheet.lineItems);
  const parameters = sheets.flatMap((sheet) => sheet.parameters);
  return {
    company: findCompany(index),
    fiscalYearEndMonth,
    axes,
    lineItems,
    parameters,
    outputs: findOutputs(index, axes, lineItems, parameters),
    circularGroups: index.circularGroups(),
  };
}

function understandSheet(
  index: WorkbookIndex,
  sheet: SheetIndex,
  scale: StatedScale | null,
): { axes: TimeAxis[]; lineItems: LineItem[]; parameters: Parameter[] } {
  const found = findTimeAxes(index, sheet);
  const plain = findLineItems(index, sheet, found);
  const byAxis = new Map<string, PlainLineItem[]>();
  for (const item of plain) {
    const known = byAxis.get(item.axisId);
    if (known === undefined) byAxis.set(item.axisId, [item]);
    else known.push(item);
  }
  const axes = found.map(({ axis }) => inferPhases(axis, byAxis.get(axis.id) ?? []));
  const occurrences = new Map<string, number>();
  const parameters = findParameters(sheet, takenCells(found, plain)).map((parameter) => {
    const name = [...parameter.path, parameter.label].join(" › ");
    const occurrence = (occurrences.get(name) ?? 0) + 1;
    occurrences.set(name, occurrence);
    return nameParameter(parameter, scale, occurrence);
  });
  return { axes, lineItems: plain.map((item) => nameLineItem(item, scale)), parameters };
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
