import { yearOf } from "../../concepts/time/days";
import { type FiscalCalendar, fiscalYearOf } from "../../concepts/time/fiscal-calendar";
import { type ConceptId } from "../../contracts/concept";
import { type ShownNumber } from "../../contracts/rich-text";
import { type NumberFormatAsked } from "../numbers/format-quantity";
import { showCalculation, showCell, showFact } from "../numbers/show-number";
import { type FactWithCitation } from "../ports";
import { type Catalog, type CatalogCell } from "./catalog";
import { type ReferenceMeaning } from "./check-bindings";
import { type ResolvedCalculation } from "./resolve-calculations";

export interface ResolvedReference {
  readonly meaning: ReferenceMeaning;
  readonly number: ShownNumber;
  readonly facts: readonly FactWithCitation[];
  readonly cells: readonly CatalogCell[];
}

export interface ReferenceBook {
  readonly catalog: Catalog;
  readonly calculations: ReadonlyMap<string, ResolvedCalculation>;
  readonly calendar: FiscalCalendar;
  readonly format: NumberFormatAsked;
}

/** What a reference of a draft points at, with its number as we render it; null where it points at nothing. */
export function resolveReference(
  piece: { to: "fact" | "cell" | "calc"; id: string; written: string },
  book: ReferenceBook,
): ResolvedReference | null {
  switch (piece.to) {
    case "fact": {
      const item = book.catalog.facts.get(piece.id);
      const number = item === undefined ? null : showFact(item, book.format);
      if (item === undefined || number === null) return null;
      return { number, facts: [item], cells: [], meaning: meaningOf(piece.written, [item], [], null, book.calendar) };
    }
    case "cell": {
      const cell = book.catalog.cells.get(piece.id);
      if (cell === undefined) return null;
      const number = showCell(cell);
      return { number, facts: [], cells: [cell], meaning: meaningOf(piece.written, [], [cell], null, book.calendar) };
    }
    case "calc": {
      const resolved = book.calculations.get(piece.id);
      if (resolved === undefined) return null;
      const facts = resolved.factIds.flatMap((id) => book.catalog.facts.get(id) ?? []);
      const cells = resolved.cellIds.flatMap((id) => book.catalog.cells.get(id) ?? []);
      const sign = /-\s*1\s*$|^\s*\(?\w+ - \w+\)?/.test(resolved.calculation.formula)
        ? (Math.sign(resolved.calculation.quantity.value) as -1 | 0 | 1)
        : null;
      return {
        number: showCalculation(resolved.calculation, book.format),
        facts,
        cells,
        meaning: meaningOf(piece.written, facts, cells, isChange(facts, cells) ? sign : null, book.calendar),
      };
    }
  }
}

/** A difference is a change only between periods of one and the same thing. */
function isChange(facts: readonly FactWithCitation[], cells: readonly CatalogCell[]): boolean {
  const concepts = new Set([
    ...facts.map((item) => item.conceptId ?? item.fact.concept),
    ...cells.map((cell) => cell.concept ?? cell.label),
  ]);
  return concepts.size === 1;
}

function meaningOf(
  written: string,
  facts: readonly FactWithCitation[],
  cells: readonly CatalogCell[],
  changeSign: -1 | 0 | 1 | null,
  calendar: FiscalCalendar,
): ReferenceMeaning {
  const concepts = [...facts.map((item) => item.conceptId), ...cells.map((cell) => cell.concept)];
  const companies = new Set(facts.map((item) => item.document.company));
  return {
    written,
    years: new Set([
      ...facts.flatMap((item) => yearsOfFact(item, calendar)),
      ...cells.flatMap((cell) => (cell.year === null ? [] : [cell.year])),
    ]),
    concepts: new Set(concepts.filter((id): id is ConceptId => id !== null)),
    company: companies.size === 1 ? ([...companies][0] ?? null) : null,
    changeSign,
  };
}

/** The fiscal year and the calendar year of its end: writers use either. */
export function yearsOfFact(item: FactWithCitation, calendar: FiscalCalendar): number[] {
  const end = item.fact.end;
  if (end === null) return [];
  const fiscal = item.fiscalYear ?? (calendar.ambiguous ? null : fiscalYearOf(calendar, end));
  return fiscal === null || fiscal === yearOf(end) ? [yearOf(end)] : [fiscal, yearOf(end)];
}
