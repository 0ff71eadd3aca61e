import { AppError } from "../contracts/app-error";
import { type SelectionRead } from "../contracts/workbook-host";
import { type WorkbookSnapshot } from "../contracts/workbook-snapshot";
import { formatRange, parseFullReference } from "./address";

/** The range is not written as one, or names a sheet the workbook does not have. */
export class NoSuchRangeError extends AppError {
  readonly code = "workbook/no-such-range";

  constructor(reference: string, sheets: readonly string[]) {
    super(
      `There is no range "${reference}" in this workbook. Write it as "Sheet!A1:C9"; its sheets are ${sheets.slice(0, 12).join(", ")}.`,
    );
  }
}

/** As many cells as a selection in the pane gives. */
const mostCells = 400;

/** What selecting "Sheet!A1:C9" in the snapshot would give. */
export function selectRange(snapshot: WorkbookSnapshot, reference: string): SelectionRead {
  const names = snapshot.sheets.map((sheet) => sheet.name);
  const range = parseFullReference(reference.trim(), names[0] ?? "");
  const sheet = snapshot.sheets.find((each) => each.name.toLowerCase() === range?.sheet.toLowerCase());
  if (range === null || sheet === undefined) throw new NoSuchRangeError(reference, names);
  const inside = sheet.cells.filter(
    ({ rowIndex0, columnIndex0 }) =>
      rowIndex0 >= range.startRow0 &&
      rowIndex0 <= range.endRow0 &&
      columnIndex0 >= range.startColumn0 &&
      columnIndex0 <= range.endColumn0,
  );
  return {
    workbook: snapshot.name,
    sheet: sheet.name,
    range: formatRange(range),
    cells: inside.slice(0, mostCells).map(({ rowIndex0, columnIndex0, value, formula, numberFormat }) => ({
      rowIndex0,
      columnIndex0,
      value,
      formula,
      numberFormat,
    })),
    truncated: inside.length > mostCells,
  };
}
