import { type SqlConnection } from "../sql-connection";
import { type EmbeddedPassage, type EmbeddingSpace } from "../store";
import { inBatches } from "./in-batches";
import { waitForWriteTurn } from "./write-turn";

/**
 * How many were kept. Those of a document that was replaced or removed meanwhile are let go: its number is gone, and
 * the turn holds off whoever would take it away now.
 */
export async function insertEmbeddings(
  connection: SqlConnection,
  space: EmbeddingSpace,
  embedded: readonly EmbeddedPassage[],
): Promise<number> {
  if (embedded.length === 0) return 0;
  return connection.transaction(async (transaction) => {
    await waitForWriteTurn(transaction);
    await transaction.query(
      "INSERT INTO embedding_spaces (model, dimensions) VALUES ($1, $2) ON CONFLICT (model, dimensions, tenant) DO NOTHING",
      [space.model, space.dimensions],
    );
    let kept = 0;
    for (const batch of inBatches(embedded, 200)) {
      const rows = await transaction.query(
        `INSERT INTO passage_embeddings (document_number, space_id, ordinal, embedding)
         SELECT p.number, s.id, p.ordinal, p.embedding::halfvec
         FROM jsonb_to_recordset($3::jsonb) AS p (number int, ordinal int, embedding text)
         JOIN documents AS d ON d.number = p.number
         JOIN embedding_spaces AS s ON s.model = $1 AND s.dimensions = $2
         ON CONFLICT (document_number, space_id, ordinal) DO NOTHING RETURNING ordinal`,
        [space.model, space.dimensions, JSON.stringify(batch.map(rowOf))],
      );
      kept += rows.length;
    }
    return kept;
  });
}

const rowOf = ({ documentNumber, ordinal, embedding }: EmbeddedPassage) => ({
  number: documentNumber,
  ordinal,
  embedding: vectorText(embedding),
});

/** Seven digits are more than a half-precision number holds. */
export function vectorText(embedding: readonly number[]): string {
  return `[${embedding.map((value) => Number(value.toPrecision(7))).join(",")}]`;
}
