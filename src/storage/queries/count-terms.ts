import { type PassageIndexEntry } from "../passage-index";
import { type SqlTransaction } from "../sql-connection";
import { toStorableText } from "../storable-text";

interface TermRow {
  id: number;
  term: string;
}

/** Adds the passages to the count of each term they hold, makes new terms, and gives the id of every term. */
export async function countTerms(
  transaction: SqlTransaction,
  index: readonly PassageIndexEntry[],
): Promise<ReadonlyMap<string, number>> {
  // The empty term stands in every passage.
  const counts = new Map<string, number>([["", index.length]]);
  for (const entry of index) {
    for (const term of entry.terms.keys()) {
      const storable = toStorableText(term);
      if (storable === "") continue;
      counts.set(storable, (counts.get(storable) ?? 0) + 1);
    }
  }
  const asJson = (terms: Iterable<[string, number]>) =>
    JSON.stringify([...terms].map(([term, passages]) => ({ term, passages })));
  // Update first, insert the rest: ON CONFLICT would use up an id, a dimension, for each term already there.
  const known = await transaction.query<TermRow>(
    `UPDATE terms AS t SET passage_count = t.passage_count + r.passages
     FROM jsonb_to_recordset($1::jsonb) AS r (term text, passages int) WHERE t.term = r.term
     RETURNING t.id, t.term`,
    [asJson(counts)],
  );
  const ids = new Map(known.map((row) => [row.term, row.id]));
  const added = await transaction.query<TermRow>(
    `INSERT INTO terms (term, passage_count)
     SELECT r.term, r.passages FROM jsonb_to_recordset($1::jsonb) AS r (term text, passages int)
     RETURNING id, term`,
    [asJson([...counts].filter(([term]) => !ids.has(term)))],
  );
  for (const row of added) ids.set(row.term, row.id);
  return ids;
}
