import { type FiscalCalendar } from "../../concepts/time/fiscal-calendar";
import { type ConceptId } from "../../contracts/concept";
import { readFiscalCalendar } from "../facts/fiscal-calendar";
import { selectFact } from "../facts/select-fact";
import { nameOperand } from "../facts/name-period";
import { boundFact } from "../draft/catalog";
import { type Calculation, calculate } from "../numbers/calculate";
import { type FactWithCitation } from "../ports";

/** One year of a ratio, computed from reported figures. */
export interface HistoricRatio {
  readonly fiscalYear: number;
  readonly calculation: Calculation;
  readonly sources: readonly FactWithCitation[];
}

/** Reported growth year on year; years without both figures are left out. */
export function reportedGrowth(conceptId: ConceptId, facts: readonly FactWithCitation[]): HistoricRatio[] {
  const calendar = readFiscalCalendar(facts);
  return calendar.years.flatMap((year): HistoricRatio[] => {
    const before = calendar.years.find((other) => other.fiscalYear === year.fiscalYear - 1);
    if (before === undefined) return [];
    const [now, then] = [figure(conceptId, year, facts), figure(conceptId, before, facts)];
    // Growth from a loss or from nothing is no growth.
    if (now === null || then === null || Number(then.fact.value) <= 0) return [];
    return ratio(year.fiscalYear, [named(conceptId, year), now], [named(conceptId, before), then], "growth");
  });
}

/** Reported share of another concept, usually revenue, year by year. */
export function reportedShare(
  conceptId: ConceptId,
  ofConcept: ConceptId,
  facts: readonly FactWithCitation[],
): HistoricRatio[] {
  return readFiscalCalendar(facts).years.flatMap((year): HistoricRatio[] => {
    const [part, whole] = [figure(conceptId, year, facts), figure(ofConcept, year, facts)];
    if (part === null || whole === null || Number(whole.fact.value) <= 0) return [];
    return ratio(year.fiscalYear, [named(conceptId, year), part], [named(ofConcept, year), whole], "share");
  });
}

type Year = FiscalCalendar["years"][number];

function named(conceptId: ConceptId, year: Year): string {
  return nameOperand(conceptId, year.fiscalYear);
}

function figure(conceptId: ConceptId, year: Year, facts: readonly FactWithCitation[]): FactWithCitation | null {
  const selected = selectFact(conceptId, { length: "year", end: year.end }, facts);
  return selected.kind === "one" ? selected.item : null;
}

function ratio(
  fiscalYear: number,
  [topName, top]: readonly [string, FactWithCitation],
  [bottomName, bottom]: readonly [string, FactWithCitation],
  kind: "growth" | "share",
): HistoricRatio[] {
  const [a, b] = [boundFact(top, topName), boundFact(bottom, bottomName)];
  if (a === null || b === null) return [];
  const formula = kind === "growth" ? `${topName} / ${bottomName} - 1` : `${topName} / ${bottomName}`;
  const result = calculate(formula, { [topName]: a, [bottomName]: b }, "percent");
  return result.ok ? [{ fiscalYear, calculation: result.calculation, sources: [top, bottom] }] : [];
}
