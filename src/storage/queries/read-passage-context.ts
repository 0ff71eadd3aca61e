import { type FilingTable, type TableUnits } from "../../contracts/document";
import { type PassageContext } from "../../contracts/evidence";
import { documentColumns, documentOf, type DocumentRow } from "../document-row";
import { type SqlSession } from "../sql-connection";

interface ContextRow extends TableColumns {
  id: string;
  ordinal: number;
  kind: "text" | "table";
  path: string[];
  part: string | null;
  item: string | null;
  page: string | null;
  body: string;
}

/** Of the passage's table; null where it is none. */
interface TableColumns {
  cells: string[][] | null;
  caption: string | null;
  units: TableUnits | null;
  head_rows: number | null;
  column_heads: FilingTable["columnHeads"] | null;
  later_heads: FilingTable["laterHeads"] | null;
  row_paths: string[][] | null;
}

/** The passage with `around` neighbours on either side; null where there is no such passage. */
export async function readPassageContext(
  session: SqlSession,
  passageId: string,
  around: number,
): Promise<PassageContext | null> {
  const [place] = await session.query<DocumentRow & { ordinal: number }>(
    `SELECT p.ordinal, ${documentColumns} FROM passages AS p JOIN documents AS d ON d.id = p.document_id WHERE p.id = $1`,
    [passageId],
  );
  if (!place) return null;
  const rows = await session.query<ContextRow>(
    `SELECT p.id, p.ordinal, p.kind, p.path, p.part, p.item, p.page, p.body,
            t.caption, t.units, t.cells, t.head_rows, t.column_heads, t.later_heads, t.row_paths
     FROM passages AS p
     LEFT JOIN LATERAL (
       SELECT caption, units, cells, head_rows, column_heads, later_heads, row_paths FROM filing_tables WHERE passage_id = p.id ORDER BY id LIMIT 1
     ) AS t ON true
     WHERE p.document_id = $1 AND p.ordinal BETWEEN $2::int AND $3::int ORDER BY p.ordinal`,
    [place.document_id, place.ordinal - around, place.ordinal + around],
  );
  const [outside] = await session.query<{ before: number; after: number }>(
    `SELECT (count(*) FILTER (WHERE ordinal < $2::int))::int AS before, (count(*) FILTER (WHERE ordinal > $3::int))::int AS after
     FROM passages WHERE document_id = $1`,
    [place.document_id, place.ordinal - around, place.ordinal + around],
  );
  return {
    document: documentOf(place),
    passageId,
    passages: rows.map(({ id, kind, path, part, item, page, body, ...table }) => ({
      ...{ id, kind, path, part, item, page },
      text: body,
      table: tableOf(table),
    })),
    before: outside?.before ?? 0,
    after: outside?.after ?? 0,
  };
}

function tableOf(row: TableColumns): PassageContext["passages"][number]["table"] {
  if (row.cells === null) return null;
  return {
    caption: row.caption,
    units: row.units,
    rows: row.cells,
    headRows: row.head_rows ?? 0,
    columnHeads: row.column_heads ?? [],
    laterHeads: row.later_heads ?? [],
    rowPaths: row.row_paths ?? [],
  };
}
