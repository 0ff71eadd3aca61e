import { addScores } from "../postings";
import { type SqlSession } from "../sql-connection";
import { type DocumentFilter } from "../store";

/** Where the query's words stand, and what they are worth there. */
export interface ScoredPlace {
  readonly documentId: string;
  readonly ordinal: number;
  readonly score: number;
}

interface DocumentRow {
  id: string;
  passages: number;
  postings: string;
}

/**
 * Every passage that the filter allows and that holds a term of the query, one document after another. The LATERAL with
 * OFFSET holds the planner to one look into the index a document: with a join it may read all postings of a term.
 */
export async function scoreWords(
  session: SqlSession,
  terms: ReadonlyMap<string, number>,
  filter: DocumentFilter,
  take: (place: ScoredPlace) => void,
): Promise<void> {
  const weights = await readTermIds(session, terms);
  if (weights.size === 0) return;
  const rows = await session.query<DocumentRow>(
    `WITH allowed AS MATERIALIZED (
       SELECT d.id, d.number, d.passage_count AS passages FROM documents AS d
       WHERE ($1::text IS NULL OR d.filed <= $1::text::date) AND ($2::text[] IS NULL OR d.id = ANY ($2::text[]))
     )
     SELECT a.id, a.passages, found.postings FROM allowed AS a CROSS JOIN LATERAL (
       SELECT encode(string_agg(int4send(t.term_id) || int4send(octet_length(t.postings)) || t.postings, ''::bytea
         ORDER BY t.term_id), 'base64') AS postings
       FROM term_postings AS t WHERE t.document_number = a.number AND t.term_id = ANY ($3::text::int[]) OFFSET 0
     ) AS found WHERE found.postings IS NOT NULL ORDER BY a.id`,
    [filter.asOf, filter.documentIds, `{${[...weights.keys()].join(",")}}`],
  );
  for (const row of rows) {
    const scores = new Float64Array(row.passages);
    addScores(Buffer.from(row.postings, "base64"), weights, scores);
    for (let ordinal = 0; ordinal < scores.length; ordinal++) {
      const score = scores[ordinal]!;
      if (score > 0) take({ documentId: row.id, ordinal, score });
    }
  }
}

/** The query's weights by the store's term ids; terms that no passage holds are left out. */
async function readTermIds(session: SqlSession, terms: ReadonlyMap<string, number>): Promise<Map<number, number>> {
  const asked = [...terms].filter(([term, weight]) => term !== "" && weight !== 0).map(([term]) => term);
  if (asked.length === 0) return new Map();
  const rows = await session.query<{ id: number; term: string }>(
    "SELECT id, term FROM terms WHERE term = ANY ($1::text[]) AND passage_count > 0",
    [asked],
  );
  return new Map(rows.map((row) => [row.id, terms.get(row.term) ?? 0]));
}
