import { type ModelMap } from "../contracts/model-map";
import { type Cell, type WorkbookSnapshot } from "../contracts/workbook-snapshot";
import { ModelIndex } from "./model-index";

/** What the last review saw, ready for looking up single cells. */
export class ReviewedWorkbook {
  readonly index: ModelIndex;
  private readonly cells = new Map<string, Map<number, Cell>>();

  constructor(
    readonly snapshot: WorkbookSnapshot,
    readonly model: ModelMap,
  ) {
    this.index = new ModelIndex(model);
    for (const sheet of snapshot.sheets) {
      this.cells.set(
        sheet.name,
        new Map(sheet.cells.map((cell) => [cellKey(cell.rowIndex0, cell.columnIndex0), cell])),
      );
    }
  }

  cellAt(sheet: string, row0: number, column0: number): Cell | null {
    return this.cells.get(sheet)?.get(cellKey(row0, column0)) ?? null;
  }
}

/** A number instead of a text: a workbook has hundreds of thousands of them. */
function cellKey(row0: number, column0: number): number {
  return row0 * 16_384 + column0;
}
