import { type Fact } from "../../../src/contracts/document";
import { type TaggedFiling } from "./open-facts-store";

/** A period by its dates: no start for a balance. */
export interface Span {
  readonly start: string | null;
  readonly end: string;
}

export interface Reading {
  readonly value: number;
  /** Half of the last digit vouched for. */
  readonly halfUnit: number;
  /** Another filing states otherwise. */
  readonly revised: boolean;
  /** The largest of what filings state by the smallest. */
  readonly spread: number;
}

export interface FiscalYearOnFile {
  readonly fiscalYear: number;
  readonly start: string;
  readonly end: string;
}

export interface QuarterOnFile {
  readonly fiscalYear: number;
  readonly quarter: number;
  readonly start: string;
  readonly end: string;
}

const dayMs = 86_400_000;
export const daysFrom = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / dayMs;

/** A company's tagged facts without dimensions, read by tag and dates and nothing else. */
export class TaggedCompany {
  readonly name: string;
  readonly ticker: string;
  readonly filings: readonly TaggedFiling[];
  readonly years: readonly FiscalYearOnFile[];
  readonly quarters: readonly QuarterOnFile[];
  readonly tags: ReadonlySet<string>;
  private readonly byTag = new Map<string, { fact: Fact; filing: TaggedFiling }[]>();

  constructor(filings: readonly TaggedFiling[]) {
    this.filings = [...filings].sort((a, b) => (a.periodEnd < b.periodEnd ? -1 : 1));
    this.name = filings[0]!.company;
    this.ticker = filings[0]!.ticker;
    for (const filing of this.filings)
      for (const fact of filing.facts)
        if (Object.keys(fact.dimensions).length === 0 && fact.end !== null && typeof fact.value === "number")
          this.byTag.set(fact.concept, [...(this.byTag.get(fact.concept) ?? []), { fact, filing }]);
    this.tags = new Set(this.filings.flatMap((filing) => filing.facts.map(({ concept }) => concept)));
    this.years = this.readYears();
    this.quarters = this.filings.filter(({ form }) => form === "10-Q").flatMap((filing) => this.quarterOf(filing));
  }

  /**
   * What the newest filing says of the first of the tags it uses for a period. Null where there is none, where one filing
   * states several values, or where two of the tags state different ones: then there is no plain reading.
   */
  read(tags: readonly string[], span: Span): Reading | null {
    const reading = this.readAll(tags, span);
    return reading === "contradicted" ? null : reading;
  }

  /** The same, telling what is not on file from what is there twice. */
  readAll(tags: readonly string[], { start, end }: Span): Reading | "contradicted" | null {
    const readings = tags.flatMap((tag) => {
      const own = (this.byTag.get(`us-gaap:${tag}`) ?? []).filter(
        ({ fact }) =>
          Math.abs(daysFrom(fact.end!, end)) <= 5 &&
          (start === null ? fact.start === null : fact.start !== null && Math.abs(daysFrom(fact.start, start)) <= 5),
      );
      if (own.length === 0) return [];
      const newest = own.at(-1)!.filing;
      const precise = ofMostDigits(own.filter(({ filing }) => filing === newest).map(({ fact }) => fact));
      const values = own.map(({ fact }) => fact.value as number);
      const [value] = precise;
      const halfUnit = Math.max(...own.map(({ fact }) => halfUnitOf(fact)));
      const revised = values.some((other) => Math.abs(other - (value ?? NaN)) > halfUnit);
      const spread = Math.max(...values.map(Math.abs)) / Math.min(...values.map(Math.abs));
      return [{ value: precise.length === 1 ? value! : NaN, halfUnit, revised, spread }];
    });
    const [first] = readings;
    if (first === undefined) return null;
    if (readings.some(({ value }) => !(Math.abs(value - first.value) <= first.halfUnit))) return "contradicted";
    return first;
  }

  /** Fiscal years as the covers of annual reports name them, and the two before each by the length of a year. */
  private readYears(): FiscalYearOnFile[] {
    const years = new Map<number, FiscalYearOnFile>();
    for (const filing of this.filings.filter(({ form }) => form === "10-K")) {
      const focus = Number(coverOf(filing, "DocumentFiscalYearFocus"));
      if (!Number.isInteger(focus)) continue;
      for (const { fact } of this.byTag.get("us-gaap:NetIncomeLoss") ?? []) {
        if (fact.start === null || Math.abs(daysFrom(fact.start, fact.end!) - 364) > 10) continue;
        const back = Math.round(daysFrom(fact.end!, filing.periodEnd) / 365.25);
        if (back < 0 || back > 2 || Math.abs(daysFrom(fact.end!, filing.periodEnd) - 365.25 * back) > 10) continue;
        years.set(focus - back, { fiscalYear: focus - back, start: fact.start, end: fact.end! });
      }
    }
    return [...years.values()].sort((a, b) => a.fiscalYear - b.fiscalYear);
  }

  private quarterOf(filing: TaggedFiling): QuarterOnFile[] {
    const quarter = Number(/^Q([123])$/.exec(coverOf(filing, "DocumentFiscalPeriodFocus") ?? "")?.[1]);
    const fiscalYear = Number(coverOf(filing, "DocumentFiscalYearFocus"));
    const own = (this.byTag.get("us-gaap:NetIncomeLoss") ?? []).find(
      ({ fact }) => fact.end === filing.periodEnd && fact.start !== null && daysFrom(fact.start, fact.end) < 120,
    );
    if (!(quarter >= 1) || !Number.isInteger(fiscalYear) || own === undefined) return [];
    return [{ fiscalYear, quarter, start: own.fact.start!, end: filing.periodEnd }];
  }
}

function ofMostDigits(facts: readonly Fact[]): number[] {
  const finest = Math.min(...facts.map(halfUnitOf));
  return [...new Set(facts.filter((fact) => halfUnitOf(fact) === finest).map(({ value }) => value as number))];
}

function halfUnitOf({ decimals }: Fact): number {
  return typeof decimals === "number" ? 0.5 * 10 ** -decimals : 0;
}

function coverOf(filing: TaggedFiling, name: string): string | null {
  const value = filing.facts.find(({ concept }) => concept === `dei:${name}`)?.value ?? null;
  return value === null ? null : String(value);
}
