import { type IsoDate } from "../../contracts/dates";
import { documentColumns, documentOf, type DocumentRow } from "../document-row";
import { type SqlSession } from "../sql-connection";
import { type StoredDocument } from "../store";

/** Newest filing first; those without a filed date last, and left out where an as-of date is given. */
export async function listDocuments(session: SqlSession, asOf: IsoDate | null): Promise<StoredDocument[]> {
  const rows = await session.query<DocumentRow>(
    `SELECT ${documentColumns} FROM documents AS d
     WHERE $1::text IS NULL OR d.filed <= $1::text::date
     ORDER BY d.filed DESC NULLS LAST, d.id`,
    [asOf],
  );
  return rows.map(documentOf);
}
