import { type ParsedDocument, type Passage } from "../../../src/contracts/document";
import { readTextDocument } from "../../../src/filings/read-text-document";
import { tokenize } from "../../../src/retrieval/words/tokenize";
import { type MeasuredFiling } from "../ingest/measured-filings";
import { type Random } from "./seeded-random";

export interface CorpusDocument {
  readonly document: ParsedDocument;
  /** The terms of each passage, in the document's order. */
  readonly terms: readonly (readonly string[])[];
}

/** One real report as its words. */
interface RealReport {
  readonly passages: readonly { readonly words: readonly string[]; readonly kind: Passage["kind"] }[];
}

export interface RealCorpus {
  readonly reports: readonly RealReport[];
  readonly passagesWithWord: ReadonlyMap<string, number>;
}

/** A company files this many reports: enough that one company's passages are as many as a real one's of ten years. */
const reportsOfCompany = 8;
/** Words that so few passages of the real filings hold are a company's own: names, products, places. */
const ownWordPassages = 3;

export function readRealCorpus(filings: readonly MeasuredFiling[]): RealCorpus {
  const passagesWithWord = new Map<string, number>();
  const reports = filings.map((filing) => {
    const read = readTextDocument(filing.bytes, { fileName: filing.name, form: filing.form });
    const passages = read.passages.map(({ text, kind }) => ({ words: tokenize(text), kind }));
    for (const { words } of passages)
      for (const word of new Set(words)) passagesWithWord.set(word, (passagesWithWord.get(word) ?? 0) + 1);
    return { passages };
  });
  return { reports: reports.filter(({ passages }) => passages.length > 50), passagesWithWord };
}

export const companyOf = (index: number): number => Math.floor(index / reportsOfCompany);
export const documentIdOf = (index: number): string => `c${companyOf(index)}-${2017 + (index % reportsOfCompany)}`;
export const documentIdsOfCompany = (company: number): string[] =>
  Array.from({ length: reportsOfCompany }, (_, year) => documentIdOf(company * reportsOfCompany + year));

/**
 * The n-th report of a store as large as one likes: a real one under another company, its words in another order, a sixth
 * of them from other reports, its rare words that company's own and its figures others, so that how many passages hold a
 * word grows as it does in more filings.
 */
export function drawDocument(corpus: RealCorpus, index: number, random: Random): CorpusDocument {
  const company = companyOf(index);
  const year = 2017 + (index % reportsOfCompany);
  const report = corpus.reports[index % corpus.reports.length]!;
  const id = documentIdOf(index);
  const terms = report.passages.map(({ words }) =>
    shuffled(
      words.map((word) => changedWord(corpus, word, company, random)),
      random,
    ),
  );
  let at = 0;
  const passages = report.passages.map(({ kind }, ordinal): Passage => {
    const text = terms[ordinal]!.join(" ");
    const start = at;
    at += text.length + 1;
    return {
      id: `${id}#${ordinal}`,
      documentId: id,
      ordinal,
      part: null,
      item: null,
      path: [],
      page: null,
      laterPages: [],
      kind,
      text,
      start,
      end: start + text.length,
      boilerplate: false,
    };
  });
  return {
    terms,
    document: {
      document: {
        id,
        title: `Annual report ${year}`,
        company: `Company ${company}`,
        ticker: `ZQ${company}`,
        cik: String(100_000 + company),
        form: "10-K",
        periodEnd: `${year}-12-31`,
        filed: `${year + 1}-02-20`,
        accession: null,
        fictional: true,
      },
      text: passages.map(({ text }) => text).join("\n"),
      sections: [],
      passages,
      tables: [],
      disclosures: [],
      facts: [],
      textShare: 1,
      warnings: [],
    },
  };
}

function changedWord(corpus: RealCorpus, word: string, company: number, random: Random): string {
  if (/^\d{3}/.test(word)) return String(Math.floor(random() * 10 ** Math.min(word.length, 9)));
  if ((corpus.passagesWithWord.get(word) ?? 0) <= ownWordPassages) return random() < 0.7 ? `${word}q${company}` : word;
  if (random() > 1 / 6) return word;
  const report = corpus.reports[Math.floor(random() * corpus.reports.length)]!;
  const { words } = report.passages[Math.floor(random() * report.passages.length)]!;
  return words[Math.floor(random() * words.length)] ?? word;
}

function shuffled(words: readonly string[], random: Random): string[] {
  const order = [...words];
  for (let i = order.length - 1; i > 0; i--) {
    const other = Math.floor(random() * (i + 1));
    [order[i], order[other]] = [order[other]!, order[i]!];
  }
  return order;
}
