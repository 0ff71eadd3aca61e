import { type SqlSession } from "../sql-connection";
import { type ComparedFact } from "../store";

interface ComparedRow {
  concept: string;
  unit: string | null;
  start: string | null;
  end: string;
  before_document: string;
  before_source: "tagged" | "read";
  before_value: number;
  before_decimals: string | null;
  after_source: "tagged" | "read";
  after_value: number;
  after_decimals: string | null;
}

/**
 * Every figure of the company as a whole that a filing states anew, beside what the newest of the earlier ones said. What
 * was tagged outranks what was read: a figure of ours must not stand in for the filer's own.
 */
export async function compareFacts(
  session: SqlSession,
  documentId: string,
  earlierDocumentIds: readonly string[],
): Promise<ComparedFact[]> {
  if (earlierDocumentIds.length === 0) return [];
  const rows = await session.query<ComparedRow>(
    `WITH later AS MATERIALIZED (
       SELECT f.ordinal, f.source, f.concept, f.unit, f.period_start, f.period_end, f.value_number, f.decimals
       FROM facts AS f WHERE f.document_id = $1 AND f.dimensionless AND f.value_number IS NOT NULL
     ), before AS MATERIALIZED (
       SELECT f.document_id, f.ordinal, f.source, f.concept, f.unit, f.period_start, f.period_end, f.value_number, f.decimals,
         coalesce(d.filed, d.period_end) AS known_since, d.accession
       FROM facts AS f JOIN documents AS d ON d.id = f.document_id
       WHERE f.document_id = ANY ($2::text[]) AND f.dimensionless AND f.value_number IS NOT NULL
     )
     SELECT DISTINCT ON (l.concept, l.unit, l.period_start, l.period_end)
       l.concept, l.unit, l.period_start::text AS start, l.period_end::text AS end,
       b.document_id AS before_document, b.source AS before_source, l.source AS after_source, b.value_number AS before_value, b.decimals AS before_decimals,
       l.value_number AS after_value, l.decimals AS after_decimals
     FROM later AS l JOIN before AS b ON b.concept = l.concept AND b.period_end = l.period_end
       AND b.unit IS NOT DISTINCT FROM l.unit AND b.period_start IS NOT DISTINCT FROM l.period_start
     ORDER BY l.concept, l.unit, l.period_start, l.period_end, l.source = 'tagged' DESC, b.source = 'tagged' DESC,
       b.known_since DESC NULLS LAST, b.accession DESC NULLS LAST, b.document_id DESC, b.ordinal, l.ordinal`,
    [documentId, earlierDocumentIds],
  );
  return rows.map((row) => ({
    concept: row.concept,
    unit: row.unit,
    start: row.start,
    end: row.end,
    before: {
      documentId: row.before_document,
      source: row.before_source,
      value: row.before_value,
      decimals: decimalsOf(row.before_decimals),
    },
    after: {
      documentId,
      source: row.after_source,
      value: row.after_value,
      decimals: decimalsOf(row.after_decimals),
    },
  }));
}

function decimalsOf(stored: string | null): number | "INF" | null {
  return stored === null || stored === "INF" ? stored : Number(stored);
}
