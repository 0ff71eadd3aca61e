import { type Disclosure } from "../../contracts/document";
import { type SqlTransaction } from "../sql-connection";
import { toStorableJson } from "../storable-text";
import { inBatches } from "./in-batches";

export async function insertDisclosures(
  transaction: SqlTransaction,
  documentId: string,
  disclosures: readonly Disclosure[],
): Promise<void> {
  const rows = disclosures.map(({ id: _id, ...disclosure }, ordinal) => ({ ...disclosure, ordinal }));
  for (const batch of inBatches(rows, 1000)) {
    await transaction.query(
      `INSERT INTO disclosures (document_id, ordinal, concept, kind, title, spans)
       SELECT $1, r.ordinal, r.concept, r.kind, r.title, r.spans
       FROM jsonb_to_recordset($2::jsonb) AS r (ordinal int, concept text, kind text, title text, spans jsonb)`,
      [documentId, toStorableJson(batch)],
    );
  }
}
