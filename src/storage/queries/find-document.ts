import { documentColumns, documentOf, type DocumentRow } from "../document-row";
import { type SqlSession } from "../sql-connection";
import { type StoredDocument } from "../store";

export async function findDocument(session: SqlSession, documentId: string): Promise<StoredDocument | null> {
  const [row] = await session.query<DocumentRow>(`SELECT ${documentColumns} FROM documents AS d WHERE d.id = $1`, [
    documentId,
  ]);
  return row ? documentOf(row) : null;
}
