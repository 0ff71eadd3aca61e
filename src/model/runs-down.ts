import { type TimeAxis } from "../contracts/model-map";
import { type SheetIndex } from "../workbook/sheet-index";
import { type HeaderRun } from "./header-run";

/** Of a column of prices, or of the years of a ledger, some always follow one another: a header is most of its column. */
const leastOfItsColumn = 0.6;
/** A sheet of lists (prices by day and stock) has as many runs as columns; beyond these nobody reads them as a model. */
const mostRunsDown = 40;
const fewestPeriods = 3;
/** The years that label the rows of a waterfall stand at most so far left of its columns. */
const farthestRowLabel = 8;

/** The columns of a sheet down which time goes. */
export function runsDown(
  sheet: SheetIndex,
  runs: readonly HeaderRun[],
  across: readonly { readonly axis: TimeAxis; readonly headerLines: readonly number[] }[],
): HeaderRun[] {
  return runs.filter((run) => isUnbroken(sheet, run) && !labelsRows(run, across)).slice(0, mostRunsDown);
}

/** At least three, with nothing else between them, that are no piece of a longer column of numbers. */
function isUnbroken(sheet: SheetIndex, { entries, line0, repeats }: HeaderRun): boolean {
  if (entries.length < fewestPeriods || repeats) return false;
  const first0 = entries[0]!.position0;
  const last0 = entries.at(-1)!.position0;
  const own = new Set(entries.map((entry) => entry.position0));
  for (let row0 = first0; row0 <= last0; row0++)
    if (!own.has(row0) && (sheet.cellAt(row0, line0)?.value ?? null) !== null) return false;
  const others =
    numbersFrom(sheet, line0, first0 - 1, -1, own.size) + numbersFrom(sheet, line0, last0 + 1, 1, own.size);
  return own.size >= (own.size + others) * leastOfItsColumn;
}

/** How many numbers follow one another without a gap, up or down. */
function numbersFrom(sheet: SheetIndex, column0: number, row0: number, step: 1 | -1, most: number): number {
  let count = 0;
  while (count < most && typeof sheet.cellAt(row0 + count * step, column0)?.value === "number") count++;
  return count;
}

/** Inside or right before a block whose time goes across such a list labels the rows of a waterfall. */
function labelsRows(
  run: HeaderRun,
  across: readonly { readonly axis: TimeAxis; readonly headerLines: readonly number[] }[],
): boolean {
  const first0 = run.entries[0]!.position0;
  const last0 = run.entries.at(-1)!.position0;
  return across.some(({ axis, headerLines }) => {
    const sharesRows = first0 <= axis.span.last0 && last0 >= Math.min(...headerLines);
    const nearest0 = axis.periods[0]!.index0 - farthestRowLabel;
    return sharesRows && run.line0 >= nearest0 && run.line0 <= axis.periods.at(-1)!.index0;
  });
}
