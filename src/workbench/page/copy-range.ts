import { type RangePosition } from "../../workbook/address";
import { formatCell } from "./cell-format/format-cell";
import { type SheetIndex } from "./sheet-index";

/** What copying a range puts on the clipboard: shown values, tabs between columns; used cells only. */
export function copyRange(index: SheetIndex, range: RangePosition): string {
  const lines: string[] = [];
  for (let row = range.startRow0; row <= Math.min(range.endRow0, Math.max(index.lastRow0, range.startRow0)); row++) {
    const texts: string[] = [];
    const cells = new Map((index.rows.get(row) ?? []).map((cell) => [cell.columnIndex0, cell]));
    const lastColumn0 = Math.min(range.endColumn0, Math.max(index.lastColumn0, range.startColumn0));
    for (let column = range.startColumn0; column <= lastColumn0; column++) {
      const cell = cells.get(column);
      texts.push(cell === undefined ? "" : formatCell(cell).text.trim());
    }
    lines.push(texts.join("\t"));
  }
  return lines.join("\n");
}
