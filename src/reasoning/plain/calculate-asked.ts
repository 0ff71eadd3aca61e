import { fiscalYearOf } from "../../concepts/time/fiscal-calendar";
import { periodLength } from "../../concepts/time/period-length";
import { type StatementOfAnswer } from "../../contracts/answer";
import { conceptById } from "../../concepts/dictionary";
import { type ConceptId } from "../../contracts/concept";
import { type QuestionIntent } from "../../contracts/intent";
import { nameOperand } from "../facts/name-period";
import { splitWithin } from "../facts/split-within";
import { type PeriodWanted } from "../facts/select-fact";
import { boundFact } from "../draft/catalog";
import { type Calculation, calculate } from "../numbers/calculate";
import { type BoundQuantity } from "../numbers/quantity";
import { showCalculation } from "../numbers/show-number";
import { uniqueCitations, writeText } from "../numbers/write-text";
import { type FactWithCitation } from "../ports";
import { type FactBook, periodBefore, periodsWanted } from "./fact-book";
import { findFigure, isChange, nameConcept } from "./find-figure";
import { type NumberAsked } from "./read-asked";
import { sayRefusal } from "./refusals";
import { ofCompany, sayFormula } from "./say-figure";

export type CalculatedAsked =
  | {
      readonly kind: "calculated";
      readonly statements: readonly StatementOfAnswer[];
      readonly calculation: Calculation;
      readonly sources: readonly FactWithCitation[];
    }
  | { readonly kind: "obstacle"; readonly why: string }
  /** The concepts name the calculation themselves ("revenue growth"), or it is not one we know. */
  | { readonly kind: "not-applicable" };

/** Change, growth, share or average over reported figures, as the question's own words ask for. */
export function calculateAsked(
  asked: NumberAsked,
  intent: QuestionIntent,
  concepts: readonly ConceptId[],
  book: FactBook,
): CalculatedAsked {
  const [first, second] = concepts;
  if (first === undefined) return { kind: "not-applicable" };
  const firstConcept = conceptById(first);
  const wanted = periodsWanted(intent, first, book);
  if (wanted.kind === "unclear") return { kind: "obstacle", why: wanted.why };
  const periods = wanted.periods;
  const last = periods.at(-1);
  if (last === undefined)
    return { kind: "obstacle", why: `no filing here reports ${nameConcept(first)} for the period asked` };
  switch (asked.calculation) {
    case "look-up":
      return { kind: "not-applicable" };
    case "share": {
      if (second === undefined || concepts.length !== 2 || periods.length !== 1) return { kind: "not-applicable" };
      const terms = [read(first, last, book), read(second, last, book)];
      return conclude(
        book,
        terms,
        ([a, b]) => `${a} / ${b}`,
        "percent",
        `${nameConcept(first)} as a share of ${nameConcept(second)}`,
      );
    }
    case "change":
    case "change-ratio":
    case "compound-growth": {
      // A ratio's own growth is a question of definition; leave it to the figures side by side.
      if (concepts.length !== 1 || firstConcept === null || firstConcept.unit === "percent")
        return { kind: "not-applicable" };
      // "The change in inventory" is the reported line itself; the change of that change is not what is asked.
      if (asked.calculation === "change" && isChange(first)) return { kind: "not-applicable" };
      const from = periods.length > 1 ? periods[0] : beforeOf(last, first, book, asked.calculation);
      if (from === undefined)
        return {
          kind: "obstacle",
          why: `it is not said from which year the compound growth of ${nameConcept(first)} runs`,
        };
      if (from.length !== last.length)
        return {
          kind: "obstacle",
          why: "the periods asked for are of different length, and their change says nothing",
        };
      const terms = [read(first, from, book), read(first, last, book)];
      if (asked.calculation !== "change" && terms.some((term) => (term.bound?.quantity.value ?? 1) <= 0))
        return {
          kind: "obstacle",
          why: `${nameConcept(first)} was not above zero throughout, and a growth rate from or to a loss says nothing`,
        };
      if (asked.calculation === "change")
        return conclude(
          book,
          terms,
          ([a, b]) => `${b} - ${a}`,
          firstConcept.unit,
          `The change in ${nameConcept(first)}`,
        );
      const years = Math.round((Date.parse(last.end) - Date.parse(from.end)) / (365.25 * 86_400_000));
      if (asked.calculation === "compound-growth" && years < 1)
        return { kind: "obstacle", why: "compound growth needs years to run over" };
      return asked.calculation === "change-ratio"
        ? conclude(book, terms, ([a, b]) => `${b} / ${a} - 1`, "percent", `The growth of ${nameConcept(first)}`)
        : conclude(
            book,
            terms,
            ([a, b]) => `(${b} / ${a}) ^ (1 / ${years}) - 1`,
            "percent",
            `The compound annual growth of ${nameConcept(first)}`,
          );
    }
    case "average": {
      if (concepts.length !== 1 || periods.length < 2 || periods.length > 10) return { kind: "not-applicable" };
      const terms = periods.map((period) => read(first, period, book));
      return conclude(
        book,
        terms,
        (names) => `(${names.join(" + ")}) / ${names.length}`,
        firstConcept?.unit ?? null,
        `The average ${nameConcept(first)}`,
      );
    }
  }
}

/** Year against year; a quarter against the same quarter a year before; compound growth needs its years named. */
function beforeOf(
  period: PeriodWanted,
  _concept: ConceptId,
  book: FactBook,
  calculation: NumberAsked["calculation"],
): PeriodWanted | undefined {
  if (calculation === "compound-growth") return undefined;
  return periodBefore(period, period.length === "quarter" ? 4 : period.length === "half" ? 2 : 1, book.calendar);
}

interface Term {
  readonly name: string;
  readonly bound: BoundQuantity | null;
  readonly item: FactWithCitation | null;
  readonly why: string;
  readonly when: string;
}

/** One reported figure; computed ones are not put into further calculations here. */
function read(id: ConceptId, period: PeriodWanted, book: FactBook): Term {
  const found = findFigure(id, period, book);
  if (found.kind === "found" && found.figure.kind === "reported") {
    const { item } = found.figure;
    const end = item.fact.end ?? period.end;
    const year = periodLength(item.fact) === "quarter" ? null : fiscalYearOf(book.calendar, end);
    const name = nameOperand(id, year ?? end);
    return { name, item, bound: boundFact(item, `${nameConcept(id)}, ${end}`), why: "", when: end };
  }
  const why =
    found.kind === "missing"
      ? `no filing here reports ${found.missing.join(" or ")}`
      : found.kind === "unclear"
        ? found.why
        : `${nameConcept(id)} is not reported as such to ${period.end}`;
  return { name: "", item: null, bound: null, why, when: period.end };
}

function conclude(
  book: FactBook,
  terms: readonly Term[],
  write: (names: readonly string[]) => string,
  unit: Calculation["quantity"]["unit"] | null,
  title: string,
): CalculatedAsked {
  const failed = terms.find((term) => term.bound === null);
  if (failed !== undefined) return { kind: "obstacle", why: failed.why };
  const names = terms.map((term) => term.name);
  if (new Set(names).size !== names.length) return { kind: "obstacle", why: "the two periods are one and the same" };
  const operands = Object.fromEntries(
    terms.flatMap((term) => (term.bound === null ? [] : [[term.name, term.bound] as const])),
  );
  const result = calculate(write(names), operands, unit);
  if (!result.ok) return { kind: "obstacle", why: result.why };
  const sources = terms.flatMap((term) => term.item ?? []);
  const split = splitWithin(sources, book.facts);
  if (split !== null) {
    const name = nameConcept(sources[0]?.conceptId ?? "the figure");
    return { kind: "obstacle", why: sayRefusal({ kind: "across-a-split", name, why: split.why }) };
  }
  const ends = [...new Set(terms.map((term) => term.when))].sort();
  const span =
    ends.length > 1
      ? ` from the period to ${ends[0]} to the period to ${ends.at(-1)}`
      : ` for the period to ${ends[0]}`;
  const restated = sources.some((item) => item.restated) ? " It uses figures that were restated since." : "";
  const text = writeText(
    `${title}${ofCompany(book)}${span} was `,
    showCalculation(result.calculation),
    ", computed as ",
    ...sayFormula(result.calculation),
    `.${restated}`,
  );
  const statement = { text, citations: uniqueCitations(sources.map((item) => item.citation)) };
  return { kind: "calculated", statements: [statement], calculation: result.calculation, sources };
}
