import { conceptById } from "../../concepts/dictionary";
import { addDays, addMonths, daysBetween } from "../../concepts/time/days";
import { type PeriodLength, periodLength } from "../../concepts/time/period-length";
import { type ConceptId } from "../../contracts/concept";
import { boundFact } from "../draft/catalog";
import { type Calculation, calculate } from "../numbers/calculate";
import { type BoundQuantity } from "../numbers/quantity";
import { nameDocument } from "../numbers/write-text";
import { type FactWithCitation } from "../ports";
import { nameOperand } from "./name-period";
import { type PeriodWanted, factsForConcept, selectFact } from "./select-fact";
import { isAsFirstReported, shareVintage } from "./share-vintage";

export type DerivedPeriod =
  | {
      readonly kind: "derived";
      readonly calculation: Calculation;
      readonly sources: readonly FactWithCitation[];
      /** What it rests on that no filing on file tells; null where they tell all. */
      readonly remark: string | null;
    }
  /** The parts are on file, yet do not belong together. */
  | { readonly kind: "refused"; readonly why: string }
  | { readonly kind: "none" };

interface Part {
  readonly sign: "+" | "-";
  readonly item: FactWithCitation;
}

/** Days of one period that two filings' tags may be apart by: a slip of a day, never a week of another calendar. */
const slipDays = 3;
/** A year of weeks ends up to a week from the day a year of months would, and is sometimes longer by one. */
const yearDriftDays = 10;

/**
 * A flow of a period that no filing states, out of the periods that filings do state: a quarter as one period of the
 * fiscal year less a shorter one with the same start, and twelve months to a quarter's end as the year, plus what came
 * since, less the same a year before. Only of figures that share their vintage; never of per-share figures or share
 * counts, which do not add up over time.
 */
export function derivePeriod(
  conceptId: ConceptId,
  period: PeriodWanted,
  facts: readonly FactWithCitation[],
): DerivedPeriod {
  const concept = conceptById(conceptId);
  if (concept?.periodKind !== "duration" || concept.unit !== "currency") return { kind: "none" };
  const find: Find = (length, end) => {
    const selected = selectFact(conceptId, { length, end }, facts);
    return selected.kind === "one" && selected.item.fact.start !== null ? selected.item : null;
  };
  const flows = factsForConcept(conceptId, facts);
  if (period.length === "quarter") return quarter(conceptId, period.end, flows, find);
  if (period.length !== "year") return { kind: "none" };
  const trailing = trailingYear(conceptId, period.end, find);
  return trailing.kind === "none" ? fourQuarters(conceptId, period.end, find) : trailing;
}

type Find = (length: PeriodWanted["length"], end: string) => FactWithCitation | null;

/** What a quarter is the rest of: the year less nine months, nine months less the half, the half less the first quarter. */
const wholes = [
  ["year", "nine-months"],
  ["nine-months", "half"],
  ["half", "quarter"],
] as const;

function quarter(conceptId: ConceptId, end: string, flows: readonly FactWithCitation[], find: Find): DerivedPeriod {
  for (const [longer, shorter] of wholes) {
    const whole = find(longer, end);
    const rest = whole === null ? undefined : flows.find((item) => leavesAQuarter(whole, item, shorter));
    const before = rest === undefined ? null : find(shorter, rest.fact.end!);
    if (whole === null || before === null || !leavesAQuarter(whole, before, shorter)) continue;
    return combine(conceptId, [
      { sign: "+", item: whole },
      { sign: "-", item: before },
    ]);
  }
  return { kind: "none" };
}

/** By the days between their ends: quarters have 12 to 17 weeks, and not every one of a year as many. */
function leavesAQuarter(whole: FactWithCitation, { fact }: FactWithCitation, shorter: PeriodLength): boolean {
  if (fact.start === null || fact.end === null || periodLength(fact) !== shorter) return false;
  const rest = { start: addDays(fact.end, 1), end: whole.fact.end };
  return isNear(whole.fact.start!, fact.start, slipDays) && periodLength(rest) === "quarter";
}

function trailingYear(conceptId: ConceptId, end: string, find: Find): DerivedPeriod {
  for (const elapsed of ["nine-months", "half", "quarter"] as const) {
    const toDate = find(elapsed, end);
    const before = find(elapsed, addMonths(end, -12));
    const year = toDate === null ? null : find("year", addDays(toDate.fact.start!, -1));
    if (toDate === null || before === null || year === null) continue;
    // A moved year end leaves months between, or counts them twice.
    const joined =
      isNear(addDays(year.fact.end!, 1), toDate.fact.start!, slipDays) &&
      isNear(year.fact.start!, before.fact.start!, slipDays) &&
      isNear(addMonths(toDate.fact.end!, -12), before.fact.end!, yearDriftDays);
    if (!joined) continue;
    return combine(conceptId, [
      { sign: "+", item: year },
      { sign: "+", item: toDate },
      { sign: "-", item: before },
    ]);
  }
  return { kind: "none" };
}

/** Twelve months as the four quarters in them, each reported and each from where the one before it ends. */
function fourQuarters(conceptId: ConceptId, end: string, find: Find): DerivedPeriod {
  const quarters: FactWithCitation[] = [];
  let next = end;
  while (quarters.length < 4) {
    const found = find("quarter", next);
    if (found === null || !isNear(found.fact.end!, next, slipDays)) return { kind: "none" };
    quarters.unshift(found);
    next = addDays(found.fact.start!, -1);
  }
  return combine(
    conceptId,
    quarters.map((item) => ({ sign: "+", item })),
  );
}

/** The periods that twelve months to a day are put together from, and which of them is not on file. */
export function lacksForTrailingYear(
  conceptId: ConceptId,
  end: string,
  facts: readonly FactWithCitation[],
): { readonly toDate: PeriodLength; readonly lacking: readonly string[] } | null {
  const has = (length: PeriodWanted["length"], at: string): boolean =>
    selectFact(conceptId, { length, end: at }, facts).kind === "one";
  const toDate = (["nine-months", "half", "quarter"] as const).find((length) => has(length, end));
  if (toDate === undefined) return null;
  const months = { "nine-months": 9, half: 6, quarter: 3 }[toDate];
  const [yearEnd, before] = [addMonths(end, -months), addMonths(end, -12)];
  const lacking = [
    ...(has("year", yearEnd) ? [] : [`the fiscal year to about ${yearEnd}`]),
    ...(has(toDate, before) ? [] : [`the ${partNames[toDate]} to about ${before}`]),
  ];
  return { toDate, lacking };
}

const partNames = { "nine-months": "nine months", half: "half-year", quarter: "quarter" } as const;

function isNear(one: string, other: string, days: number): boolean {
  return Math.abs(daysBetween(one, other)) <= days;
}

function combine(conceptId: ConceptId, parts: readonly Part[]): DerivedPeriod {
  const items = parts.map(({ item }) => item);
  const [whole, before] = [items[0]!, items.at(-1)!];
  if (items.some(({ fact }) => fact.concept !== whole.fact.concept || fact.unit !== whole.fact.unit))
    return { kind: "refused", why: "its parts are reported under different tags" };
  const between = items.slice(1, -1);
  const apart = [whole, ...between].find((item) => !shareVintage(item, before));
  const isLess = parts.at(-1)?.sign === "-";
  const assumed = isLess && apart === whole && between.some((toDate) => followsDirectly(whole, toDate, before));
  if (apart !== undefined && !assumed) return { kind: "refused", why: whyApart(apart, before) };
  const operands: Record<string, BoundQuantity> = {};
  let formula = "";
  for (const { sign, item } of parts) {
    const { start, end } = item.fact;
    const name = nameOperand(conceptId, `${lengthWords[periodLength(item.fact)] ?? "period"}_to_${end}`);
    const bound = boundFact(item, `${conceptById(conceptId)?.name ?? conceptId}, ${start} to ${end}`);
    if (bound === null) return { kind: "none" };
    operands[name] = bound;
    formula = formula === "" ? name : `${formula} ${sign} ${name}`;
  }
  const result = calculate(formula, operands, "currency");
  const remark = assumed
    ? `Whether the period to ${before.fact.end} was recast since the ${nameDocument(whole.document)}, the filings on file do not tell.`
    : null;
  return result.ok
    ? { kind: "derived", calculation: result.calculation, sources: items, remark }
    : { kind: "refused", why: result.why };
}

/** The year as first reported, and the next report with its figures of a year before: what analysts have at hand most. */
function followsDirectly(year: FactWithCitation, toDate: FactWithCitation, before: FactWithCitation): boolean {
  const ofOneReport = toDate.document.id === before.document.id && !before.restated;
  return ofOneReport && isAsFirstReported(year) && isAsFirstReported(toDate);
}

function whyApart(one: FactWithCitation, other: FactWithCitation): string {
  const changed = [one, other].find((item) => item.restated);
  if (changed !== undefined) {
    const by = changed.earlier[0]?.changed?.by ?? changed.document;
    return `it would mix figures from before and after a change: that for the period to ${changed.fact.end} was changed by the ${nameDocument(by)}`;
  }
  const said = ({ fact, document }: FactWithCitation) =>
    `the period to ${fact.end} as the ${nameDocument(document)} states it`;
  return `no filing on file tells whether its parts are on one basis: there is ${said(one)} and ${said(other)}, and either may have been recast between the two`;
}

const lengthWords: Readonly<Record<string, string>> = {
  year: "year",
  "nine-months": "nine_months",
  half: "half_year",
  quarter: "quarter",
};
