import { type Cell } from "../../contracts/workbook-snapshot";
import { type SheetIndex } from "../../workbook/sheet-index";
import { type AuditContext } from "../audit-context";
import { rangeTotalAt } from "./range-totals";
import { segmentsOf, shapeAt, typed, type FormulaLine, type LineCell, type Segment } from "./zones";
import { oncePerReview } from "../once-per-review";

/** A formula that stands in a column of others and does not calculate as they do. */
export interface ColumnBreak {
  readonly line: FormulaLine;
  readonly odd: LineCell;
  /** The next cell over or under it with the column's own formula. */
  readonly pattern: LineCell;
  /** How many cells of the column carry that formula. */
  readonly alike: number;
}

/** Blank rows beyond this, or words, end a table. */
const mostBlankRows = 2;
const fewestAlike = 4;
/** One that leaves, and one of the others on either side of it. */
const fewestToBreak = 3;
const farthestInRow = 3;

/** Columns of every table of the workbook in which one formula may be expected. */
export const formulaColumns = oncePerReview((context): readonly FormulaLine[] =>
  context.index.sheets.flatMap((sheet) => columnsOf(context, sheet)),
);

/** Columns of one table, from their heading to the next words; totals of the column are left out, for they break it by right. */
function columnsOf(context: AuditContext, sheet: SheetIndex): FormulaLine[] {
  const lines: FormulaLine[] = [];
  const open = new Map<number, { heading: string; cells: LineCell[]; lastRow0: number }>();
  const close = (column: number) => {
    const run = open.get(column);
    if (run === undefined || run.cells.length < fewestAlike) return;
    const heading = run.heading === "" ? sheet.name : run.heading;
    const block = `${sheet.name}/${heading}`;
    lines.push({ id: `${sheet.name} › ${run.heading}`, label: heading, sheet: sheet.name, block, cells: run.cells });
  };
  for (const rowIndex0 of sheet.usedRows) {
    let label: string | null = null;
    for (const cell of sheet.cellsOfRow(rowIndex0)) {
      if (isWords(cell)) {
        label = cell.value.trim();
        close(cell.columnIndex0);
        open.set(cell.columnIndex0, { heading: label, cells: [], lastRow0: rowIndex0 });
        continue;
      }
      if (cell.formula === null && typeof cell.value !== "number") continue;
      const address = sheet.addressAt(rowIndex0, cell.columnIndex0);
      const run = open.get(cell.columnIndex0) ?? { heading: "", cells: [], lastRow0: rowIndex0 };
      if (rowIndex0 - run.lastRow0 > mostBlankRows + 1) {
        close(cell.columnIndex0);
        run.cells = [];
      }
      run.lastRow0 = rowIndex0;
      open.set(cell.columnIndex0, run);
      if (cell.formula === null || rangeTotalAt(context, address)?.direction !== "down")
        run.cells.push({ address, cell, called: label, inForecast: false });
    }
  }
  for (const column of open.keys()) close(column);
  return lines;
}

/** "%" heads a column as well as "Share" does. */
function isWords(cell: Cell): cell is Cell & { readonly value: string } {
  return typeof cell.value === "string" && cell.formula === null && /[^\s\d.,()-]/u.test(cell.value);
}

/** Its neighbours along the row are calculated as it is: then the row is what it follows. */
function followsItsRow(context: AuditContext, { address }: LineCell): boolean {
  const shape = shapeAt(context, address);
  for (let distance = 1; distance <= farthestInRow; distance++) {
    for (const columnIndex0 of [address.columnIndex0 - distance, address.columnIndex0 + distance])
      if (columnIndex0 >= 0 && shapeAt(context, { ...address, columnIndex0 }) === shape) return true;
  }
  return false;
}

/** The same formula stands further up or down, past blank rows even: a blank row put in parts no two copies of one way. */
function hasTwin(context: AuditContext, { address }: LineCell): boolean {
  const sheet = context.index.sheetNamed(address.sheet)!;
  const shape = shapeAt(context, address);
  const at = sheet.usedRowsAbove(address.rowIndex0);
  for (const step of [-1, 1]) {
    for (let row = at + step; row >= 0 && row < sheet.usedRows.length; row += step) {
      const cell = sheet.cellAt(sheet.usedRows[row]!, address.columnIndex0);
      if (cell === null) continue;
      if (isWords(cell)) break;
      if (cell.formula !== null && shapeAt(context, { ...address, rowIndex0: cell.rowIndex0 }) === shape) return true;
    }
  }
  return false;
}

function breaksOf(context: AuditContext, line: FormulaLine): ColumnBreak[] {
  const formulas = line.cells.filter(({ cell }) => (cell?.formula ?? null) !== null).length;
  if (formulas < fewestToBreak) return [];
  const segments = segmentsOf(context, line);
  const alike = new Map<string, number>();
  for (const { key, cells } of segments) if (key !== null) alike.set(key, (alike.get(key) ?? 0) + cells.length);
  return segments.flatMap((segment, i): ColumnBreak[] => {
    const [above, below] = [segments[i - 1], segments[i + 1]];
    if (above === undefined || !isFormula(above) || above.key !== below?.key) return [];
    if (!isFormula(segment) || segment.cells.length !== 1 || alike.get(segment.key)! > 1) return [];
    const odd = segment.cells[0]!;
    const count = alike.get(above.key)!;
    if (count < fewestAlike || followsItsRow(context, odd) || hasTwin(context, odd)) return [];
    return [{ line, odd, pattern: above.cells.at(-1)!, alike: count }];
  });
}

function isFormula(segment: Segment): segment is Segment & { readonly key: string } {
  return segment.key !== null && segment.key !== typed;
}

/** Lone formulas of every column that leave the column's own, above and below them. */
export function columnBreaks(context: AuditContext): ColumnBreak[] {
  return formulaColumns(context).flatMap((line) => breaksOf(context, line));
}
