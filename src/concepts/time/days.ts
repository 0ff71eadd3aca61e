import { type IsoDate } from "../../contracts/dates";

const dayMs = 86_400_000;

function toDayNumber(date: IsoDate): number {
  const [year, month, day] = date.split("-").map(Number);
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1) / dayMs;
}

/** Days from the first date to the second; negative where the second is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return toDayNumber(to) - toDayNumber(from);
}

export function addDays(date: IsoDate, days: number): IsoDate {
  return new Date((toDayNumber(date) + days) * dayMs).toISOString().slice(0, 10);
}

export function yearOf(date: IsoDate): number {
  return Number(date.slice(0, 4));
}

/** The same day `months` later (negative: earlier), at the month's last day where the day does not exist. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  // A period that ends on a month's last day ends on the last day of every other month too.
  const endsMonth = day === new Date(Date.UTC(year, month, 0)).getUTCDate();
  first.setUTCDate(endsMonth ? lastDay : Math.min(day, lastDay));
  return first.toISOString().slice(0, 10);
}
