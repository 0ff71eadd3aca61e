import { factColumns, factOf, type FactRow } from "../fact-row";
import { type SqlSession } from "../sql-connection";
import { type FactOnFile } from "../store";

export async function findFact(session: SqlSession, factId: string): Promise<FactOnFile | null> {
  const [row] = await session.query<FactRow>(
    `SELECT ${factColumns} FROM facts AS f JOIN documents AS d ON d.id = f.document_id
     LEFT JOIN passages AS p ON p.id = f.passage_id WHERE f.id = $1`,
    [factId],
  );
  return row ? factOf(row) : null;
}
