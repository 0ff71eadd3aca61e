import { type FiscalCalendar, fiscalYearOf } from "../../concepts/time/fiscal-calendar";
import { periodLength } from "../../concepts/time/period-length";
import { type Fact } from "../../contracts/document";
import { namePeriod } from "../facts/name-period";

/** A period in a sentence: a fiscal year that is the calendar's needs no dates of its own, any other has them. */
export function sayPeriod(fact: Pick<Fact, "start" | "end">, calendar: FiscalCalendar): string {
  const isYear = fact.end !== null && periodLength(fact) === "year" && !calendar.ambiguous;
  const year = isYear ? fiscalYearOf(calendar, fact.end as string) : null;
  return year !== null && fact.end === `${year}-12-31` ? `fiscal ${year}` : namePeriod(fact, calendar);
}
