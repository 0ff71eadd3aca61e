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
  const firstLabels = rows.slice(0, structure.headRows + labelsAsked).map((row) => row[0] ?? "");
  const caption = names.caption ?? titleIn(rows[0] ?? []);
  return {
    ...names,
    caption,
    units:
      (caption === null ? null : readTableUnits(caption)) ??
      unitsInHeads(structure.columnHeads) ??
      unitsAlone(firstLabels),
    rows: rows.slice(from, to),
    headRows,
    columnHeads,
    laterHeads,
    rowPaths,
  };
}

/** A first row of one cell names the table. */
function titleIn(row: readonly string[]): string | null {
  const [title, ...others] = row.filter((cell) => cell !== "");
  return title !== undefined && others.length === 0 && title.length <= longestTitle && /\p{L}{3}/u.test(title)
    ? title.replace(/\s+/g, " ")
    : null;
}

/** A label that is all "(in millions)" is of the table; one that adds it to its own words is of its row. */
function unitsAlone(labels: readonly string[]): FilingTable["units"] {
  for (const label of labels) {
    if (label === "" || label.length > longestTitle || /\d/.test(label)) continue;
    const units = readTableUnits(label);
    if (units !== null && units.printed.length >= label.length - 3) return units;
  }
  return null;
}

const longestTitle = 200;
const labelsAsked = 4;
const columnsAsked = 40;
const mostColumns = 0.6;

/** A head over the labels, or over most columns, is of the table; one over a single column only of that. */
function unitsInHeads(columnHeads: TableStructure["columnHeads"]): FilingTable["units"] {
  for (const head of columnHeads[0] ?? []) {
    const units = readTableUnits(head);
    if (units !== null) return units;
  }
  const named = columnHeads.slice(1, columnsAsked).filter((heads) => heads.length > 0);
  const found = named.flatMap((heads) => readTableUnits(heads.join(" ")) ?? []);
  return found.length > named.length * mostColumns ? found[0]! : null;
}

function withoutHeads(rows: readonly (readonly string[])[]): TableStructure {
  return {
    headRows: 0,
    columnHeads: (rows[0] ?? []).map(() => []),
    laterHeads: [],
    rowPaths: rows.map((row) => (row[0] === undefined || row[0] === "" ? [] : [row[0]])),
  };
}
