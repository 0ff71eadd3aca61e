import { type CellValue } from "../contracts/workbook-snapshot";
import { type WorkbookIndex } from "../workbook/index-workbook";
import { type SheetIndex } from "../workbook/sheet-index";
import { serialOf } from "./calendar";
import { headerValue } from "./header-value";
import { readPeriod, type PeriodReading } from "./read-period";
import { addressOnLine, linesOf, positionOf, type Orientation } from "./sheet-lines";

export interface HeaderEntry {
  readonly position0: number;
  readonly reading: PeriodReading;
}

/** Neighbouring period labels of one line that go forward (or backward) in time. */
export interface HeaderRun {
  readonly line0: number;
  readonly entries: readonly HeaderEntry[];
  /** The same year over several columns: a heading over the months or quarters of another line. */
  readonly repeats: boolean;
}

const widestGap = 3;
const hint =
  /\d|^(?:ltm|ttm|ntm|last|trailing|term|tv$|perp|normali|stub|ytd|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;

/** Every line of a sheet that reads like a time axis. */
export function findHeaderRuns(index: WorkbookIndex, sheet: SheetIndex, orientation: Orientation): HeaderRun[] {
  return linesOf(sheet, orientation).flatMap((line) => {
    const entries: HeaderEntry[] = [];
    let numbers = 0;
    for (const cell of line.cells) {
      const position0 = positionOf(cell, orientation);
      const value: CellValue =
        cell.value === null
          ? headerValue(index, addressOnLine(sheet.name, line.index0, position0, orientation))
          : cell.value;
      if (typeof value === "number") numbers++;
      const reading =
        typeof value === "number" || (typeof value === "string" && hint.test(value.trim()))
          ? readPeriod(value, cell.numberFormat, index.snapshot.dateSystem)
          : null;
      if (reading !== null) entries.push({ position0, reading });
    }
    if (entries.length < 2) return countedRun(line.index0, index, sheet, orientation);
    return splitRuns(entries)
      .map((run) => ({ line0: line.index0, entries: run, repeats: repeatsYears(run) }))
      .filter((run) => isConvincing(run, numbers));
  });
}

/** Years and months in time order: the end of the period in years; null where the label has no year. */
export function timeOf(reading: PeriodReading): number | null {
  if (reading.endDate !== null) return serialOf(reading.endDate) / 365.25 + 1899.998;
  if (reading.year === null) return null;
  switch (reading.kind) {
    case "quarter":
      return reading.year + (reading.ordinal ?? 4) / 4;
    case "half":
      return reading.year + (reading.ordinal ?? 2) / 2;
    default:
      return reading.year + 1;
  }
}

/** A run ends where time turns back, where a gap opens or where the kind of label changes for good. */
function splitRuns(entries: readonly HeaderEntry[]): HeaderEntry[][] {
  const runs: HeaderEntry[][] = [];
  let direction = 0;
  for (const entry of entries) {
    const run = runs.at(-1);
    const previous = run?.at(-1);
    const step = previous === undefined ? null : stepBetween(previous.reading, entry.reading);
    const turnsBack = step !== null && direction !== 0 && Math.sign(step) !== 0 && Math.sign(step) !== direction;
    const sameAgain = step === 0 && entry.reading.endDate !== null && previous!.reading.endDate !== null;
    const apart = previous !== undefined && entry.position0 - previous.position0 > widestGap;
    if (run === undefined || turnsBack || sameAgain || apart) {
      runs.push([entry]);
      direction = 0;
      continue;
    }
    if (step !== null && direction === 0) direction = Math.sign(step);
    run.push(entry);
  }
  return runs;
}

function stepBetween(from: PeriodReading, to: PeriodReading): number | null {
  const [start, end] = [timeOf(from), timeOf(to)];
  if (start === null || end === null) {
    if (from.kind !== to.kind || from.ordinal === null || to.ordinal === null || from.year !== to.year) return null;
    return to.ordinal > from.ordinal ? 1 : null;
  }
  return Math.abs(end - start) < 0.01 ? 0 : end - start;
}

/** One year stated twice is a slip of an axis; years stated several times over are a heading of another one. */
function repeatsYears(run: readonly HeaderEntry[]): boolean {
  const again = run.filter(
    (entry, i) =>
      i > 0 &&
      entry.reading.endDate === null &&
      entry.reading.kind === "year" &&
      entry.reading.year !== null &&
      run[i - 1]!.reading.year === entry.reading.year,
  );
  return again.length > (run.length - 1) / 3;
}

/** Plain numbers such as 2013 are a year only where they count up by one; signs of time in words or formats speak for themselves. */
function isConvincing(run: HeaderRun, numbersOnLine: number): boolean {
  const { entries } = run;
  const sure = entries.filter((entry) => entry.reading.sure).length;
  if (entries.length < 2) return false;
  if (sure >= 2) return true;
  const years = entries.filter((entry) => entry.reading.year !== null && entry.reading.kind === "year");
  const byOne = years.every((entry, i) => {
    const step = i === 0 ? 1 : Math.abs(entry.reading.year! - years[i - 1]!.reading.year!);
    return step === 1 || (run.repeats && step === 0);
  });
  if (years.length >= 3) return byOne;
  if (years.length === 2) return byOne && !run.repeats && numbersOnLine <= 2;
  return entries.filter((entry) => entry.reading.kind === "month").length >= 3;
}

/** "Year" beside 0, 1, 2, 3: years counted from the deal. */
function countedRun(line0: number, index: WorkbookIndex, sheet: SheetIndex, orientation: Orientation): HeaderRun[] {
  if (orientation !== "columns") return [];
  const cells = sheet.cellsOfRow(line0);
  const at = cells.findIndex(
    (cell) =>
      typeof cell.value === "string" &&
      /^(?:years?|months?|quarters?|periods?)\s*(?:#|no\.?|number)?:?$/i.test(cell.value.trim()),
  );
  if (at === -1) return [];
  const unit = (cells[at]!.value as string)
    .trim()
    .toLowerCase()
    .replace(/s?\s*(?:#|no\.?|number)?:?$/, "");
  const entries: HeaderEntry[] = [];
  for (const cell of cells.slice(at + 1)) {
    const value = headerValue(index, { sheet: sheet.name, rowIndex0: line0, columnIndex0: cell.columnIndex0 });
    const previous = entries.at(-1)?.reading.label.split(" ")[1];
    if (
      typeof value !== "number" ||
      (previous === undefined ? value !== 0 && value !== 1 : value !== Number(previous) + 1)
    )
      break;
    const reading = readPeriod(`${unit[0]!.toUpperCase()}${unit.slice(1)} ${value}`, null);
    if (reading !== null) entries.push({ position0: cell.columnIndex0, reading: { ...reading, sure: false } });
  }
  return entries.length >= 3 ? [{ line0, entries, repeats: false }] : [];
}
