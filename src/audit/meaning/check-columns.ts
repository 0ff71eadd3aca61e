import { type AuditContext } from "../audit-context";
import { oncePerReview } from "../once-per-review";
import { type LabelledRow } from "../lines/labelled-rows";
import { shapeAt } from "../lines/zones";

const headsChecks =
  /^\s*(?:(?:balance|cash|model|total|sum|error)\s+)?checks?\??\s*$|^\s*in balance\??\s*$|^\s*ok\?\s*$/iu;
const mostRowsDown = 80;
const fewest = 2;

type Entry = LabelledRow["cells"][number];

/** Columns headed as checks, of tables whose rows are checked at their end; a list of different checks row by row. */
export const checkColumns = oncePerReview((context): readonly LabelledRow[] => findColumns(context));

function findColumns(context: AuditContext): LabelledRow[] {
  return context.index.sheets.flatMap((sheet) =>
    sheet.usedRows.flatMap((rowIndex0) => {
      const row = sheet.cellsOfRow(rowIndex0);
      /** A heading stands among headings, not before figures. */
      const isHeading = row.length > 1 && row.every(({ value }) => typeof value === "string" || value === null);
      if (!isHeading) return [];
      return row.flatMap(({ value, formula, columnIndex0 }): LabelledRow[] => {
        if (formula !== null || typeof value !== "string" || !headsChecks.test(value)) return [];
        const cells = formulasBelow(context, sheet.name, rowIndex0, columnIndex0);
        if (cells.length < fewest) return [];
        const shapes = new Set(cells.map(({ address }) => shapeAt(context, address)));
        const column = { sheet: sheet.name, rowIndex0, labelCell: sheet.addressAt(rowIndex0, columnIndex0), cells };
        if (shapes.size === 1) return [{ ...column, label: value.trim() }];
        return cells.flatMap((entry) => namedByRow(context, entry));
      });
    }),
  );
}

function formulasBelow(context: AuditContext, sheetName: string, heading0: number, columnIndex0: number): Entry[] {
  const cells: Entry[] = [];
  for (let rowIndex0 = heading0 + 1, blanks = 0; rowIndex0 <= heading0 + mostRowsDown && blanks < 2; rowIndex0++) {
    const address = { sheet: sheetName, rowIndex0, columnIndex0 };
    const cell = context.cellAt(address);
    if (cell === null || cell.value === null) blanks += 1;
    else if (typeof cell.value === "string" && cell.formula === null) break;
    else {
      blanks = 0;
      if (cell.formula !== null) cells.push({ address, cell });
    }
  }
  return cells;
}

/** The check under the name of its row: the nearest words at its left. */
function namedByRow(context: AuditContext, entry: Entry): LabelledRow[] {
  const { sheet, rowIndex0, columnIndex0 } = entry.address;
  for (let left = columnIndex0 - 1; left >= 0; left--) {
    const labelCell = { sheet, rowIndex0, columnIndex0: left };
    const label = context.cellAt(labelCell)?.value;
    if (typeof label === "string" && /\p{L}/u.test(label))
      return [{ sheet, rowIndex0, label: label.trim(), labelCell, cells: [entry] }];
  }
  return [];
}
