import { factColumns, factOf, type FactRow } from "../fact-row";
import { type SqlSession } from "../sql-connection";
import { type FactOnFile } from "../store";

/** Every tagged number of the company as a whole that a document states. */
export async function findFigures(session: SqlSession, documentId: string): Promise<FactOnFile[]> {
  const rows = await session.query<FactRow>(
    `SELECT ${factColumns} FROM facts AS f JOIN documents AS d ON d.id = f.document_id
     LEFT JOIN passages AS p ON p.id = f.passage_id
     WHERE f.document_id = $1 AND f.dimensionless AND f.value_number IS NOT NULL AND f.source = 'tagged'
     ORDER BY f.ordinal`,
    [documentId],
  );
  return rows.map(factOf);
}
