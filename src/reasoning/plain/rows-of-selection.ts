import { type SelectionForQuestion } from "../../contracts/answer";
import { type RowForEvidence } from "../../contracts/evidence-request";

export type SelectedCell = SelectionForQuestion["cells"][number];

/** Selected cells that belong together: one label, in the order of their periods as they stand. */
export interface SelectedRow {
  readonly label: string;
  readonly sheet: string;
  readonly cells: readonly SelectedCell[];
}

export function rowsOfSelection(selection: SelectionForQuestion): SelectedRow[] {
  const rows = new Map<string, SelectedCell[]>();
  for (const cell of selection.cells) {
    // A text cell is a label of its neighbours, not a row.
    if (typeof cell.value === "string" && cell.formula === null) continue;
    // Two rows of one label, or of none, are told apart by their row number or column.
    const place = axisPlace(cell, selection.cells);
    const key = `${cell.label ?? ""}@${place}`;
    rows.set(key, [...(rows.get(key) ?? []), cell]);
  }
  return [...rows.values()].map((cells) => ({ label: cells[0]?.label ?? "", sheet: selection.sheet, cells }));
}

/** The row number where neighbours of the same label share it, else the column. */
function axisPlace(cell: SelectedCell, all: readonly SelectedCell[]): string {
  const row = cell.address.replace(/^\D+/, "");
  const sameLabel = all.filter((other) => other.label === cell.label);
  const inRow = sameLabel.filter((other) => other.address.replace(/^\D+/, "") === row).length;
  return inRow > 1 || sameLabel.length === 1 ? row : cell.address.replace(/\d+$/, "");
}

export function numbersOfRow(row: SelectedRow): (SelectedCell & { value: number })[] {
  return row.cells.flatMap((cell) => (typeof cell.value === "number" ? [{ ...cell, value: cell.value }] : []));
}

/** The row as tick-and-tie takes it. */
export function rowForEvidence(row: SelectedRow): RowForEvidence {
  const first = row.cells[0];
  return {
    key: `${row.sheet}!${first?.address ?? ""}`,
    sheet: row.sheet,
    label: row.label,
    concept: row.cells.find((cell) => cell.concept !== null)?.concept ?? null,
    unit: first?.unit ?? "unknown",
    scale: first?.scale ?? null,
    values: numbersOfRow(row)
      .slice(0, 60)
      .map((cell) => ({
        address: cell.address,
        period: cell.period ?? "",
        year: cell.year,
        quarter: cell.quarter,
        endDate: null,
        phase: cell.phase,
        value: cell.value,
      })),
  };
}

/** "B2:F2" for neighbours, "B2" for one. */
export function rangeOfRow(row: SelectedRow): string {
  const first = row.cells[0]?.address ?? "";
  const last = row.cells.at(-1)?.address ?? first;
  return first === last ? first : `${first}:${last}`;
}
