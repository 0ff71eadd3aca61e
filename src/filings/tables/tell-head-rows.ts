import { isFigure } from "./figure";
import { type PlacedCell } from "./placed-cell";
import { readPeriodWords } from "./read-period-words";

/** From `from` up to `to` rows are heads. */
export interface HeadBand {
  readonly from: number;
  readonly to: number;
}

const mostHeadRows = 12;
const mostBands = 50;
const longestHead = 200;

/**
 * Where the heads of columns stand: the first rows without figures, and lower rows that begin the table anew with
 * heads of their own ("Six Months Ended" below "Three Months Ended").
 */
export function tellHeadRows(
  rows: readonly (readonly PlacedCell[])[],
  isLabel: (cell: PlacedCell) => boolean,
): HeadBand[] {
  const bands: HeadBand[] = [];
  let from = 0;
  while (from < rows.length && bands.length < mostBands) {
    const band = bandFrom(rows, from, isLabel);
    if (band !== null) bands.push(band);
    from = band?.to ?? from + 1;
    while (from < rows.length && !startsHeads(rows[from]!, isLabel)) from++;
  }
  return bands;
}

/** The rows from `from` that are heads; null where none of them names a column. */
function bandFrom(
  rows: readonly (readonly PlacedCell[])[],
  from: number,
  isLabel: (cell: PlacedCell) => boolean,
): HeadBand | null {
  let to = from;
  for (let index = from; index < rows.length && index - from < mostHeadRows; index++) {
    const row = rows[index]!;
    if (row.some((cell) => cell.text.length > longestHead)) break;
    if (isDataRow(row, isLabel)) break;
    // A label alone below the heads opens the rows; above them it is the table's title.
    if (row.some((cell) => !isLabel(cell))) to = index + 1;
  }
  return to > from && to < rows.length ? { from, to } : null;
}

function startsHeads(row: readonly PlacedCell[], isLabel: (cell: PlacedCell) => boolean): boolean {
  const heads = row.filter((cell) => !isLabel(cell));
  return (
    heads.length > 0 &&
    !isDataRow(row, isLabel) &&
    heads.some(({ text }) => text.length <= longestHead && namesPeriod.test(text) && readPeriodWords([text]) !== null)
  );
}

/** Most rows are told without a closer look. */
const namesPeriod = /\d|month|week|quarter|year|fiscal/i;

function isDataRow(row: readonly PlacedCell[], isLabel: (cell: PlacedCell) => boolean): boolean {
  return row.some((cell) => !isLabel(cell) && isFigure(cell.text));
}
