import { type CellAddress } from "../../../src/contracts/model-map";
import { type WorkbookSnapshot } from "../../../src/contracts/workbook-snapshot";
import { columnsOfASheet, rowsOfASheet } from "../../../src/workbook/address";
import { relocateCells } from "../../support/relocate-cells";

/** Before which lines of a sheet how many empty ones are put in. */
export interface Spread {
  readonly rows: ReadonlyMap<number, number>;
  readonly columns: ReadonlyMap<number, number>;
}

/** A workbook laid out anew, and where each cell of the old one went. */
export interface LaidOut {
  readonly workbook: WorkbookSnapshot;
  readonly placeOf: (address: CellAddress) => CellAddress;
}

/** Empty rows and columns put into sheets, all at once: one by one every formula would be read for each of them. */
export function spreadSheets(workbook: WorkbookSnapshot, spreads: ReadonlyMap<string, Spread>): LaidOut {
  const shifts = new Map(
    [...spreads].map(([sheet, { rows, columns }]) => [
      sheet,
      { row: shiftBy(rows, rowsOfASheet), column: shiftBy(columns, columnsOfASheet) },
    ]),
  );
  let spread = workbook;
  for (const [sheet, { row, column }] of shifts) {
    const cell = (place: { readonly rowIndex0: number; readonly columnIndex0: number }) => ({
      rowIndex0: row(place.rowIndex0),
      columnIndex0: column(place.columnIndex0),
    });
    spread = relocateCells(spread, { sheet, cell, range: (start, end) => ({ start: cell(start), end: cell(end) }) });
  }
  return {
    workbook: spread,
    placeOf: (address) => {
      const shift = shifts.get(address.sheet);
      if (shift === undefined) return address;
      return { ...address, rowIndex0: shift.row(address.rowIndex0), columnIndex0: shift.column(address.columnIndex0) };
    },
  };
}

/** The first and the last line of a sheet stay: a whole column remains one. */
function shiftBy(inserted: ReadonlyMap<number, number>, lines: number): (index0: number) => number {
  const sorted = [...inserted].sort(([a], [b]) => a - b);
  return (index0) => {
    if (index0 === lines - 1) return index0;
    let shift = 0;
    for (const [before0, count] of sorted) {
      if (before0 > index0) break;
      shift += count;
    }
    return Math.min(index0 + shift, lines - 1);
  };
}
