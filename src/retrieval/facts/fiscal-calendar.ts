import { addMonths, daysBetween } from "../../concepts/time/days";
import {
  calendarYearOfEnd,
  driftDays,
  endsEarlyInTheYear,
  type FiscalCalendar,
  type FiscalYear,
} from "../../concepts/time/fiscal-calendar";
import { type IsoDate } from "../../contracts/dates";
import { type StoredDocument } from "../../storage/store";

/**
 * From the annual reports (which name their fiscal year), else from quarterly ones; null where the documents
 * say nothing, and then no fiscal label can be turned into dates.
 */
export function readFiscalCalendar(documents: readonly StoredDocument[]): FiscalCalendar | null {
  const annual = documents.filter(
    (document) => document.periodEnd !== null && /^(?:10-?K|20-?F|40-?F)/i.test(document.form ?? ""),
  );
  const ends = distinctEnds(annual.map((document) => document.periodEnd!));
  if (ends.length > 0) {
    const shift = usualShift(annual);
    return {
      years: ends.map((end) => ({ fiscalYear: calendarYearOfEnd(end) + (shift ?? 0), end })),
      ambiguous: shift === null && ends.some(endsEarlyInTheYear),
    };
  }
  const years = fromQuarters(documents);
  return years.length === 0 ? null : { years, ambiguous: false };
}

/** How a company names its years against the calendar: most filings decide, for a cover is sometimes tagged wrongly. */
function usualShift(annual: readonly StoredDocument[]): number | null {
  const counts = new Map<number, number>();
  for (const { fiscalYear, periodEnd } of annual) {
    if (fiscalYear === null || periodEnd === null) continue;
    const shift = fiscalYear - calendarYearOfEnd(periodEnd);
    // A year is named after the calendar year it ends in, or begins in.
    if (shift === 0 || shift === -1) counts.set(shift, (counts.get(shift) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** Sorted; an amendment gives the same year end a second time. */
function distinctEnds(dates: readonly IsoDate[]): IsoDate[] {
  const kept: IsoDate[] = [];
  for (const date of [...new Set(dates)].sort()) {
    if (kept.length === 0 || daysBetween(kept.at(-1)!, date) > driftDays) kept.push(date);
  }
  return kept;
}

function fromQuarters(documents: readonly StoredDocument[]): FiscalYear[] {
  const years = new Map<number, IsoDate>();
  for (const { form, fiscalYear, fiscalQuarter, periodEnd } of documents) {
    // A release's date is the day it came out.
    if (/^10-?Q/i.test(form ?? "") && fiscalYear !== null && fiscalQuarter !== null && periodEnd !== null) {
      years.set(fiscalYear, addMonths(periodEnd, 3 * (4 - fiscalQuarter)));
    }
  }
  return [...years].map(([fiscalYear, end]) => ({ fiscalYear, end })).sort((a, b) => a.fiscalYear - b.fiscalYear);
}
