/**
 * How much is read at once and at all. Excel on the web answers at most 5 MB: 15,000 cells of values, formulas and
 * formats take about 2 MB; longer formulas are halved on demand. A workbook beyond `mostCells` is refused rather
 * than read in part: a review of half a model would look whole.
 */
export interface ReadLimits {
  readonly batchCells: number;
  readonly mostCells: number;
  /** Areas whose used range is asked for in one request. */
  readonly batchAreas: number;
}

export const readLimits: ReadLimits = { batchCells: 15_000, mostCells: 3_000_000, batchAreas: 64 };

/** Cells of a selection that are kept. */
export const selectionCellsKept = 400;
