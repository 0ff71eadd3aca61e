import { type SqlSession } from "../sql-connection";
import { type StoredItem } from "../store";

interface SectionRow {
  part: string | null;
  item: string;
  title: string;
  span_start: number;
  span_end: number;
}

interface PassageRow {
  id: string;
  kind: "text" | "table";
  path: string[];
  start: number;
  text: string;
}

/** An item of a document with its passages, in reading order; null where the document has no such item. A null part is any. */
export async function readItem(
  session: SqlSession,
  documentId: string,
  item: string,
  part: string | null,
): Promise<StoredItem | null> {
  // Where an item is begun twice (a reference to it and itself) the longer one is the item.
  const [section] = await session.query<SectionRow>(
    `SELECT part, item, title, span_start, span_end FROM sections
     WHERE document_id = $1 AND upper(item) = upper($2) AND ($3::text IS NULL OR part = $3::text)
     ORDER BY span_end - span_start DESC, ordinal LIMIT 1`,
    [documentId, item, part],
  );
  if (section === undefined) return null;
  const passages = await session.query<PassageRow>(
    `SELECT id, kind, path, span_start AS start, body AS text FROM passages
     WHERE document_id = $1 AND span_start >= $2::int AND span_end <= $3::int ORDER BY ordinal`,
    [documentId, section.span_start, section.span_end],
  );
  const { part: ownPart, item: ownItem, title } = section;
  return { part: ownPart, item: ownItem, title, passages };
}
