import { type Fact } from "../contracts/document";
import { type PeriodAsked } from "../contracts/intent";
import { daysBetween, type FiscalCalendar } from "./fiscal-calendar";

export type FactSpan = "year" | "nine-months" | "half" | "quarter" | "instant" | "other";

/** How long a fact's period is; 52- and 53-week years and 12- to 14-week quarters included. */
export function spanOf(fact: Pick<Fact, "start" | "end">): FactSpan {
  if (fact.end === null) return "other";
  if (fact.start === null) return "instant";
  const days = daysBetween(fact.start, fact.end) + 1;
  if (days >= 350 && days <= 380) return "year";
  if (days >= 260 && days <= 285) return "nine-months";
  if (days >= 170 && days <= 195) return "half";
  return days >= 80 && days <= 100 ? "quarter" : "other";
}

const toleranceDays = 12;

/** Whether a fact is of the period asked for. Fiscal labels need the company's calendar; without one nothing matches. */
export function isOfPeriod(
  fact: Pick<Fact, "start" | "end">,
  period: PeriodAsked,
  calendar: FiscalCalendar | null,
): boolean {
  const span = spanOf(fact);
  if (fact.end === null || span === "other") return false;
  const endsAt = (date: string) => Math.abs(daysBetween(date, fact.end!)) <= toleranceDays;
  switch (period.kind) {
    case "year":
      if (period.end !== null) return (span === "year" || span === "instant") && endsAt(period.end);
      if (period.fiscalYear === null || calendar === null) return false;
      return (span === "year" || span === "instant") && endsAt(calendar.yearEnd(period.fiscalYear));
    case "quarter":
      if (period.end !== null) return (span === "quarter" || span === "instant") && endsAt(period.end);
      if (period.fiscalYear === null || period.quarter === null || calendar === null) return false;
      return (
        (span === "quarter" || span === "instant") && endsAt(calendar.quarterEnd(period.fiscalYear, period.quarter))
      );
    case "half":
      if (period.end !== null) return (span === "half" || span === "instant") && endsAt(period.end);
      if (period.fiscalYear === null || calendar === null) return false;
      return (
        (span === "half" || span === "instant") &&
        endsAt(calendar.quarterEnd(period.fiscalYear, period.label.startsWith("H1") ? 2 : 4))
      );
    case "instant":
      return period.end !== null && fact.end === period.end;
    case "range":
      return (
        period.start !== null &&
        period.end !== null &&
        (fact.start ?? fact.end) >= period.start &&
        fact.end <= period.end
      );
    case "latest":
      // Which is the latest only all facts together can tell: see find-facts.
      return false;
  }
}
