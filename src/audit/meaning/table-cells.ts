import { type CellAddress, type LabelledTable, type TableLine } from "../../contracts/model-map";

/** A number of a table, by its row and its column. */
export interface TableCell {
  readonly table: LabelledTable;
  readonly row: TableLine;
  readonly column: TableLine;
  /** The one of the two that says what is measured: EV/EBITDA of a peer, revenue of the target; null where neither does. */
  readonly measure: TableLine | null;
}

/** The cells of every table, by their key; the first table where two cover one cell. */
export function layOutTables(
  tables: readonly LabelledTable[],
  keyOf: (address: CellAddress) => string,
): Map<string, TableCell> {
  const cells = new Map<string, TableCell>();
  for (const table of tables) {
    for (const row of table.rows) {
      for (const column of table.columns) {
        const key = keyOf({ sheet: table.sheet, rowIndex0: row.index0, columnIndex0: column.index0 });
        if (!cells.has(key)) cells.set(key, { table, row, column, measure: measureOf(table, row, column) });
      }
    }
  }
  return cells;
}

function measureOf(table: LabelledTable, row: TableLine, column: TableLine): TableLine | null {
  if (table.rowsAre === "measures" && table.columnsAre !== "measures") return row;
  if (table.columnsAre === "measures" && table.rowsAre !== "measures") return column;
  if (row.concept !== null && column.concept !== null) return row;
  return row.concept !== null ? row : column.concept !== null ? column : null;
}
