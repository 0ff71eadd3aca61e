import { type CellRange, type WorkbookSnapshot } from "../../src/contracts/workbook-snapshot";
import { columnsOfASheet, rowsOfASheet } from "../../src/workbook/address";
import { type SheetQualifier } from "../../src/workbook/formula";
import { fromR1C1, toR1C1 } from "../../src/workbook/r1c1";
import { mapReferences } from "./map-references";
import { edited, namesSheet, type Place, relocateCells, withFormulas } from "./relocate-cells";

/** Empty rows put in before a row, as Excel does it: ranges around them grow, what is below moves down. */
export function insertRows(
  workbook: WorkbookSnapshot,
  sheet: string,
  beforeRow0: number,
  count: number,
): WorkbookSnapshot {
  const cell = ({ rowIndex0, columnIndex0 }: Place) => ({
    rowIndex0: rowIndex0 >= beforeRow0 ? Math.min(rowIndex0 + count, rowsOfASheet - 1) : rowIndex0,
    columnIndex0,
  });
  const range = (start: Place, end: Place) =>
    start.rowIndex0 === 0 && end.rowIndex0 === rowsOfASheet - 1
      ? { start, end }
      : { start: cell(start), end: cell(end) };
  return relocateCells(workbook, { sheet, cell, range });
}

/** Empty columns put in before a column. */
export function insertColumns(
  workbook: WorkbookSnapshot,
  sheet: string,
  beforeColumn0: number,
  count: number,
): WorkbookSnapshot {
  const cell = ({ rowIndex0, columnIndex0 }: Place) => ({
    rowIndex0,
    columnIndex0: columnIndex0 >= beforeColumn0 ? Math.min(columnIndex0 + count, columnsOfASheet - 1) : columnIndex0,
  });
  const range = (start: Place, end: Place) =>
    start.columnIndex0 === 0 && end.columnIndex0 === columnsOfASheet - 1
      ? { start, end }
      : { start: cell(start), end: cell(end) };
  return relocateCells(workbook, { sheet, cell, range });
}

/** A block cut and pasted on its own sheet: whatever lies wholly inside it moves, and every formula follows. */
export function moveBlock(
  workbook: WorkbookSnapshot,
  block: CellRange,
  rows: number,
  columns: number,
): WorkbookSnapshot {
  const isInside = ({ rowIndex0, columnIndex0 }: Place) =>
    block.startRow0 <= rowIndex0 &&
    rowIndex0 <= block.endRow0 &&
    block.startColumn0 <= columnIndex0 &&
    columnIndex0 <= block.endColumn0;
  const moved = ({ rowIndex0, columnIndex0 }: Place) => ({
    rowIndex0: rowIndex0 + rows,
    columnIndex0: columnIndex0 + columns,
  });
  return relocateCells(workbook, {
    sheet: block.sheet,
    cell: (place) => (isInside(place) ? moved(place) : place),
    range: (start, end) =>
      isInside(start) && isInside(end) ? { start: moved(start), end: moved(end) } : { start, end },
  });
}

/** Another name for a sheet, in every formula too. */
export function renameSheet(workbook: WorkbookSnapshot, from: string, to: string): WorkbookSnapshot {
  const renamed = (name: string) => (name.toLowerCase() === from.toLowerCase() ? to : name);
  const mayName = namesSheet(from);
  const edit = (formula: string) => (mayName(formula) ? rename(formula) : formula);
  const rename = (formula: string) =>
    mapReferences(formula, (node) => {
      const { qualifier } = node;
      if (qualifier === null || qualifier.book !== null || qualifier.sheet === null) return node;
      const [sheet, lastSheet] = [
        renamed(qualifier.sheet),
        qualifier.lastSheet === null ? null : renamed(qualifier.lastSheet),
      ];
      if (sheet === qualifier.sheet && lastSheet === qualifier.lastSheet) return node;
      return { ...node, qualifier: spelled(qualifier, sheet, lastSheet) };
    });
  return edited(workbook, {
    sheets: workbook.sheets.map((sheet) => ({ ...withFormulas(sheet, edit), name: renamed(sheet.name) })),
    names: workbook.names.map((name) => ({
      ...name,
      formula: edit(name.formula),
      sheet: name.sheet === null ? null : renamed(name.sheet),
    })),
    tables: workbook.tables.map((table) => ({ ...table, sheet: renamed(table.sheet) })),
  });
}

/** The sheets in another order. A formula over several sheets (Jan:Dec!B2) would mean others: such workbooks stay as they are. */
export function shuffleSheets(workbook: WorkbookSnapshot, random: () => number): WorkbookSnapshot {
  const spansSheets = workbook.sheets.some((sheet) =>
    sheet.cells.some(({ formula }) => formula !== null && /:[^(),+*/-]*!/u.test(formula)),
  );
  if (spansSheets) return workbook;
  const drawn = workbook.sheets.map((sheet) => ({ sheet, at: random() })).sort((a, b) => a.at - b.at);
  return edited(workbook, { sheets: drawn.map(({ sheet }) => sheet) });
}

/** Every formula through R1C1 and back. */
export function respellFormulas(workbook: WorkbookSnapshot): WorkbookSnapshot {
  const sheets = workbook.sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map((cell) => {
      const r1c1 = cell.formula === null ? null : toR1C1(cell.formula, cell);
      return r1c1 === null ? cell : { ...cell, formula: fromR1C1(r1c1, cell) };
    }),
  }));
  return edited(workbook, { sheets });
}

function spelled(qualifier: SheetQualifier, sheet: string, lastSheet: string | null): SheetQualifier {
  const both = lastSheet === null ? sheet : `${sheet}:${lastSheet}`;
  return { ...qualifier, sheet, lastSheet, written: `'${both.replaceAll("'", "''")}'!` };
}
