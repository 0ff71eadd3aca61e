import { type StatementOfAnswer } from "../../contracts/answer";
import { type IsoDate } from "../../contracts/dates";
import { type Citation } from "../../contracts/evidence";
import { daysBetween } from "../facts/days";
import { nameDocument, writeText } from "../numbers/write-text";

/** How old the newest thing cited is, where that is more than a year before the day the question stands on. */
export function sayAge(citations: readonly Citation[], day: IsoDate | null): StatementOfAnswer | null {
  if (day === null) return null;
  const known = citations.flatMap((citation) => {
    const date = citation.document.filed ?? citation.document.periodEnd;
    return date === null ? [] : [{ citation, date }];
  });
  const newest = known.sort((a, b) => (a.date < b.date ? 1 : -1))[0];
  if (newest === undefined) return null;
  const days = daysBetween(newest.date, day);
  if (days <= 400) return null;
  const age =
    days > 5 * 365
      ? "more than five years"
      : days > 3 * 365
        ? "more than three years"
        : days > 2 * 365
          ? "more than two years"
          : "more than a year";
  return {
    text: writeText(`The newest source here is ${age} older than ${day}: ${nameDocument(newest.citation.document)}.`),
    citations: [newest.citation],
  };
}
