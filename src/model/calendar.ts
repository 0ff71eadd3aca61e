import { type IsoDate } from "../contracts/dates";

const msADay = 86_400_000;
/** Day 0 of Excel's 1900 calendar, its invented 29 February 1900 taken into account for every later day. */
const dayZero = Date.UTC(1899, 11, 30);

/** Days from Excel's 1900 calendar to the one that old Macs counted in. */
const daysTo1904 = 1462;

export type DateSystem = 1900 | 1904;

/** A serial of a workbook as the 1900 calendar counts it; every other function here takes such serials. */
export function serialSince1900(serial: number, system: DateSystem): number {
  return system === 1904 ? serial + daysTo1904 : serial;
}

/** The other way: as the workbook itself counts. */
export function serialInSystem(serialSince1900: number, system: DateSystem): number {
  return system === 1904 ? serialSince1900 - daysTo1904 : serialSince1900;
}

/** The day of a serial date, time of day dropped. Throws RangeError beyond the days a date can hold. */
export function isoDateOf(serial: number): IsoDate {
  return new Date(dayZero + Math.floor(serial) * msADay).toISOString().slice(0, 10);
}

export function serialOf(date: IsoDate): number {
  return Math.round((Date.parse(`${date}T00:00:00Z`) - dayZero) / msADay);
}

export function lastDayOfMonth(year: number, month1: number): IsoDate {
  return new Date(Date.UTC(year, month1, 0)).toISOString().slice(0, 10);
}

/** EDATE, and EOMONTH where `toEnd`. */
export function addMonths(serial: number, count: number, toEnd: boolean): number {
  const date = new Date(dayZero + Math.floor(serial) * msADay);
  const month = date.getUTCMonth() + count;
  const last = new Date(Date.UTC(date.getUTCFullYear(), month + 1, 0));
  const day = toEnd ? last.getUTCDate() : Math.min(date.getUTCDate(), last.getUTCDate());
  return Math.round((Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), day) - dayZero) / msADay);
}
