import { z } from "zod";

/** A calendar day that exists, `YYYY-MM-DD`, with no time zone: filings and periods have none. */
export const isoDateSchema = z
  .string()
  .regex(/^[12]\d{3}-\d{2}-\d{2}$/, "a date reads YYYY-MM-DD")
  .refine(isOnCalendar, "there is no such day in the calendar");
export type IsoDate = z.infer<typeof isoDateSchema>;

function isOnCalendar(text: string): boolean {
  const [year, month, day] = text.split("-").map(Number) as [number, number, number];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day >= 1 && day <= (lengths[month - 1] ?? 0);
}
