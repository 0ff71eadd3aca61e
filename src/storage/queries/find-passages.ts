import { rankedPassageColumns, rankedPassageOf, type RankedPassageRow } from "../passage-row";
import { type SqlSession } from "../sql-connection";
import { type RankedPassage } from "../store";

/** In the order asked for; unknown ids are left out. */
export async function findPassages(session: SqlSession, passageIds: readonly string[]): Promise<RankedPassage[]> {
  if (passageIds.length === 0) return [];
  const rows = await session.query<RankedPassageRow>(
    `SELECT ${rankedPassageColumns} FROM passages AS p JOIN documents AS d ON d.id = p.document_id
     WHERE p.id = ANY ($1::text[])`,
    [[...passageIds]],
  );
  const byId = new Map(rows.map((row) => [row.passage_id, rankedPassageOf(row)]));
  return passageIds.flatMap((id) => byId.get(id) ?? []);
}
