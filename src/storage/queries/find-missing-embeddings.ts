import { type SqlSession } from "../sql-connection";
import { type MissingEmbedding, type MissingEmbeddingsQuery } from "../store";

interface MissingRow {
  number: number;
  document_id: string;
  ordinal: number;
  path: string[];
  body: string;
}

/** The next passages of these documents without an embedding of the model, in the order documents were stored. */
export async function findMissingEmbeddings(
  session: SqlSession,
  query: MissingEmbeddingsQuery,
): Promise<MissingEmbedding[]> {
  if (query.documentIds.length === 0) return [];
  const rows = await session.query<MissingRow>(
    `SELECT d.number, p.document_id, p.ordinal, p.path, p.body
     FROM documents AS d JOIN passages AS p ON p.document_id = d.id
     WHERE d.id = ANY ($1::text[])
       AND (d.number > $2::int OR (d.number = $2::int AND p.ordinal > $3::int))
       AND NOT EXISTS (
         SELECT FROM passage_embeddings AS e JOIN embedding_spaces AS s ON s.id = e.space_id
         WHERE e.document_number = d.number AND e.ordinal = p.ordinal AND s.model = $4
           AND ($5::int IS NULL OR s.dimensions = $5::int)
       )
     ORDER BY d.number, p.ordinal LIMIT $6::int`,
    [
      [...query.documentIds],
      query.after?.documentNumber ?? -1,
      query.after?.ordinal ?? -1,
      query.model,
      query.dimensions,
      query.limit,
    ],
  );
  return rows.map((row) => ({
    documentNumber: row.number,
    documentId: row.document_id,
    ordinal: row.ordinal,
    path: row.path,
    text: row.body,
  }));
}
