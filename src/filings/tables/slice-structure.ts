import { type TableStructure } from "../blocks";

/** The structure of rows `from` to `to` of a table: a later part keeps the heads of the first, though it does not hold them. */
export function sliceStructure(structure: TableStructure, from: number, to: number): TableStructure {
  if (from === 0 && to >= structure.rowPaths.length) return structure;
  const before = structure.laterHeads.filter(({ row }) => row <= from);
  return {
    headRows: Math.max(0, Math.min(structure.headRows, to) - from),
    columnHeads: (before[before.length - 1] ?? structure).columnHeads,
    laterHeads: structure.laterHeads
      .filter(({ row }) => row > from && row < to)
      .map(({ row, columnHeads }) => ({ row: row - from, columnHeads })),
    rowPaths: structure.rowPaths.slice(from, to),
  };
}
