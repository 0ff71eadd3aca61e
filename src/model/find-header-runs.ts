import { type CellValue } from "../contracts/workbook-snapshot";
import { type WorkbookIndex } from "../workbook/index-workbook";
import { type SheetIndex } from "../workbook/sheet-index";
import { serialOf } from "./calendar";
import { countsUp, findCountedRun, linesRead } from "./find-counted-runs";
import { type HeaderEntry, type HeaderRun } from "./header-run";
import { headerValue } from "./header-value";
import { readPeriod, type PeriodReading } from "./read-period";
import { addressOnLine, linesOf, positionOf, type Orientation } from "./sheet-lines";

const widestGap = 3;
const hint =
  /\d|^(?:ltm|ttm|ntm|last|trailing|term|tv$|perp|normali|stub|ytd|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;

/** Every line of a sheet that reads like a time axis. */
export function findHeaderRuns(index: WorkbookIndex, sheet: SheetIndex, orientation: Orientation): HeaderRun[] {
  const lines = linesOf(sheet, orientation);
  return lines.flatMap((line, at) => {
    const entries: HeaderEntry[] = [];
    let otherNumbers = 0;
    for (const cell of line.cells) {
      const position0 = positionOf(cell, orientation);
      const value: CellValue =
        cell.value === null
          ? headerValue(index, addressOnLine(sheet.name, line.index0, position0, orientation))
          : cell.value;
      const reading =
        typeof value === "number" || (typeof value === "string" && hint.test(value.trim()))
          ? readPeriod(value, cell.numberFormat, index.snapshot.dateSystem)
          : null;
      if (reading !== null) entries.push({ position0, reading });
      else if (typeof value === "number") otherNumbers++;
    }
    if (entries.length < 2)
      return findCountedRun(index, sheet, orientation, line, lines.slice(at + 1, at + 1 + linesRead));
    return splitRuns(entries)
      .map((run) => ({ line0: line.index0, entries: run, repeats: repeatsYears(run) }))
      .filter((run) => isConvincing(run, otherNumbers) || countsUp(run.entries));
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
    const sameAgain =
      step === 0 && entry.reading.endDate !== null && entry.reading.endDate === previous!.reading.endDate;
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
function isConvincing(run: HeaderRun, otherNumbers: number): boolean {
  const { entries } = run;
  const sure = entries.filter((entry) => entry.reading.sure).length;
  if (entries.length < 2) return false;
  if (sure >= 2) return true;
  const years = entries.filter((entry) => entry.reading.year !== null && entry.reading.kind === "year");
  const byOne = years.every((entry, i) => {
    const before = years[i - 1];
    if (before === undefined) return true;
    const step = Math.abs(entry.reading.year! - before.reading.year!);
    // A year stands twice where adjustments part its closing balance from the one that the forecast opens with.
    return step === 1 || (step === 0 && (run.repeats || entry.position0 - before.position0 > 1));
  });
  if (years.length >= 3) return byOne;
  if (years.length === 2) return byOne && !run.repeats && otherNumbers === 0;
  return entries.filter(({ reading }) => reading.kind === "month" && reading.ordinal !== null).length >= 3;
}
