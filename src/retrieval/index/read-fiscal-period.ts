import { daysBetween } from "../../concepts/time/days";
import { calendarYearOfEnd, endsEarlyInTheYear } from "../../concepts/time/fiscal-calendar";
import { type ParsedDocument } from "../../contracts/document";
import { type DocumentIndex } from "../../storage/passage-index";

type FiscalPeriod = Pick<DocumentIndex, "fiscalYear" | "fiscalQuarter">;

/** Where a release or a call says which quarter it is about; further down it compares with others. */
const openingLength = 3000;
/** Enough of a filing to know how it calls its years. */
const readLength = 400_000;
const fewestMentions = 3;

/**
 * Which fiscal year and quarter a document reports, as its cover's tags say or else its own words; null where it is
 * named after its period's end anyway, or its words do not tell.
 */
export function readFiscalPeriod(parsed: ParsedDocument): FiscalPeriod {
  const tagged = fromCoverTags(parsed);
  if (tagged.fiscalYear !== null) return tagged;
  const { form, periodEnd } = parsed.document;
  if (/^10-?Q/i.test(form ?? "")) {
    return { fiscalYear: yearInWords(parsed.text, periodEnd, 0.5), fiscalQuarter: quarterByMonths(parsed.text) };
  }
  if (/press release|transcript|EX-?99/i.test(form ?? "")) return fromOpening(parsed.text.slice(0, openingLength));
  const early = periodEnd !== null && endsEarlyInTheYear(periodEnd);
  return { fiscalYear: early ? yearOfEarlyEnd(parsed.text, periodEnd) : null, fiscalQuarter: null };
}

function fromCoverTags(parsed: ParsedDocument): FiscalPeriod {
  const cover = (name: string) => {
    const fact = parsed.facts.find(({ concept, value }) => concept === `dei:${name}` && value !== null);
    return fact === undefined ? "" : String(fact.value);
  };
  const year = /^-{0,2}(\d{4})/.exec(cover("DocumentFiscalYearFocus"))?.[1];
  const quarter = /^Q([1-3])$/.exec(cover("DocumentFiscalPeriodFocus"))?.[1];
  return { fiscalYear: year ? Number(year) : null, fiscalQuarter: quarter ? Number(quarter) : null };
}

/** How often a text speaks of each fiscal year. */
function countYears(text: string): Map<number, number> {
  const counts = new Map<number, number>();
  for (const [, year] of text.slice(0, readLength).matchAll(/\bfiscal (?:year )?((?:19|20)\d\d)\b/gi))
    counts.set(Number(year), (counts.get(Number(year)) ?? 0) + 1);
  return counts;
}

/** A report speaks about as often of its own year as of the one before: the newest that is often named is its own. */
function yearInWords(text: string, periodEnd: string | null, shareOfMost: number): number | null {
  if (periodEnd === null) return null;
  const end = calendarYearOfEnd(periodEnd);
  const near = [...countYears(text)].filter(([year]) => Math.abs(year - end) <= 1);
  const most = Math.max(0, ...near.map(([, count]) => count));
  if (most < fewestMentions) return null;
  return Math.max(...near.filter(([, count]) => count >= most * shareOfMost).map(([year]) => year));
}

/** A year to 31 January 2018 is fiscal 2018 to some and fiscal 2017 to others; one of the two is named far oftener. */
function yearOfEarlyEnd(text: string, periodEnd: string): number | null {
  const stated = statedBeside(text, periodEnd);
  if (stated !== null) return stated;
  const end = Number(periodEnd.slice(0, 4));
  const counts = countYears(text);
  const [own, before] = [counts.get(end) ?? 0, counts.get(end - 1) ?? 0];
  if (Math.max(own, before) < fewestMentions) return null;
  // Who names it after its beginning speaks of the other only to look ahead.
  if (own >= before) return end;
  return before >= 4 * own ? end - 1 : null;
}

const months = "january february march april may june july august september october november december".split(" ");

/** "Fiscal 2018 ended on January 31, 2018" says it outright. */
function statedBeside(text: string, periodEnd: string): number | null {
  const pattern =
    /\b[Ff]iscal (?:year )?((?:19|20)\d\d)[^.;\d]{0,60}?\bend(?:ed|ing|s) (?:on )?([A-Z][a-z]+) (\d{1,2}), ((?:19|20)\d\d)/g;
  for (const [, year, month, day, ofYear] of text.slice(0, readLength).matchAll(pattern)) {
    const at = months.indexOf(month!.toLowerCase()) + 1;
    if (at === 0) continue;
    const date = `${ofYear}-${String(at).padStart(2, "0")}-${day!.padStart(2, "0")}`;
    if (Math.abs(daysBetween(date, periodEnd)) <= 1) return Number(year);
  }
  return null;
}

/** The second quarter's report also counts six months, the third's nine; the first's only three. */
function quarterByMonths(text: string): number | null {
  const read = text.slice(0, readLength);
  const count = (pattern: RegExp) => read.match(pattern)?.length ?? 0;
  const nine = count(/\b(?:nine|39|thirty-nine) (?:months|weeks)(?: and \w+ months)? ended\b|\bnine-month period/gi);
  const six = count(/\b(?:six|26|twenty-six) (?:months|weeks)(?: and \w+ months)? ended\b|\bsix-month period/gi);
  const three = count(/\b(?:three|13|thirteen) (?:months|weeks) ended\b|\bthree-month period/gi);
  if (nine >= fewestMentions && nine > six) return 3;
  if (six >= fewestMentions && six > nine) return 2;
  return three >= fewestMentions && six + nine === 0 ? 1 : null;
}

const ordinals = ["first", "second", "third", "fourth"];

/** What a release or a call announces in its title: "Fourth quarter 2023 results", "Q2 FY24". */
function fromOpening(opening: string): FiscalPeriod {
  const named =
    /\b(first|second|third|fourth)[- ]quarter(?:,? (?:of|and full[- ]year|and))?(?: the)?(?: fiscal)?(?: year)? ((?:19|20)\d\d)\b/i.exec(
      opening,
    );
  if (named) return { fiscalYear: Number(named[2]), fiscalQuarter: ordinals.indexOf(named[1]!.toLowerCase()) + 1 };
  const short = /\bQ([1-4]) ?(?:FY|fiscal)? ?['’]?((?:20)?\d\d)\b/i.exec(opening);
  if (short) return { fiscalYear: Number(short[2]!.slice(-2)) + 2000, fiscalQuarter: Number(short[1]) };
  const year = /\b(?:full[- ]year|fiscal(?: year)?|annual) ((?:19|20)\d\d)\b/i.exec(opening);
  return { fiscalYear: year ? Number(year[1]) : null, fiscalQuarter: null };
}
