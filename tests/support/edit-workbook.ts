import { type CellRange, type SheetSnapshot, type WorkbookSnapshot } from "../../src/contracts/workbook-snapshot";
import { columnsOfASheet, formatRange, parseRange, rowsOfASheet } from "../../src/workbook/address";
import { fingerprintOf } from "../../src/workbook/fingerprint";
import { type Corner, type FormulaNodeOf, type SheetQualifier } from "../../src/workbook/formula";
import { fromR1C1, toR1C1 } from "../../src/workbook/r1c1";
import { mapReferences } from "./map-references";

type Place = Pick<Corner, "rowIndex0" | "columnIndex0">;
/** Where the cells of one sheet go; formulas that read them follow. */
interface Relocation {
  readonly sheet: string;
  readonly cell: (place: Place) => Place;
  readonly range: (start: Place, end: Place) => { readonly start: Place; readonly end: Place };
}

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

function edited(
  workbook: WorkbookSnapshot,
  change: Partial<Pick<WorkbookSnapshot, "sheets" | "names" | "tables">>,
): WorkbookSnapshot {
  const next = { ...workbook, ...change };
  return { ...next, fingerprint: fingerprintOf(next) };
}

/** Whether a formula may name the sheet: reading every formula once a sheet takes minutes. */
function namesSheet(name: string): (formula: string) => boolean {
  const spelled = name.replaceAll("'", "''").toLowerCase();
  return (formula) => formula.includes("!") && formula.toLowerCase().includes(spelled);
}

function withFormulas(sheet: SheetSnapshot, edit: (formula: string) => string): SheetSnapshot {
  return {
    ...sheet,
    cells: sheet.cells.map((cell) => {
      const formula = cell.formula === null ? null : edit(cell.formula);
      return formula === cell.formula ? cell : { ...cell, formula };
    }),
  };
}

function spelled(qualifier: SheetQualifier, sheet: string, lastSheet: string | null): SheetQualifier {
  const both = lastSheet === null ? sheet : `${sheet}:${lastSheet}`;
  return { ...qualifier, sheet, lastSheet, written: `'${both.replaceAll("'", "''")}'!` };
}

function relocateCells(workbook: WorkbookSnapshot, relocation: Relocation): WorkbookSnapshot {
  const isIt = (name: string) => name.toLowerCase() === relocation.sheet.toLowerCase();
  const mayName = namesSheet(relocation.sheet);
  const edit = (formula: string, home: string) => (isIt(home) || mayName(formula) ? relocate(formula, home) : formula);
  const relocate = (formula: string, home: string) =>
    mapReferences(formula, (node) => {
      if (node.kind !== "reference" || (node.qualifier !== null && node.qualifier.book !== null)) return node;
      if (!isIt(node.qualifier?.sheet ?? home) || (node.qualifier?.lastSheet ?? null) !== null) return node;
      return { ...node, ...relocated(node, relocation) };
    });
  const sheets = workbook.sheets.map((sheet) => {
    const rewritten = withFormulas(sheet, (formula) => edit(formula, sheet.name));
    return isIt(sheet.name) ? movedCells(rewritten, relocation) : rewritten;
  });
  return edited(workbook, {
    sheets,
    names: workbook.names.map((name) => ({ ...name, formula: edit(name.formula, name.sheet ?? "") })),
    tables: workbook.tables.map((table) =>
      isIt(table.sheet) ? { ...table, range: movedRange(table.range, relocation) } : table,
    ),
  });
}

function relocated(
  node: FormulaNodeOf<"reference">,
  { range }: Relocation,
): Pick<FormulaNodeOf<"reference">, "start" | "end"> {
  const top = {
    rowIndex0: Math.min(node.start.rowIndex0, node.end.rowIndex0),
    columnIndex0: Math.min(node.start.columnIndex0, node.end.columnIndex0),
  };
  const bottom = {
    rowIndex0: Math.max(node.start.rowIndex0, node.end.rowIndex0),
    columnIndex0: Math.max(node.start.columnIndex0, node.end.columnIndex0),
  };
  const after = range(top, bottom);
  const carried = (corner: Corner): Corner => ({
    ...corner,
    rowIndex0: corner.rowIndex0 === top.rowIndex0 ? after.start.rowIndex0 : after.end.rowIndex0,
    columnIndex0: corner.columnIndex0 === top.columnIndex0 ? after.start.columnIndex0 : after.end.columnIndex0,
  });
  return { start: carried(node.start), end: carried(node.end) };
}

function movedCells(sheet: SheetSnapshot, { cell }: Relocation): SheetSnapshot {
  return {
    ...sheet,
    hiddenRows: sheet.hiddenRows.map((rowIndex0) => cell({ rowIndex0, columnIndex0: 0 }).rowIndex0),
    hiddenColumns: sheet.hiddenColumns.map((columnIndex0) => cell({ rowIndex0: 0, columnIndex0 }).columnIndex0),
    cells: sheet.cells
      .map((one) => ({ ...one, ...cell(one) }))
      .sort((a, b) => a.rowIndex0 - b.rowIndex0 || a.columnIndex0 - b.columnIndex0),
  };
}

function movedRange(text: string, { range }: Relocation): string {
  const position = parseRange(text);
  if (position === null) return text;
  const { start, end } = range(
    { rowIndex0: position.startRow0, columnIndex0: position.startColumn0 },
    { rowIndex0: position.endRow0, columnIndex0: position.endColumn0 },
  );
  return formatRange({
    startRow0: start.rowIndex0,
    startColumn0: start.columnIndex0,
    endRow0: end.rowIndex0,
    endColumn0: end.columnIndex0,
  });
}
