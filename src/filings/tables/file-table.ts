import { type FilingTable } from "../../contracts/document";
import { type Block, type TableStructure } from "../blocks";
import { readTableUnits } from "./read-table-units";
import { sliceStructure } from "./slice-structure";

/** Rows `from` to `to` of a table as it is filed away: with its name, its units and what stands over and beside its cells. */
export function fileTable(
  names: { readonly id: string; readonly passageId: string; readonly caption: string | null },
  block: Pick<Block, "rows" | "structure">,
  from: number,
  to: number,
): FilingTable {
  const rows = block.rows ?? [];
  const structure = block.structure ?? withoutHeads(rows);
  const { headRows, columnHeads, laterHeads, rowPaths } = sliceStructure(structure, from, to);
  const headCells = rows.slice(0, Math.max(structure.headRows, 1)).flat();
  return {
    ...names,
    units: (names.caption === null ? null : readTableUnits(names.caption)) ?? unitsInCells(headCells),
    rows: rows.slice(from, to).map((row) => [...row]),
    headRows,
    columnHeads: columnHeads.map((heads) => [...heads]),
    laterHeads: laterHeads.map(({ row, columnHeads: heads }) => ({ row, columnHeads: heads.map((each) => [...each]) })),
    rowPaths: rowPaths.map((path) => [...path]),
  };
}

const cellsAsked = 40;

function unitsInCells(cells: readonly string[]): FilingTable["units"] {
  for (const cell of cells.slice(0, cellsAsked)) {
    const units = cell === "" || cell.length > 300 ? null : readTableUnits(cell);
    if (units !== null) return units;
  }
  return null;
}

function withoutHeads(rows: readonly (readonly string[])[]): TableStructure {
  return {
    headRows: 0,
    columnHeads: (rows[0] ?? []).map(() => []),
    laterHeads: [],
    rowPaths: rows.map((row) => (row[0] === undefined || row[0] === "" ? [] : [row[0]])),
  };
}
