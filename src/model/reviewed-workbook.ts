import { type ModelMap } from "../contracts/model-map";
import { type Cell, type WorkbookSnapshot } from "../contracts/workbook-snapshot";
import { cellKey } from "../workbook/cell-key";
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
