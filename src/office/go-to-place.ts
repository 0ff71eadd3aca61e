import { NoSuchPlace, PlaceHidden } from "./office-errors";
import { asReadFailure, hostCodeOf, type RunBatch } from "./run-batch";
import { selectionPatienceMs } from "./read-selection";

/** Shows and selects a range. Throws `office/no-such-place`, `office/place-hidden`, `office/cell-being-edited`. */
export async function goToPlace(run: RunBatch, { sheet, range }: { sheet: string; range: string }): Promise<void> {
  const options = { patienceMs: selectionPatienceMs };
  try {
    await run(async (context) => {
      const worksheet = context.workbook.worksheets.getItemOrNullObject(sheet).load("visibility");
      await context.sync();
      if (worksheet.isNullObject) throw new NoSuchPlace(sheet, range);
      if (worksheet.visibility !== "Visible") throw new PlaceHidden(sheet, range);
      worksheet.activate();
      worksheet.getRange(range).select();
      await context.sync();
    }, options);
  } catch (thrown) {
    const code = hostCodeOf(thrown);
    if (code === "ItemNotFound" || code === "InvalidArgument") throw new NoSuchPlace(sheet, range);
    throw asReadFailure(thrown);
  }
}
