import { type IsoDate } from "../../contracts/dates";

/** Null where there is no such day. */
export function isoDay(year: number, month: number, day: number): IsoDate | null {
  if (month < 1 || month > 12 || day < 1 || day > lastDayOf(year, month)) return null;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

export function lastDayOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The day as many months earlier; the last of its month where that is shorter or the day was the last. */
export function monthsBefore(date: IsoDate, months: number): IsoDate {
  const [year, month, day] = date.split("-").map(Number) as [number, number, number];
  const index = year * 12 + month - 1 - months;
  const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1];
  const last = lastDayOf(toYear, toMonth);
  return isoDay(toYear, toMonth, day === lastDayOf(year, month) ? last : Math.min(day, last))!;
}

export function monthsBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / (86_400_000 * 30.4375));
}
