import { rankedPassageColumns, rankedPassageOf, type RankedPassageRow } from "../passage-row";
import { type SqlSession } from "../sql-connection";
import { type NearestQuery, type RankedPassage } from "../store";
import { vectorText } from "./insert-embeddings";
import { scoreWords } from "./score-words";

/**
 * The passages whose embeddings lie nearest, nearest first, each with what its words are worth. Exact: every embedding of
 * the documents that the filter allows is compared, document by document (LATERAL with OFFSET, as for words), so that the
 * filter decides what is looked at and nothing is sorted out afterwards.
 */
export async function findNearestEmbeddings(session: SqlSession, query: NearestQuery): Promise<RankedPassage[]> {
  if (query.limit <= 0 || query.documentIds?.length === 0) return [];
  const rows = await session.query<RankedPassageRow>(
    `WITH allowed AS MATERIALIZED (
       SELECT d.id, d.number FROM documents AS d
       WHERE ($1::text IS NULL OR d.filed <= $1::text::date) AND ($2::text[] IS NULL OR d.id = ANY ($2::text[]))
     ), asked AS MATERIALIZED (
       SELECT s.id, $5::text::halfvec AS embedding FROM embedding_spaces AS s WHERE s.model = $3 AND s.dimensions = $4::int
     ), nearest AS MATERIALIZED (
       SELECT a.id, e.ordinal, e.distance FROM asked CROSS JOIN allowed AS a CROSS JOIN LATERAL (
         SELECT ordinal, embedding <#> asked.embedding AS distance FROM passage_embeddings
         WHERE document_number = a.number AND space_id = asked.id OFFSET 0
       ) AS e
       ORDER BY e.distance, a.id, e.ordinal LIMIT $6::int
     )
     SELECT ${rankedPassageColumns}
     FROM nearest CROSS JOIN LATERAL (
       SELECT * FROM passages WHERE document_id = nearest.id AND ordinal = nearest.ordinal OFFSET 0
     ) AS p JOIN documents AS d ON d.id = p.document_id
     ORDER BY nearest.distance, nearest.id, nearest.ordinal`,
    [
      query.asOf,
      query.documentIds,
      query.space.model,
      query.space.dimensions,
      vectorText(query.embedding),
      query.limit,
    ],
  );
  if (rows.length === 0) return [];
  const scores = new Map<string, number>();
  const documentIds = [...new Set(rows.map((row) => row.document_id))];
  await scoreWords(session, query.terms, { asOf: query.asOf, documentIds }, ({ documentId, ordinal, score }) =>
    scores.set(`${documentId} ${ordinal}`, score),
  );
  return rows.map((row) =>
    rankedPassageOf({ ...row, lexical_score: scores.get(`${row.document_id} ${row.ordinal}`) ?? 0 }),
  );
}
