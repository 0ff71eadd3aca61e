import { plainLook, type Block, type Mark } from "../blocks";
import { assignColumns } from "./assign-columns";
import { describeTable } from "./describe-table";
import { type PlacedCell } from "./placed-cell";

const cellSeparator = " | ";
/** Beyond these the last column takes what comes: every row is as wide as the widest. */
const mostColumns = 1000;

/** Placed rows as one table: each cell in the column a person sees it in. */
export function dataTable(placedRows: readonly (readonly PlacedCell[])[], exhibit: string | null): Block {
  const plan = assignColumns(placedRows);
  const rows: string[][] = [];
  const lines: string[] = [];
  const marks: Mark[] = [];
  let offset = 0;
  let width = 0;
  for (const placedRow of placedRows) {
    const cells: string[] = [];
    let line = "";
    for (const cell of placedRow) {
      const text = cell.text.replaceAll("\n", " ");
      if (cells.length >= mostColumns) {
        line += cellSeparator;
        for (const mark of cell.marks) marks.push({ key: mark.key, offset: offset + line.length + mark.offset });
        line += text;
        cells[mostColumns - 1] += cellSeparator + text;
        continue;
      }
      let column = Math.max(plan.columnOf(cell), 0);
      if (column < cells.length) column = cells.length;
      while (cells.length < column) {
        line += cells.length === 0 ? "|" : " |";
        cells.push("");
      }
      if (cells.length > 0) line += line.endsWith("|") ? " " : cellSeparator;
      for (const mark of cell.marks) marks.push({ key: mark.key, offset: offset + line.length + mark.offset });
      line += text;
      cells.push(text);
    }
    rows.push(cells);
    lines.push(line);
    offset += line.length + 1;
    width = Math.max(width, cells.length);
  }
  return {
    kind: "table",
    text: lines.join("\n"),
    marks,
    look: plainLook,
    pageBreakBefore: false,
    rows: rows.map((row) => filledTo(row, width)),
    structure: describeTable(placedRows, plan),
    exhibit,
  };
}

/** A copy takes the room it needs; an array that has grown cell by cell keeps room for sixteen more. */
function filledTo(row: string[], width: number): string[] {
  while (row.length < width) row.push("");
  return row.slice();
}
