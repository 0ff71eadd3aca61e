import { type IsoDate, isoDateSchema } from "../../contracts/dates";

const dayMs = 86_400_000;
const dateTime = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?)?(?:Z|[+-]\d{2}:\d{2})?$/;

/** A period's first day: midnight at a day's end begins the next. Null for what is no day of the calendar. */
export function startDay(text: string): IsoDate | null {
  const [, day, hours] = dateTime.exec(text) ?? [];
  return onCalendar(day, hours === "24" ? 1 : 0);
}

/** A period's last day: midnight at a day's beginning ends the day before, which a date without a time does not. */
export function lastDay(text: string): IsoDate | null {
  const [, day, hours, minutes, seconds = "00"] = dateTime.exec(text) ?? [];
  return onCalendar(day, hours === "00" && minutes === "00" && Number(seconds) === 0 ? -1 : 0);
}

function onCalendar(day: string | undefined, days: number): IsoDate | null {
  if (!isoDateSchema.safeParse(day).success) return null;
  return days === 0 ? day! : new Date(Date.parse(day!) + days * dayMs).toISOString().slice(0, 10);
}
