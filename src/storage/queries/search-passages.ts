import { rankedPassageColumns, rankedPassageOf, type RankedPassageRow } from "../passage-row";
import { type SqlSession } from "../sql-connection";
import { type PassageQuery, type RankedPassage } from "../store";
import { readQueryVector } from "./read-query-vector";

/** The passages whose words fit best, best first; only those that share a term with the query. */
export async function searchPassages(session: SqlSession, query: PassageQuery): Promise<RankedPassage[]> {
  const vector = await readQueryVector(session, query.terms);
  if (vector === null || query.limit <= 0 || query.documentIds?.length === 0) return [];
  // The score alone is computed over all; texts are read for the best only.
  const rows = await session.query<RankedPassageRow>(
    `WITH best AS MATERIALIZED (
       SELECT p.id, -(p.lexical <#> $1::text::sparsevec) AS lexical_score
       FROM passages AS p JOIN documents AS d ON d.id = p.document_id
       WHERE ($2::text IS NULL OR d.filed <= $2::text::date)
         AND ($3::text[] IS NULL OR p.document_id = ANY ($3::text[]))
       ORDER BY lexical_score DESC, p.id
       LIMIT $4::int
     )
     SELECT ${rankedPassageColumns}, best.lexical_score
     FROM best JOIN passages AS p ON p.id = best.id JOIN documents AS d ON d.id = p.document_id
     WHERE best.lexical_score > 0
     ORDER BY best.lexical_score DESC, p.id`,
    [vector, query.asOf, query.documentIds, query.limit],
  );
  return rows.map(rankedPassageOf);
}
