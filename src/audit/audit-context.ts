import { type ConceptId } from "../contracts/concept";
import {
  type CellAddress,
  type LabelledTable,
  type LineItem,
  type ModelMap,
  type Parameter,
  type Period,
  type TableLine,
  type TimeAxis,
} from "../contracts/model-map";
import { type Cell } from "../contracts/workbook-snapshot";
import { type WorkbookIndex } from "../workbook/index-workbook";

/** One cell of a line item, in its period. */
export interface SeriesCell {
  readonly address: CellAddress;
  /** Null where nothing stands there. */
  readonly cell: Cell | null;
  readonly period: Period;
}

export type Meaning = LineItem | Parameter;

/** A number of a table, by its row and its column. */
export interface TableCell {
  readonly table: LabelledTable;
  readonly row: TableLine;
  readonly column: TableLine;
  /** The one of the two that says what is measured: EV/EBITDA of a peer, revenue of the target; null where neither does. */
  readonly measure: TableLine | null;
}

/** What every rule reads: the workbook, what it means, and the ways between the two. */
export class AuditContext {
  private readonly axes: ReadonlyMap<string, TimeAxis>;
  /** By sheet, then by row or column: asked for millions of times a review. */
  private readonly itemsByLine = new Map<string, Record<TimeAxis["orientation"], Map<number, LineItem[]>>>();
  private readonly periodsByLine = new Map<string, ReadonlyMap<number, Period>>();
  private readonly wordsBeside = new Map<LineItem, number>();
  private readonly parametersByCell = new Map<string, Parameter>();
  /** Filled when first asked for: rules ask by concept and axis inside their loops. */
  private readonly itemsByConcept = new Map<ConceptId, LineItem[]>();
  private readonly itemsByAxis = new Map<string, LineItem[]>();
  private tableCells: ReadonlyMap<string, TableCell> | null = null;
  private readonly series = new Map<LineItem, readonly SeriesCell[]>();

  constructor(
    readonly index: WorkbookIndex,
    readonly model: ModelMap,
  ) {
    this.axes = new Map(model.axes.map((axis) => [axis.id, axis]));
    for (const item of model.lineItems) {
      let lines = this.itemsByLine.get(item.sheet);
      if (lines === undefined) this.itemsByLine.set(item.sheet, (lines = { columns: new Map(), rows: new Map() }));
      put(lines[this.axisOf(item).orientation], item.index0, item);
    }
    for (const { id, periods } of model.axes)
      this.periodsByLine.set(id, new Map(periods.map((period) => [period.index0, period])));
    for (const parameter of model.parameters) this.parametersByCell.set(cellKey(parameter.cell), parameter);
  }

  axisOf(item: LineItem): TimeAxis {
    const axis = this.axes.get(item.axisId);
    if (axis === undefined) throw new Error(`the line item ${item.id} names no axis of its model`);
    return axis;
  }

  /** The line item's cells, first period to last; empty ones included. */
  seriesOf(item: LineItem): readonly SeriesCell[] {
    let series = this.series.get(item);
    if (series === undefined) {
      const { orientation, periods } = this.axisOf(item);
      series = periods.map((period) => {
        const address =
          orientation === "columns"
            ? { sheet: item.sheet, rowIndex0: item.index0, columnIndex0: period.index0 }
            : { sheet: item.sheet, rowIndex0: period.index0, columnIndex0: item.index0 };
        return { address, cell: this.cellAt(address), period };
      });
      this.series.set(item, series);
    }
    return series;
  }

  cellAt(address: CellAddress): Cell | null {
    return this.index.cellAt(address.sheet, address.rowIndex0, address.columnIndex0);
  }

  /** The cell's number; null for text, errors, blanks and dates kept as text. */
  numberAt(address: CellAddress): number | null {
    const value = this.cellAt(address)?.value ?? null;
    return typeof value === "number" && Number.isFinite(value) ? value : null;
  }

  itemAt(address: CellAddress): LineItem | null {
    const lines = this.itemsByLine.get(address.sheet);
    if (lines === undefined) return null;
    const across = lines.columns.get(address.rowIndex0);
    return (
      (across === undefined ? null : this.itemAmong(across, address)) ??
      this.itemAmong(lines.rows.get(address.columnIndex0) ?? [], address)
    );
  }

  private itemAmong(items: readonly LineItem[], address: CellAddress): LineItem | null {
    for (const item of items) if (isOn(item, address) && !this.isLabelledAnew(item, address)) return item;
    return null;
  }

  /** Another label between the row's own and the cell: a second table stands on the same row. */
  private isLabelledAnew(item: LineItem, address: CellAddress): boolean {
    if (item.labelCell.sheet !== address.sheet || item.labelCell.rowIndex0 !== address.rowIndex0) return false;
    let column0 = this.wordsBeside.get(item);
    if (column0 === undefined) this.wordsBeside.set(item, (column0 = this.findWordsBeside(item)));
    return column0 < address.columnIndex0;
  }

  /** The first column right of a row's label that holds words again; Infinity where none does. */
  private findWordsBeside({ labelCell, range }: LineItem): number {
    const cells = this.index.sheetNamed(labelCell.sheet)?.cellsOfRow(labelCell.rowIndex0) ?? [];
    const words = cells.find(
      ({ value, formula, columnIndex0 }) =>
        typeof value === "string" &&
        formula === null &&
        columnIndex0 > labelCell.columnIndex0 &&
        columnIndex0 >= range.startColumn0 &&
        /\p{L}{3}/u.test(value),
    );
    return words?.columnIndex0 ?? Infinity;
  }

  parameterAt(address: CellAddress): Parameter | null {
    return this.parametersByCell.get(cellKey(address)) ?? null;
  }

  /** What the model calls the cell: its line item, else its parameter. */
  meaningAt(address: CellAddress): Meaning | null {
    return this.itemAt(address) ?? this.parameterAt(address);
  }

  /** The row and the column of a table that name the cell; null off every table. */
  tableCellAt(address: CellAddress): TableCell | null {
    return (this.tableCells ??= layOutTables(this.model.tables)).get(cellKey(address)) ?? null;
  }

  /** The period a cell stands in; null off every axis. */
  periodAt(address: CellAddress): Period | null {
    const item = this.itemAt(address);
    if (item === null) return null;
    const axis = this.axisOf(item);
    const index0 = axis.orientation === "columns" ? address.columnIndex0 : address.rowIndex0;
    return this.periodsByLine.get(axis.id)?.get(index0) ?? null;
  }

  /** Line items read with confidence as a concept, those of the surest reading first. */
  itemsOf(concept: ConceptId, atLeast = 0.75): LineItem[] {
    if (this.itemsByConcept.size === 0) {
      for (const item of this.model.lineItems)
        if (item.concept !== null) put(this.itemsByConcept, item.concept.id, item);
      for (const items of this.itemsByConcept.values())
        items.sort((a, b) => b.concept!.confidence - a.concept!.confidence);
    }
    return (this.itemsByConcept.get(concept) ?? []).filter((item) => item.concept!.confidence >= atLeast);
  }

  /** The line items of an axis, in the model's order. */
  itemsOnAxis(axisId: string): readonly LineItem[] {
    if (this.itemsByAxis.size === 0) for (const item of this.model.lineItems) put(this.itemsByAxis, item.axisId, item);
    return this.itemsByAxis.get(axisId) ?? [];
  }

  /** The line items that follow one within so many rows (or columns) of its axis, nearest first. */
  itemsBelow(start: LineItem, mostLines: number): LineItem[] {
    const lines = this.itemsByLine.get(start.sheet)?.[this.axisOf(start).orientation];
    const below: LineItem[] = [];
    for (let index0 = start.index0 + 1; index0 <= start.index0 + mostLines; index0++) {
      for (const item of lines?.get(index0) ?? []) if (item.axisId === start.axisId) below.push(item);
    }
    return below;
  }

  parametersOf(concept: ConceptId, atLeast = 0.75): Parameter[] {
    return this.model.parameters.filter(
      (parameter) => parameter.concept?.id === concept && parameter.concept.confidence >= atLeast,
    );
  }
}

function layOutTables(tables: readonly LabelledTable[]): Map<string, TableCell> {
  const cells = new Map<string, TableCell>();
  for (const table of tables) {
    for (const row of table.rows) {
      for (const column of table.columns) {
        const key = cellKey({ sheet: table.sheet, rowIndex0: row.index0, columnIndex0: column.index0 });
        if (!cells.has(key)) cells.set(key, { table, row, column, measure: measureOf(table, row, column) });
      }
    }
  }
  return cells;
}

function measureOf(table: LabelledTable, row: TableLine, column: TableLine): TableLine | null {
  if (table.rowsAre === "measures" && table.columnsAre !== "measures") return row;
  if (table.columnsAre === "measures" && table.rowsAre !== "measures") return column;
  if (row.concept !== null && column.concept !== null) return row;
  return row.concept !== null ? row : column.concept !== null ? column : null;
}

/** "Sheet1!4,2": a key for maps, never shown. */
export function cellKey(address: CellAddress): string {
  return `${address.sheet}!${address.rowIndex0},${address.columnIndex0}`;
}

function put<Key>(lists: Map<Key, LineItem[]>, key: Key, item: LineItem): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

function isOn(item: LineItem, { rowIndex0, columnIndex0 }: CellAddress): boolean {
  const { startRow0, endRow0, startColumn0, endColumn0 } = item.range;
  return startRow0 <= rowIndex0 && rowIndex0 <= endRow0 && startColumn0 <= columnIndex0 && columnIndex0 <= endColumn0;
}
