import { type Disclosure } from "../../contracts/document";
import { type SqlSession } from "../sql-connection";

/** The notes, policies and tables of a document, in its order; none where there is no such document. */
export async function listDisclosures(session: SqlSession, documentId: string): Promise<Disclosure[]> {
  const rows = await session.query<Omit<Disclosure, "id"> & { ordinal: number }>(
    "SELECT ordinal, concept, kind, title, spans FROM disclosures WHERE document_id = $1 ORDER BY ordinal",
    [documentId],
  );
  return rows.map(({ ordinal, ...disclosure }) => ({ id: `${documentId}~${ordinal}`, ...disclosure }));
}
