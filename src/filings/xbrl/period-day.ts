import { type IsoDate } from "../../contracts/dates";

const dayMs = 86_400_000;
const dateTime = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?)?/;

/** A period's first day: midnight at a day's end begins the next. */
export function startDay(text: string): IsoDate | null {
  const [, day, hours] = dateTime.exec(text) ?? [];
  if (day === undefined) return null;
  return hours === "24" ? moved(day, 1) : day;
}

/** A period's last day: midnight at a day's beginning ends the day before, which a date without a time does not. */
export function lastDay(text: string): IsoDate | null {
  const [, day, hours, minutes, seconds = "00"] = dateTime.exec(text) ?? [];
  if (day === undefined) return null;
  return hours === "00" && minutes === "00" && Number(seconds) === 0 ? moved(day, -1) : day;
}

function moved(day: IsoDate, days: number): IsoDate | null {
  const time = Date.parse(day);
  return Number.isNaN(time) ? null : new Date(time + days * dayMs).toISOString().slice(0, 10);
}
