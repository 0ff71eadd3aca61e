import { type AskRequest, type SelectionForQuestion } from "../../src/contracts/answer";
import { type DocumentRef } from "../../src/contracts/document";
import { type Evidence } from "../../src/contracts/evidence";
import { type QuestionIntent } from "../../src/contracts/intent";
import { type FactWithCitation, type ReasoningPorts } from "../../src/reasoning/ports";

/** Filings of a made-up company whose years end with the calendar's, for the tests of reasoning. */
export function tenK(year: number, company = "Harrow Mills"): DocumentRef {
  return {
    id: `${company.slice(0, 3).toLowerCase()}-10k-${year}`,
    title: `${company} 10-K ${year}`,
    company,
    ticker: null,
    cik: company,
    form: "10-K",
    periodEnd: `${year}-12-31`,
    filed: `${year + 1}-02-20`,
    accession: null,
    fictional: true,
  };
}

export function yearFact(
  conceptId: string,
  tag: string,
  year: number,
  value: number,
  more: Partial<FactWithCitation> & {
    unit?: string;
    decimals?: number;
    instant?: boolean;
    dimensions?: Record<string, string>;
  } = {},
): FactWithCitation {
  const document = more.document ?? tenK(year);
  const id = `${document.id}!${tag}-${year}-${JSON.stringify(more.dimensions ?? {})}`;
  const quote = `${tag} ${value / 1e6}`;
  return {
    fact: {
      id,
      documentId: document.id,
      source: "tagged",
      concept: `us-gaap:${tag}`,
      unit: more.unit ?? "USD",
      start: more.instant === true ? null : `${year}-01-01`,
      end: `${year}-12-31`,
      dimensions: more.dimensions ?? {},
      value,
      decimals: more.decimals ?? -6,
      printed: String(value / 1e6),
      passageId: `${document.id}#1`,
      span: { start: 0, end: quote.length },
    },
    conceptId,
    fiscalYear: year,
    document,
    citation: {
      passageId: `${document.id}#1`,
      document,
      part: "II",
      item: "8",
      page: null,
      quote,
      start: 0,
      end: quote.length,
    },
    restated: false,
    earlier: [],
    ...(more.restated === undefined ? {} : { restated: more.restated }),
    ...(more.earlier === undefined ? {} : { earlier: more.earlier }),
  };
}

export const revenue = (year: number, millions: number, more: Parameters<typeof yearFact>[4] = {}): FactWithCitation =>
  yearFact("revenue", "Revenues", year, millions * 1e6, more);
export const grossProfit = (year: number, millions: number): FactWithCitation =>
  yearFact("gross-profit", "GrossProfit", year, millions * 1e6);

export function passage(text: string, more: Partial<Evidence> = {}): Evidence {
  const document = more.document ?? tenK(2024);
  return {
    passageId: `${document.id}#7`,
    document,
    part: "II",
    item: "7",
    path: ["Results of operations"],
    page: null,
    laterPages: [],
    kind: "text",
    text,
    start: 0,
    end: text.length,
    boilerplate: false,
    score: { total: 1, parts: [] },
    ...more,
  };
}

export function intent(more: Partial<QuestionIntent> = {}): QuestionIntent {
  return {
    companies: [],
    periods: [],
    forms: [],
    statements: [],
    items: [],
    concepts: [],
    kind: "number",
    asOf: null,
    terms: [],
    ...more,
  };
}

export function fiscalYear(year: number): QuestionIntent["periods"][number] {
  return { label: `FY${year}`, kind: "year", fiscalYear: year, quarter: null, start: null, end: null };
}

export function ask(question: string, more: Partial<AskRequest> = {}): AskRequest {
  return { question, selection: null, company: "Harrow Mills", asOf: null, documentId: null, ...more };
}

export function cell(
  address: string,
  value: number,
  more: Partial<SelectionForQuestion["cells"][number]> = {},
): SelectionForQuestion["cells"][number] {
  return {
    address,
    value,
    error: null,
    formula: null,
    numberFormat: null,
    label: "Revenue",
    period: null,
    year: null,
    quarter: null,
    phase: "actual",
    concept: null,
    unit: "currency",
    scale: 1e6,
    precedents: [],
    ...more,
  };
}

export function ports(
  more: Partial<ReasoningPorts> & { intent?: QuestionIntent; evidence?: Evidence[]; facts?: FactWithCitation[] },
): ReasoningPorts {
  return {
    understand: async () => more.intent ?? intent(),
    search: async () => more.evidence ?? [],
    findFacts: async () => more.facts ?? [],
    languageModel: null,
    nowMs: () => Date.UTC(2025, 5, 1),
    ...more,
  };
}
