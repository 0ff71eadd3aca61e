import { type IntentChoices, type PeriodAsked, type QuestionIntent } from "../../contracts/intent";
import { isDocumentOf } from "./known-companies";
import { fiscalYearOf, type StoreKnowledge } from "./understand-question";

/** A menu longer than these is no menu; who wants another writes it into the question. */
const most = { companies: 40, years: 10, quarters: 8, forms: 12 } as const;

/**
 * What a reader could set instead: companies, periods and forms of the documents that the question may use. What was
 * filed after its as-of day is not even named.
 */
export function offerChoices(intent: QuestionIntent, known: StoreKnowledge): IntentChoices {
  const meant = known.companies.filter((company) => intent.companies.some((one) => one.matched === company.name));
  const documents = known.documents.filter(
    (document) => meant.length === 0 || meant.some((company) => isDocumentOf(company, document)),
  );
  const names = new Set(known.documents.flatMap(({ company }) => company ?? []));
  const ciks = new Set(known.documents.flatMap(({ cik }) => cik?.replace(/^0+/, "") ?? []));
  const onFile = known.companies.filter(
    (company) => company.names.some((name) => names.has(name)) || company.ciks.some((cik) => ciks.has(cik)),
  );
  const years = unique(documents.flatMap((document) => fiscalYearOf(document) ?? [])).sort((a, b) => b - a);
  const quarters = documents
    .flatMap(({ fiscalYear, fiscalQuarter }) =>
      fiscalYear === null || fiscalQuarter === null ? [] : [periodOf(fiscalYear, fiscalQuarter)],
    )
    .sort((a, b) => b.fiscalYear! - a.fiscalYear! || b.quarter! - a.quarter!);
  return {
    companies: onFile
      .map(({ name }) => name)
      .sort((a, b) => a.localeCompare(b, "en"))
      .slice(0, most.companies),
    periods: [
      ...years.slice(0, most.years).map((year) => periodOf(year, null)),
      ...quarters
        .filter((one, at) => quarters.findIndex(({ label }) => label === one.label) === at)
        .slice(0, most.quarters),
    ],
    forms: unique(documents.flatMap(({ form }) => form ?? []))
      .sort((a, b) => a.localeCompare(b, "en"))
      .slice(0, most.forms),
  };
}

function periodOf(fiscalYear: number, quarter: number | null): PeriodAsked {
  const kind = quarter === null ? "year" : "quarter";
  const label = quarter === null ? `FY${fiscalYear}` : `Q${quarter} ${fiscalYear}`;
  return { label, kind, fiscalYear, quarter, start: null, end: null };
}

const unique = <Item>(items: readonly Item[]): Item[] => [...new Set(items)];
