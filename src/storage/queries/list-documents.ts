import { documentColumns, documentOf, type DocumentRow } from "../document-row";
import { type SqlSession } from "../sql-connection";
import { type StoredDocument } from "../store";

/** Newest filing first; those without a filed date last. */
export async function listDocuments(session: SqlSession): Promise<StoredDocument[]> {
  const rows = await session.query<DocumentRow>(
    `SELECT ${documentColumns} FROM documents AS d ORDER BY d.filed DESC NULLS LAST, d.id`,
  );
  return rows.map(documentOf);
}
