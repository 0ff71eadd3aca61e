import { fiscalYearOf } from "../../concepts/time/fiscal-calendar";
import { conceptById } from "../../concepts/dictionary";
import { type ConceptId } from "../../contracts/concept";
import { type NumberReference, type ShownNumber } from "../../contracts/rich-text";
import { type DerivedPeriod, derivePeriod } from "../facts/derive-period";
import { nameOperand, uniqueName } from "../facts/name-period";
import { type PeriodWanted, selectFact } from "../facts/select-fact";
import { boundFact } from "../draft/catalog";
import { type Calculation, calculate, referenceOf } from "../numbers/calculate";
import { type NumberFormatAsked } from "../numbers/format-quantity";
import { type BoundQuantity } from "../numbers/quantity";
import { showCalculation, showFact } from "../numbers/show-number";
import { writeExpression } from "../numbers/write-expression";
import { type FactWithCitation } from "../ports";
import { type FactBook, periodBefore } from "./fact-book";
import { sayRefusal } from "./refusals";
import { sayPeriod } from "./say-period";

/** A concept's number for one period: reported, or computed by the dictionary's definition. */
export type Figure =
  | { readonly kind: "reported"; readonly item: FactWithCitation; readonly alternatives: readonly FactWithCitation[] }
  | {
      readonly kind: "derived";
      readonly calculation: Calculation;
      readonly sources: readonly FactWithCitation[];
      /** What the filings on file leave open about it. */
      readonly remark?: string | null;
      /** Operands that no filing states and that were themselves taken from other periods. */
      readonly steps?: readonly FigureStep[];
    };

/** "Revenue, twelve months to 2025-06-28", computed before what was asked could be. */
export interface FigureStep {
  readonly title: string;
  readonly calculation: Calculation;
}

export type FoundFigure =
  | { readonly kind: "found"; readonly figure: Figure }
  | { readonly kind: "missing"; readonly missing: readonly string[] }
  | { readonly kind: "unclear"; readonly why: string; readonly candidates: readonly FactWithCitation[] };

const deepestDefinition = 3;
const mostTermsNamed = 3;

export function findFigure(conceptId: ConceptId, period: PeriodWanted, book: FactBook): FoundFigure {
  const selected = selectFact(conceptId, period, book.facts);
  if (selected.kind === "one")
    return { kind: "found", figure: { kind: "reported", item: selected.item, alternatives: selected.alternatives } };
  if (selected.kind === "unclear")
    return {
      kind: "unclear",
      why: sayRefusal({ kind: "candidates-differ", name: nameConcept(conceptId) }),
      candidates: selected.candidates,
    };
  const apart = derivePeriod(conceptId, period, book.facts);
  if (apart.kind === "refused")
    return {
      kind: "unclear",
      why: `${nameConcept(conceptId)} for ${describePeriod(conceptId, period, book)} is not reported, and was not computed: ${apart.why}`,
      candidates: [],
    };
  return apart.kind === "derived"
    ? { kind: "found", figure: { ...apart, kind: "derived" } }
    : deriveFigure(conceptId, period, book);
}

function deriveFigure(conceptId: ConceptId, period: PeriodWanted, book: FactBook): FoundFigure {
  const concept = conceptById(conceptId);
  const missing = new Set<string>();
  let unclear: Extract<FoundFigure, { kind: "unclear" }> | null = null;
  for (const formula of concept?.formulas ?? []) {
    const operands: Record<string, BoundQuantity> = {};
    const sources: FactWithCitation[] = [];
    const steps = new Map<string, FigureStep>();
    const remarks = new Set<string>();
    const nameTerm = (
      id: ConceptId,
      at: PeriodWanted,
      periodsBack: number,
      trail: readonly ConceptId[],
    ): string | null => {
      // "The period before" of a quarter is its neighbour for a balance and the same quarter a year ago for growth:
      // the definition does not say which.
      if (periodsBack > 0 && period.length !== "year") return null;
      const wanted = periodsBack === 0 ? at : periodBefore(at, periodsBack, book.calendar);
      const selected = selectFact(id, wanted, book.facts);
      if (selected.kind === "unclear")
        unclear = {
          kind: "unclear",
          why: `${nameConcept(conceptId)} needs ${nameConcept(id)}, which the filings report in figures that differ`,
          candidates: selected.candidates,
        };
      if (selected.kind === "one") return addOperand(id, selected.item);
      const apart = selected.kind === "none" ? derivePeriod(id, wanted, book.facts) : null;
      if (apart?.kind === "derived") return addDerived(id, wanted, apart);
      if (apart?.kind === "refused")
        unclear = {
          kind: "unclear",
          why: `${nameConcept(conceptId)} needs ${nameConcept(id)} for ${describePeriod(id, wanted, book)}, which was not computed: ${apart.why}`,
          candidates: [],
        };
      const definitions =
        trail.includes(id) || trail.length >= deepestDefinition ? [] : (conceptById(id)?.formulas ?? []);
      for (const inner of selected.kind === "none" ? definitions : []) {
        const written = writeExpression(inner, (term, back) => nameTerm(term, wanted, back, [...trail, id]));
        if (written !== null) return `(${written})`;
      }
      // Of a chain of definitions only its own terms are named: what those would be computed from interests nobody.
      if (trail.length === 1) missing.add(`${nameConcept(id)} for ${describePeriod(id, wanted, book)}`);
      return null;
    };
    const addOperand = (id: ConceptId, item: FactWithCitation): string | null => {
      const bound = boundFact(item, `${conceptById(id)?.name ?? id}, ${sayPeriod(item.fact, book.calendar)}`);
      // Definitions take operands with the sign filers report; another sign means another thing.
      if (bound === null || (conceptById(id)?.plausibleSign === "positive" && bound.quantity.value < 0)) return null;
      const known = Object.entries(operands).find(([, operand]) => sameReference(operand, bound));
      if (known !== undefined) return known[0];
      const year = item.fact.end === null ? null : fiscalYearOf(book.calendar, item.fact.end);
      const base = nameOperand(id, period.length === "year" ? (year ?? item.fact.end) : item.fact.end);
      const name = uniqueName(base, operands);
      operands[name] = bound;
      sources.push(item);
      return name;
    };
    const addDerived = (
      id: ConceptId,
      at: PeriodWanted,
      apart: Extract<DerivedPeriod, { kind: "derived" }>,
    ): string | null => {
      const { calculation } = apart;
      if (conceptById(id)?.plausibleSign === "positive" && calculation.quantity.value < 0) return null;
      const name = nameOperand(id, `${at.length === "year" ? "twelve_months" : at.length}_to_${at.end}`);
      const title = `${conceptById(id)?.name ?? id}, ${describePeriod(id, at, book)}`;
      operands[name] = { quantity: calculation.quantity, reference: referenceOf(calculation), name: title };
      sources.push(...apart.sources);
      steps.set(name, { title, calculation });
      if (apart.remark !== null) remarks.add(apart.remark);
      return name;
    };
    const expression = writeExpression(formula, (id, back) => nameTerm(id, period, back, [conceptId]));
    if (expression === null) continue;
    const result = calculate(
      expression.replace(/^\((.*)\)$/, unwrap),
      used(operands, expression),
      concept?.unit ?? null,
    );
    if (!result.ok) continue;
    if (isGrowth(conceptId) && Object.values(result.calculation.operands).some(({ quantity }) => quantity.value <= 0))
      return {
        kind: "unclear",
        why: `${nameConcept(conceptId)} would run from or to a loss, and then says nothing`,
        candidates: [],
      };
    const { calculation } = result;
    const factIds = new Set(Object.values(calculation.operands).flatMap(({ reference }) => factsOf(reference)));
    const sourcesUsed = sources.filter((item) => factIds.has(item.fact.id));
    if (period.length !== "year" && setsFlowAgainstBalance(sourcesUsed))
      return {
        kind: "unclear",
        why: `${nameConcept(conceptId)} sets the flow of a year against a balance, and that of a shorter period would make another figure of it`,
        candidates: [],
      };
    return {
      kind: "found",
      figure: {
        kind: "derived",
        calculation,
        sources: sourcesUsed,
        remark: remarks.size === 0 ? null : [...remarks].join(" "),
        steps: [...steps].flatMap(([name, step]) => (name in calculation.operands ? [step] : [])),
      },
    };
  }
  if (unclear !== null) return unclear;
  // What filings report as such is missing itself; of what is only ever computed, its terms are.
  const own = [`${nameConcept(conceptId)} for ${describePeriod(conceptId, period, book)}`];
  const isComputed = (concept?.tags ?? []).length === 0 && missing.size > 0;
  return { kind: "missing", missing: isComputed ? [...missing].slice(0, mostTermsNamed) : own };
}

/** The facts behind a reference, however deep. */
function factsOf(reference: NumberReference): string[] {
  if (reference.kind === "fact") return [reference.factId];
  return reference.kind === "cell" ? [] : Object.values(reference.operands).flatMap(factsOf);
}

function setsFlowAgainstBalance(sources: readonly FactWithCitation[]): boolean {
  return sources.some(({ fact }) => fact.start === null) && sources.some(({ fact }) => fact.start !== null);
}

const isGrowth = (id: ConceptId): boolean => /(?:^|-)growth$/.test(id);

/** Outer brackets go where they close only at the end. */
function unwrap(whole: string, inside: string): string {
  let depth = 0;
  for (const character of inside) {
    depth += character === "(" ? 1 : character === ")" ? -1 : 0;
    if (depth < 0) return whole;
  }
  return inside;
}

/** Operands looked at on a way that led nowhere are not part of the calculation. */
function used(operands: Readonly<Record<string, BoundQuantity>>, expression: string): Record<string, BoundQuantity> {
  const names = new Set(expression.match(/[a-z_]\w*/g) ?? []);
  return Object.fromEntries(Object.entries(operands).filter(([name]) => names.has(name)));
}

function sameReference(one: BoundQuantity, other: BoundQuantity): boolean {
  return (
    one.reference.kind === "fact" && other.reference.kind === "fact" && one.reference.factId === other.reference.factId
  );
}

export function nameConcept(id: ConceptId): string {
  const name = conceptById(id)?.name ?? id;
  return /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

/** True where the concept is itself a change: "change in inventory". */
export function isChange(id: ConceptId): boolean {
  return /^(?:the )?(?:net )?change in\b/i.test(nameConcept(id));
}

export function describePeriod(id: ConceptId, period: PeriodWanted, book: FactBook): string {
  if (conceptById(id)?.periodKind === "instant") return period.end;
  return sayPeriod({ start: startOf(period), end: period.end }, book.calendar);
}

/** A day that gives the period its length, for naming only. */
function startOf(period: PeriodWanted): string {
  const days = { year: 364, half: 181, quarter: 90, "nine-months": 272, other: 30 }[period.length];
  const [year = 0, month = 1, day = 1] = period.end.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1, day - days)).toISOString().slice(0, 10);
}

export function showFigure(figure: Figure, format: NumberFormatAsked): ShownNumber | null {
  return figure.kind === "reported" ? showFact(figure.item, format) : showCalculation(figure.calculation, format);
}

export function sourcesOf(figure: Figure): readonly FactWithCitation[] {
  return figure.kind === "reported" ? [figure.item] : figure.sources;
}
