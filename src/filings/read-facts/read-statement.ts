import { conceptById } from "../../concepts/dictionary";
import { type UnitKind } from "../../contracts/concept";
import { type DocumentRef, type Fact } from "../../contracts/document";
import { type LaidCell, layOutCells } from "../printed/laid-cells";
import { headsOver } from "../tables/heads-over";
import { type CellScale, readCellScale } from "../tables/read-cell-scale";
import { checkArithmetic } from "./check-arithmetic";
import { type NamedRow, nameRows } from "./name-rows";
import { type PeriodDates } from "./period-dates";
import { type CellNumber, readCell } from "./read-cell";
import { settleSign } from "./settle-sign";
import { type StatementTable } from "./statement-table";

export type ReadFigure = Omit<Fact, "id" | "documentId" | "source" | "dimensions">;

const unitKinds: Readonly<Record<Exclude<CellScale["kind"], "percent">, UnitKind>> = {
  amount: "currency",
  "per-share": "currency-per-share",
  shares: "shares",
};

/** The figures of one statement of which everything is told. */
export function readStatement(
  source: StatementTable,
  document: DocumentRef,
  dates: PeriodDates,
): { figures: readonly ReadFigure[]; warnings: readonly string[] } {
  const rows = nameRows(source.table, source.statement);
  const currency = source.currency;
  if (currency === null) return { figures: [], warnings: [] };
  const columns = new Map<number, { figure: ReadFigure; id: string; unit: number }[]>();
  const cells = layOutCells({ text: source.passage.text, start: 0, rows: source.table.rows });
  for (const cell of cells) {
    const row = rows.get(cell.row);
    const number = row === undefined || cell.column === 0 ? null : readCell(cell.text);
    if (row === undefined || number === null) continue;
    const read = readFigure(source, cell, row, number, currency, dates);
    if (read === null) continue;
    const among = columns.get(cell.column) ?? [];
    columns.set(cell.column, [...among, { ...read, id: row.isUsualTag ? row.id : row.tag }]);
  }
  const figures: ReadFigure[] = [];
  const warnings: string[] = [];
  const named = source.table.caption ?? source.statement.replace("-", " ");
  for (const column of columns.values()) {
    const values = new Map(column.map(({ id, figure }) => [id, figure.value as number]));
    const unit = Math.max(...column.map((one) => one.unit));
    if (checkArithmetic(values, unit) === "fails") {
      const end = column[0]?.figure.end ?? "an unknown day";
      warnings.push(`the figures of “${named.slice(0, 80)}” to ${end} do not add up as read and are left out`);
    } else figures.push(...column.map(({ figure }) => figure));
  }
  return { figures, warnings };
}

function readFigure(
  { table, passage, statement, periods }: StatementTable,
  cell: LaidCell,
  row: NamedRow,
  number: CellNumber,
  currency: string,
  dates: PeriodDates,
): { figure: ReadFigure; unit: number } | null {
  const concept = conceptById(row.id);
  if (concept === null || concept.periodKind === "none") return null;
  const scale = readCellScale(table, cell.row, cell.column, { usualMultiplier: null });
  if (scale === null || scale.isAssumed || scale.kind === "percent") return null;
  if (unitKinds[scale.kind] !== concept.unit) return null;
  const period = periods.at(cell.row, cell.column);
  const days = period === null ? null : dates.of(period, concept.periodKind, headsOver(table, cell.row, cell.column));
  const signed = settleSign(number.value, row.label, concept, row.tag, statement);
  if (days === null || signed === null) return null;
  const decimals = number.decimals - Math.round(Math.log10(scale.multiplier));
  const span = { start: cell.start + number.from, end: cell.start + number.to };
  return {
    unit: 10 ** -decimals,
    figure: {
      concept: row.tag,
      unit: scale.kind === "amount" ? currency : scale.kind === "shares" ? "shares" : `${currency}/shares`,
      ...days,
      value: roundTo(signed * scale.multiplier, decimals),
      decimals,
      printed: passage.text.slice(span.start, span.end),
      passageId: passage.id,
      span,
    },
  };
}

/** Takes the binary noise off a product of decimals. */
function roundTo(value: number, decimals: number): number {
  return decimals > 0 ? Number(value.toFixed(decimals)) : Math.round(value);
}
