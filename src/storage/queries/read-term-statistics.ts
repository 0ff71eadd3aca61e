import { type SqlSession } from "../sql-connection";
import { type TermStatistics } from "../store";

export async function readTermStatistics(session: SqlSession, terms: readonly string[]): Promise<TermStatistics> {
  const rows = await session.query<{ term: string; passage_count: number }>(
    "SELECT term, passage_count FROM terms WHERE term = ANY ($1::text[]) AND passage_count > 0",
    [["", ...terms]],
  );
  const passagesWithTerm = new Map(rows.map((row) => [row.term, row.passage_count]));
  // The empty term stands in every passage.
  const passageCount = passagesWithTerm.get("") ?? 0;
  passagesWithTerm.delete("");
  return { passageCount, passagesWithTerm };
}
