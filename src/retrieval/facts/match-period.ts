import { daysBetween } from "../../concepts/time/days";
import { endOfFiscalPeriod, type FiscalCalendar } from "../../concepts/time/fiscal-calendar";
import { periodLength } from "../../concepts/time/period-length";
import { type IsoDate } from "../../contracts/dates";
import { type Fact } from "../../contracts/document";
import { type PeriodAsked } from "../../contracts/intent";

const toleranceDays = 12;

/** Whether a fact is of the period asked for. Fiscal labels need the company's calendar; without one nothing matches. */
export function isOfPeriod(
  fact: Pick<Fact, "start" | "end">,
  period: PeriodAsked,
  calendar: FiscalCalendar | null,
): boolean {
  const span = periodLength(fact);
  if (fact.end === null || span === "other") return false;
  const endsAt = (date: IsoDate | null) => date !== null && Math.abs(daysBetween(date, fact.end!)) <= toleranceDays;
  switch (period.kind) {
    case "year":
      if (period.end !== null) return (span === "year" || span === "instant") && endsAt(period.end);
      if (period.fiscalYear === null || calendar === null) return false;
      return (span === "year" || span === "instant") && endsAt(endOfFiscalPeriod(calendar, period.fiscalYear, null));
    case "quarter":
      if (period.end !== null) return (span === "quarter" || span === "instant") && endsAt(period.end);
      if (period.fiscalYear === null || period.quarter === null || calendar === null) return false;
      return (
        (span === "quarter" || span === "instant") &&
        endsAt(endOfFiscalPeriod(calendar, period.fiscalYear, period.quarter))
      );
    case "half":
      if (period.end !== null) return (span === "half" || span === "instant") && endsAt(period.end);
      if (period.fiscalYear === null || calendar === null) return false;
      return (
        (span === "half" || span === "instant") &&
        endsAt(endOfFiscalPeriod(calendar, period.fiscalYear, period.label.startsWith("H1") ? 2 : 4))
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
