import { type Section } from "../../contracts/document";
import { type SqlTransaction } from "../sql-connection";
import { toStorableJson } from "../storable-text";

export async function insertSections(
  transaction: SqlTransaction,
  documentId: string,
  sections: readonly Section[],
): Promise<void> {
  const rows = sections.map((section, ordinal) => ({ ...section, ordinal }));
  await transaction.query(
    `INSERT INTO sections (document_id, ordinal, part, item, title, span_start, span_end)
     SELECT $1, r.ordinal, r.part, r.item, r.title, r.start, r."end"
     FROM jsonb_to_recordset($2::jsonb) AS r (ordinal int, part text, item text, title text, start int, "end" int)`,
    [documentId, toStorableJson(rows)],
  );
}
