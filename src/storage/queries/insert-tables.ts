import { type FilingTable } from "../../contracts/document";
import { type SqlTransaction } from "../sql-connection";
import { toStorableJson } from "../storable-text";
import { inBatches } from "./in-batches";

export async function insertTables(
  transaction: SqlTransaction,
  documentId: string,
  tables: readonly FilingTable[],
): Promise<void> {
  for (const batch of inBatches(tables, 200)) {
    await transaction.query(
      `INSERT INTO filing_tables
         (id, document_id, passage_id, caption, units, cells, head_rows, column_heads, later_heads, row_paths)
       SELECT r.id, $1, r."passageId", r.caption, r.units, r.rows, r."headRows", r."columnHeads", r."laterHeads", r."rowPaths"
       FROM jsonb_to_recordset($2::jsonb) AS r (id text, "passageId" text, caption text, units jsonb, rows jsonb,
         "headRows" int, "columnHeads" jsonb, "laterHeads" jsonb, "rowPaths" jsonb)`,
      [documentId, toStorableJson(batch)],
    );
  }
}
