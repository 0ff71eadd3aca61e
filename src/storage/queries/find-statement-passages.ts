import { rankedPassageColumns, rankedPassageOf, type RankedPassageRow } from "../passage-row";
import { type SqlSession } from "../sql-connection";
import { type RankedPassage, type StatementQuery } from "../store";
import { scoreWords } from "./score-words";

/** The strongest likenesses of each statement in each document: a statement's page rarely uses the question's words. */
export async function findStatementPassages(session: SqlSession, query: StatementQuery): Promise<RankedPassage[]> {
  if (query.statements.length === 0 || query.documentIds?.length === 0) return [];
  const rows = await session.query<RankedPassageRow>(
    `WITH strongest AS MATERIALIZED (
       SELECT p.id, row_number() OVER (PARTITION BY p.document_id, p.statement ORDER BY p.statement_strength DESC, p.ordinal) AS place
       FROM passages AS p JOIN documents AS d ON d.id = p.document_id
       WHERE p.statement = ANY ($1::text[])
         AND ($2::text IS NULL OR d.filed <= $2::text::date)
         AND ($3::text[] IS NULL OR p.document_id = ANY ($3::text[]))
     )
     SELECT ${rankedPassageColumns}
     FROM strongest JOIN passages AS p ON p.id = strongest.id JOIN documents AS d ON d.id = p.document_id
     WHERE strongest.place <= $4::int
     ORDER BY p.document_id, p.ordinal`,
    [[...query.statements], query.asOf, query.documentIds, query.limitEach],
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
