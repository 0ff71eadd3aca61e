import { type CellAddress } from "../../contracts/model-map";
import { type CellRange } from "../../contracts/workbook-snapshot";

/** Few rectangles that hold exactly the given cells of one sheet: runs along rows, then equal runs of neighbouring rows joined. */
export function coverCells(cells: readonly CellAddress[]): CellRange[] {
  const sorted = [...cells].sort((a, b) => a.rowIndex0 - b.rowIndex0 || a.columnIndex0 - b.columnIndex0);
  const runs: CellRange[] = [];
  for (const { sheet, rowIndex0, columnIndex0 } of sorted) {
    const last = runs.at(-1);
    if (last?.startRow0 === rowIndex0 && columnIndex0 <= last.endColumn0 + 1) {
      runs[runs.length - 1] = { ...last, endColumn0: Math.max(last.endColumn0, columnIndex0) };
    } else
      runs.push({
        sheet,
        startRow0: rowIndex0,
        endRow0: rowIndex0,
        startColumn0: columnIndex0,
        endColumn0: columnIndex0,
      });
  }
  const blocks: CellRange[] = [];
  for (const run of runs) {
    const above = blocks.findIndex(
      (block) =>
        block.endRow0 === run.startRow0 - 1 &&
        block.startColumn0 === run.startColumn0 &&
        block.endColumn0 === run.endColumn0,
    );
    if (above === -1) blocks.push(run);
    else blocks[above] = { ...blocks[above]!, endRow0: run.endRow0 };
  }
  return blocks;
}

/** Every cell of a rectangle; meant for small ones. */
export function cellsOf(range: CellRange): CellAddress[] {
  const cells: CellAddress[] = [];
  for (let rowIndex0 = range.startRow0; rowIndex0 <= range.endRow0; rowIndex0++) {
    for (let columnIndex0 = range.startColumn0; columnIndex0 <= range.endColumn0; columnIndex0++) {
      cells.push({ sheet: range.sheet, rowIndex0, columnIndex0 });
    }
  }
  return cells;
}
