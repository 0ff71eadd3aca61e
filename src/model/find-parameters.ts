import { type CellAddress } from "../contracts/model-map";
import { type Cell } from "../contracts/workbook-snapshot";
import { cellKey } from "../workbook/cell-key";
import { type SheetIndex } from "../workbook/sheet-index";
import { isUnitWord, labelText } from "./find-labels";

export interface PlainParameter {
  readonly sheet: string;
  readonly label: string;
  readonly labelCell: CellAddress;
  readonly cell: CellAddress;
  readonly value: Cell;
  readonly path: readonly string[];
}

/** A label stands at most this many columns left of its value, and a heading this many rows above its label. */
const farthestLabel = 12;
const farthestHeading = 60;
/** A column of more labelled values than this is a list of records (a ledger, prices), no list of assumptions. */
const longestList = 400;

/** Single labelled numbers of a sheet outside `taken` cells (those of line items and headers). */
export function findParameters(sheet: SheetIndex, taken: ReadonlySet<number>): PlainParameter[] {
  const found: PlainParameter[] = [];
  for (const row0 of sheet.usedRows) {
    const row = sheet.cellsOfRow(row0);
    row.forEach((cell, i) => {
      if (taken.has(cellKey(row0, cell.columnIndex0)) || !isANumber(cell)) return;
      const label = labelBeside(row, i) ?? labelAbove(sheet, row, i);
      if (label === null || taken.has(cellKey(label.rowIndex0, label.columnIndex0))) return;
      found.push({
        sheet: sheet.name,
        label: labelText(label)!.replace(/\s*[:=]\s*$/, ""),
        labelCell: { sheet: sheet.name, rowIndex0: label.rowIndex0, columnIndex0: label.columnIndex0 },
        cell: { sheet: sheet.name, rowIndex0: row0, columnIndex0: cell.columnIndex0 },
        value: cell,
        path: headingsAbove(sheet, label, cell.columnIndex0),
      });
    });
  }
  return withoutLongLists(found);
}

function isANumber(cell: Cell): boolean {
  if (cell.resultOf !== undefined) return false;
  if (typeof cell.value === "number") return true;
  return cell.formula !== null && typeof cell.value !== "string" && typeof cell.value !== "boolean";
}

/** The text directly left on the row; units may stand between, another number may not. */
function labelBeside(row: readonly Cell[], at: number): Cell | null {
  for (let i = at - 1; i >= 0; i--) {
    const cell = row[i]!;
    if (row[at]!.columnIndex0 - cell.columnIndex0 > farthestLabel) return null;
    if (typeof cell.value !== "string") return null;
    if (labelText(cell) !== null && !isUnitWord(cell.value)) return cell;
  }
  return null;
}

/** A number alone under its label: the label's cell above, and no number beside. */
function labelAbove(sheet: SheetIndex, row: readonly Cell[], at: number): Cell | null {
  const cell = row[at]!;
  const above = cell.rowIndex0 === 0 ? null : sheet.cellAt(cell.rowIndex0 - 1, cell.columnIndex0);
  if (above === null || labelText(above) === null || above.formula !== null) return null;
  if (row.some((other) => other !== cell && isANumber(other))) return null;
  const isFree = sheet.cellAt(cell.rowIndex0 + 1, cell.columnIndex0) === null;
  return isFree ? above : null;
}

/** Texts above a label that hold no number beside them, nearest last. */
function headingsAbove(sheet: SheetIndex, label: Cell, valueColumn0: number): string[] {
  const level = (label.indent ?? 0) * 2 + (label.bold === true ? 0 : 1);
  for (let row0 = label.rowIndex0 - 1; row0 >= 0 && row0 >= label.rowIndex0 - farthestHeading; row0--) {
    const above = sheet.cellAt(row0, label.columnIndex0);
    const text = above === null ? null : labelText(above);
    if (text === null) continue;
    if (
      [
        ...sheet.cellsIn({
          startRow0: row0,
          endRow0: row0,
          startColumn0: label.columnIndex0 + 1,
          endColumn0: valueColumn0,
        }),
      ].some(isANumber)
    ) {
      continue;
    }
    const own = (above!.indent ?? 0) * 2 + (above!.bold === true ? 0 : 1);
    if (own <= level) return [text];
  }
  return [];
}

function withoutLongLists(parameters: readonly PlainParameter[]): PlainParameter[] {
  const columnOf = (parameter: PlainParameter) => `${parameter.labelCell.columnIndex0},${parameter.cell.columnIndex0}`;
  const sizes = new Map<string, number>();
  for (const parameter of parameters) sizes.set(columnOf(parameter), (sizes.get(columnOf(parameter)) ?? 0) + 1);
  return parameters.filter((parameter) => sizes.get(columnOf(parameter))! <= longestList);
}
