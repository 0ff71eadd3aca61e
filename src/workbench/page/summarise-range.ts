import { type RangePosition } from "../../workbook/address";
import { formatCell } from "./cell-format/format-cell";
import { type SheetIndex } from "./sheet-index";

export interface RangeSummary {
  readonly average: string;
  readonly count: number;
  readonly sum: string;
}

/** What a spreadsheet's status bar says of the selected numbers, in the format of the first; null below two. */
export function summariseRange(index: SheetIndex, range: RangePosition): RangeSummary | null {
  if (range.startRow0 === range.endRow0 && range.startColumn0 === range.endColumn0) return null;
  let sum = 0;
  let count = 0;
  let numberFormat: string | null = null;
  for (let row = range.startRow0; row <= Math.min(range.endRow0, index.lastRow0); row++) {
    for (const cell of index.rows.get(row) ?? []) {
      if (typeof cell.value !== "number") continue;
      if (cell.columnIndex0 < range.startColumn0 || cell.columnIndex0 > range.endColumn0) continue;
      if (count === 0) numberFormat = cell.numberFormat;
      sum += cell.value;
      count += 1;
    }
  }
  if (count < 2) return null;
  const shown = (value: number): string => {
    const { leftEdge, text } = formatCell({ value, numberFormat });
    return `${leftEdge}${text}`.trim();
  };
  return { average: shown(sum / count), count, sum: shown(sum) };
}
