import { type DocumentRef } from "../../contracts/document";
import { type FactReport } from "../../contracts/fact-history";
import { reportsFrom } from "../../edgar/company-facts";
import { type EdgarClient } from "../../edgar/edgar-client";
import { type Retrieval } from "../../retrieval/create-retrieval";
import { inFilingOrder } from "../../concepts/time/filing-order";
import { NoFilingsOfCompanyError } from "../server-errors";

/** One figure on which we and EDGAR differ; null where one of the two does not have it. */
export interface FactDifference {
  readonly concept: string;
  readonly unit: string | null;
  readonly start: string | null;
  readonly end: string | null;
  readonly ours: number | null;
  readonly theirs: number | null;
}

/** One stored filing held against what EDGAR attributes to it. */
export interface CheckedFiling {
  readonly document: DocumentRef;
  readonly equal: number;
  readonly different: readonly FactDifference[];
  /** EDGAR has them, we do not. */
  readonly missing: readonly FactDifference[];
  /** We have them under a standard tag, EDGAR does not. */
  readonly extra: readonly FactDifference[];
}

export interface FactsCheck {
  readonly company: string;
  /** Oldest first. */
  readonly filings: readonly CheckedFiling[];
  /** Stored filings that EDGAR attributes no figures to: before XBRL, or of forms without. */
  readonly withoutFigures: number;
  /** Filings EDGAR attributes figures to that are not stored. */
  readonly notStored: number;
}

/** The taxonomies EDGAR lists facts of; a company's own tags are not among them. */
const listedTaxonomies = /^(?:us-gaap|ifrs-full|dei|srt|ecd|invest|cyd):/;

/** Holds every stored filing's tagged figures of the whole company against EDGAR's list of them. Throws `edgar/*`, `server/no-filings-of-company`. */
export async function checkFacts(client: EdgarClient, retrieval: Retrieval, asked: string): Promise<FactsCheck> {
  const company = await client.findCompany(asked);
  const facts = await client.companyFacts(company.cik);
  const theirs = groupByFiling(reportsFrom(facts, company));
  const stored = (await retrieval.listDocuments()).filter(({ cik }) => Number(cik ?? 0) === Number(company.cik));
  if (stored.length === 0) throw new NoFilingsOfCompanyError(asked);
  const checked = stored.filter(({ accession }) => accession !== null && theirs.has(accession)).sort(inFilingOrder);
  const filings: CheckedFiling[] = [];
  for (const document of checked) {
    const ours = await retrieval.figuresOf(document.id);
    filings.push({ document, ...compare(ours, theirs.get(document.accession ?? "") ?? []) });
  }
  const known = new Set(stored.map(({ accession }) => accession));
  return {
    company: facts.entityName,
    filings,
    withoutFigures: stored.length - checked.length,
    notStored: [...theirs.keys()].filter((accession) => !known.has(accession)).length,
  };
}

function compare(ours: readonly FactReport[], theirs: readonly FactReport[]): Omit<CheckedFiling, "document"> {
  const own = valuesByThing(ours);
  const listed = valuesByThing(theirs);
  const found = theirs.filter((report) => own.has(thingOf(report)));
  const isEqual = (report: FactReport) => own.get(thingOf(report))?.includes(report.value) === true;
  const first = (values: readonly number[] | undefined) => values?.[0] ?? null;
  const differenceOf = (report: FactReport): FactDifference => {
    const { concept, unit, start, end } = report;
    const thing = thingOf(report);
    return { concept, unit, start, end, ours: first(own.get(thing)), theirs: first(listed.get(thing)) };
  };
  return {
    equal: found.filter(isEqual).length,
    different: found.filter((report) => !isEqual(report)).map(differenceOf),
    missing: theirs.filter((report) => !own.has(thingOf(report))).map(differenceOf),
    extra: firstOfEach(
      ours.filter((report) => listedTaxonomies.test(report.concept) && !listed.has(thingOf(report))),
    ).map(differenceOf),
  };
}

function firstOfEach(reports: readonly FactReport[]): FactReport[] {
  return [...new Map([...reports].reverse().map((report) => [thingOf(report), report])).values()].reverse();
}

function valuesByThing(reports: readonly FactReport[]): Map<string, number[]> {
  const values = new Map<string, number[]>();
  for (const report of reports) {
    const known = values.get(thingOf(report));
    if (known === undefined) values.set(thingOf(report), [report.value]);
    else known.push(report.value);
  }
  return values;
}

function thingOf({ concept, unit, start, end }: FactReport): string {
  return [concept, unit, start, end].join("|");
}

function groupByFiling(reports: readonly FactReport[]): Map<string, FactReport[]> {
  const groups = new Map<string, FactReport[]>();
  for (const report of reports) {
    const known = groups.get(report.document.id);
    if (known === undefined) groups.set(report.document.id, [report]);
    else known.push(report);
  }
  return groups;
}
