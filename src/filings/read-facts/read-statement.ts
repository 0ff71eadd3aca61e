import { conceptById } from "../../concepts/dictionary";
import { matchConcept } from "../../concepts/match-concept";
import { type ConceptId, type UnitKind } from "../../contracts/concept";
import { type DocumentRef, type Fact } from "../../contracts/document";
import { type LaidCell, layOutCells } from "../printed/laid-cells";
import { headsOver } from "../tables/heads-over";
import { type CellScale, readCellScale } from "../tables/read-cell-scale";
import { checkArithmetic } from "./check-arithmetic";
import { type PeriodDates } from "./period-dates";
import { type CellNumber, readCell } from "./read-cell";
import { readableConcepts } from "./readable-concepts";
import { settleSign } from "./settle-sign";
import { type StatementTable } from "./statement-table";

export type ReadFigure = Omit<Fact, "id" | "documentId" | "source" | "dimensions">;

interface NamedRow {
  readonly id: ConceptId;
  readonly label: string;
  readonly confidence: number;
}

const leastConfidence = 0.85;
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
  const rows = nameRows(source);
  const currency = currencyOf(source);
  if (currency === null) return { figures: [], warnings: [] };
  const columns = new Map<number, { figure: ReadFigure; id: ConceptId; unit: number }[]>();
  const cells = layOutCells({ text: source.passage.text, start: 0, rows: source.table.rows });
  for (const cell of cells) {
    const row = rows.get(cell.row);
    const number = row === undefined || cell.column === 0 ? null : readCell(cell.text);
    if (row === undefined || number === null) continue;
    const read = readFigure(source, cell, row, number, currency, dates);
    if (read === null) continue;
    const among = columns.get(cell.column) ?? [];
    columns.set(cell.column, [...among, { ...read, id: row.id }]);
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

/** Words that make another figure of a concept's. */
const saysMore: Readonly<Record<string, RegExp>> = {
  "total-equity": /\bliabilit/i,
  "cash-and-equivalents": /\brestricted\b/i,
};
const ofOthers = /\bnon-?controlling\b|\bminority\b/i;
const ofOwners = /\battributable\b|\bavailable\b|\bapplicable\b/i;

/** The rows that one concept names; a concept that names two is none's. */
function nameRows({ table, statement }: StatementTable): ReadonlyMap<number, NamedRow> {
  const rows = new Map<number, NamedRow>();
  const byConcept = new Map<ConceptId, number[]>();
  const sharesProfit = table.rowPaths.some((path) => ofOthers.test(path[path.length - 1] ?? ""));
  for (const [index, path] of table.rowPaths.entries()) {
    const label = path[path.length - 1];
    if (label === undefined || table.rows[index]?.slice(1).every((cell) => cell === "") === true) continue;
    const match = matchConcept(withoutNotes(label), { path: path.slice(0, -1), statement });
    if (match === null || match.confidence < leastConfidence || !readableConcepts[statement].has(match.id)) continue;
    if (
      saysMore[match.id]?.test(label) === true ||
      (match.id === "net-income" && sharesProfit && !ofOwners.test(label))
    )
      continue;
    rows.set(index, { id: match.id, label, confidence: match.confidence });
    byConcept.set(match.id, [...(byConcept.get(match.id) ?? []), index]);
  }
  for (const indexes of byConcept.values()) {
    if (indexes.length === 1) continue;
    const totals = indexes.filter((index) => /^total\b/i.test(rows.get(index)!.label));
    for (const index of indexes) if (totals.length !== 1 || index !== totals[0]) rows.delete(index);
  }
  return rows;
}

/** "Inventories (Note 4)", "Goodwill (3)" */
function withoutNotes(label: string): string {
  return label.replace(/\s*\((?:see\s+)?(?:notes?\s+[^)]*|\d{1,2}|[a-z])\)/gi, "").trim();
}

function currencyOf({ table }: StatementTable): string | null {
  if (table.units?.currency) return table.units.currency;
  const signs = new Set(table.rows.flatMap((row) => row.flatMap((cell) => /[$€£¥]/.exec(cell)?.[0] ?? [])));
  const [only] = signs;
  if (signs.size !== 1 || only === undefined) return null;
  return { $: "USD", "€": "EUR", "£": "GBP", "¥": "JPY" }[only] ?? null;
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
  const tag = concept?.tags[0];
  if (concept === null || tag === undefined || concept.periodKind === "none") return null;
  const scale = readCellScale(table, cell.row, cell.column, { usualMultiplier: null });
  if (scale === null || scale.isAssumed || scale.kind === "percent") return null;
  if (unitKinds[scale.kind] !== concept.unit) return null;
  const period = periods.at(cell.row, cell.column);
  const days = period === null ? null : dates.of(period, concept.periodKind, headsOver(table, cell.row, cell.column));
  const signed = settleSign(number.value, row.label, concept, tag, statement);
  if (days === null || signed === null) return null;
  const decimals = number.decimals - Math.round(Math.log10(scale.multiplier));
  const span = { start: cell.start + number.from, end: cell.start + number.to };
  return {
    unit: 10 ** -decimals,
    figure: {
      concept: tag,
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
