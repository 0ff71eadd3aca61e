import { type Cell } from "../contracts/workbook-snapshot";
import { type WorkbookIndex } from "../workbook/index-workbook";
import { type SheetIndex } from "../workbook/sheet-index";
import { walkFormula } from "../workbook/walk-formula";
import { labelText } from "./find-labels";
import { type HeaderEntry, type HeaderRun } from "./header-run";
import { headerValue } from "./header-value";
import { readPeriod } from "./read-period";
import { addressOnLine, positionOf, type Line, type Orientation } from "./sheet-lines";

const countedUnit =
  /^(?:(?:forecast|projection|projected|holding|model) )?(years?|months?|quarters?|periods?|payments?)\s*(?:#|no\.?|number)?\s*:?$/i;
const fewestCounted = 3;
/** How far below a bare 0, 1, 2, 3 the rows are looked at that must carry on from period to period. */
export const linesRead = 24;
const fewestFilled = 3;
const fewestThatCarryOn = 2;

/** M1, M2, M3 with no year to it: labels whose numbers go up by one from 0 or 1. */
export function countsUp(entries: readonly HeaderEntry[]): boolean {
  if (entries.length < fewestCounted) return false;
  const numbers = entries.map(({ reading }) =>
    reading.year === null && reading.endDate === null ? Number(/\d+/.exec(reading.label)?.[0] ?? NaN) : NaN,
  );
  return numbers[0]! <= 1 && numbers.every((number, i) => number === numbers[0]! + i);
}

/** "Year" before 0, 1, 2, 3: years counted from the deal, periods of a loan; or the numbers alone over rows that carry on. */
export function findCountedRun(
  index: WorkbookIndex,
  sheet: SheetIndex,
  orientation: Orientation,
  line: Line,
  below: readonly Line[],
): HeaderRun[] {
  const at = line.cells.findIndex((cell) => typeof cell.value === "string" && countedUnit.test(cell.value.trim()));
  if (at === -1) return bareRun(index, sheet, orientation, line, below);
  const unit = countedUnit
    .exec((line.cells[at]!.value as string).trim())![1]!
    .toLowerCase()
    .replace("payment", "period")
    .replace(/s$/, "");
  return runOf(index, sheet, orientation, line, { from: at + 1, unit: `${unit[0]!.toUpperCase()}${unit.slice(1)}` });
}

function runOf(
  index: WorkbookIndex,
  sheet: SheetIndex,
  orientation: Orientation,
  { index0: line0, cells }: Line,
  { from, unit }: { readonly from: number; readonly unit: string },
): HeaderRun[] {
  const entries: HeaderEntry[] = [];
  let previous: number | null = null;
  for (const cell of cells.slice(from)) {
    const position0 = positionOf(cell, orientation);
    const value = headerValue(index, addressOnLine(sheet.name, line0, position0, orientation));
    if (typeof value !== "number" || (previous === null ? value !== 0 && value !== 1 : value !== previous + 1)) break;
    const reading = readPeriod(`${unit} ${value}`, null);
    if (reading !== null) entries.push({ position0, reading: { ...reading, sure: false } });
    previous = value;
  }
  return entries.length >= fewestCounted ? [{ line0, entries, repeats: false, counts: "named" }] : [];
}

/**
 * Numbers that only count could number companies as well as years. They count time where several rows below are filled
 * under them and read the column before: an opening balance, growth on last year.
 */
function bareRun(
  index: WorkbookIndex,
  sheet: SheetIndex,
  orientation: Orientation,
  line: Line,
  below: readonly Line[],
): HeaderRun[] {
  const from = line.cells.findIndex(({ value }) => typeof value === "number");
  if (from === -1 || line.cells.length - from < fewestCounted || !startsCount(line.cells[from]!)) return [];
  const [run] = runOf(index, sheet, orientation, line, { from, unit: "Period" });
  if (run === undefined || run.entries.length < line.cells.length - from) return [];
  const positions = run.entries.map((entry) => entry.position0);
  if (positions.at(-1)! - positions[0]! !== positions.length - 1) return [];
  let [filled, carried] = [0, 0];
  for (const { index0, cells } of below) {
    const own = cells.filter((cell) => {
      const position0 = positionOf(cell, orientation);
      return position0 >= positions[0]! && position0 <= positions.at(-1)!;
    });
    if (index0 === line.index0 + 1 && own.filter((cell) => labelText(cell) !== null).length > 1) return [];
    if (own.some((cell) => cell.resultOf === "data-table")) return [];
    const numbers = own.filter((cell) => typeof cell.value === "number" || cell.formula !== null);
    if (numbers.length * 2 < positions.length) continue;
    filled++;
    if (numbers.slice(1).some((cell) => readsPeriodBefore(index, sheet.name, cell, orientation))) carried++;
  }
  return filled >= fewestFilled && carried >= fewestThatCarryOn ? [{ ...run, counts: "bare" }] : [];
}

function startsCount({ value, numberFormat }: Cell): boolean {
  return (value === 0 || value === 1) && !(numberFormat ?? "").includes("%");
}

function readsPeriodBefore(index: WorkbookIndex, sheet: string, cell: Cell, orientation: Orientation): boolean {
  const formula = index.formulaAt({ sheet, rowIndex0: cell.rowIndex0, columnIndex0: cell.columnIndex0 });
  if (formula?.kind !== "read") return false;
  const before0 = positionOf(cell, orientation) - 1;
  for (const node of walkFormula(formula.root)) {
    if (node.kind !== "reference" || node.shape !== "cell" || node.qualifier !== null) continue;
    const { rowIndex0, columnIndex0, rowAbsolute, columnAbsolute } = node.start;
    if (orientation === "columns" ? columnIndex0 === before0 && !columnAbsolute : rowIndex0 === before0 && !rowAbsolute)
      return true;
  }
  return false;
}
