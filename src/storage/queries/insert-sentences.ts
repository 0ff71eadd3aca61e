import { type SentencePrint } from "../passage-index";
import { type SqlTransaction } from "../sql-connection";
import { toStorableText } from "../storable-text";

export async function insertSentences(
  transaction: SqlTransaction,
  documentId: string,
  sentences: readonly SentencePrint[],
): Promise<void> {
  const array = (numbers: readonly number[]) => `{${numbers.join(",")}}`;
  const id = toStorableText(documentId);
  const prints = array(sentences.map(({ print }) => print));
  await transaction.query(
    `INSERT INTO document_sentences (document_id, prints, starts, ends)
     VALUES ($1, $2::text::bigint[], $3::text::int[], $4::text::int[])`,
    [id, prints, array(sentences.map(({ start }) => start)), array(sentences.map(({ end }) => end))],
  );
  await transaction.query(
    `INSERT INTO sentence_documents (print, document_number)
     SELECT DISTINCT u.print, d.number FROM unnest($2::text::bigint[]) AS u (print), documents AS d WHERE d.id = $1`,
    [id, prints],
  );
}

/** Before the document itself is removed. */
export async function deleteSentences(transaction: SqlTransaction, documentId: string): Promise<void> {
  await transaction.query(
    `DELETE FROM sentence_documents AS s USING documents AS d, document_sentences AS own
     WHERE d.id = $1 AND own.document_id = d.id AND s.document_number = d.number AND s.print = ANY (own.prints)`,
    [documentId],
  );
}
