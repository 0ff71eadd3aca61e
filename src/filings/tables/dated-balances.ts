import { type IsoDate } from "../../contracts/dates";
import { isoDay, monthsBetween } from "./calendar-day";
import { readPeriodWords } from "./read-period-words";

/** A row or a column that states what stood at a day: "Balance at December 31, 2023". */
export interface DatedBalance {
  readonly index: number;
  readonly date: IsoDate;
}

const longestLabel = 120;

/** The dated balances among a table's rows or columns, between which the others tell what moved. */
export function datedBalances(names: readonly (readonly string[])[], endsAtMonthEnd: boolean): DatedBalance[] {
  const balances: DatedBalance[] = [];
  for (const [index, name] of names.entries()) {
    if (!name.some((words) => /\d/.test(words)) || name.some((words) => words.length > longestLabel)) continue;
    const words = readPeriodWords(name);
    if (words === null || words.kind === "duration" || words.month === null || words.day === null) continue;
    const date = words.year === null ? null : isoDay(words.year, words.month, words.day);
    if (date !== null) balances.push({ index, date: endsAtMonthEnd ? closingDay(date) : date });
  }
  return balances;
}

/** The time between the balances on either side; null where there are none, or they do not follow each other. */
export function betweenBalances(
  balances: readonly DatedBalance[],
  index: number,
): { end: IsoDate; months: number } | null {
  let low = 0;
  let high = balances.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (balances[middle]!.index >= index) high = middle;
    else low = middle + 1;
  }
  const [before, after] = [balances[low - 1], balances[low]];
  if (before === undefined || after === undefined || after.index === index) return null;
  const months = monthsBetween(before.date, after.date);
  return months > 0 ? { end: after.date, months } : null;
}

/** What stands at the beginning of the first of a month stood at the end of the day before, which is how filers date it. */
export function closingDay(date: IsoDate): IsoDate {
  if (!date.endsWith("-01")) return date;
  return new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10);
}
