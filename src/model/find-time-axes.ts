import { type Period, type PeriodPhase, type TimeAxis } from "../contracts/model-map";
import { type WorkbookIndex } from "../workbook/index-workbook";
import { type SheetIndex } from "../workbook/sheet-index";
import { findHeaderRuns } from "./find-header-runs";
import { type HeaderRun } from "./header-run";
import { labelText } from "./find-labels";
import { mergeReadings, settleKinds } from "./merge-readings";
import { phaseOfWord } from "./read-period";
import { runsDown } from "./runs-down";
import { type Orientation } from "./sheet-lines";

/** Header lines further apart than this are two headers, not one header of two lines. */
const tallestHeader = 3;

/** Two or three years belong to a small table: it ends where any other header begins. */
const smallestAxisThatReachesDown = 4;
/** A time axis with all lines of its header, for those who read labels around it. */
export interface FoundAxis {
  readonly axis: TimeAxis;
  readonly headerLines: readonly number[];
}

/** The time axes of a sheet: several blocks below or beside each other, and time downwards where nothing goes across. */
export function findTimeAxes(index: WorkbookIndex, sheet: SheetIndex): FoundAxis[] {
  const across = axesOf(index, sheet, "columns", []);
  const down = axesOf(index, sheet, "rows", across);
  return [...across, ...down];
}

interface Stack {
  readonly runs: HeaderRun[];
  first0: number;
  last0: number;
}

function axesOf(
  index: WorkbookIndex,
  sheet: SheetIndex,
  orientation: Orientation,
  across: readonly FoundAxis[],
): FoundAxis[] {
  const all = findHeaderRuns(index, sheet, orientation);
  const runs = orientation === "columns" ? all : runsDown(sheet, all, across);
  const stacks = stackRuns(runs.filter((run) => run.counts !== "bare" || standsAlone(run, runs)));
  const used = sheet.usedRange;
  if (used === null) return [];
  const end = orientation === "columns" ? used.endRow0 : used.endColumn0;
  return stacks.flatMap((stack) => {
    const small = stack.runs[0]!.entries.length < smallestAxisThatReachesDown;
    const below = stacks.find(
      (other) => other.first0 > stack.last0 && (small || overlap(other.runs[0]!, stack.runs[0]!) > 0),
    );
    const reach0 = below === undefined ? end : below.first0 - 1;
    // Beside a longer axis two years are its stub or its history, and reach as far down.
    const isAlone = !stacks.some((other) => other !== stack && Math.abs(other.first0 - stack.first0) <= tallestHeader);
    const endsEarly = small && isAlone && orientation === "columns";
    const last0 = endsEarly ? endOfSmallTable(sheet, stack, reach0) : reach0;
    if (last0 <= stack.last0) return [];
    const merged = withoutNames(index, sheet.name, mergeReadings(stack.runs), {
      orientation,
      first0: stack.last0 + 1,
      last0,
    });
    const periods = withMarkedPhases(index, sheet, stack, orientation, settleKinds(merged));
    const main = stack.runs.reduce((best, run) => (detail(run) > detail(best) ? run : best));
    const axis: TimeAxis = {
      id: `${sheet.name}|${orientation}|${periods[0]!.label}–${periods.at(-1)!.label}|${occurrence(stacks, stack)}`,
      sheet: sheet.name,
      orientation,
      headerIndex0: main.line0,
      span: { first0: stack.last0 + 1, last0 },
      periods,
    };
    return [{ axis, headerLines: stack.runs.map((run) => run.line0) }];
  });
}

const tallestGap = 6;

/** Two or three years head a small table: it ends where their columns stay empty for some rows. */
function endOfSmallTable(sheet: SheetIndex, stack: Stack, reach0: number): number {
  const positions = new Set(stack.runs.flatMap((run) => run.entries.map((entry) => entry.position0)));
  let last0 = stack.last0;
  for (const row0 of sheet.usedRows) {
    if (row0 <= stack.last0) continue;
    if (row0 > reach0 || (last0 > stack.last0 && row0 - last0 > tallestGap)) break;
    const isFilled = sheet
      .cellsOfRow(row0)
      .some((cell) => positions.has(cell.columnIndex0) && (typeof cell.value === "number" || cell.formula !== null));
    if (isFilled) last0 = row0;
  }
  return last0;
}

const mostLinesLookedAt = 60;

/** A header that begins one column early stands over the names of the rows: there is no period. */
function withoutNames(
  index: WorkbookIndex,
  sheet: string,
  periods: readonly Period[],
  { orientation, first0, last0 }: { orientation: Orientation; first0: number; last0: number },
): readonly Period[] {
  if (orientation === "rows" || periods.length <= smallestAxisThatReachesDown) return periods;
  const column0 = periods[0]!.index0;
  const range = { sheet, startColumn0: column0, endColumn0: column0 };
  let names = 0;
  let others = 0;
  for (const cell of index.cellsIn({
    ...range,
    startRow0: first0,
    endRow0: Math.min(last0, first0 + mostLinesLookedAt),
  })) {
    if (labelText(cell) !== null && cell.formula === null) names++;
    else others++;
  }
  return names > others + 2 ? periods.slice(1) : periods;
}

function occurrence(stacks: readonly Stack[], stack: Stack): number {
  return stacks.indexOf(stack) + 1;
}

/** A row that counts its columns is a header only where no other header stands over them or right under it. */
function standsAlone(bare: HeaderRun, runs: readonly HeaderRun[]): boolean {
  return !runs.some(
    (run) => run.counts !== "bare" && run.line0 <= bare.line0 + tallestHeader && overlap(run, bare) > 0,
  );
}

/** Joins a year line, a quarter line and a date line over the same columns into one header. */
function stackRuns(runs: readonly HeaderRun[]): Stack[] {
  const stacks: Stack[] = [];
  for (const run of runs) {
    const over = stacks.findLast((stack) => stack.runs.some((other) => overlap(other, run) > 0));
    const near =
      over !== undefined &&
      run.line0 - over.last0 <= (run.counts === undefined ? tallestHeader : 1) &&
      over.runs.some((other) => overlap(other, run) >= 0.5);
    if (near && over.last0 < run.line0) {
      over.runs.push(run);
      over.last0 = run.line0;
      continue;
    }
    // "Year 1, 2, 3" inside a dated axis counts its columns; it is a row of it, no new axis.
    const counted = run.entries.every((entry) => entry.reading.year === null && entry.reading.endDate === null);
    if (over !== undefined && counted) continue;
    stacks.push({ runs: [run], first0: run.line0, last0: run.line0 });
  }
  return stacks.filter((stack) => stack.runs.length > 1 || !stack.runs[0]!.repeats);
}

/** Share of the shorter run's places that the other has too. */
function overlap(a: HeaderRun, b: HeaderRun): number {
  const places = new Set(a.entries.map((entry) => entry.position0));
  const shared = b.entries.filter((entry) => places.has(entry.position0)).length;
  return shared / Math.min(a.entries.length, b.entries.length);
}

function detail(run: HeaderRun): number {
  if (run.repeats) return 0;
  return run.entries.some((entry) => entry.reading.endDate !== null)
    ? 3
    : run.entries.some((entry) => entry.reading.sure)
      ? 2
      : 1;
}

/** "Historical" and "Forecast" written beside the header hold from where they stand to the next such word. */
function withMarkedPhases(
  index: WorkbookIndex,
  sheet: SheetIndex,
  stack: Stack,
  orientation: Orientation,
  periods: readonly Period[],
): Period[] {
  if (periods.every((period) => period.phase !== "unknown")) return [...periods];
  const first = Math.min(...periods.map((period) => period.index0));
  const last = Math.max(...periods.map((period) => period.index0));
  let alone: readonly Mark[] = [];
  for (let line0 = Math.max(0, stack.first0 - tallestHeader); line0 <= stack.last0 + 2; line0++) {
    const range =
      orientation === "columns"
        ? { sheet: sheet.name, startRow0: line0, endRow0: line0, startColumn0: first, endColumn0: last }
        : { sheet: sheet.name, startRow0: first, endRow0: last, startColumn0: line0, endColumn0: line0 };
    const marks = [...index.cellsIn(range)].flatMap((cell): Mark[] => {
      const phase = typeof cell.value === "string" ? phaseOfMark(cell.value) : "unknown";
      return phase === "unknown" ? [] : [{ at: orientation === "columns" ? cell.columnIndex0 : cell.rowIndex0, phase }];
    });
    // Where one line tells both, a word alone on another (a title) tells less.
    if (new Set(marks.map(({ phase }) => phase)).size > 1) return markedBy(marks, periods);
    if (alone.length === 0) alone = marks;
  }
  return alone.length === 0 ? [...periods] : markedBy(alone, periods);
}

interface Mark {
  readonly at: number;
  readonly phase: PeriodPhase;
}

function markedBy(marks: readonly Mark[], periods: readonly Period[]): Period[] {
  return periods.map((period) => {
    const mark = marks.findLast(({ at }) => at <= period.index0);
    const before = marks[0]!.phase === "forecast" ? "actual" : "unknown";
    return period.phase === "unknown" ? { ...period, phase: mark?.phase ?? before } : period;
  });
}

function phaseOfMark(text: string): PeriodPhase {
  const words = text.trim().split(/\s+/);
  return words.length > 3 ? "unknown" : phaseOfWord(words[0]!.replace(/[^\p{L}]/gu, ""));
}

/** The month in which the years of the axes end; null where they disagree or name no dates. */
export function monthOfYearEnds(axes: readonly TimeAxis[]): number | null {
  const months = new Set<number>();
  for (const axis of axes) {
    for (const period of axis.periods) {
      if (period.kind === "year" && period.endDate !== null) months.add(Number(period.endDate.slice(5, 7)));
    }
  }
  return months.size === 1 ? [...months][0]! : null;
}
