import { type IsoDate } from "../contracts/dates";
import { type StoredDocument } from "../storage/store";

/** When a company's fiscal years and quarters end, as its own filings say; it moves by days from year to year. */
export interface FiscalCalendar {
  yearEnd(fiscalYear: number): IsoDate;
  /** 1-4; the fourth ends with the year. */
  quarterEnd(fiscalYear: number, quarter: number): IsoDate;
  /** The fiscal year a day falls in; its last day included, with the few days a 52-week year may run over. */
  fiscalYearOf(day: IsoDate): number;
}

/** 52- and 53-week years end up to a week from the same day of the month. */
const driftDays = 10;

/**
 * From the annual reports (which name their fiscal year), else from quarterly ones; null where the documents
 * say nothing, and then no fiscal label can be turned into dates.
 */
export function readFiscalCalendar(documents: readonly StoredDocument[]): FiscalCalendar | null {
  const anchors = yearEndsOf(documents);
  if (anchors.size === 0) return null;
  const yearEnd = (fiscalYear: number): IsoDate => {
    const exact = anchors.get(fiscalYear);
    if (exact !== undefined) return exact;
    const nearest = [...anchors.keys()].sort((a, b) => Math.abs(a - fiscalYear) - Math.abs(b - fiscalYear))[0]!;
    return addMonths(anchors.get(nearest)!, 12 * (fiscalYear - nearest));
  };
  return {
    yearEnd,
    quarterEnd: (fiscalYear, quarter) => addMonths(yearEnd(fiscalYear), -3 * (4 - quarter)),
    fiscalYearOf: (day) => {
      let fiscalYear = Number(day.slice(0, 4)) - 2;
      while (daysBetween(yearEnd(fiscalYear), day) > driftDays) fiscalYear++;
      return fiscalYear;
    },
  };
}

function yearEndsOf(documents: readonly StoredDocument[]): Map<number, IsoDate> {
  const ends = new Map<number, IsoDate>();
  const annual = documents.filter(
    (document) => document.periodEnd !== null && /^(?:10-?K|20-?F|40-?F)/i.test(document.form ?? ""),
  );
  for (const { fiscalYear, periodEnd } of annual) {
    if (fiscalYear !== null && periodEnd !== null) ends.set(fiscalYear, periodEnd);
  }
  if (ends.size > 0) return ends;
  for (const { periodEnd } of annual) if (periodEnd !== null) ends.set(Number(periodEnd.slice(0, 4)), periodEnd);
  if (ends.size > 0) return ends;
  for (const { fiscalYear, fiscalQuarter, periodEnd } of documents) {
    if (fiscalYear !== null && fiscalQuarter !== null && periodEnd !== null) {
      ends.set(fiscalYear, addMonths(periodEnd, 3 * (4 - fiscalQuarter)));
    }
  }
  return ends;
}

export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** The same day of another month; the end of a month stays the end of a month. */
export function addMonths(date: IsoDate, count: number): IsoDate {
  const [year, month, day] = date.split("-").map(Number) as [number, number, number];
  const lastDay = (y: number, m0: number) => new Date(Date.UTC(y, m0 + 1, 0)).getUTCDate();
  const first = new Date(Date.UTC(year, month - 1 + count, 1));
  const last = lastDay(first.getUTCFullYear(), first.getUTCMonth());
  const target = day === lastDay(year, month - 1) ? last : Math.min(day, last);
  return new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), target)).toISOString().slice(0, 10);
}
