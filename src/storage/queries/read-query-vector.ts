import { sparseVectorText } from "../sparse-vector";
import { type SqlSession } from "../sql-connection";

/** The query's weights by the store's term ids; null where no passage holds any of its terms. */
export async function readQueryVector(session: SqlSession, terms: ReadonlyMap<string, number>): Promise<string | null> {
  if (terms.size === 0) return null;
  const rows = await session.query<{ id: number; term: string }>(
    "SELECT id, term FROM terms WHERE term = ANY ($1::text[]) AND passage_count > 0",
    [[...terms.keys()]],
  );
  const weights = new Map(rows.map((row) => [row.id, terms.get(row.term) ?? 0]));
  return weights.size === 0 ? null : sparseVectorText(weights);
}
