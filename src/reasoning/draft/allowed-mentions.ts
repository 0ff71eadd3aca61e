import { yearOf } from "../../concepts/time/days";
import { type FiscalCalendar } from "../../concepts/time/fiscal-calendar";
import { periodLength } from "../../concepts/time/period-length";
import { type DocumentRef } from "../../contracts/document";
import { type Evidence } from "../../contracts/evidence";
import { type FactWithCitation } from "../ports";
import { type CatalogCell } from "./catalog";
import { type AllowedMentions } from "./find-literals";
import { yearsOfFact } from "./reference-meaning";

/** The years, days, items, forms and names a statement may write out, because what it cites bears them. */
export function allowedMentions(
  cited: {
    facts: readonly FactWithCitation[];
    cells: readonly CatalogCell[];
    passages: readonly Evidence[];
    quotes: readonly string[];
  },
  calendar: FiscalCalendar,
): AllowedMentions {
  const documents: DocumentRef[] = [
    ...cited.facts.map((item) => item.document),
    ...cited.passages.map((passage) => passage.document),
  ];
  const dates = [
    ...documents.flatMap((document) => [document.periodEnd, document.filed]),
    ...cited.facts.flatMap((item) => [item.fact.start, item.fact.end]),
  ].filter((date): date is string => date !== null);
  const places = [...cited.passages, ...cited.facts.map((item) => item.citation)];
  return {
    years: new Set([
      ...cited.facts.flatMap((item) => yearsOfFact(item, calendar)),
      ...cited.cells.flatMap((cell) => (cell.year === null ? [] : [cell.year])),
      ...documents.flatMap((document) => (document.periodEnd === null ? [] : [yearOf(document.periodEnd)])),
      ...cited.quotes.flatMap((quote) => [...quote.matchAll(/(?<![\d.,$])(?:19|20)\d\d(?![\d,]|\.\d)/g)].map(Number)),
    ]),
    dates: new Set(dates),
    items: new Set(places.flatMap((place) => (place.item === null ? [] : [place.item.toUpperCase()]))),
    forms: new Set(
      documents.flatMap((document) => (document.form === null ? [] : [document.form.replace(/\/A$/, "")])),
    ),
    names: [
      ...documents.flatMap((document) => [document.company, document.title]),
      ...cited.cells.flatMap((cell) => [cell.sheet, cell.address, cell.label, cell.period]),
    ].filter((name): name is string => name !== null && name.length > 1 && !/^[\d\s.,%$-]+$/.test(name)),
    quarters:
      cited.facts.some((item) => periodLength(item.fact) === "quarter") ||
      cited.cells.some((cell) => /[Qq]\d|\d[Qq]/.test(cell.period ?? "")) ||
      documents.some((document) => document.form?.startsWith("10-Q") ?? false),
  };
}
