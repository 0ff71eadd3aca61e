import { isCellErrorCode } from "../contracts/cell-error-codes";
import { type Cell, type CellValue } from "../contracts/workbook-snapshot";
import { type Area, cellCountOf, splitArea } from "./areas";
import { rangeOf } from "./read-outline";
import { type BatchOptions, hostCodeOf, type RunBatch } from "./run-batch";

export interface AreaRead {
  readonly area: Area;
  /** Null where the sheet was deleted meanwhile. */
  readonly cells: readonly Cell[] | null;
}

/**
 * The filled cells of each area, in one request where the answer fits 5 MB; where it does not (long formulas),
 * the areas are halved until it does.
 */
export async function readCells(
  run: RunBatch,
  areas: readonly Area[],
  options: BatchOptions,
): Promise<readonly AreaRead[]> {
  const grids = await readGrids(run, areas, options).catch((thrown: unknown) => {
    if (hostCodeOf(thrown) === "ResponsePayloadSizeLimitExceeded") return "too large" as const;
    throw thrown;
  });
  if (grids !== "too large") return grids;
  const halves = halve(areas);
  const read: AreaRead[] = [];
  for (const half of halves) read.push(...(await readCells(run, half, options)));
  return read;
}

function halve(areas: readonly Area[]): Area[][] {
  const [only] = areas;
  if (only === undefined) return [];
  if (areas.length > 1) {
    const middle = Math.ceil(areas.length / 2);
    return [areas.slice(0, middle), areas.slice(middle)];
  }
  return splitArea(only, Math.max(1, Math.ceil(cellCountOf(only.position) / 2)), 2).map((part) => [part]);
}

async function readGrids(
  run: RunBatch,
  areas: readonly Area[],
  options: BatchOptions,
): Promise<AreaRead[] | "too large"> {
  return run(async (context) => {
    const ranges = areas.map((area) =>
      rangeOf(context.workbook.worksheets.getItemOrNullObject(area.sheet.id), area).load(
        "values,formulas,numberFormat",
      ),
    );
    await context.sync();
    const present = ranges.filter((range) => !range.isNullObject);
    // Excel gives null instead of a grid where a read is too large; office.js types do not say so.
    if (present.some((range) => (range.values as unknown) === null || (range.formulas as unknown) === null)) {
      return "too large" as const;
    }
    const doubtful = present.filter((range) => range.values.some((row) => row.some(looksLikeAnError)));
    doubtful.forEach((range) => range.load("valueTypes"));
    if (doubtful.length > 0) await context.sync();
    return ranges.map((range, i) => {
      const area = areas[i]!;
      if (range.isNullObject) return { area, cells: null };
      return { area, cells: cellsOf(area, range, doubtful.includes(range) ? range.valueTypes : null) };
    });
  }, options);
}

/** Sparse and row-major. */
function cellsOf(area: Area, range: Excel.Range, valueTypes: readonly (readonly string[])[] | null): Cell[] {
  const { startRow0, startColumn0 } = area.position;
  const cells: Cell[] = [];
  range.values.forEach((row: readonly unknown[], i) => {
    row.forEach((raw, j) => {
      const cell = cellOf(raw, range.formulas[i]?.[j], range.numberFormat[i]?.[j], valueTypes?.[i]?.[j] === "Error");
      if (cell !== null) cells.push({ rowIndex0: startRow0 + i, columnIndex0: startColumn0 + j, ...cell });
    });
  });
  return cells;
}

/** One cell as Excel hands it over; null for a blank one. */
export function cellOf(
  raw: unknown,
  rawFormula: unknown,
  rawFormat: unknown,
  isError: boolean,
): Pick<Cell, "value" | "formula" | "numberFormat"> | null {
  // Text that begins with "=" comes back as its own formula; a real formula never equals its value.
  const formula =
    typeof rawFormula === "string" && rawFormula.startsWith("=") && rawFormula !== raw ? rawFormula : null;
  if (formula === null && (raw === "" || raw === null || raw === undefined)) return null;
  const numberFormat = typeof rawFormat === "string" && rawFormat !== "General" ? rawFormat : null;
  return { value: valueOf(raw, isError), formula, numberFormat };
}

function valueOf(raw: unknown, isError: boolean): CellValue {
  if (typeof raw === "number" || typeof raw === "boolean") return raw;
  if (typeof raw !== "string") return null;
  if (!isError) return raw;
  return { error: isCellErrorCode(raw) ? raw : "#UNKNOWN!" };
}

/** An error travels as its text; only the cell's type tells it from text typed by someone. */
export function looksLikeAnError(raw: unknown): boolean {
  return typeof raw === "string" && raw.startsWith("#") && (isCellErrorCode(raw) || /^#[A-Z/0!?_]+$/.test(raw));
}
