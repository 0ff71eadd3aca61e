import { passagesOfPostings } from "../postings";
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
  await transaction.query(
    `UPDATE terms AS t SET passage_count = t.passage_count - d.passage_count FROM documents AS d WHERE d.id = $1 AND t.term = ''`,
    [documentId],
  );
  await transaction.query(
    `WITH gone AS (
       DELETE FROM term_postings AS p USING documents AS d WHERE d.id = $1 AND p.document_number = d.number
       RETURNING p.term_id, ${passagesOfPostings} AS passages
     )
     UPDATE terms AS t SET passage_count = t.passage_count - gone.passages FROM gone WHERE t.id = gone.term_id`,
    [documentId],
  );
}
