import { type DocumentRef } from "../../contracts/document";
import { quarterIn } from "../calls/describe-call";
import { type DocumentHints } from "../document-hints";
import { findWrittenDate } from "../written-date";

const headCharacters = 6_000;
const headlines = 8;
/** Where the days stand on which the periods of its tables end. */
const tableCharacters = 40_000;
const saysResults =
  /^(.{2,60}?)\s+(?:reports?|reported|announces?|announced|delivers|delivered|posts|posted|provides)\b.{0,80}?\b(?:results?|earnings|quarter|sales|revenues?)\b/i;
const dateline =
  /(?:^|[–—-]\s*|\.\s+)([A-Z][\p{L}\d.,&'’ -]{1,60}?)\s+\((?:NYSE|NASDAQ|Nasdaq|AMEX|LSE|TSX)[^():]{0,30}:\s*([A-Z]{1,5}(?:\.[A-Z])?)\b/mu;
const companysOwnWords = /\bforward[- ]looking statements\b|\(unaudited\)|\bsafe harbou?r\b/i;
const endedOn = /\b(?:months|weeks|quarter|year)s?\s+ended\s+([A-Z][a-z]+ \d{1,2}, ?20\d{2})/gi;
const fiscalYear = /\b(?:fiscal(?:[\s-]year)?|full[\s-]year|FY)\s?(20\d{2})\b/i;

/** An earnings release without the filing it was attached to: a headline says whose results it reports. */
export function looksLikeRelease(described: DocumentRef, text: string): boolean {
  if (described.form !== null) return false;
  const head = text.slice(0, headCharacters);
  const lines = firstLines(head);
  // A call has such a title as well, and a filing names its form.
  if (lines.some((line) => /\b(?:conference call|earnings call|transcript)\b/i.test(line))) return false;
  if (/\bsecurities and exchange commission\b[^\n]{0,40}\n/i.test(head)) return false;
  const announces =
    lines.some((line) => saysResults.test(line)) || /today (?:reported|announced).{0,80}results/i.test(head);
  // An analyst's note may be headed so; only a company speaks of itself in these ways.
  return announces && (dateline.test(head) || companysOwnWords.test(text));
}

/** Its company, ticker and day by the dateline or the headline, its period by the headline. */
export function describeRelease(described: DocumentRef, hints: DocumentHints, text: string): DocumentRef {
  const head = text.slice(0, headCharacters);
  const [, namedInDateline, ticker] = dateline.exec(head) ?? [];
  const headline = firstLines(head).find((line) => saysResults.test(line)) ?? "";
  // "Springfield – May 4, 2024 – Kettle Works, Inc. (NYSE: …)": the place and the day come first.
  const named = namedInDateline?.split(/\s[–—-]+\s/).at(-1);
  const company = hints.company ?? described.company ?? named ?? saysResults.exec(headline)?.[1] ?? null;
  const year = fiscalYear.exec(headline)?.[1];
  const period = quarterIn(headline) ?? (year === undefined ? quarterIn(head) : `FY${year}`);
  return {
    ...described,
    title: [company ?? described.id, "press release", period].filter((part) => part !== null).join(", "),
    company,
    ticker: hints.ticker ?? ticker ?? null,
    form: "press release",
    periodEnd: hints.periodEnd ?? lastPeriodEnd(text.slice(0, tableCharacters)),
    filed: hints.filed ?? described.filed ?? findWrittenDate(head.replace(endedOn, " ")),
  };
}

function firstLines(head: string): string[] {
  return head
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .slice(0, headlines);
}

/** The latest end of a period in its tables' heads; what it looks forward to has not ended. */
function lastPeriodEnd(text: string): string | null {
  const ends = [...text.matchAll(endedOn)].flatMap((match) => findWrittenDate(match[1]!) ?? []);
  return ends.sort().at(-1) ?? null;
}
