import { type PassageIndexEntry } from "../passage-index";
import { packPostings } from "../postings";
import { type SqlTransaction } from "../sql-connection";
import { toStorableText } from "../storable-text";
import { inBatches } from "./in-batches";

interface Place {
  readonly ordinal: number;
  readonly weight: number;
}

/** A row a term, in the order of their ids: the index grows at its end only. */
export async function insertPostings(
  transaction: SqlTransaction,
  documentId: string,
  index: readonly PassageIndexEntry[],
  termIds: ReadonlyMap<string, number>,
): Promise<void> {
  const places = new Map<number, Place[]>();
  index.forEach(({ terms }, ordinal) => {
    for (const [term, weight] of terms) {
      const id = termIds.get(term) ?? termIds.get(toStorableText(term));
      if (id === undefined) throw new RangeError(`the term ${term} was not counted`);
      const known = places.get(id);
      if (known) known.push({ ordinal, weight });
      else places.set(id, [{ ordinal, weight }]);
    }
  });
  const rows = [...places].sort((a, b) => a[0] - b[0]);
  for (const batch of inBatches(rows, 5000)) {
    await transaction.query(
      `INSERT INTO term_postings (document_number, term_id, postings)
       SELECT d.number, u.term_id, decode(u.postings, 'base64')
       FROM documents AS d CROSS JOIN unnest($2::text::int[], $3::text::text[]) AS u (term_id, postings) WHERE d.id = $1`,
      [
        toStorableText(documentId),
        `{${batch.map(([id]) => id).join(",")}}`,
        `{${batch.map(([, held]) => packPostings(held).toString("base64")).join(",")}}`,
      ],
    );
  }
}
