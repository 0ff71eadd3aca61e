import { type TableStructure } from "../blocks";
import { type ColumnPlan } from "./assign-columns";
import { type PlacedCell } from "./placed-cell";
import { rowPaths } from "./row-paths";
import { spreadColumnHeads } from "./spread-column-heads";
import { tellHeadRows } from "./tell-head-rows";

/** The heads and the paths of a table's rows, told by where its cells stand. */
export function describeTable(rows: readonly (readonly PlacedCell[])[], plan: ColumnPlan): TableStructure {
  const bands = tellHeadRows(rows, plan.columnOf);
  const [first, ...later] = bands;
  const headsOf = (band: (typeof bands)[number]): string[][] =>
    spreadColumnHeads(rows, band, plan.columns, plan.columnOf);
  const startsWithHeads = first?.from === 0;
  return {
    headRows: startsWithHeads ? first.to : 0,
    columnHeads: startsWithHeads ? headsOf(first) : plan.columns.map(() => []),
    laterHeads: (startsWithHeads ? later : bands).map((band) => ({ row: band.from, columnHeads: headsOf(band) })),
    rowPaths: rowPaths(rows, bands, plan.columnOf),
  };
}
