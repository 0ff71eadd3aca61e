import { conceptById } from "../../concepts/dictionary";
import { type EvidenceComment, type RowForEvidence } from "../../contracts/evidence-request";
import { nameOperand } from "../facts/name-period";
import { boundCell } from "../draft/catalog";
import { type Calculation, calculate } from "../numbers/calculate";
import { showCalculation } from "../numbers/show-number";
import { type TextPart, uniqueCitations, writeText } from "../numbers/write-text";
import { type FactWithCitation } from "../ports";
import { type HistoricRatio, reportedGrowth, reportedShare } from "./reported-history";

type CellOfRow = RowForEvidence["values"][number];

/** Fewer reported years than this are no history to stand outside of. */
const fewestYears = 3;
/** A forecast must leave the reported range by this much, in points of a ratio, to be worth a word. */
const margin = 0.02;
/** Rows whose share of revenue says more than their growth. */
const profits = ["gross-profit", "ebitda", "operating-income", "net-income"] as const;
const shares = [
  ...profits,
  "cost-of-revenue",
  "selling-general-administrative",
  "research-and-development",
  "capital-expenditure",
] as const;

interface ForecastRatio {
  readonly cell: CellOfRow;
  readonly calculation: Calculation;
}

/** Forecast growth of revenue, or share of revenue of the usual rows, outside every year the company reported. */
export function commentOnForecast(
  row: RowForEvidence,
  revenue: RowForEvidence | null,
  facts: readonly FactWithCitation[],
): EvidenceComment[] {
  const { concept } = row;
  if (concept === null || row.unit === "percent") return [];
  if (concept === "revenue") return compare(row, growthOfRow(row), reportedGrowth(concept, facts), "growth");
  if (revenue === null || !shares.some((id) => id === concept)) return [];
  return compare(row, sharesOfRow(row, revenue), reportedShare(concept, "revenue", facts), "share of revenue");
}

function compare(
  row: RowForEvidence,
  forecast: readonly ForecastRatio[],
  history: readonly HistoricRatio[],
  what: "growth" | "share of revenue",
): EvidenceComment[] {
  if (history.length < fewestYears) return [];
  const sorted = [...history].sort((a, b) => a.calculation.quantity.value - b.calculation.quantity.value);
  const [lowest, highest] = [sorted[0], sorted.at(-1)];
  if (lowest === undefined || highest === undefined) return [];
  const outside = forecast.filter(
    ({ calculation }) =>
      calculation.quantity.value > highest.calculation.quantity.value + margin ||
      calculation.quantity.value < lowest.calculation.quantity.value - margin,
  );
  const furthest = [...outside].sort((a, b) => distance(b, lowest, highest) - distance(a, lowest, highest))[0];
  if (furthest === undefined) return [];
  const above = furthest.calculation.quantity.value > highest.calculation.quantity.value;
  const parts: TextPart[] = [
    `${row.label} is forecast at a ${what} of `,
    showCalculation(furthest.calculation),
    ` for ${furthest.cell.period} in `,
    { kind: "place", sheet: row.sheet, range: furthest.cell.address, shown: furthest.cell.address },
    ". In the reported years it ran from ",
    showCalculation(lowest.calculation),
    ` (fiscal ${lowest.fiscalYear}) to `,
    showCalculation(highest.calculation),
    ` (fiscal ${highest.fiscalYear}). What would have to be true for it to go ${above ? "beyond its best" : "below its lowest"} reported year?`,
  ];
  const name = conceptById(row.concept ?? "")?.name ?? row.label;
  return [
    {
      key: row.key,
      rule: what === "growth" ? "growth-outside-reported-history" : "share-outside-reported-history",
      severity:
        above !== flattersWhenAbove(row) ? "low" : distance(furthest, lowest, highest) > 0.1 ? "high" : "medium",
      confidence: Math.min(0.9, 0.5 + 0.1 * history.length),
      sheet: row.sheet,
      cells: outside.map(({ cell }) => cell.address),
      title: `${name}: forecast ${what} ${above ? "above" : "below"} every reported year`,
      comment: writeText(...parts),
      citations: uniqueCitations([lowest, highest].flatMap((year) => year.sources.map((item) => item.citation))),
    },
  ];
}

/** More revenue or profit than ever flatters a model, and so does less cost; the other way round is caution. */
function flattersWhenAbove(row: RowForEvidence): boolean {
  return row.concept === "revenue" || profits.some((id) => id === row.concept);
}

function distance(forecast: ForecastRatio, lowest: HistoricRatio, highest: HistoricRatio): number {
  const { value } = forecast.calculation.quantity;
  return Math.max(value - highest.calculation.quantity.value, lowest.calculation.quantity.value - value);
}

function growthOfRow(row: RowForEvidence): ForecastRatio[] {
  return yearly(row).flatMap((cell): ForecastRatio[] => {
    const before = yearly(row).find((other) => other.year === (cell.year ?? 0) - 1);
    if (cell.phase !== "forecast" || before === undefined || before.value <= 0) return [];
    const [now, then] = [nameOperand(row.label, cell.year), nameOperand(row.label, before.year)];
    return ratio(cell, `${now} / ${then} - 1`, { [now]: bound(row, cell), [then]: bound(row, before) });
  });
}

function sharesOfRow(row: RowForEvidence, revenue: RowForEvidence): ForecastRatio[] {
  // Rows of unlike or unknown scale can still be compared where both are as the sheet has them.
  if (row.scale !== revenue.scale) return [];
  // A model may show costs as negative numbers; a share is of their size. Profits keep their sign.
  const cost = conceptById(row.concept ?? "")?.plausibleSign === "positive";
  return yearly(row).flatMap((cell): ForecastRatio[] => {
    const whole = yearly(revenue).find((other) => other.year === cell.year);
    if (cell.phase !== "forecast" || whole === undefined || whole.value <= 0) return [];
    const formula = cost && cell.value < 0 ? "-part / revenue" : "part / revenue";
    return ratio(cell, formula, { part: bound(row, cell), revenue: bound(revenue, whole) });
  });
}

function yearly(row: RowForEvidence): CellOfRow[] {
  return row.values.filter((cell) => cell.year !== null && cell.quarter === null);
}

function bound(row: RowForEvidence, cell: CellOfRow): ReturnType<typeof boundCell> {
  const { sheet, label, concept, scale } = row;
  // Both operands stand on the same model: its unknown unit is the same unknown unit.
  const unit = row.unit === "unknown" ? "currency" : row.unit;
  const { address, period, year, value } = cell;
  return boundCell({ sheet, address, label, period, year, concept, unit, scale, numberFormat: null, value });
}

function ratio(
  cell: CellOfRow,
  formula: string,
  operands: Record<string, ReturnType<typeof boundCell>>,
): ForecastRatio[] {
  const result = calculate(formula, operands, "percent");
  return result.ok ? [{ cell, calculation: result.calculation }] : [];
}
