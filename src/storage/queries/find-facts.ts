import { factColumns, factOf, type FactRow } from "../fact-row";
import { type SqlSession } from "../sql-connection";
import { type FactOnFile, type FactQuery } from "../store";

/** Every filing's statement of the concepts, latest period first, and for a period the latest filing first. */
export async function findFacts(session: SqlSession, query: FactQuery): Promise<FactOnFile[]> {
  if (query.concepts.length === 0 || query.documentIds?.length === 0) return [];
  const rows = await session.query<FactRow>(
    `SELECT ${factColumns} FROM facts AS f JOIN documents AS d ON d.id = f.document_id
     LEFT JOIN passages AS p ON p.id = f.passage_id
     WHERE f.concept = ANY ($1::text[])
       AND ($2::text IS NULL OR d.filed <= $2::text::date)
       AND ($3::text[] IS NULL OR f.document_id = ANY ($3::text[]))
       AND (NOT $4::boolean OR f.dimensionless)
     ORDER BY f.period_end DESC NULLS LAST, f.period_start DESC NULLS FIRST, d.filed DESC NULLS LAST, f.document_id, f.ordinal`,
    [[...query.concepts], query.asOf, query.documentIds, query.dimensionless],
  );
  return rows.map(factOf);
}
