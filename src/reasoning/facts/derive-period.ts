import { conceptById } from "../../concepts/dictionary";
import { addDays, addMonths, daysBetween } from "../../concepts/time/days";
import { driftDays } from "../../concepts/time/fiscal-calendar";
import { periodLength } from "../../concepts/time/period-length";
import { type ConceptId } from "../../contracts/concept";
import { boundFact } from "../draft/catalog";
import { type Calculation, calculate } from "../numbers/calculate";
import { type BoundQuantity } from "../numbers/quantity";
import { nameDocument } from "../numbers/write-text";
import { type FactWithCitation } from "../ports";
import { nameOperand } from "./name-period";
import { type PeriodWanted, selectFact } from "./select-fact";

export type DerivedPeriod =
  | { readonly kind: "derived"; readonly calculation: Calculation; readonly sources: readonly FactWithCitation[] }
  /** The parts are on file, yet do not belong together. */
  | { readonly kind: "refused"; readonly why: string }
  | { readonly kind: "none" };

interface Part {
  readonly sign: "+" | "-";
  readonly item: FactWithCitation;
}

/**
 * A flow of a period that no filing states, out of the periods that filings do state: the last quarter as the year
 * less nine months, and twelve months to a quarter's end as the year, plus what came since, less the same a year before.
 * Never of per-share figures or share counts, which do not add up over time.
 */
export function derivePeriod(
  conceptId: ConceptId,
  period: PeriodWanted,
  facts: readonly FactWithCitation[],
): DerivedPeriod {
  const concept = conceptById(conceptId);
  if (concept?.periodKind !== "duration" || concept.unit !== "currency") return { kind: "none" };
  const find = (length: PeriodWanted["length"], end: string): FactWithCitation | null => {
    const selected = selectFact(conceptId, { length, end }, facts);
    return selected.kind === "one" && selected.item.fact.start !== null ? selected.item : null;
  };
  const parts = period.length === "quarter" ? lastQuarter(period.end, find) : trailingYear(period, find);
  return parts === null ? { kind: "none" } : combine(conceptId, parts);
}

type Find = (length: PeriodWanted["length"], end: string) => FactWithCitation | null;

function lastQuarter(end: string, find: Find): Part[] | null {
  const year = find("year", end);
  const nineMonths = year === null ? null : find("nine-months", addMonths(end, -3));
  if (year === null || nineMonths === null || !startTogether(year, nineMonths)) return null;
  return [
    { sign: "+", item: year },
    { sign: "-", item: nineMonths },
  ];
}

function trailingYear({ length, end }: PeriodWanted, find: Find): Part[] | null {
  if (length !== "year") return null;
  for (const elapsed of ["nine-months", "half", "quarter"] as const) {
    const toDate = find(elapsed, end);
    const before = find(elapsed, addMonths(end, -12));
    const year = toDate === null ? null : find("year", addDays(toDate.fact.start!, -1));
    if (toDate === null || before === null || year === null || !startTogether(year, before)) continue;
    return [
      { sign: "+", item: year },
      { sign: "+", item: toDate },
      { sign: "-", item: before },
    ];
  }
  return null;
}

function startTogether(one: FactWithCitation, other: FactWithCitation): boolean {
  return Math.abs(daysBetween(one.fact.start!, other.fact.start!)) <= driftDays;
}

function combine(conceptId: ConceptId, parts: readonly Part[]): DerivedPeriod {
  const [first] = parts;
  const items = parts.map(({ item }) => item);
  if (items.some(({ fact }) => fact.concept !== first!.item.fact.concept || fact.unit !== first!.item.fact.unit))
    return { kind: "refused", why: "its parts are reported under different tags" };
  const changed = items.find((item) => item.restated);
  const ofOneFiling = items.every(({ document }) => document.id === first!.item.document.id);
  if (changed !== undefined && !ofOneFiling) {
    const by = changed.earlier[0]?.changed?.by ?? changed.document;
    return {
      kind: "refused",
      why: `it would mix figures from before and after a change: that for the period to ${changed.fact.end} was changed by the ${nameDocument(by)}`,
    };
  }
  const operands: Record<string, BoundQuantity> = {};
  let formula = "";
  for (const { sign, item } of parts) {
    const { start, end } = item.fact;
    const name = nameOperand(conceptId, `${lengthWords[periodLength(item.fact)] ?? "period"}_to_${end}`);
    const bound = boundFact(item, `${conceptId}, ${start} to ${end}`);
    if (bound === null) return { kind: "none" };
    operands[name] = bound;
    formula = formula === "" ? name : `${formula} ${sign} ${name}`;
  }
  const result = calculate(formula, operands, "currency");
  return result.ok
    ? { kind: "derived", calculation: result.calculation, sources: items }
    : { kind: "refused", why: result.why };
}

const lengthWords: Readonly<Record<string, string>> = {
  year: "year",
  "nine-months": "nine_months",
  half: "half_year",
  quarter: "quarter",
};
