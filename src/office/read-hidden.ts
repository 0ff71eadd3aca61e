import { type Area, columnCountOf, rowCountOf } from "./areas";
import { rangeOf } from "./read-outline";
import { type BatchOptions, type RunBatch } from "./run-batch";

export interface HiddenLines {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

interface Stretch {
  readonly first0: number;
  readonly last0: number;
}

/** A filter over thousands of rows would take thousands of questions; then it is left unknown. */
const mostStretches = 2_000;
const partsOfAStretch = 16;

/** Hidden rows and columns inside each used range, in the order of `used`. */
export async function readHidden(
  run: RunBatch,
  used: readonly Area[],
  options: BatchOptions,
): Promise<readonly HiddenLines[]> {
  const whole = await run(async (context) => {
    const ranges = used.map((area) =>
      rangeOf(context.workbook.worksheets.getItemOrNullObject(area.sheet.id), area).load("rowHidden,columnHidden"),
    );
    await context.sync();
    return ranges.map((range) => (range.isNullObject ? null : { row: range.rowHidden, column: range.columnHidden }));
  }, options);
  const found: HiddenLines[] = [];
  for (const [i, area] of used.entries()) {
    const state = whole[i];
    const isAny = (hidden: boolean | null | undefined) => hidden !== false && hidden !== undefined;
    found.push({
      rows: isAny(state?.row) ? await hiddenLines(run, area, "rowHidden", options) : [],
      columns: isAny(state?.column) ? await hiddenLines(run, area, "columnHidden", options) : [],
    });
  }
  return found;
}

/** Excel says true, false, or null for a mixture: mixtures are cut up until none is left. */
async function hiddenLines(
  run: RunBatch,
  area: Area,
  property: "rowHidden" | "columnHidden",
  options: BatchOptions,
): Promise<number[]> {
  const { position } = area;
  const start0 = property === "rowHidden" ? position.startRow0 : position.startColumn0;
  const length = property === "rowHidden" ? rowCountOf(position) : columnCountOf(position);
  const hidden: number[] = [];
  let asked = 0;
  let open: Stretch[] = [{ first0: start0, last0: start0 + length - 1 }];
  while (open.length > 0) {
    asked += open.length;
    if (asked > mostStretches) return [];
    const states = await hiddenStates(run, area, open, property, options);
    const mixed: Stretch[] = [];
    open.forEach((stretch, i) => {
      if (states[i] === true) for (let line = stretch.first0; line <= stretch.last0; line++) hidden.push(line);
      if (states[i] === null && stretch.last0 > stretch.first0) mixed.push(...partsOf(stretch));
    });
    open = mixed;
  }
  return hidden.sort((a, b) => a - b);
}

async function hiddenStates(
  run: RunBatch,
  { sheet, position }: Area,
  stretches: readonly Stretch[],
  property: "rowHidden" | "columnHidden",
  options: BatchOptions,
): Promise<(boolean | null)[]> {
  return run(async (context) => {
    const worksheet = context.workbook.worksheets.getItemOrNullObject(sheet.id);
    const ranges = stretches.map(({ first0, last0 }) => {
      const part =
        property === "rowHidden"
          ? { ...position, startRow0: first0, endRow0: last0 }
          : { ...position, startColumn0: first0, endColumn0: last0 };
      return rangeOf(worksheet, { sheet, position: part }).load(property);
    });
    await context.sync();
    return ranges.map((range) => (range.isNullObject ? false : (range[property] as boolean | null)));
  }, options);
}

function partsOf({ first0, last0 }: Stretch): Stretch[] {
  const step = Math.ceil((last0 - first0 + 1) / partsOfAStretch);
  const parts: Stretch[] = [];
  for (let start0 = first0; start0 <= last0; start0 += step) {
    parts.push({ first0: start0, last0: Math.min(start0 + step - 1, last0) });
  }
  return parts;
}
