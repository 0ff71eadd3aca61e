import { type Period, type PeriodKind, type PeriodPhase } from "../contracts/model-map";
import { lastDayOfMonth, serialOf } from "./calendar";
import { type HeaderRun } from "./header-run";
import { type PeriodReading } from "./read-period";
import { addTo } from "../workbook/group-by";

const fineness: Readonly<Record<PeriodKind, number>> = {
  month: 6,
  quarter: 5,
  half: 4,
  stub: 3,
  trailing: 3,
  terminal: 3,
  unknown: 2,
  year: 1,
};

/** One period a column from all lines of a header: the finest gives the kind, the others what it lacks. */
export function mergeReadings(runs: readonly HeaderRun[]): Period[] {
  const byPosition = new Map<number, PeriodReading[]>();
  for (const run of runs) {
    for (const entry of run.entries) {
      addTo(byPosition, entry.position0, entry.reading);
    }
  }
  return [...byPosition].sort(([a], [b]) => a - b).map(([index0, readings]) => mergeAt(index0, readings));
}

function mergeAt(index0: number, readings: readonly PeriodReading[]): Period {
  const finest = readings.reduce((best, reading) => (fineness[reading.kind] > fineness[best.kind] ? reading : best));
  const dated = readings.find((reading) => reading.endDate !== null);
  const yearly = readings.find((reading) => reading.kind === "year" && reading.year !== null);
  const year = yearly?.year ?? finest.year ?? dated?.year ?? null;
  const phase = readings.map((reading) => reading.phase).find((known): known is PeriodPhase => known !== "unknown");
  const label =
    yearly !== undefined && finest !== yearly && !/\d{4}|['’]?\d{2}$/.test(finest.label)
      ? `${finest.label} ${yearly.label}`
      : finest.label;
  const kind = finest.kind === "unknown" && yearly !== undefined ? "unknown" : finest.kind;
  return {
    index0,
    label,
    kind,
    year,
    ordinal: finest.ordinal,
    endDate: dated?.endDate ?? null,
    phase: phase ?? "unknown",
  };
}

const draggedDays = 3;

/** Dates say when a period ends, their distance says how long it is: twelve months apart, "Dec-24" is a year. */
export function settleKinds(periods: readonly Period[]): Period[] {
  const step = usualStepInDays(periods);
  // 1, 2 and 3 January shown as years: somebody dragged a date. The label says what was meant, the dates say nothing.
  if (step !== null && step <= draggedDays && periods.every((period) => /^\d{4}$/.test(period.label)))
    return periods.map((period) => ({ ...period, kind: "year", endDate: null }));
  const startsOnTheFirst = periods.every((period) => period.endDate === null || period.endDate.endsWith("-01"));
  if (areMonthEnds(periods)) return periods.map(asMonth);
  return periods.map((period) => {
    if (period.endDate === null || (period.kind !== "unknown" && period.kind !== "month")) return period;
    const kind = kindOfStep(step) ?? period.kind;
    const [year, month] = [Number(period.endDate.slice(0, 4)), Number(period.endDate.slice(5, 7))];
    // A month typed as "Dec-24" is stored as its first day; a year or quarter that begins on the first has no end date.
    const namesAMonth = kind === "month" || (startsOnTheFirst && kind === "year" && month !== 1);
    const endDate = !startsOnTheFirst ? period.endDate : namesAMonth ? lastDayOfMonth(year, month) : null;
    return { ...period, kind, endDate, ordinal: kind === "month" ? month : kind === "year" ? null : period.ordinal };
  });
}

const monthNames = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Every column a month after the one before, though a line over it counts quarters: the dates say what a column is. */
function areMonthEnds(periods: readonly Period[]): boolean {
  return (
    periods.some(({ kind }) => kind === "quarter") &&
    periods.some(({ kind }) => kind !== "quarter") &&
    periods.every((period, i) => {
      const before = periods[i - 1]?.endDate ?? null;
      if (period.endDate === null || i === 0) return period.endDate !== null;
      const days = before === null ? 0 : serialOf(period.endDate) - serialOf(before);
      return days >= 27 && days <= 32;
    })
  );
}

function asMonth(period: Period): Period {
  const [year, month] = [Number(period.endDate!.slice(0, 4)), Number(period.endDate!.slice(5, 7))];
  const label = period.kind === "quarter" ? `${monthNames[month - 1]!} ${year}` : period.label;
  return { ...period, kind: "month", label, year: period.year ?? year, ordinal: month };
}

/** The median distance of neighbours; null where fewer than two carry a date. */
function usualStepInDays(periods: readonly Period[]): number | null {
  const steps: number[] = [];
  periods.forEach((period, i) => {
    const next = periods[i + 1];
    if (period.endDate !== null && next !== undefined && next.endDate !== null) {
      steps.push(Math.abs(serialOf(next.endDate) - serialOf(period.endDate)));
    }
  });
  return steps.sort((a, b) => a - b)[steps.length >> 1] ?? null;
}

function kindOfStep(days: number | null): PeriodKind | null {
  if (days === null) return null;
  if (days >= 350 && days <= 380) return "year";
  if (days >= 175 && days <= 190) return "half";
  if (days >= 84 && days <= 98) return "quarter";
  return days >= 27 && days <= 35 ? "month" : null;
}
