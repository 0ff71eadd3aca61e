import { type TableStructure } from "../blocks";
import { type ColumnPlan } from "./assign-columns";
import { isFigure } from "./figure";
import { type PlacedCell } from "./placed-cell";
import { rowPaths } from "./row-paths";
import { spreadColumnHeads } from "./spread-column-heads";
import { tellHeadRows } from "./tell-head-rows";

const mostLabelColumns = 3;
const rowsAsked = 60;
const leastShareOfFigures = 0.2;

/** The heads and the paths of a table's rows, told by where its cells stand. */
export function describeTable(rows: readonly (readonly PlacedCell[])[], plan: ColumnPlan): TableStructure {
  const labels = labelColumns(rows, plan);
  const isLabel = (cell: PlacedCell): boolean => plan.columnOf(cell) < labels;
  const bands = tellHeadRows(rows, isLabel);
  const [first, ...later] = bands;
  const headsOf = (band: (typeof bands)[number]): string[][] =>
    spreadColumnHeads(rows, band, plan.columns, plan.columnOf);
  const startsWithHeads = first?.from === 0;
  return {
    headRows: startsWithHeads ? first.to : 0,
    columnHeads: startsWithHeads ? headsOf(first) : plan.columns.map(() => []),
    laterHeads: (startsWithHeads ? later : bands).map((band) => ({ row: band.from, columnHeads: headsOf(band) })),
    rowPaths: rowPaths(rows, bands, isLabel),
  };
}

/** How many columns on the left hold labels: filers set lower levels in a column of their own. */
function labelColumns(rows: readonly (readonly PlacedCell[])[], plan: ColumnPlan): number {
  const figures: number[] = [];
  const asked = rows.slice(0, rowsAsked);
  for (const row of asked) {
    for (const cell of row) {
      const column = plan.columnOf(cell);
      if (column <= mostLabelColumns && isFigure(cell.text)) figures[column] = (figures[column] ?? 0) + 1;
    }
  }
  const least = Math.max(2, asked.length * leastShareOfFigures);
  for (let column = 1; column <= mostLabelColumns; column++) if ((figures[column] ?? 0) >= least) return column;
  return 1;
}
