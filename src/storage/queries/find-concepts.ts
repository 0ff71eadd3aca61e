import { type SqlSession } from "../sql-connection";

/** The tags a company's filings use under a name without its prefix, whatever its case, most used first. */
export async function findConcepts(
  session: SqlSession,
  localName: string,
  documentIds: readonly string[],
): Promise<string[]> {
  const rows = await session.query<{ concept: string }>(
    `SELECT concept FROM facts
     WHERE document_id = ANY ($2::text[]) AND lower(split_part(concept, ':', 2)) = lower($1)
     GROUP BY concept ORDER BY count(*) DESC, concept`,
    [localName, documentIds],
  );
  return rows.map((row) => row.concept);
}
