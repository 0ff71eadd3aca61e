import { fiscalYearOf } from "../../concepts/time/fiscal-calendar";
import { periodLength } from "../../concepts/time/period-length";
import { conceptById } from "../../concepts/dictionary";
import { type ConceptId } from "../../contracts/concept";
import { factsForConcept } from "../facts/select-fact";
import { annualPeriods, type FactBook } from "./fact-book";

const mostQuarters = 4;

/** "on file are fiscal 2020 to 2024 and the quarters to …": what an analyst may ask instead; null where nothing is. */
export function describePeriodsOnFile(id: ConceptId, book: FactBook): string | null {
  const own = factsForConcept(id, book.facts);
  if (own.length === 0 && (conceptById(id)?.tags ?? []).length > 0) return null;
  const years = own.length === 0 ? book.calendar.years : annualPeriods(id, book).filter(isWhole);
  const named = years.map((year) => (book.calendar.ambiguous ? null : fiscalYearOf(book.calendar, year.end)));
  const known = [...new Set(named.flatMap((year) => year ?? []))].sort((a, b) => a - b);
  const quarters = [
    ...new Set(own.flatMap(({ fact }) => (periodLength(fact) === "quarter" ? [fact.end ?? ""] : []))),
  ].sort();
  const parts = [
    ...(known.length > 0 ? [`fiscal ${spanOfYears(known)}`] : years.map((year) => `the year to ${year.end}`)),
    ...(quarters.length > 0
      ? [`${quarters.length === 1 ? "the quarter" : "the quarters"} to ${quarters.slice(-mostQuarters).join(", ")}`]
      : []),
  ];
  return parts.length === 0 ? null : `on file: ${parts.join(" and ")}`;

  /** A flow of a year, or a balance at the end of one. */
  function isWhole({ end }: { end: string }): boolean {
    return own.some(({ fact }) => fact.end === end && ["year", "instant"].includes(periodLength(fact)));
  }
}

/** "2020 to 2024" where no year is missing, else each by name. */
function spanOfYears(years: readonly number[]): string {
  const [first, last] = [years[0] as number, years.at(-1) as number];
  if (years.length > 2 && last - first === years.length - 1) return `${first} to ${last}`;
  return years.join(", ");
}
