import { type IsoDate } from "../../contracts/dates";
import { isoDay } from "./calendar-day";
import { readPeriodWords } from "./read-period-words";

/** A row that states what stood at a day: "Balance at December 31, 2023". */
export interface BalanceRow {
  readonly row: number;
  readonly date: IsoDate;
}

const longestLabel = 120;

/** The dated balances of a table from top to bottom, between which its other rows tell what moved. */
export function balanceRows(rowPaths: readonly (readonly string[])[], endsAtMonthEnd: boolean): BalanceRow[] {
  const balances: BalanceRow[] = [];
  for (const [row, path] of rowPaths.entries()) {
    const label = path[path.length - 1];
    if (label === undefined || label.length > longestLabel || !/\d/.test(label)) continue;
    const words = readPeriodWords([label]);
    if (words === null || words.kind === "duration" || words.month === null || words.day === null) continue;
    const date = words.year === null ? null : isoDay(words.year, words.month, words.day);
    if (date !== null) balances.push({ row, date: endsAtMonthEnd ? closingDay(date) : date });
  }
  return balances;
}

/** What stands at the beginning of the first of a month stood at the end of the day before, which is how filers date it. */
export function closingDay(date: IsoDate): IsoDate {
  if (!date.endsWith("-01")) return date;
  return new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10);
}
