import { type Passage } from "../../contracts/document";
import { type PassageIndexEntry } from "../passage-index";
import { type SqlTransaction } from "../sql-connection";
import { toStorableJson } from "../storable-text";
import { inBatches } from "./in-batches";

export async function insertPassages(
  transaction: SqlTransaction,
  passages: readonly Passage[],
  index: readonly PassageIndexEntry[],
): Promise<void> {
  const rows = passages.map((passage, i) => {
    const entry = index[i];
    if (!entry) throw new RangeError(`passage ${passage.id} has no index entry`);
    const { terms: _, ...marks } = entry;
    return { ...passage, ...marks };
  });
  for (const batch of inBatches(rows, 500)) {
    await transaction.query(
      `INSERT INTO passages (id, document_id, ordinal, part, item, path, page, later_pages, kind, body, span_start, span_end, boilerplate,
         statement, statement_strength, number_share, contents_page, word_print, number_print)
       SELECT r.id, r."documentId", r.ordinal, r.part, r.item, r.path, r.page, r."laterPages", r.kind, r.text, r.start, r."end", r.boilerplate,
         r.statement, r."statementStrength", r."numberShare", r."contentsPage", r."wordPrint", r."numberPrint"
       FROM jsonb_to_recordset($1::jsonb) AS r (id text, "documentId" text, ordinal int, part text, item text, path jsonb,
         page text, "laterPages" jsonb, kind text, text text, start int, "end" int, boilerplate boolean, statement text,
         "statementStrength" float8, "numberShare" float8, "contentsPage" boolean, "wordPrint" text, "numberPrint" text)`,
      [toStorableJson(batch)],
    );
  }
}
