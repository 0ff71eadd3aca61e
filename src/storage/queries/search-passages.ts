import { rankedPassageColumns, rankedPassageOf, type RankedPassageRow } from "../passage-row";
import { type SqlSession } from "../sql-connection";
import { type PassageQuery, type RankedPassage } from "../store";
import { keepBest } from "./keep-best";
import { type ScoredPlace, scoreWords } from "./score-words";

/** The passages whose words fit best, best first; only those that share a term with the query. */
export async function searchPassages(session: SqlSession, query: PassageQuery): Promise<RankedPassage[]> {
  if (query.limit <= 0 || query.documentIds?.length === 0) return [];
  const places = keepBest<ScoredPlace>(query.limit, byScore);
  await scoreWords(session, query.terms, query, (place) => places.offer(place));
  const best = places.best();
  if (best.length === 0) return [];
  // Texts are read for the best only, each by its place: a join over all passages is never an option.
  const rows = await session.query<RankedPassageRow>(
    `SELECT ${rankedPassageColumns}, best.score AS lexical_score
     FROM jsonb_to_recordset($1::jsonb) AS best ("documentId" text, ordinal int, score float8, place int)
     CROSS JOIN LATERAL (
       SELECT * FROM passages WHERE document_id = best."documentId" AND ordinal = best.ordinal OFFSET 0
     ) AS p JOIN documents AS d ON d.id = p.document_id
     ORDER BY best.place`,
    [JSON.stringify(best.map((one, place) => ({ ...one, place })))],
  );
  return rows.map(rankedPassageOf);
}

function byScore(a: ScoredPlace, b: ScoredPlace): number {
  if (a.score !== b.score) return b.score - a.score;
  if (a.documentId !== b.documentId) return a.documentId < b.documentId ? -1 : 1;
  return a.ordinal - b.ordinal;
}
