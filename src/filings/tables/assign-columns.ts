import { type PlacedCell } from "./placed-cell";

interface Column {
  from: number;
  to: number;
}

/** The columns a person sees, from left to right, and which of them a cell stands in. */
export interface ColumnPlan {
  readonly columns: readonly { readonly from: number; readonly to: number }[];
  readonly columnOf: (cell: PlacedCell) => number;
}

/**
 * Which column of the table a person sees a cell stands in. Filers lay one visible column over several raw ones, and not
 * the same ones in every row; cells whose raw columns overlap are one column. Narrow cells decide, so that a heading
 * over three columns does not melt them into one; it goes to the first of them.
 */
export function assignColumns(rows: readonly (readonly PlacedCell[])[]): ColumnPlan {
  const columns: Column[] = [];
  const byWidth = extentsOf(rows).sort((a, b) => a.to - a.from - (b.to - b.from) || a.from - b.from);
  for (const extent of byWidth) addExtent(columns, extent);
  return { columns, columnOf: (cell) => firstOverlap(columns, cell) };
}

/** Each stretch of raw columns that cells cover, once. Asked for every cell of a table, so without words for keys. */
function extentsOf(rows: readonly (readonly PlacedCell[])[]): Column[] {
  const endsByStart = new Map<number, Set<number>>();
  for (const row of rows) {
    for (const { from, to } of row) {
      const ends = endsByStart.get(from);
      if (ends === undefined) endsByStart.set(from, new Set([to]));
      else ends.add(to);
    }
  }
  return [...endsByStart].flatMap(([from, ends]) => [...ends].map((to) => ({ from, to })));
}

/** `columns` stays sorted and free of overlaps. */
function addExtent(columns: Column[], extent: Column): void {
  const first = firstAtOrAfter(columns, extent.from);
  const column = columns[first];
  if (column === undefined || column.from >= extent.to) {
    columns.splice(first, 0, { ...extent });
    return;
  }
  const next = columns[first + 1];
  if (next !== undefined && next.from < extent.to) return;
  const previous = columns[first - 1];
  column.from = Math.max(Math.min(column.from, extent.from), previous?.to ?? 0);
  column.to = Math.max(column.to, extent.to);
}

function firstOverlap(columns: readonly Column[], extent: Readonly<Column>): number {
  return Math.min(firstAtOrAfter(columns, extent.from), columns.length - 1);
}

/** The first column that ends after `position`. */
function firstAtOrAfter(columns: readonly Column[], position: number): number {
  let low = 0;
  let high = columns.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (columns[middle]!.to > position) high = middle;
    else low = middle + 1;
  }
  return low;
}
