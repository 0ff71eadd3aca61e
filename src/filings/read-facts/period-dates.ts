import { type IsoDate } from "../../contracts/dates";
import { type CellPeriod } from "../tables/table-periods";

const dayMs = 86_400_000;
const mostDaysOff = 7;

/** First and last days of periods, from what columns say and from the days the document names. */
export class PeriodDates {
  /** Every day that ends a period in this document is the last of its month: then its periods begin on firsts. */
  private readonly byMonths: boolean;
  private readonly named: ReadonlySet<IsoDate>;

  constructor(
    ends: ReadonlySet<IsoDate>,
    balances: readonly IsoDate[],
    private readonly documentEnd: IsoDate | null,
    /** What stands above the statements: "at December 31, 2023 and January 1, 2023" over "2023" and "2022". */
    private readonly words: readonly string[],
  ) {
    this.named = new Set([...ends, ...balances]);
    const days = [...ends, ...(documentEnd === null ? [] : [documentEnd])];
    this.byMonths = days.every(isMonthEnd) && !words.some(namesEarlyDay);
  }

  /** Null where the days are not told: a year of 52 weeks begins on no day that a heading "2023" would say. */
  of(
    period: CellPeriod,
    kind: "instant" | "duration",
    heads: readonly string[],
  ): { start: IsoDate | null; end: IsoDate } | null {
    if (period.isAssumed || (period.kind !== null && period.kind !== kind)) return null;
    const end =
      period.isExactEnd || this.byMonths || period.end === this.documentEnd ? period.end : this.near(period.end);
    if (end === null) return null;
    // A day of one year put to another ("December 31, 2006 and January 1, 2006" over "2005") is nobody's day.
    if (!this.byMonths && end === period.end && end !== this.documentEnd && !this.isNamed(end, heads)) return null;
    if (kind === "instant") return { start: null, end };
    if (period.months === null) return null;
    if (this.byMonths) return { start: firstOfMonth(end, period.months), end };
    return this.afterDayNamed(end, period.months);
  }

  /** A year of weeks ends on another day each time: the one named where the column only says "2021". */
  private near(end: IsoDate): IsoDate | null {
    const named = [...this.named].filter((day) => Math.abs(Date.parse(end) - Date.parse(day)) <= mostDaysOff * dayMs);
    return named.length === 1 ? named[0]! : null;
  }

  private isNamed(end: IsoDate, heads: readonly string[]): boolean {
    const [year, month, day] = end.split("-").map(Number) as [number, number, number];
    const monthDay = `${monthNames[month - 1]!}[a-z]*\\.?\\s+${day}`;
    const numbers = `\\b0?${month}/0?${day}/(?:${year}|${String(year).slice(2)})\\b`;
    if (new RegExp(`\\b${monthDay}\\b|${numbers}`, "i").test(heads.join(" "))) return true;
    const whole = new RegExp(`\\b${monthDay}\\s*,\\s*${year}\\b`, "i");
    const anyOfYear = new RegExp(`[a-z]{3,9}\\.?\\s+\\d{1,2}\\s*,\\s*${year}\\b`, "gi");
    // Where two days of one year are named, the year alone over a column means either.
    return this.words.some((words) => whole.test(words) && new Set(words.match(anyOfYear)).size === 1);
  }

  /** The day after the named one that lies so many weeks before. */
  private afterDayNamed(end: IsoDate, months: number): { start: IsoDate; end: IsoDate } | null {
    const weeks = (months * 13) / 3;
    const before = [...this.named].filter((day) => {
      const days = (Date.parse(end) - Date.parse(day)) / dayMs;
      return days === weeks * 7 || days === (weeks + 1) * 7;
    });
    if (before.length !== 1) return null;
    return { start: new Date(Date.parse(before[0]!) + dayMs).toISOString().slice(0, 10), end };
  }
}

const monthNames = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const earlyDay = /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+[1-6]\s*,\s*(?:19|20)\d\d\b/i;

/** A year of 52 weeks that began on the first days of a month ended on them once. */
function namesEarlyDay(text: string): boolean {
  return earlyDay.test(text);
}

function isMonthEnd(day: IsoDate): boolean {
  return new Date(Date.parse(day) + dayMs).getUTCDate() === 1;
}

function firstOfMonth(end: IsoDate, months: number): IsoDate {
  const first = new Date(Date.UTC(Number(end.slice(0, 4)), Number(end.slice(5, 7)) - months, 1));
  return first.toISOString().slice(0, 10);
}
