import { type FilingTable } from "../../contracts/document";

/** The heads that hold for a cell: those above it, or later ones that begin the table anew. */
export function headsOver(
  table: Pick<FilingTable, "columnHeads" | "laterHeads">,
  row: number,
  column: number,
): readonly string[] {
  let heads = table.columnHeads;
  for (const later of table.laterHeads) if (later.row <= row) heads = later.columnHeads;
  return heads[column] ?? [];
}
