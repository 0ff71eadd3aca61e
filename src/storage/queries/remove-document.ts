import { sparseVectorIds } from "../sparse-vector";
import { type SqlConnection, type SqlTransaction } from "../sql-connection";
import { deleteSentences } from "./insert-sentences";
import { waitForWriteTurn } from "./write-turn";

/** False where there is no such document. */
export async function removeDocument(connection: SqlConnection, documentId: string): Promise<boolean> {
  return connection.transaction(async (transaction) => {
    await waitForWriteTurn(transaction);
    return deleteDocument(transaction, documentId);
  });
}

/** Within a transaction that has the write turn. */
export async function deleteDocument(transaction: SqlTransaction, documentId: string): Promise<boolean> {
  await uncountTerms(transaction, documentId);
  await deleteSentences(transaction, documentId);
  const removed = await transaction.query("DELETE FROM documents WHERE id = $1 RETURNING id", [documentId]);
  return removed.length > 0;
}

/** Rarity is counted over what is there: the document's passages leave the counts with it. */
async function uncountTerms(transaction: SqlTransaction, documentId: string): Promise<void> {
  const rows = await transaction.query<{ lexical: string }>(
    "SELECT lexical::text AS lexical FROM passages WHERE document_id = $1",
    [documentId],
  );
  const counts = new Map<number, number>();
  for (const row of rows) {
    for (const id of sparseVectorIds(row.lexical)) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  await transaction.query(
    `UPDATE terms AS t SET passage_count = t.passage_count - r.passages
     FROM jsonb_to_recordset($1::jsonb) AS r (id int, passages int) WHERE t.id = r.id`,
    [JSON.stringify([...counts].map(([id, passages]) => ({ id, passages })))],
  );
}
