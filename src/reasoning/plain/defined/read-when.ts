import { type PeriodNamed, type When } from "./asked-tree";
import { type Piece } from "./split-words";

interface Found {
  readonly when: When;
  readonly length: number;
}

const before = /^(?:prior|previous|preceding|last)$/i;
const current = /^(?:current|this|same)$/i;
const spanOfTime = /^(?:year|years|year['’]s|period|period['’]s|quarter)$/i;
const leading = /^(?:between|from|over|of|for|in|at|as|during|the|both)$/i;
const startOf = /^(?:beginning|opening|start)$/;
const endOf = /^(?:ending|closing|end|ended|year-end|yearend)$/;

/** The periods that begin at a piece: "between FY2016 and FY2017", "FY2016-FY2018", "the prior year", "opening". */
export function readWhen(pieces: readonly Piece[], start: number): Found | null {
  let at = start;
  let lead = "";
  while (at < pieces.length && at - start < 5 && leading.test(pieces[at]!.text)) {
    lead ||= pieces[at]!.text.toLowerCase();
    at += 1;
  }
  const first = readPeriod(pieces, at);
  if (first === null) return null;
  const periods: PeriodNamed[] = [first.period];
  at += first.length;
  let joined: When["joined"] = "list";
  for (;;) {
    const joint = jointAt(pieces, at);
    const next = joint === null ? null : readPeriod(pieces, at + joint.length);
    if (joint === null || next === null || periods.length >= 20) break;
    if (joint.spans) joined = "span";
    periods.push(next.period);
    at += joint.length + next.length;
  }
  if (periods.length === 2 && lead === "between") joined = "ends";
  return { when: { periods, joined }, length: at - start };
}

function jointAt(pieces: readonly Piece[], at: number): { spans: boolean; length: number } | null {
  const [one, two] = [pieces[at]?.text.toLowerCase() ?? "", pieces[at + 1]?.text.toLowerCase() ?? ""];
  if (/^(?:to|through|thru|until|-)$/.test(one)) return { spans: true, length: two === "the" ? 2 : 1 };
  if (one === "," && two === "and") return { spans: false, length: 2 };
  if (/^(?:and|,|&)$/.test(one)) return { spans: false, length: two === "the" ? 2 : 1 };
  return null;
}

function readPeriod(pieces: readonly Piece[], at: number): { period: PeriodNamed; length: number } | null {
  const [one, two, three] = [0, 1, 2].map((ahead) => pieces[at + ahead]?.text ?? "") as [string, string, string];
  const relative = relativePeriod(one, two) ?? readEdge(pieces, at);
  if (relative !== null) return relative;
  const ofQuarter = /^q([1-4])$/i.exec(one) ?? /^([1-4])q$/i.exec(one);
  if (ofQuarter) {
    const fiscal = /^(?:of|fiscal|fy)$/i.test(two) ? 1 : 0;
    const year = yearOf(fiscal === 1 ? three : two);
    return year === null ? null : named(year, Number(ofQuarter[1]), 2 + fiscal);
  }
  const joined = /^(?:q([1-4])[-'’]?(?:fy)?(\d{2}|\d{4})|([1-4])q[-'’]?(\d{2}|\d{4}))$/i.exec(one);
  if (joined) return named(fullYear(joined[2] ?? joined[4]!), Number(joined[1] ?? joined[3]), 1);
  if (/^(?:fiscal|fy|financial)$/i.test(one)) {
    const spelled = /^years?$/i.test(two);
    const year = yearOf(spelled ? three : two);
    return year === null ? null : named(year, null, spelled ? 3 : 2);
  }
  if (/^year$/i.test(one)) {
    const year = yearOf(two);
    return year === null ? null : named(year, null, 2);
  }
  const year = yearOf(one);
  return year === null ? null : named(year, null, 1);
}

function relativePeriod(one: string, two: string): { period: PeriodNamed; length: number } | null {
  const word = one.toLowerCase().replace(/['’]s$/, "");
  if (/^(?:prior|previous|last)-(?:year|period|quarter)$/.test(word)) return { period: back(1), length: 1 };
  if (/^current-(?:year|period)$/.test(word)) return { period: back(0), length: 1 };
  if (before.test(word) && spanOfTime.test(two)) return { period: back(1), length: 2 };
  if (current.test(word) && spanOfTime.test(two)) return { period: back(0), length: 2 };
  return null;
}

/** "beginning inventory", "at the beginning of FY2017" (which is the end of 2016), "year-end 2017", "end of the year". */
function readEdge(pieces: readonly Piece[], at: number): { period: PeriodNamed; length: number } | null {
  const word = pieces[at]?.text.toLowerCase() ?? "";
  const starts = startOf.test(word);
  if (!starts && !endOf.test(word)) return null;
  let next = at + 1;
  if (/^of$/i.test(pieces[next]?.text ?? "")) next += 1;
  if (/^(?:the|each)$/i.test(pieces[next]?.text ?? "")) next += 1;
  const year = readPeriod(pieces, next);
  if (year?.period.kind === "named") {
    const { fiscalYear, quarter } = year.period;
    if (starts && quarter !== null) return null;
    return named(starts ? fiscalYear - 1 : fiscalYear, quarter, next - at + year.length);
  }
  const ofTheYear = /^(?:year|period)$/i.test(pieces[next]?.text ?? "") && next > at + 1;
  return { period: back(starts ? 1 : 0), length: ofTheYear ? next - at + 1 : 1 };
}

const back = (periods: number): PeriodNamed => ({ kind: "before", periods });

function named(fiscalYear: number, quarter: number | null, length: number): { period: PeriodNamed; length: number } {
  return { period: { kind: "named", fiscalYear, quarter }, length };
}

/** "2017", "FY2017", "FY17", "2017A". */
function yearOf(text: string): number | null {
  const found = /^(?:fy[-'’]?)?((?:19[89]|20[0-4])\d)a?$/i.exec(text) ?? /^fy[-'’]?(\d{2})a?$/i.exec(text);
  return found === null ? null : fullYear(found[1]!);
}

function fullYear(text: string): number {
  const number = Number(text);
  return number >= 100 ? number : number + (number >= 80 ? 1900 : 2000);
}
