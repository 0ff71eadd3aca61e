import { type Period, type TimeAxis } from "../../../src/contracts/model-map";
import { type Cell, type CellValue, type WorkbookSnapshot } from "../../../src/contracts/workbook-snapshot";
import { cellKey } from "../../../src/workbook/cell-key";
import { edited } from "../../support/relocate-cells";

/** What stands in a header's cell instead; null: the cell stays. */
export interface NewHeader {
  readonly value: CellValue;
  readonly numberFormat: string | null;
}

/** The headers of the axes written otherwise: what `write` gives for a period replaces the cell of the main header line. */
export function editHeaders(
  workbook: WorkbookSnapshot,
  axes: readonly TimeAxis[],
  write: (period: Period, axis: TimeAxis) => NewHeader | null,
): WorkbookSnapshot {
  const bySheet = new Map<string, Map<number, NewHeader>>();
  for (const axis of axes) {
    let written = bySheet.get(axis.sheet);
    if (written === undefined) bySheet.set(axis.sheet, (written = new Map<number, NewHeader>()));
    for (const period of axis.periods) {
      const header = write(period, axis);
      if (header !== null) written.set(placeOnAxis(axis, period.index0), header);
    }
  }
  const sheets = workbook.sheets.map((sheet) => {
    const written = bySheet.get(sheet.name);
    if (written === undefined) return sheet;
    const cells = sheet.cells.flatMap((cell): Cell[] => {
      const header = written.get(cellKey(cell.rowIndex0, cell.columnIndex0));
      if (header === undefined) return [cell];
      return header.value === null ? [] : [{ ...cell, ...header, formula: null }];
    });
    return { ...sheet, cells };
  });
  return edited(workbook, { sheets });
}

function placeOnAxis(axis: TimeAxis, position0: number): number {
  return axis.orientation === "columns" ? cellKey(axis.headerIndex0, position0) : cellKey(position0, axis.headerIndex0);
}
