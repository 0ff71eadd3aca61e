import { type IsoDate } from "../../contracts/dates";

/** "filed 2 years 3 months before your as-of date"; null where there is nothing to compare. */
export function describeAge(filed: IsoDate | null, asOf: IsoDate): string | null {
  if (filed === null) return null;
  if (filed > asOf) return "filed after your as-of date: not known then";
  const months = wholeMonthsBetween(filed, asOf);
  if (months === 0) return "filed less than a month before your as-of date";
  const years = Math.floor(months / 12);
  const words = [count(years, "year"), count(months % 12, "month")].filter((word) => word !== "").join(" ");
  return `filed ${words} before your as-of date`;
}

/** A year on, another annual report may stand: the reader should know before relying on this one. */
export function isOld(filed: IsoDate | null, asOf: IsoDate): boolean {
  return filed !== null && wholeMonthsBetween(filed, asOf) > 15;
}

function wholeMonthsBetween(from: IsoDate, to: IsoDate): number {
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split("-").map(Number);
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split("-").map(Number);
  return (toYear - fromYear) * 12 + (toMonth - fromMonth) - (toDay < fromDay ? 1 : 0);
}

function count(number: number, word: string): string {
  return number === 0 ? "" : `${number} ${word}${number === 1 ? "" : "s"}`;
}
