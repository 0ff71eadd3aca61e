import { type ConceptId } from "../contracts/concept";
import {
  type CellAddress,
  type LineItem,
  type ModelMap,
  type Parameter,
  type Period,
  type TimeAxis,
} from "../contracts/model-map";
import { type Cell } from "../contracts/workbook-snapshot";
import { cellKey as placeKey } from "../workbook/cell-key";
import { type WorkbookIndex } from "../workbook/index-workbook";
import { layOutTables, type TableCell } from "./meaning/table-cells";
import { addTo } from "../workbook/group-by";

/** One cell of a line item, in its period. */
export interface SeriesCell {
  readonly address: CellAddress;
  /** Null where nothing stands there. */
  readonly cell: Cell | null;
  readonly period: Period;
  /** What calls its column: the period's label. */
  readonly called: string;
  readonly inForecast: boolean;
}

/** A class, so that what the period says anyway is not held once a cell. */
class PeriodCell implements SeriesCell {
  constructor(
    readonly address: CellAddress,
    readonly cell: Cell | null,
    readonly period: Period,
  ) {}

  get called(): string {
    return this.period.label;
  }

  get inForecast(): boolean {
    return this.period.phase === "forecast";
  }
}

/** A line item with what tells quickly whether a cell of its line is its own. */
interface ItemOnLine {
  readonly item: LineItem;
  /** The first column that words right of its label take from it; null until asked. */
  wordsFrom0: number | null;
}

export type Meaning = LineItem | Parameter;

/** What every rule reads: the workbook, what it means, and the ways between the two. */
export class AuditContext {
  private readonly axes: ReadonlyMap<string, TimeAxis>;
  /** By sheet, then by row or column: asked for millions of times a review. */
  private readonly itemsByLine = new Map<string, Record<TimeAxis["orientation"], Map<number, ItemOnLine[]>>>();
  private readonly periodsByLine = new Map<string, ReadonlyMap<number, Period>>();
  private readonly parametersByCell = new Map<string, Map<number, Parameter>>();
  /** Filled when first asked for: rules ask by concept and axis inside their loops. */
  private readonly itemsByConcept = new Map<ConceptId, LineItem[]>();
  private readonly itemsByAxis = new Map<string, LineItem[]>();
  private tableCells: ReadonlyMap<string, TableCell> | null = null;
  private readonly series = new Map<LineItem, readonly SeriesCell[]>();
  private readonly ownSeries = new Map<LineItem, readonly SeriesCell[]>();

  constructor(
    readonly index: WorkbookIndex,
    readonly model: ModelMap,
  ) {
    this.axes = new Map(model.axes.map((axis) => [axis.id, axis]));
    for (const item of model.lineItems) {
      let lines = this.itemsByLine.get(item.sheet);
      if (lines === undefined) this.itemsByLine.set(item.sheet, (lines = { columns: new Map(), rows: new Map() }));
      addTo(lines[this.axisOf(item).orientation], item.index0, { item, wordsFrom0: null });
    }
    for (const { id, periods } of model.axes)
      this.periodsByLine.set(id, new Map(periods.map((period) => [period.index0, period])));
    for (const parameter of model.parameters) {
      const { sheet, rowIndex0, columnIndex0 } = parameter.cell;
      let cells = this.parametersByCell.get(sheet);
      if (cells === undefined) this.parametersByCell.set(sheet, (cells = new Map<number, Parameter>()));
      cells.set(placeKey(rowIndex0, columnIndex0), parameter);
    }
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
      const sheet = this.index.sheetNamed(item.sheet);
      series = periods.map((period) => {
        const rowIndex0 = orientation === "columns" ? item.index0 : period.index0;
        const columnIndex0 = orientation === "columns" ? period.index0 : item.index0;
        const address = sheet?.addressAt(rowIndex0, columnIndex0) ?? { sheet: item.sheet, rowIndex0, columnIndex0 };
        return new PeriodCell(address, sheet?.cellAt(rowIndex0, columnIndex0) ?? null, period);
      });
      this.series.set(item, series);
    }
    return series;
  }

  /** The line item's cells without those that another row of the model claims. */
  ownSeriesOf(item: LineItem): readonly SeriesCell[] {
    let own = this.ownSeries.get(item);
    if (own === undefined) {
      const series = this.seriesOf(item);
      const alone = this.aloneOnLine(item);
      const isOwn =
        alone === null
          ? ({ address }: SeriesCell) => this.itemAt(address) === item
          : ({ address }: SeriesCell) => isOn(item, address) && !this.isLabelledAnew(alone, address);
      own = series.every(isOwn) ? series : series.filter(isOwn);
      this.ownSeries.set(item, own);
    }
    return own;
  }

  /** The item as it stands on its row where no other does, as mostly: then nobody else can claim its cells. */
  private aloneOnLine(item: LineItem): ItemOnLine | null {
    const items = this.itemsByLine.get(item.sheet)?.columns.get(item.index0);
    const [only] = items ?? [];
    return items?.length === 1 && only?.item === item ? only : null;
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
    return (
      this.itemAmong(lines.columns.get(address.rowIndex0), address) ??
      (lines.rows.size === 0 ? null : this.itemAmong(lines.rows.get(address.columnIndex0), address))
    );
  }

  private itemAmong(items: readonly ItemOnLine[] | undefined, address: CellAddress): LineItem | null {
    if (items === undefined) return null;
    for (const on of items) if (isOn(on.item, address) && !this.isLabelledAnew(on, address)) return on.item;
    return null;
  }

  /** Another label between the row's own and the cell: a second table stands on the same row. */
  private isLabelledAnew(on: ItemOnLine, address: CellAddress): boolean {
    const { labelCell } = on.item;
    if (labelCell.rowIndex0 !== address.rowIndex0 || labelCell.sheet !== address.sheet) return false;
    return (on.wordsFrom0 ??= this.findWordsBeside(on.item)) < address.columnIndex0;
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
    return this.parametersByCell.get(address.sheet)?.get(placeKey(address.rowIndex0, address.columnIndex0)) ?? null;
  }

  /** What the model calls the cell: its line item, else its parameter. */
  meaningAt(address: CellAddress): Meaning | null {
    return this.itemAt(address) ?? this.parameterAt(address);
  }

  /** The row and the column of a table that name the cell; null off every table. */
  tableCellAt(address: CellAddress): TableCell | null {
    return (this.tableCells ??= layOutTables(this.model.tables, cellKey)).get(cellKey(address)) ?? null;
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
        if (item.concept !== null) addTo(this.itemsByConcept, item.concept.id, item);
      for (const items of this.itemsByConcept.values())
        items.sort((a, b) => b.concept!.confidence - a.concept!.confidence);
    }
    return (this.itemsByConcept.get(concept) ?? []).filter((item) => item.concept!.confidence >= atLeast);
  }

  /** The line items of an axis, in the model's order. */
  itemsOnAxis(axisId: string): readonly LineItem[] {
    if (this.itemsByAxis.size === 0)
      for (const item of this.model.lineItems) addTo(this.itemsByAxis, item.axisId, item);
    return this.itemsByAxis.get(axisId) ?? [];
  }

  /** The line items that follow one within so many rows (or columns) of its axis, nearest first. */
  itemsBelow(start: LineItem, mostLines: number): LineItem[] {
    const lines = this.itemsByLine.get(start.sheet)?.[this.axisOf(start).orientation];
    const below: LineItem[] = [];
    for (let index0 = start.index0 + 1; index0 <= start.index0 + mostLines; index0++) {
      for (const { item } of lines?.get(index0) ?? []) if (item.axisId === start.axisId) below.push(item);
    }
    return below;
  }

  parametersOf(concept: ConceptId, atLeast = 0.75): Parameter[] {
    return this.model.parameters.filter(
      (parameter) => parameter.concept?.id === concept && parameter.concept.confidence >= atLeast,
    );
  }
}

/** "Sheet1!4,2": a key for maps, never shown. */
export function cellKey(address: CellAddress): string {
  return `${address.sheet}!${address.rowIndex0},${address.columnIndex0}`;
}

function isOn(item: LineItem, { rowIndex0, columnIndex0 }: CellAddress): boolean {
  const { startRow0, endRow0, startColumn0, endColumn0 } = item.range;
  return startRow0 <= rowIndex0 && rowIndex0 <= endRow0 && startColumn0 <= columnIndex0 && columnIndex0 <= endColumn0;
}
