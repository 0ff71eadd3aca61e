import { type SqlSession } from "../sql-connection";
import { type TermStatistics } from "../store";

export async function readTermStatistics(session: SqlSession, terms: readonly string[]): Promise<TermStatistics> {
  const [total] = await session.query<{ passages: number }>(
    "SELECT coalesce(sum(passage_count), 0)::int AS passages FROM documents",
  );
  const rows = await session.query<{ term: string; passage_count: number }>(
    "SELECT term, passage_count FROM terms WHERE term = ANY ($1::text[]) AND passage_count > 0",
    [[...terms]],
  );
  return {
    passageCount: total?.passages ?? 0,
    passagesWithTerm: new Map(rows.map((row) => [row.term, row.passage_count])),
  };
}
