import { type Area, type SheetOutline } from "./areas";
import { type BatchOptions, type RunBatch } from "./run-batch";

export interface WorkbookOutline {
  readonly name: string;
  readonly iterative: boolean;
  readonly sheets: readonly SheetOutline[];
  /** The used range of every sheet that has one. */
  readonly used: readonly Area[];
}

/** Names, visibility and used ranges, hidden sheets included. */
export async function readOutline(run: RunBatch, options: BatchOptions): Promise<WorkbookOutline> {
  const { name, iterative, sheets } = await run(async (context) => {
    const { workbook } = context;
    workbook.load("name");
    const iteration = workbook.application.iterativeCalculation.load("enabled");
    const collection = workbook.worksheets.load("items/id,items/name,items/visibility");
    await context.sync();
    const outlines = collection.items.map((sheet): SheetOutline => ({
      id: sheet.id,
      name: sheet.name,
      visibility: visibilityOf(sheet.visibility),
    }));
    return { name: workbook.name, iterative: iteration.enabled, sheets: outlines };
  }, options);
  const whole = sheets.map((sheet) => ({ sheet, position: null }));
  return { name, iterative, sheets, used: await readUsedRanges(run, whole, options) };
}

/**
 * The part of each area (of the whole sheet, where position is null) that holds values; empty areas fall away,
 * which is how a million blank rows cost one question. So do areas of a sheet deleted meanwhile.
 */
export async function readUsedRanges(
  run: RunBatch,
  areas: readonly (Area | { readonly sheet: SheetOutline; readonly position: null })[],
  options: BatchOptions,
): Promise<Area[]> {
  return run(async (context) => {
    const asked = areas.map(({ sheet, position }) => {
      const worksheet = context.workbook.worksheets.getItemOrNullObject(sheet.id);
      const used =
        position === null
          ? worksheet.getUsedRangeOrNullObject(true)
          : rangeOf(worksheet, { sheet, position }).getUsedRangeOrNullObject(true);
      return used.load("rowIndex,columnIndex,rowCount,columnCount");
    });
    await context.sync();
    return asked.flatMap((used, i) => {
      const sheet = areas[i]?.sheet;
      if (used.isNullObject || sheet === undefined) return [];
      const { rowIndex: startRow0, columnIndex: startColumn0, rowCount, columnCount } = used;
      const position = {
        startRow0,
        startColumn0,
        endRow0: startRow0 + rowCount - 1,
        endColumn0: startColumn0 + columnCount - 1,
      };
      return [{ sheet, position }];
    });
  }, options);
}

export function rangeOf(worksheet: Excel.Worksheet, { position }: Area): Excel.Range {
  const { startRow0, startColumn0, endRow0, endColumn0 } = position;
  return worksheet.getRangeByIndexes(startRow0, startColumn0, endRow0 - startRow0 + 1, endColumn0 - startColumn0 + 1);
}

function visibilityOf(visibility: string): SheetOutline["visibility"] {
  return visibility === "Visible" ? "visible" : visibility === "Hidden" ? "hidden" : "very-hidden";
}
