import { daysBetween, yearOf } from "../../concepts/time/days";
import { type StatementOfAnswer } from "../../contracts/answer";
import { type IsoDate } from "../../contracts/dates";
import { type Citation } from "../../contracts/evidence";
import { type QuestionIntent } from "../../contracts/intent";
import { nameDocument, writeText } from "../numbers/write-text";

/** The yearly report of a year comes a quarter after it and is the newest one for a year: younger than this is usual. */
const usualAgeInDays = 548;

/**
 * How old the newest thing cited is, where that is more than eighteen months before the day the question stands on.
 * `years` are those the question names itself: the age of a source for the very period asked needs no remark.
 */
export function sayAge(
  citations: readonly Citation[],
  day: IsoDate | null,
  years: readonly number[],
): StatementOfAnswer | null {
  if (day === null) return null;
  const known = citations.flatMap((citation) => {
    const date = citation.document.filed ?? citation.document.periodEnd;
    return date === null ? [] : [{ citation, date }];
  });
  const newest = known.sort((a, b) => (a.date < b.date ? 1 : -1))[0];
  if (newest === undefined) return null;
  const days = daysBetween(newest.date, day);
  if (days <= usualAgeInDays) return null;
  const covered = yearOf(newest.citation.document.periodEnd ?? newest.date);
  if (years.length > 0 && covered >= Math.max(...years)) return null;
  return {
    text: writeText(
      `The newest source used here is ${sayDays(days)} older than ${day}: ${nameDocument(newest.citation.document)}.`,
    ),
    citations: [newest.citation],
  };
}

/** The years a question names: fiscal ones as they are called, others by the day they end. */
export function yearsNamed(intent: QuestionIntent): number[] {
  return intent.periods.flatMap((period) => {
    if (period.kind === "latest") return [];
    if (period.fiscalYear !== null) return [period.fiscalYear];
    return period.end === null ? [] : [yearOf(period.end)];
  });
}

function sayDays(days: number): string {
  if (days > 5 * 365) return "more than five years";
  if (days > 3 * 365) return "more than three years";
  return days > 2 * 365 ? "more than two years" : "more than eighteen months";
}
