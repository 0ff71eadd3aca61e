import { type SelectionRead } from "../contracts/workbook-host";
import { SelectionNotOneRange } from "./office-errors";
import { cellOf, looksLikeAnError } from "./read-cells";
import { readLimits, selectionCellsKept } from "./read-limits";
import { withoutSheet } from "./read-names";
import { asReadFailure, hostCodeOf, type RunBatch } from "./run-batch";

/** While a cell is edited a selection is asked for again for this long. */
export const selectionPatienceMs = 8_000;

/**
 * The selected block and its filled cells, at most 400. Whole columns cost no more than what they hold.
 * Throws `office/selection-not-one-range`, `office/cell-being-edited`.
 */
export async function readSelection(run: RunBatch): Promise<SelectionRead> {
  return run(selected, { patienceMs: selectionPatienceMs }).catch((thrown: unknown) => {
    const code = hostCodeOf(thrown);
    if (code === "InvalidSelection" || code === "InvalidReference") throw new SelectionNotOneRange(thrown);
    throw asReadFailure(thrown);
  });
}

async function selected(context: Excel.RequestContext): Promise<SelectionRead> {
  const { workbook } = context;
  workbook.load("name");
  const range = workbook.getSelectedRange().load("address");
  const sheet = range.worksheet.load("name");
  const used = range.getUsedRangeOrNullObject(true).load("rowIndex,columnIndex,rowCount,columnCount");
  await context.sync();
  const place = { workbook: workbook.name, sheet: sheet.name, range: withoutSheet(range.address) };
  if (used.isNullObject) return { ...place, cells: [], truncated: false };

  const { rowIndex, columnIndex, rowCount, columnCount } = used;
  const columns = Math.min(columnCount, readLimits.batchCells);
  const rows = Math.min(rowCount, Math.max(1, Math.floor(readLimits.batchCells / columns)));
  const read = sheet
    .getRangeByIndexes(rowIndex, columnIndex, rows, columns)
    .load("values,formulas,numberFormat,valueTypes");
  await context.sync();

  const filled = read.values.flatMap((row: readonly unknown[], i) =>
    row.flatMap((raw, j) => {
      const isError = looksLikeAnError(raw) && (read.valueTypes[i]?.[j] as string | undefined) === "Error";
      const cell = cellOf(raw, read.formulas[i]?.[j], read.numberFormat[i]?.[j], isError);
      return cell === null ? [] : [{ rowIndex0: rowIndex + i, columnIndex0: columnIndex + j, ...cell }];
    }),
  );
  return {
    ...place,
    cells: filled.slice(0, selectionCellsKept),
    truncated: filled.length > selectionCellsKept || rows < rowCount || columns < columnCount,
  };
}
