import { type FilingTable } from "../../contracts/document";
import { type SqlSession } from "../sql-connection";

interface TableRow {
  id: string;
  passage_id: string;
  caption: string | null;
  units: FilingTable["units"];
  cells: string[][];
  head_rows: number;
  column_heads: string[][];
  later_heads: FilingTable["laterHeads"];
  row_paths: string[][];
}

/** The table that a passage is; null where the passage is text. */
export async function findTable(session: SqlSession, passageId: string): Promise<FilingTable | null> {
  const [row] = await session.query<TableRow>(
    `SELECT id, passage_id, caption, units, cells, head_rows, column_heads, later_heads, row_paths
     FROM filing_tables WHERE passage_id = $1 ORDER BY id LIMIT 1`,
    [passageId],
  );
  if (row === undefined) return null;
  return {
    id: row.id,
    passageId: row.passage_id,
    caption: row.caption,
    units: row.units,
    rows: row.cells,
    headRows: row.head_rows,
    columnHeads: row.column_heads,
    laterHeads: row.later_heads,
    rowPaths: row.row_paths,
  };
}
