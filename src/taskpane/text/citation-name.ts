import { type IsoDate } from "../../contracts/dates";
import { type DocumentRef } from "../../contracts/document";
import { dayWords, formWords } from "../../contracts/document-words";

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/**
 * "10-K · Dec 2024": the form and the month its period ends. Not "FY2024", because companies whose year ends in
 * January do not agree on which year that is.
 */
export function shortDocumentName(document: DocumentRef): string {
  const form = formWords(document);
  const end = document.periodEnd ?? document.filed;
  return end === null ? form : `${form} · ${monthAndYear(end)}`;
}

/** "Part II, Item 7, page 43"; empty where the document says nothing of the kind. */
export function placeInDocument(place: { part: string | null; item: string | null; page: string | null }): string {
  return [
    place.part === null ? null : `Part ${place.part}`,
    place.item === null ? null : `Item ${place.item}`,
    place.page === null ? null : `page ${place.page}`,
  ]
    .filter((word) => word !== null)
    .join(", ");
}

/** "10-K · period to 2024-12-31 · filed 2025-02-20": which of a company's documents it is. */
export function formAndDays(document: DocumentRef): string {
  return [
    document.form === null ? null : formWords(document),
    document.periodEnd === null ? null : `period to ${document.periodEnd}`,
    dayWords(document),
  ]
    .filter((word) => word !== null)
    .join(" · ");
}

/** Everything that tells one filing from another, in one line. */
export function fullDocumentName(document: DocumentRef): string {
  return [
    document.company ?? document.title,
    document.form === null ? null : formWords(document),
    document.periodEnd === null ? null : `period to ${document.periodEnd}`,
    dayWords(document),
    document.fictional ? "made-up sample company" : null,
  ]
    .filter((word) => word !== null)
    .join(", ");
}

function monthAndYear(day: IsoDate): string {
  return `${months[Number(day.slice(5, 7)) - 1] ?? ""} ${day.slice(0, 4)}`.trim();
}
