import { daysBetween } from "../../concepts/time/days";
import { driftDays, endOfFiscalPeriod, type FiscalCalendar, fiscalYearOf } from "../../concepts/time/fiscal-calendar";
import { periodLength } from "../../concepts/time/period-length";
import { type Fact } from "../../contracts/document";

/** "fiscal 2024 (year to 2024-09-28)", "the quarter to 2024-06-29", "2024-09-28": always with its own dates. */
export function namePeriod(fact: Pick<Fact, "start" | "end">, calendar: FiscalCalendar): string {
  if (fact.end === null) return "a period the filing does not state";
  const fiscalYear = calendar.ambiguous ? null : fiscalYearOf(calendar, fact.end);
  switch (periodLength(fact)) {
    case "year":
      if (!endsFiscalYear(fact.end, fiscalYear, calendar)) return `the twelve months to ${fact.end}`;
      return fiscalYear === null ? `the year to ${fact.end}` : `fiscal ${fiscalYear} (year to ${fact.end})`;
    case "quarter":
      return `the quarter to ${fact.end}`;
    case "half":
      return `the half-year to ${fact.end}`;
    case "nine-months":
      return `the nine months to ${fact.end}`;
    case "instant":
      return fact.end;
    case "other":
      return `${fact.start} to ${fact.end}`;
  }
}

/** False only where it is known that the company's years end on another day: twelve months are then no fiscal year. */
function endsFiscalYear(end: string, fiscalYear: number | null, calendar: FiscalCalendar): boolean {
  const yearEnd = fiscalYear === null ? null : endOfFiscalPeriod(calendar, fiscalYear, null);
  return yearEnd === null || Math.abs(daysBetween(yearEnd, end)) <= driftDays;
}

/** An identifier for a formula: "revenue_2024", "cash_2024_09_28". */
export function nameOperand(base: string, period: string | number | null): string {
  const slug = `${base}${period === null ? "" : `_${period}`}`
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "");
  return /^[a-z]/.test(slug) ? slug : `x_${slug}`;
}

/** The name, numbered where it is taken already. */
export function uniqueName(name: string, taken: Readonly<Record<string, unknown>>): string {
  if (!(name in taken)) return name;
  let number = 2;
  while (`${name}_${number}` in taken) number++;
  return `${name}_${number}`;
}
