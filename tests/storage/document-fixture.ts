import {
  type Disclosure,
  type Fact,
  type FilingTable,
  type ParsedDocument,
  type Passage,
} from "../../src/contracts/document";
import { type DocumentIndex } from "../../src/storage/passage-index";

interface Draft {
  readonly id: string;
  readonly company?: string | null;
  readonly ticker?: string | null;
  readonly cik?: string | null;
  readonly form?: string | null;
  readonly periodEnd?: string | null;
  readonly filed?: string | null;
  readonly passages: readonly (Partial<Passage> & { text: string; table?: string[][] })[];
  readonly disclosures?: readonly Disclosure[];
  readonly facts?: readonly Partial<Fact>[];
}

/** A parsed document of the made-up company Lumen Harbor, its spans and ids as the reader of filings makes them. */
export function parsedDocument(draft: Draft): ParsedDocument {
  let text = "";
  const passages = draft.passages.map(({ table: _table, ...given }, ordinal): Passage => {
    const start = text.length;
    text += given.text;
    const end = text.length;
    text += "\n\n";
    return {
      id: `${draft.id}#${ordinal}`,
      documentId: draft.id,
      ordinal,
      part: null,
      item: null,
      path: [],
      page: null,
      laterPages: [],
      kind: "text",
      boilerplate: false,
      ...given,
      start,
      end,
    };
  });
  return {
    document: {
      id: draft.id,
      title: `${draft.form ?? "Document"} of ${draft.company ?? "an unnamed company"}`,
      company: draft.company === undefined ? "Lumen Harbor Inc." : draft.company,
      ticker: draft.ticker === undefined ? "LMHB" : draft.ticker,
      cik: draft.cik === undefined ? "0009990001" : draft.cik,
      form: draft.form === undefined ? "10-K" : draft.form,
      periodEnd: draft.periodEnd === undefined ? "2023-12-31" : draft.periodEnd,
      filed: draft.filed === undefined ? "2024-02-20" : draft.filed,
      accession: null,
      fictional: true,
    },
    text,
    sections: [{ part: "II", item: "7", title: "Management's discussion", start: 0, end: text.length }],
    passages,
    tables: draft.passages.flatMap(({ table }, ordinal) =>
      table ? [{ ...plainTable(table), id: `${draft.id}~${ordinal}`, passageId: `${draft.id}#${ordinal}` }] : [],
    ),
    disclosures: draft.disclosures === undefined ? [] : [...draft.disclosures],
    facts: (draft.facts ?? []).map((fact, n) => ({
      id: `${draft.id}!${n}`,
      documentId: draft.id,
      source: "tagged",
      concept: "us-gaap:Revenues",
      unit: "USD",
      start: "2023-01-01",
      end: "2023-12-31",
      dimensions: {},
      value: 0,
      decimals: -6,
      printed: null,
      passageId: null,
      span: null,
      ...fact,
    })),
    textShare: 1,
    warnings: [],
  };
}

/** One row of heads, and rows named by their first cell. */
export function plainTable(rows: string[][]): Omit<FilingTable, "id" | "passageId"> {
  return {
    caption: "Results in brief",
    units: { printed: "in millions", multiplier: 1e6, shareMultiplier: 1e6, currency: null, exceptions: [] },
    rows,
    headRows: 1,
    columnHeads: rows[0]!.map((head) => (head === "" ? [] : [head])),
    laterHeads: [],
    rowPaths: rows.map((row, index) => (index === 0 ? [] : [row[0]!])),
  };
}

/** The plainest index: every word weighs 1, nothing is known of statements. */
export function plainIndex(parsed: ParsedDocument): DocumentIndex {
  return {
    sentences: [],
    fiscalYear: null,
    fiscalQuarter: null,
    passages: parsed.passages.map((passage) => ({
      terms: new Map((passage.text.toLowerCase().match(/[a-z0-9]+/g) ?? []).map((word) => [word, 1])),
      statement: null,
      statementStrength: 0,
      numberShare: 0,
      contentsPage: false,
      wordPrint: "0000000000000000",
      numberPrint: "",
    })),
  };
}
