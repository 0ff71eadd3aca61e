import { type UnitKind } from "../../../contracts/concept";
import { type ShownNumber } from "../../../contracts/rich-text";
import { calculate } from "../../numbers/calculate";
import { formatDigits, formatQuantity } from "../../numbers/format-quantity";
import { type BoundQuantity } from "../../numbers/quantity";
import { showCalculation } from "../../numbers/show-number";
import { type TrendPoint, type TrendRow } from "./trend-row";

/** A figure of the row, bound to its fact or its calculation. */
export function showPoint({ bound, figure }: TrendPoint): ShownNumber {
  return {
    shown: formatQuantity(bound.quantity),
    value: bound.quantity.value,
    unit: bound.quantity.currency ?? bound.quantity.unit,
    reference: bound.reference,
    verdict: figure.kind === "reported" ? "matched" : "derived",
  };
}

/** Growth with its sign: "-2.8%". */
export function showGrowth(from: TrendPoint, to: TrendPoint): ShownNumber | null {
  return show(`${to.name} / ${from.name} - 1`, [from, to], "percent");
}

/** By how much it grew or shrank, as a size without a sign, for a sentence that says which. */
export function showGrowthSize(from: TrendPoint, to: TrendPoint): ShownNumber | null {
  const shrinks = to.value < from.value;
  return show(shrinks ? `1 - ${to.name} / ${from.name}` : `${to.name} / ${from.name} - 1`, [from, to], "percent");
}

export function showCompounded(from: TrendPoint, to: TrendPoint, years: number): ShownNumber | null {
  const factor = `(${to.name} / ${from.name}) ^ (1 / ${years})`;
  return show(to.value < from.value ? `1 - ${factor}` : `${factor} - 1`, [from, to], "percent");
}

/** The difference without a sign: an amount, points of a ratio, days. */
export function showDifference(from: TrendPoint, to: TrendPoint, kind: TrendRow["kind"]): ShownNumber | null {
  const [less, more] = to.value < from.value ? [to, from] : [from, to];
  const shown = show(`${more.name} - ${less.name}`, [more, less], null);
  if (shown === null || kind !== "ratio") return shown;
  return { ...shown, shown: points(shown.value ?? 0), unit: "percentage points" };
}

/** The mean of a row; null for more figures than a declared mean may have. */
export function showAverage(row: readonly TrendPoint[]): ShownNumber | null {
  return row.length > 10 ? null : show(meanOf(row), row, row[0]?.bound.quantity.unit ?? null);
}

/** How far a figure stands from the mean of its row: in percent of it, for a ratio in points, without a sign. */
export function showAgainstAverage(
  point: TrendPoint,
  row: readonly TrendPoint[],
  kind: TrendRow["kind"],
): ShownNumber | null {
  if (row.length > 10) return null;
  const mean = meanOf(row);
  const isBelow = isBelowAverage(point, row);
  if (kind === "amount")
    return show(isBelow ? `1 - ${point.name} / (${mean})` : `${point.name} / (${mean}) - 1`, row, "percent");
  const shown = show(isBelow ? `${mean} - ${point.name}` : `${point.name} - ${mean}`, row, null);
  if (shown === null || kind !== "ratio") return shown;
  return { ...shown, shown: points(shown.value ?? 0), unit: "percentage points" };
}

export function isBelowAverage(point: TrendPoint, row: readonly TrendPoint[]): boolean {
  return point.value < row.reduce((sum, { value }) => sum + value, 0) / row.length;
}

function meanOf(row: readonly TrendPoint[]): string {
  return `(${row.map(({ name }) => name).join(" + ")}) / ${row.length}`;
}

const points = (value: number): string => `${formatDigits(value * 100, 1, 1)} percentage points`;

function show(formula: string, row: readonly TrendPoint[], unit: UnitKind | null): ShownNumber | null {
  const operands: Record<string, BoundQuantity> = Object.fromEntries(row.map(({ name, bound }) => [name, bound]));
  const result = calculate(formula, operands, unit);
  return result.ok ? showCalculation(result.calculation) : null;
}
