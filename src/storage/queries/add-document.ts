import { createHash } from "node:crypto";
import { type ParsedDocument } from "../../contracts/document";
import { type DocumentIndex } from "../passage-index";
import { type SqlConnection, type SqlTransaction } from "../sql-connection";
import { toStorableText } from "../storable-text";
import { type AddOutcome } from "../store";
import { insertDisclosures } from "./insert-disclosures";
import { insertFacts } from "./insert-facts";
import { insertPassages } from "./insert-passages";
import { insertPostings } from "./insert-postings";
import { insertSentences } from "./insert-sentences";
import { insertSections } from "./insert-sections";
import { insertTables } from "./insert-tables";
import { deleteDocument } from "./remove-document";
import { countTerms } from "./count-terms";
import { waitForWriteTurn } from "./write-turn";

/** Stores one document whole, or nothing of it. The same content again changes nothing; other content replaces. */
export async function addDocument(
  connection: SqlConnection,
  parsed: ParsedDocument,
  index: DocumentIndex,
): Promise<AddOutcome> {
  const contentHash = hashOf(parsed, index);
  const { document } = parsed;
  const outcomeOf = (outcome: AddOutcome["outcome"]): AddOutcome => ({
    outcome,
    document,
    passages: parsed.passages.length,
    facts: parsed.facts.length,
  });

  return connection.transaction(async (transaction) => {
    await waitForWriteTurn(transaction);
    const [existing] = await transaction.query<{ content_hash: string }>(
      "SELECT content_hash FROM documents WHERE id = $1",
      [document.id],
    );
    if (existing?.content_hash === contentHash) return outcomeOf("already-there");
    if (existing) await deleteDocument(transaction, document.id);
    await insertDocument(transaction, parsed, index, contentHash);
    await insertSections(transaction, document.id, parsed.sections);
    await insertDisclosures(transaction, document.id, parsed.disclosures);
    const termIds = await countTerms(transaction, index.passages);
    await insertPassages(transaction, parsed.passages, index.passages);
    await insertPostings(transaction, document.id, index.passages, termIds);
    await insertSentences(transaction, document.id, index.sentences);
    await insertTables(transaction, document.id, parsed.tables);
    await insertFacts(transaction, parsed.facts);
    return outcomeOf(existing ? "replaced" : "added");
  });
}

/** Over the index as well: a better index of the same text is worth storing. */
function hashOf(parsed: ParsedDocument, index: DocumentIndex): string {
  const hash = createHash("sha256").update(JSON.stringify(parsed));
  for (const { terms, ...marks } of index.passages) {
    let weight = 0;
    for (const each of terms.values()) weight += each;
    // The terms by their letters and their sum: to write each weight would cost more than storing it.
    hash.update(`${[...terms.keys()].join(" ")} ${weight} ${JSON.stringify(marks)}`);
  }
  hash.update(JSON.stringify(index.sentences.map(({ print }) => print)));
  return hash.update(JSON.stringify([index.fiscalYear, index.fiscalQuarter])).digest("hex");
}

async function insertDocument(
  transaction: SqlTransaction,
  parsed: ParsedDocument,
  index: DocumentIndex,
  contentHash: string,
): Promise<void> {
  const { document } = parsed;
  const optional = (text: string | null) => (text === null ? null : toStorableText(text));
  await transaction.query(
    `INSERT INTO documents (id, title, company, ticker, cik, form, period_end, filed, accession, fictional,
       fiscal_year, fiscal_quarter, body, text_share, warnings, content_hash, passage_count, fact_count)
     VALUES ($1, $2, $3, $4, $5, $6, $7::text::date, $8::text::date, $9, $10, $11, $12, $13, $14, $15::jsonb, $16, $17, $18)`,
    [
      toStorableText(document.id),
      toStorableText(document.title),
      optional(document.company),
      optional(document.ticker),
      optional(document.cik),
      optional(document.form),
      document.periodEnd,
      document.filed,
      optional(document.accession),
      document.fictional,
      index.fiscalYear,
      index.fiscalQuarter,
      toStorableText(parsed.text),
      parsed.textShare,
      JSON.stringify(parsed.warnings.map(toStorableText)),
      contentHash,
      parsed.passages.length,
      parsed.facts.length,
    ],
  );
}
