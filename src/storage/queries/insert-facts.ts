import { type Fact } from "../../contracts/document";
import { type SqlTransaction } from "../sql-connection";
import { toStorableJson } from "../storable-text";
import { inBatches } from "./in-batches";

export async function insertFacts(transaction: SqlTransaction, facts: readonly Fact[]): Promise<void> {
  const rows = facts.map((fact, ordinal) => ({
    ...fact,
    ordinal,
    dimensionless: Object.keys(fact.dimensions).length === 0,
    number: typeof fact.value === "number" ? fact.value : null,
    text: typeof fact.value === "string" ? fact.value : null,
    decimals: fact.decimals === null ? null : String(fact.decimals),
    spanStart: fact.span?.start ?? null,
    spanEnd: fact.span?.end ?? null,
  }));
  for (const batch of inBatches(rows, 1000)) {
    await transaction.query(
      `INSERT INTO facts (id, document_id, ordinal, source, concept, unit, period_start, period_end, dimensions, dimensionless,
         value_number, value_text, decimals, printed, passage_id, span_start, span_end)
       SELECT r.id, r."documentId", r.ordinal, r.source, r.concept, r.unit, r.start, r."end", r.dimensions, r.dimensionless,
         r.number, r.text, r.decimals, r.printed, r."passageId", r."spanStart", r."spanEnd"
       FROM jsonb_to_recordset($1::jsonb) AS r (id text, "documentId" text, ordinal int, source text, concept text, unit text, start date,
         "end" date, dimensions jsonb, dimensionless boolean, number float8, text text, decimals text, printed text,
         "passageId" text, "spanStart" int, "spanEnd" int)`,
      [toStorableJson(batch)],
    );
  }
}
