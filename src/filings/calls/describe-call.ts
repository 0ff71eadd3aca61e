import { type DocumentRef } from "../../contracts/document";
import { type DocumentHints } from "../document-hints";
import { type OwnStatement } from "../source";
import { findWrittenDate } from "../written-date";

const headCharacters = 1500;
const ordinals: Readonly<Record<string, number>> = { first: 1, second: 2, third: 3, fourth: 4 };
const quarterShort = /\b(?:Q([1-4])|([1-4])Q)[\s,’']*(?:FY|fiscal(?: year)?)?[\s’']*((?:20)?\d{2})\b/i;
const quarterLong =
  /\b(first|second|third|fourth)[\s-]+quarter\s+(?:and (?:full[\s-]year|fiscal)[\s,]*)?(?:of\s+)?(?:the\s+)?(?:fiscal(?:[\s-]year)?\s+|FY\s?|full[\s-]year\s+)?(20\d{2})\b/i;
const quarterLast = /\b(?:fiscal(?: year)?|FY)\s?(20\d{2})[\s,-]+(first|second|third|fourth)[\s-]+quarter\b/i;
const tickerShape = /\((?:(?:NYSE|NASDAQ|Nasdaq|AMEX|LSE|TSX)(?:GS|GM|CM)?\s*:\s*)?([A-Z]{1,5}(?:\.[A-Z])?)\)/;
const titleLine =
  /\b(?:earnings|conference|results|analyst|investor) (?:conference |results )?(?:call|transcript)\b|\bcall transcript\b/i;
const corporate =
  /\b(?:Inc|Corp|Corporation|Ltd|Limited|PLC|plc|Company|Co|N\.V|S\.A|AG|SE|LLC|L\.P|Group|Holdings)\b\.?/;

/** A call's company, day and fiscal quarter, from the data beside it and the lines above the first speaker. */
export function describeCall(
  described: DocumentRef,
  hints: DocumentHints,
  stated: OwnStatement | undefined,
  text: string,
): DocumentRef {
  const head = text.slice(0, headCharacters);
  const lines = head
    .split("\n")
    .slice(0, 12)
    .map((line) => line.trim());
  const company = hints.company ?? stated?.company ?? described.company ?? companyIn(lines);
  const quarter = stated?.quarter ?? quarterIn(head);
  const date =
    hints.filed ??
    stated?.date ??
    described.filed ??
    findWrittenDate(lines.filter((line) => line.length < 160).join("\n"));
  const what = quarter === null ? "call" : `${quarter} call`;
  return {
    ...described,
    title: [company ?? described.id, what, date].filter((part) => part !== null).join(", "),
    company,
    ticker: hints.ticker ?? stated?.ticker ?? tickerIn(lines),
    form: "transcript",
    // A call states its quarter by name; when that ended, the company's filings know.
    periodEnd: hints.periodEnd ?? null,
    filed: date,
  };
}

/** "Q1 2023" where the words name one quarter of a year. */
export function quarterIn(text: string): string | null {
  const short = quarterShort.exec(text);
  const long = quarterLong.exec(text);
  const last = quarterLast.exec(text);
  const found = [
    short && { at: short.index, quarter: Number(short[1] ?? short[2]), year: short[3]! },
    long && { at: long.index, quarter: ordinals[long[1]!.toLowerCase()]!, year: long[2]! },
    last && { at: last.index, quarter: ordinals[last[2]!.toLowerCase()]!, year: last[1]! },
  ].filter((each) => each !== null);
  const first = found.sort((a, b) => a.at - b.at)[0];
  return first === undefined ? null : `Q${first.quarter} ${first.year.length === 2 ? `20${first.year}` : first.year}`;
}

function tickerIn(lines: readonly string[]): string | null {
  const line = lines.slice(0, 4).find((each) => each.length < 160 && tickerShape.test(each));
  const ticker = line === undefined ? null : tickerShape.exec(line)![1]!;
  return ticker === "CEO" || ticker === "CFO" || ticker === "COO" || ticker === "Q" || ticker === "A" ? null : ticker;
}

/** The company in a title line: before its ticker, before the quarter, or a corporate name alone on its line. */
function companyIn(lines: readonly string[]): string | null {
  for (const line of lines.slice(0, 6)) {
    if (line.length > 140 || /[.!?]$/.test(line.replace(corporate, ""))) continue;
    const ticker = tickerShape.exec(line);
    if (ticker !== null && ticker.index > 1) return tidy(line.slice(0, ticker.index));
    if (titleLine.test(line)) {
      const before = line.split(/\s+(?:Q[1-4]\b|[1-4]Q|(?:first|second|third|fourth)\b|(?:FY|fiscal|20\d{2})\b)/i)[0]!;
      if (before.length < line.length && /^\p{Lu}/u.test(before)) return tidy(before);
      const after = /^(?:Q[1-4]|[1-4]Q)\s*(?:FY)?\s*\d{2,4}\s+(.{2,60}?)\s+(?:earnings|conference|results)/i.exec(line);
      if (after !== null) return tidy(after[1]!);
    }
    if (corporate.test(line) && line.length < 80 && !/[:]/.test(line) && !/\s[-–—]{1,2}\s/.test(line))
      return tidy(line);
  }
  return null;
}

function tidy(name: string): string | null {
  const clean = name
    .replace(/[\s,:–—-]+$/, "")
    .replace(/\s+/g, " ")
    .trim();
  return clean.length < 2 ? null : clean;
}
