import { type Passage, type Section } from "../../contracts/document";
import { type SqlSession } from "../sql-connection";
import { type StoredLayout } from "../store";

/** Where a document's sections and passages lie, in its order, without their text; empty where there is no such document. */
export async function readLayout(session: SqlSession, documentId: string): Promise<StoredLayout> {
  const sections = await session.query<Section>(
    `SELECT part, item, title, span_start AS start, span_end AS "end" FROM sections WHERE document_id = $1 ORDER BY ordinal`,
    [documentId],
  );
  const passages = await session.query<Pick<Passage, "kind" | "start" | "end" | "page" | "laterPages">>(
    `SELECT kind, span_start AS start, span_end AS "end", page, later_pages AS "laterPages"
     FROM passages WHERE document_id = $1 ORDER BY ordinal`,
    [documentId],
  );
  return { sections, passages };
}
