import { type SqlSession } from "../sql-connection";
import { type EmbeddingSpaceOnFile } from "../store";

/** Every model whose embeddings are kept, and of how many passages, most first. */
export async function countEmbeddings(session: SqlSession): Promise<EmbeddingSpaceOnFile[]> {
  return session.query<EmbeddingSpaceOnFile & object>(
    `SELECT s.model, s.dimensions, count(e.ordinal)::int AS passages
     FROM embedding_spaces AS s LEFT JOIN passage_embeddings AS e ON e.space_id = s.id
     GROUP BY s.id, s.model, s.dimensions ORDER BY 3 DESC, 1, 2`,
  );
}
