import { documentColumns, documentOf, type DocumentRow } from "./document-row";
import { type FactOnFile } from "./store";

export const factColumns = `
  f.id AS fact_id, f.source, f.concept, f.unit, f.period_start::text AS fact_start, f.period_end::text AS fact_end, f.dimensions,
  f.value_number, f.value_text, f.decimals, f.printed, f.passage_id, f.span_start, f.span_end, p.kind AS printed_in, ${documentColumns}`;

export interface FactRow extends DocumentRow {
  fact_id: string;
  source: "tagged" | "read";
  concept: string;
  unit: string | null;
  fact_start: string | null;
  fact_end: string | null;
  dimensions: Record<string, string>;
  value_number: number | null;
  value_text: string | null;
  decimals: string | null;
  printed: string | null;
  passage_id: string | null;
  span_start: number | null;
  span_end: number | null;
  printed_in: "text" | "table" | null;
}

export function factOf(row: FactRow): FactOnFile {
  return {
    fact: {
      id: row.fact_id,
      documentId: row.document_id,
      source: row.source,
      concept: row.concept,
      unit: row.unit,
      start: row.fact_start,
      end: row.fact_end,
      dimensions: row.dimensions,
      value: row.value_number ?? row.value_text,
      decimals: row.decimals === null || row.decimals === "INF" ? row.decimals : Number(row.decimals),
      printed: row.printed,
      passageId: row.passage_id,
      span: row.span_start === null || row.span_end === null ? null : { start: row.span_start, end: row.span_end },
    },
    document: documentOf(row),
    printedIn: row.printed_in,
  };
}
