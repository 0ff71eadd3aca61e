import { type StoredDocument } from "./store";

/** The columns of a document without its text; dates as text, which both engines write alike. */
export const documentColumns = `
  d.id AS document_id, d.title, d.company, d.ticker, d.cik, d.form, d.period_end::text AS period_end,
  d.filed::text AS filed, d.accession, d.fictional, d.fiscal_year, d.fiscal_quarter, d.passage_count, d.fact_count`;

export interface DocumentRow {
  document_id: string;
  title: string;
  company: string | null;
  ticker: string | null;
  cik: string | null;
  form: string | null;
  period_end: string | null;
  filed: string | null;
  accession: string | null;
  fictional: boolean;
  fiscal_year: number | null;
  fiscal_quarter: number | null;
  passage_count: number;
  fact_count: number;
}

export function documentOf(row: DocumentRow): StoredDocument {
  return {
    id: row.document_id,
    title: row.title,
    company: row.company,
    ticker: row.ticker,
    cik: row.cik,
    form: row.form,
    periodEnd: row.period_end,
    filed: row.filed,
    accession: row.accession,
    fictional: row.fictional,
    fiscalYear: row.fiscal_year,
    fiscalQuarter: row.fiscal_quarter,
    passages: row.passage_count,
    facts: row.fact_count,
  };
}
