import { type Fact, type FilingTable, type ParsedDocument } from "../../../src/contracts/document";
import { isFigure } from "../../../src/filings/tables/figure";
import { type CellScale, readCellScale } from "../../../src/filings/tables/read-cell-scale";
import { readTableContext, type TableContext } from "../../../src/filings/tables/table-context";
import { type CellPeriod, TablePeriods } from "../../../src/filings/tables/table-periods";

export interface TableComparison {
  /** Tagged numbers printed in tables. */
  readonly numbers: number;
  readonly periodRight: number;
  readonly periodWrong: number;
  readonly scaleRight: number;
  readonly scaleWrong: number;
  readonly withRowPath: number;
  readonly differences: readonly string[];
}

/** What the tables alone say of the period and the scale of each tagged number, held against its tag. */
export function compareTables(read: ParsedDocument): TableComparison {
  const context = readTableContext(read.document, read.tables);
  const tables = new Map(
    read.tables.map((table) => [table.passageId, { table, periods: new TablePeriods(table, context) }]),
  );
  const passages = new Map(read.passages.map((passage) => [passage.id, passage]));
  const sum = { numbers: 0, periodRight: 0, periodWrong: 0, scaleRight: 0, scaleWrong: 0, withRowPath: 0 };
  const differences: string[] = [];
  for (const fact of read.facts) {
    if (typeof fact.value !== "number" || fact.unit === null || fact.span === null || fact.passageId === null) continue;
    const { table, periods } = tables.get(fact.passageId) ?? {};
    const passage = passages.get(fact.passageId);
    if (table === undefined || periods === undefined || passage === undefined || fact.end === null) continue;
    const place = placeOf(table, passage.text, fact.span.start);
    // A number within a label ("net of allowances of $985") is text; the table's columns say nothing of it.
    if (place === null || !isFigure(table.rows[place.row]![place.column]!)) continue;
    sum.numbers++;
    if ((table.rowPaths[place.row]?.length ?? 0) > 0) sum.withRowPath++;
    const cellPeriod = periods.at(place.row, place.column);
    const period = isPeriodRight(fact, cellPeriod, context);
    if (period === true) sum.periodRight++;
    else if (period === false) sum.periodWrong++;
    const scale = isScaleRight(fact, readCellScale(table, place.row, place.column, context));
    if (scale === true) sum.scaleRight++;
    else if (scale === false) sum.scaleWrong++;
    if (period !== true || scale !== true) {
      differences.push(
        `${period === true ? "" : period === null ? "PERIOD? " : "PERIOD! "}${scale === true ? "" : scale === null ? "SCALE? " : "SCALE! "}` +
          describe(fact, table, place, cellPeriod, readCellScale(table, place.row, place.column, context)),
      );
    }
  }
  return { ...sum, differences };
}

interface Place {
  readonly row: number;
  readonly column: number;
}

function placeOf(table: FilingTable, text: string, offset: number): Place | null {
  let row = 0;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) row++;
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  const before = text.slice(lineStart, offset);
  let from = 0;
  for (const [column, cell] of (table.rows[row] ?? []).entries()) {
    if (cell === "") continue;
    const at = text.indexOf(cell, lineStart + from);
    if (at < 0) return null;
    from = at - lineStart + cell.length;
    if (before.length < from) return { row, column };
  }
  return null;
}

/** Null: the table does not say. */
function isPeriodRight(fact: Fact, period: CellPeriod | null, context: TableContext): boolean | null {
  if (period === null) return null;
  const daysApart = Math.abs(dayNumber(period.end) - dayNumber(fact.end!));
  if (daysApart > (period.isExactEnd ? 0 : 8)) return false;
  if (fact.start === null) return true;
  const factMonths = Math.round((dayNumber(fact.end!) - dayNumber(fact.start)) / 30.4);
  const months = period.months ?? (context.isAnnual ? 12 : null);
  return months === null ? null : months === factMonths;
}

function isScaleRight(fact: Fact, scale: CellScale | null): boolean | null {
  const printed = Number((fact.printed ?? "").replace(/[^\d.]/g, "") || "0");
  if (printed === 0) return true;
  if (scale === null) return null;
  const value = Math.abs(fact.value as number);
  return Math.abs(printed * scale.multiplier - value) <= Math.max(value, 1e-9) * 1e-6;
}

function dayNumber(date: string): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / 86_400_000);
}

function describe(
  fact: Fact,
  table: FilingTable,
  { row, column }: Place,
  period: CellPeriod | null,
  scale: CellScale | null,
): string {
  return [
    `${fact.concept} ${fact.start ?? ""}..${fact.end} ${fact.unit} = ${fact.value}, printed ${table.rows[row]?.[column]}`,
    `read ${JSON.stringify(period)} x${JSON.stringify(scale)}`,
    `heads ${JSON.stringify(table.columnHeads[column])} later ${JSON.stringify(table.laterHeads.map((later) => [later.row, later.columnHeads[column]]))}`,
    `row ${JSON.stringify(table.rowPaths[row])} units ${table.units?.printed} caption ${table.caption} @${table.id}:${row},${column}`,
  ].join("\n    ");
}
