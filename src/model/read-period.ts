import { type Period, type PeriodKind, type PeriodPhase } from "../contracts/model-map";
import { type IsoDate } from "../contracts/dates";
import { type DateSystem, isoDateOf, lastDayOfMonth, serialSince1900 } from "./calendar";
import { isDateFormat, phaseOfFormat } from "./number-format";

/** What one header cell says about time; `sure` is false where only its neighbours can tell a year from a number. */
export interface PeriodReading extends Omit<Period, "index0"> {
  readonly sure: boolean;
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const monthWord = `(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?`;
const yearWord = `(?:fy|cy)?\\s*['’]?(?<year>(?:19|20)\\d{2}|\\d{2})(?:\\s*[/–-]\\s*(?<until>\\d{4}|\\d{2}))?`;
const phaseWord = `\\s*\\(?(?<phase>a|e|f|b|p|pf|act|est|bud|fcst|proj|actuals?|estimated?|estimates?|forecast(?:ed)?|budget(?:ed)?|projected|projections?|historical|plan|pro forma|reported)?\\)?\\.?`;
const full = (pattern: string) => new RegExp(`^${pattern}$`, "iu");

const patterns = {
  /** FY2024, 2024A, FY24E, 2023/24, Actual 2024 */
  year: full(
    `(?<before>actual|forecast|projected|budget|estimate|historical)?\\s*(?:fye?|cy|fiscal(?: year)?|year)?\\s*(?:ending|ended)?\\s*${yearWord}${phaseWord}`,
  ),
  /** Q1'24, 1Q24, Q1 FY2024E, Q1-24 */
  quarter: full(`(?:q(?<q1>[1-4])|(?<q2>[1-4])q|quarter (?<q3>[1-4]))[\\s-]*(?:${yearWord})?${phaseWord}`),
  /** 2024 Q1 */
  quarterAfter: full(`${yearWord}[\\s-]*q(?<q1>[1-4])${phaseWord}`),
  half: full(`(?:h(?<h1>[12])|(?<h2>[12])h)[\\s-]*(?:${yearWord})?${phaseWord}`),
  /** 2024-12, where the second number is not the next year: 2011-12 is a fiscal year. */
  yearMonth: full(`(?<year>(?:19|20)\\d{2})[-/.](?<number>0[1-9]|1[0-2])${phaseWord}`),
  /** Dec-24, March 2024, Dec'24A */
  month: full(`${monthWord}[\\s,/-]*(?:${yearWord})?${phaseWord}`),
  /** 31 Dec 2024, 31-Dec-24 */
  dayMonth: full(`(?<day>\\d{1,2})(?:st|nd|rd|th)?[\\s.-]*${monthWord}[\\s,.-]*(?<year>\\d{4}|\\d{2})${phaseWord}`),
  /** Dec 31, 2024 */
  monthDay: full(`${monthWord}\\s*(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s*(?<year>\\d{4})${phaseWord}`),
  iso: full(`(?<year>\\d{4})-(?<number>\\d{2})-(?<day>\\d{2})`),
  slashes: full(`(?<first>\\d{1,2})[/.](?<second>\\d{1,2})[/.](?<year>\\d{4}|\\d{2})${phaseWord}`),
  ordinal: full(`(?<unit>year|yr|month|quarter|period|week)\\.?\\s*#?(?<n>\\d{1,3})${phaseWord}`),
  /** M1, Yr2, T+3, FY+1: as much a name as a time; whether they count up tells. Q5 goes on where Q1 to Q4 began. */
  shortCount: full(
    `(?<unit>m|mo|mth|mon|y|yr|w|wk|p|t\\+|y\\+|fy\\+|q(?=[5-9]|\\d\\d))\\.?[-_ ]?(?<n>\\d{1,3})${phaseWord}`,
  ),
  trailing: full(`(?:ltm|ttm|ntm|last twelve months|trailing twelve months)\\b.*`),
  terminal: full(`(?:terminal(?: year| value)?|term\\.?|tv|perpetuity|normali[sz]ed(?: year)?)`),
  stub: full(`(?:stub(?: period| year)?|ytd)\\b.{0,12}`),
} as const;

/** Serials from 1949 to 2151: other numbers in a date's format are no period of a model. */
const earliestHeader = 18_000;
const latestHeader = 92_000;

/** Reads a text or number of a header; null where it says nothing about time. */
export function readPeriod(
  value: string | number,
  numberFormat: string | null,
  dateSystem: DateSystem = 1900,
): PeriodReading | null {
  return typeof value === "number" ? readNumber(value, numberFormat, dateSystem) : readText(value);
}

function readNumber(value: number, numberFormat: string | null, dateSystem: DateSystem): PeriodReading | null {
  const serial = serialSince1900(value, dateSystem);
  const mayBeDate = serial >= earliestHeader && serial <= latestHeader;
  // Most numbers of a workbook are amounts: they are told apart before their formats are read.
  if (!mayBeDate && !Number.isInteger(value)) return null;
  const phase = phaseOfFormat(numberFormat);
  if (isDateFormat(numberFormat)) {
    if (!mayBeDate) return null;
    const endDate = isoDateOf(serial);
    const label = labelOfDate(endDate, numberFormat!);
    return { label, kind: "unknown", year: Number(endDate.slice(0, 4)), ordinal: null, endDate, phase, sure: true };
  }
  if (!Number.isInteger(value)) return null;
  if (value >= 1 && value <= 4 && numberFormat !== null && /q/i.test(numberFormat)) {
    return { ...nothing, label: `Q${value}`, kind: "quarter", ordinal: value, phase, sure: true };
  }
  if (value < 1990 || value > 2060 || (numberFormat !== null && /[%$€£¥,]/.test(numberFormat))) return null;
  return { ...nothing, label: String(value), kind: "year", year: value, phase, sure: phase !== "unknown" };
}

const nothing = { year: null, ordinal: null, endDate: null } as const;

function readText(text: string): PeriodReading | null {
  const label = text.trim();
  if (label.length === 0 || label.length > 40) return null;
  return readNamed(label) ?? readDay(label) ?? readParts(label);
}

function readNamed(label: string): PeriodReading | null {
  const kinds: readonly (readonly [RegExp, PeriodKind])[] = [
    [patterns.trailing, "trailing"],
    [patterns.terminal, "terminal"],
    [patterns.stub, "stub"],
  ];
  const found = kinds.find(([pattern]) => pattern.test(label));
  if (found !== undefined) return { ...nothing, label, kind: found[1], phase: "unknown", sure: false };
  const ordinal = patterns.ordinal.exec(label)?.groups;
  if (ordinal === undefined) return readShortCount(label);
  const n = Number(ordinal["n"]);
  const unit = ordinal["unit"]!.toLowerCase();
  const kind: PeriodKind =
    unit === "month" ? "month" : unit === "quarter" ? "quarter" : unit.startsWith("y") ? "year" : "unknown";
  const inRange = (kind === "quarter" && n >= 1 && n <= 4) || (kind === "month" && n >= 1 && n <= 12);
  return {
    label,
    kind,
    year: null,
    ordinal: inRange ? n : null,
    endDate: null,
    phase: phaseOfWord(ordinal["phase"]),
    sure: true,
  };
}

function readShortCount(label: string): PeriodReading | null {
  const groups = patterns.shortCount.exec(label)?.groups;
  if (groups === undefined) return null;
  const unit = groups["unit"]!.toLowerCase();
  const kind: PeriodKind = unit.startsWith("m")
    ? "month"
    : unit === "q"
      ? "quarter"
      : unit.includes("y") || unit === "t+"
        ? "year"
        : "unknown";
  return { ...nothing, label, kind, phase: phaseOfWord(groups["phase"]), sure: false };
}

function readDay(label: string): PeriodReading | null {
  for (const pattern of [patterns.dayMonth, patterns.monthDay, patterns.iso, patterns.slashes]) {
    const groups = pattern.exec(label)?.groups;
    if (groups === undefined) continue;
    const endDate = dateOf(groups);
    if (endDate === null) return null;
    const year = Number(endDate.slice(0, 4));
    return { label, kind: "unknown", year, ordinal: null, endDate, phase: phaseOfWord(groups["phase"]), sure: true };
  }
  return null;
}

function dateOf(groups: Readonly<Record<string, string | undefined>>): IsoDate | null {
  const year = fullYear(groups["year"]!);
  if (year === null) return null;
  if (groups["month"] !== undefined) return validDate(year, monthNumber(groups["month"]), Number(groups["day"]));
  if (groups["number"] !== undefined) return validDate(year, Number(groups["number"]), Number(groups["day"]));
  // 12/31/2024 or 31/12/2024: only a part above twelve tells; month ends, the rule in models, always do.
  const [first, second] = [Number(groups["first"]), Number(groups["second"])];
  return second > 12 ? validDate(year, first, second) : first > 12 ? validDate(year, second, first) : null;
}

function readParts(label: string): PeriodReading | null {
  const quarter = (patterns.quarter.exec(label) ?? patterns.quarterAfter.exec(label))?.groups;
  if (quarter !== undefined) {
    const ordinal = Number(quarter["q1"] ?? quarter["q2"] ?? quarter["q3"]);
    return {
      label,
      kind: "quarter",
      year: yearOf(quarter),
      ordinal,
      endDate: null,
      phase: phaseOfWord(quarter["phase"]),
      sure: true,
    };
  }
  const half = patterns.half.exec(label)?.groups;
  if (half !== undefined) {
    const ordinal = Number(half["h1"] ?? half["h2"]);
    return {
      label,
      kind: "half",
      year: yearOf(half),
      ordinal,
      endDate: null,
      phase: phaseOfWord(half["phase"]),
      sure: true,
    };
  }
  const yearMonth = patterns.yearMonth.exec(label)?.groups;
  if (yearMonth !== undefined && !isYearPair(yearMonth["year"]!, yearMonth["number"]!)) {
    const [year, ordinal] = [Number(yearMonth["year"]), Number(yearMonth["number"])];
    const endDate = lastDayOfMonth(year, ordinal);
    return { label, kind: "month", year, ordinal, endDate, phase: phaseOfWord(yearMonth["phase"]), sure: true };
  }
  const month = patterns.month.exec(label)?.groups;
  if (month !== undefined) {
    const ordinal = monthNumber(month["month"]!);
    const year = yearOf(month);
    const endDate = year === null ? null : lastDayOfMonth(year, ordinal);
    return { label, kind: "month", year, ordinal, endDate, phase: phaseOfWord(month["phase"]), sure: year !== null };
  }
  const year = patterns.year.exec(label)?.groups;
  if (year === undefined || !/\d{4}|fy|cy|['’]/i.test(label)) return null;
  const phase = phaseOfWord(year["before"] ?? year["phase"]);
  const number = yearOf(year);
  if (number === null || number < 1950 || number > 2100) return null;
  return { label, kind: "year", year: number, ordinal: null, endDate: null, phase, sure: /\D/.test(label) };
}

/** Of 2023/24 the year it ends in; null for 2023-2027, which is no one year. */
function yearOf(groups: Readonly<Record<string, string | undefined>>): number | null {
  const { year, until } = groups;
  if (year === undefined || until === undefined) return year === undefined ? null : fullYear(year);
  return isYearPair(year, until) ? fullYear(until) : null;
}

/** 2023/24, 23/24, 2023-2024. */
function isYearPair(year: string, until: string): boolean {
  return Number(until) % 100 === (Number(year) + 1) % 100;
}

function fullYear(written: string): number | null {
  const number = Number(written);
  if (written.length === 4) return number;
  return written.length === 2 ? (number < 70 ? 2000 + number : 1900 + number) : null;
}

function monthNumber(word: string): number {
  return months.indexOf(word.slice(0, 3).toLowerCase()) + 1;
}

function validDate(year: number, month: number, day: number): IsoDate | null {
  if (month < 1 || month > 12 || day < 1 || day > Number(lastDayOfMonth(year, month).slice(8))) return null;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** "A", "Actual" and "Historical" are the past; estimates, forecasts, budgets and plans are not. */
export function phaseOfWord(word: string | undefined): PeriodPhase {
  if (word === undefined || word === "") return "unknown";
  if (/^(a|act|actuals?|historicals?|reported)$/i.test(word)) return "actual";
  return /^(e|f|b|p|est|bud|fcst|proj|plan)$|^(estimate|forecast|budget|project)/i.test(word) ? "forecast" : "unknown";
}

function labelOfDate(date: IsoDate, numberFormat: string): string {
  const [year, month] = [date.slice(0, 4), months[Number(date.slice(5, 7)) - 1]!];
  if (/d/i.test(numberFormat)) return date;
  if (/m/i.test(numberFormat)) return `${month[0]!.toUpperCase()}${month.slice(1)} ${year}`;
  return year;
}
