import { type PeriodAsked } from "../../contracts/intent";

interface FoundPeriod {
  readonly at: number;
  readonly end: number;
  readonly periods: readonly PeriodAsked[];
}

export interface PeriodsInText {
  readonly periods: readonly PeriodAsked[];
  /** The question with its period words blanked out. */
  readonly rest: string;
}

const months = "january february march april may june july august september october november december".split(" ");
const monthPattern = `(?:${months.map((month) => `${month.slice(0, 3)}(?:${month.slice(3)})?`).join("|")}|sept)\\.?`;
const year4 = "(?:19[89]\\d|20[0-4]\\d)";
/** "2024", "FY24", "FY 2024", "fiscal year 2024", "fiscal '24", and with a trailing E or A as models write it. */
const fiscal = `(?:fy|fiscal(?:\\s+years?)?|financial\\s+years?|years?)\\s*['’]?\\s*`;
const yearToken = `(?:(?:${fiscal})(${year4}|\\d{2})|['’](\\d{2})|(${year4}))[ea]?`;
const quarterWords: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  "1st": 1,
  "2nd": 2,
  "3rd": 3,
  "4th": 4,
};
const dash = "\\s*(?:-|–|—|to|through|thru|until|till|and)\\s*";

/** A day or a month with its year; a month stands for its last day. */
const dayPattern = `(?:(?:(${monthPattern})\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(${year4}))|(?:(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?(${monthPattern}),?\\s+(${year4}))|(?:(${year4})-(\\d{2})-(\\d{2}))|(?:(${monthPattern}),?\\s+(${year4})))`;

type Reader = (match: RegExpExecArray, newestYear: number | null) => readonly PeriodAsked[];

/** Tried in this order; what one has read is blanked out for the next. */
const readers: readonly (readonly [RegExp, Reader])[] = [
  [
    pattern(
      `(?:the\\s+)?(three|six|nine|twelve|3|6|9|12)[\\s-]+months?(?:\\s+period)?\\s+(?:ended|ending|to|through|until)\\s+(?:on\\s+)?${dayPattern}`,
    ),
    (m) => spanTo(monthsOfWords[m[1]!.toLowerCase()]!, dayOf(m, 2)),
  ],
  [
    pattern(
      `(?:the\\s+)?(?:fiscal\\s+|financial\\s+)?(quarter|half(?:[\\s-]year)?|year)\\s+(?:ended|ending|to|through)\\s+(?:on\\s+)?${dayPattern}`,
    ),
    (m) => spanTo(monthsOfWords[m[1]!.toLowerCase().slice(0, 4)]!, dayOf(m, 2)),
  ],
  [
    pattern(`(?:as (?:of|at)|at|on|ended|ending)?\\s*(${monthPattern})\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(${year4})`),
    (m) => instant(m[3], monthOf(m[1]), m[2]),
  ],
  [
    pattern(
      `(?:as (?:of|at)|at|on|ended|ending)?\\s*(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?(${monthPattern}),?\\s+(${year4})`,
    ),
    (m) => instant(m[3], monthOf(m[2]), m[1]),
  ],
  [pattern(`(?:as (?:of|at)|at|on)?\\s*(${year4})-(\\d{2})-(\\d{2})`), (m) => instant(m[1], Number(m[2]), m[3])],
  [
    pattern(`q([1-4])\\s*(?:of\\s+)?(?:${fiscal})?['’]?\\s*(${year4}|\\d{2})`),
    (m) => [quarter(Number(m[1]), fullYear(m[2]))],
  ],
  [pattern(`([1-4])q\\s*['’]?\\s*(${year4}|\\d{2})`), (m) => [quarter(Number(m[1]), fullYear(m[2]))]],
  [
    pattern(`(?:(?:fy\\s*)?(${year4})|fy\\s*(\\d{2}))\\s*q([1-4])`),
    (m) => [quarter(Number(m[3]), fullYear(m[1] ?? m[2]))],
  ],
  [
    pattern(
      `(first|second|third|fourth|1st|2nd|3rd|4th)[\\s-]+(?:fiscal\\s+)?quarter\\s*(?:of\\s+|in\\s+)?(?:the\\s+)?(?:${fiscal})?['’]?\\s*(${year4}|\\d{2})`,
    ),
    (m) => [quarter(quarterWords[m[1]!.toLowerCase()]!, fullYear(m[2]))],
  ],
  [
    pattern(`(first|second)[\\s-]+half\\s+(?:of\\s+|in\\s+)?(?:the\\s+)?(?:${fiscal})?['’]?\\s*(${year4})`),
    (m) => [half(quarterWords[m[1]!.toLowerCase()]!, fullYear(m[2]))],
  ],
  [
    pattern(`(?:h([12])|([12])h)\\s*(?:${fiscal})?['’]?\\s*(${year4}|\\d{2})`),
    (m) => [half(Number(m[1] ?? m[2]), fullYear(m[3]))],
  ],
  [pattern(`(?:from\\s+|between\\s+)${yearToken}${dash}${yearToken}`), (m) => range(yearOf(m, 1), yearOf(m, 4))],
  [pattern(`${yearToken}\\s*(?:-|–|—|to|through|thru)\\s*${yearToken}`), (m) => range(yearOf(m, 1), yearOf(m, 4))],
  [pattern(`(${year4})\\s*[-–/]\\s*(\\d{2})`), (m) => range(Number(m[1]), fullYear(m[2]))],
  [pattern(`since\\s+${yearToken}`), (m, newest) => since(yearOf(m, 1), newest)],
  [
    pattern(
      `(?:last|past|previous|prior|latest)\\s+(\\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)\\s+(?:fiscal\\s+|financial\\s+)?years`,
    ),
    (m, newest) => lastYears(countOf(m[1]), newest),
  ],
  [pattern(yearToken), (m) => [year(yearOf(m, 1))]],
  [
    pattern(
      `(?:latest|most recent|last|current|this)\\s+(?:reported\\s+|completed\\s+|fiscal\\s+)?(quarter|year|fiscal year)(?:ly|ual)?`,
    ),
    (m) => [latest(`latest ${/quarter/i.test(m[1]!) ? "quarter" : "year"}`)],
  ],
  [
    pattern(`q([1-4])|(first|second|third|fourth)[\\s-]+quarter`),
    (m) => [quarter(m[1] ? Number(m[1]) : quarterWords[m[2]!.toLowerCase()]!, null)],
  ],
  [pattern(`latest|most recent(?:ly)?|currently`), () => [latest("latest")]],
];

/**
 * The periods a question names, in reading order. A span of years gives itself and then each of its years.
 * `newestYear` is the last fiscal year the store knows: "since 2020" and "the last three years" end there.
 */
export function findPeriods(question: string, newestYear: number | null): PeriodsInText {
  let rest = question;
  const found: FoundPeriod[] = [];
  for (const [reader, read] of readers) {
    for (const match of rest.matchAll(reader)) {
      const periods = read(match, newestYear);
      if (periods.length === 0) continue;
      found.push({ at: match.index, end: match.index + match[0].length, periods });
      rest = `${rest.slice(0, match.index)}${" ".repeat(match[0].length)}${rest.slice(match.index + match[0].length)}`;
    }
  }
  const periods = found.sort((a, b) => a.at - b.at).flatMap((one) => one.periods);
  const byLabel = new Map(periods.map((period) => [period.label, period]));
  return { periods: [...byLabel.values()].slice(0, 24), rest };
}

function pattern(source: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}$€£.,])${source}(?![\\p{L}\\p{N}%]|[.,]\\d)`, "giu");
}

function fullYear(text: string | undefined): number {
  const number = Number(text);
  return number >= 100 ? number : number + (number >= 80 ? 1900 : 2000);
}

function yearOf(match: RegExpExecArray, from: number): number {
  return fullYear(match[from] ?? match[from + 1] ?? match[from + 2]);
}

function monthOf(text: string | undefined): number {
  return months.findIndex((month) => month.startsWith(text!.slice(0, 3).toLowerCase())) + 1;
}

function countOf(text: string | undefined): number {
  const words = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
  const index = words.indexOf(text!.toLowerCase());
  return index >= 0 ? index : Number(text);
}

const blank = { fiscalYear: null, quarter: null, start: null, end: null } as const;

const year = (fiscalYear: number): PeriodAsked => ({ ...blank, label: `FY${fiscalYear}`, kind: "year", fiscalYear });

const latest = (label: string): PeriodAsked => ({ ...blank, label, kind: "latest" });

/** Without its year it is the latest of its kind. */
function quarter(number: number, fiscalYear: number | null): PeriodAsked {
  return {
    ...blank,
    label: fiscalYear === null ? `Q${number}` : `Q${number} ${fiscalYear}`,
    kind: "quarter",
    fiscalYear,
    quarter: number,
  };
}

const half = (number: number, fiscalYear: number): PeriodAsked => ({
  ...blank,
  label: `H${number} ${fiscalYear}`,
  kind: "half",
  fiscalYear,
});

function instant(yearText: string | undefined, month: number, dayText: string | undefined): PeriodAsked[] {
  const day = Number(dayText);
  const date = `${yearText}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  const real = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(real.getTime()) || real.toISOString().slice(0, 10) !== date) return [];
  return [{ ...blank, label: date, kind: "instant", end: date }];
}

const monthsOfWords: Readonly<Record<string, number>> = {
  ...{ three: 3, six: 6, nine: 9, twelve: 12, "3": 3, "6": 6, "9": 9, "12": 12 },
  ...{ quar: 3, half: 6, year: 12 },
};

/** The day of a match of `dayPattern` whose groups begin at `from`; null where the calendar has no such day. */
function dayOf(match: RegExpExecArray, from: number): string | null {
  const [month, day, year, dayFirst, monthSecond, yearThird, isoYear, isoMonth, isoDay, monthAlone, yearOfMonth] =
    match.slice(from);
  if (isoYear !== undefined) return instant(isoYear, Number(isoMonth), isoDay)[0]?.end ?? null;
  if (monthAlone !== undefined) {
    const lastDay = new Date(Date.UTC(Number(yearOfMonth), monthOf(monthAlone), 0)).getUTCDate();
    return instant(yearOfMonth, monthOf(monthAlone), String(lastDay))[0]?.end ?? null;
  }
  return instant(year ?? yearThird, monthOf(month ?? monthSecond), day ?? dayFirst)[0]?.end ?? null;
}

/** A flow of so many months up to a day: what it is called in the company's own calendar is not asked. */
function spanTo(count: number, end: string | null): PeriodAsked[] {
  if (end === null) return [];
  switch (count) {
    case 3:
      return [{ ...blank, label: `the quarter to ${end}`, kind: "quarter", end }];
    case 6:
      return [{ ...blank, label: `the half-year to ${end}`, kind: "half", end }];
    case 12:
      return [{ ...blank, label: `the year to ${end}`, kind: "year", end }];
    default: {
      const [year = 0, month = 1] = end.split("-").map(Number);
      const start = new Date(Date.UTC(year, month - count, 1)).toISOString().slice(0, 10);
      return [{ ...blank, label: `the nine months to ${end}`, kind: "range", start, end }];
    }
  }
}

function range(first: number, last: number): PeriodAsked[] {
  if (last < first || last - first > 20) return [];
  if (last === first) return [year(first)];
  const whole: PeriodAsked = { ...blank, label: `FY${first}–FY${last}`, kind: "range" };
  return [whole, ...Array.from({ length: last - first + 1 }, (_, i) => year(first + i))];
}

function since(first: number, newest: number | null): PeriodAsked[] {
  const whole: PeriodAsked = { ...blank, label: `since FY${first}`, kind: "range" };
  return newest !== null && newest >= first
    ? [whole, ...range(first, newest).filter((one) => one.kind === "year")]
    : [whole, year(first)];
}

function lastYears(count: number, newest: number | null): PeriodAsked[] {
  const whole: PeriodAsked = { ...blank, label: `last ${count} years`, kind: "range" };
  if (newest === null || count < 1 || count > 20) return [whole];
  return [whole, ...Array.from({ length: count }, (_, i) => year(newest - count + 1 + i))];
}
