import { type SheetSnapshot, type WorkbookSnapshot } from "../../src/contracts/workbook-snapshot";
import { formatRange, parseRange } from "../../src/workbook/address";
import { fingerprintOf } from "../../src/workbook/fingerprint";
import { type Corner, type FormulaNodeOf } from "../../src/workbook/formula";
import { mapReferences } from "./map-references";

export type Place = Pick<Corner, "rowIndex0" | "columnIndex0">;
/** Where the cells of one sheet go; formulas that read them follow. */
export interface Relocation {
  readonly sheet: string;
  readonly cell: (place: Place) => Place;
  readonly range: (start: Place, end: Place) => { readonly start: Place; readonly end: Place };
}

/** The workbook with other sheets, names or tables, and the fingerprint that goes with them. */
export function edited(
  workbook: WorkbookSnapshot,
  change: Partial<Pick<WorkbookSnapshot, "sheets" | "names" | "tables">>,
): WorkbookSnapshot {
  const next = { ...workbook, ...change };
  return { ...next, fingerprint: fingerprintOf(next) };
}

/** Whether a formula may name the sheet: reading every formula once a sheet takes minutes. */
export function namesSheet(name: string): (formula: string) => boolean {
  const spelled = name.replaceAll("'", "''").toLowerCase();
  return (formula) => formula.includes("!") && formula.toLowerCase().includes(spelled);
}

export function withFormulas(sheet: SheetSnapshot, edit: (formula: string) => string): SheetSnapshot {
  return {
    ...sheet,
    cells: sheet.cells.map((cell) => {
      const formula = cell.formula === null ? null : edit(cell.formula);
      return formula === cell.formula ? cell : { ...cell, formula };
    }),
  };
}

/** The cells of one sheet moved to other places of it, and every formula, name and table after them. */
export function relocateCells(workbook: WorkbookSnapshot, relocation: Relocation): WorkbookSnapshot {
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
