import { type ConceptId } from "../../../contracts/concept";
import { conceptById } from "../../../concepts/dictionary";
import { fiscalYearOf } from "../../../concepts/time/fiscal-calendar";
import { boundFact } from "../../draft/catalog";
import { nameOperand } from "../../facts/name-period";
import { halfUnitOf, type PeriodWanted } from "../../facts/select-fact";
import { referenceOf } from "../../numbers/calculate";
import { type BoundQuantity } from "../../numbers/quantity";
import { type FactBook } from "../fact-book";
import { type Figure, findFigure, nameConcept, sourcesOf } from "../find-figure";
import { type FactWithCitation } from "../../ports";
import { sayPeriod } from "../say-period";
import { type Measured } from "./measure-trend";

/** One figure of a row, ready for the operand of a calculation. */
export interface TrendPoint extends Measured {
  readonly period: PeriodWanted;
  /** "fiscal 2024", "the quarter to 2024-06-29", "2024-09-28". */
  readonly label: string;
  /** Its name in formulas: "revenue_2024". */
  readonly name: string;
  readonly bound: BoundQuantity;
  readonly figure: Figure;
}

export interface TrendGap {
  readonly label: string;
  readonly why: string;
  /** There are figures, and they do not settle it. */
  readonly isUnclear: boolean;
  /** Figures that differ, for the reader to choose. */
  readonly candidates: readonly FactWithCitation[];
}

export interface TrendRow {
  readonly id: ConceptId;
  /** What the words call it, in a sentence. */
  readonly name: string;
  readonly cadence: "years" | "quarters";
  /** One for each period from the first figure to the last; null where there is none. */
  readonly slots: readonly (TrendPoint | null)[];
  readonly points: readonly TrendPoint[];
  readonly gaps: readonly TrendGap[];
  /** Amounts grow; ratios move by points; days and multiples move by their own unit. */
  readonly kind: "amount" | "ratio" | "measure";
}

/** The figures of a concept for a row of periods, oldest first, with the reason for each that is missing. */
export function readTrendRow(
  id: ConceptId,
  cadence: TrendRow["cadence"],
  periods: readonly PeriodWanted[],
  book: FactBook,
): TrendRow {
  const gaps: TrendGap[] = [];
  const slots = periods.map((period): TrendPoint | null => {
    const label = labelOf(id, period, book);
    const found = findFigure(id, period, book);
    if (found.kind === "found") {
      const point = pointOf(id, period, found.figure, label, book);
      if (point !== null) return point;
    }
    const why =
      found.kind === "unclear"
        ? found.why
        : `no filing here reports ${found.kind === "missing" ? found.missing.join(" or ") : nameConcept(id)}`;
    gaps.push({
      label,
      why,
      isUnclear: found.kind === "unclear",
      candidates: found.kind === "unclear" ? found.candidates : [],
    });
    return null;
  });
  const first = slots.findIndex((slot) => slot !== null);
  const last = slots.findLastIndex((slot) => slot !== null);
  const points = slots.flatMap((slot) => slot ?? []);
  return {
    id,
    name: nameConcept(id),
    cadence,
    slots: first < 0 ? [] : slots.slice(first, last + 1),
    points,
    gaps,
    kind: kindOf(points[0]?.bound.quantity.unit ?? conceptById(id)?.unit ?? "unknown"),
  };
}

function kindOf(unit: string): TrendRow["kind"] {
  if (unit === "percent") return "ratio";
  return unit === "currency" || unit === "shares" || unit === "currency-per-share" || unit === "count"
    ? "amount"
    : "measure";
}

function labelOf(id: ConceptId, period: PeriodWanted, book: FactBook): string {
  const year = book.calendar.ambiguous ? null : fiscalYearOf(book.calendar, period.end);
  if (period.length === "year" && year !== null) return `fiscal ${year}`;
  if (conceptById(id)?.periodKind === "instant") return period.end;
  return period.length === "quarter" ? `the quarter to ${period.end}` : `the year to ${period.end}`;
}

function pointOf(
  id: ConceptId,
  period: PeriodWanted,
  figure: Figure,
  label: string,
  book: FactBook,
): TrendPoint | null {
  const year = book.calendar.ambiguous ? null : fiscalYearOf(book.calendar, period.end);
  const name = nameOperand(id, period.length === "year" ? (year ?? period.end) : period.end);
  const title = `${conceptById(id)?.name ?? id}, ${
    figure.kind === "reported" ? sayPeriod(figure.item.fact, book.calendar) : label
  }`;
  const bound =
    figure.kind === "reported"
      ? boundFact(figure.item, title)
      : { quantity: figure.calculation.quantity, reference: referenceOf(figure.calculation), name: title };
  if (bound === null || !Number.isFinite(bound.quantity.value)) return null;
  const isSum = figure.kind === "derived" && bound.quantity.unit === "currency";
  const halfUnit =
    figure.kind === "reported"
      ? halfUnitOf(figure.item)
      : isSum
        ? sourcesOf(figure).reduce((sum, item) => sum + halfUnitOf(item), 0)
        : 0;
  return { period, label, name, bound, figure, value: bound.quantity.value, halfUnit };
}
