import { type CellAddress, type LineItem, type ModelMap, type TimeAxis } from "../../../src/contracts/model-map";
import { type Cell, type WorkbookSnapshot } from "../../../src/contracts/workbook-snapshot";
import { serialOf } from "../../../src/model/calendar";
import { cellKey } from "../../../src/workbook/cell-key";
import { groupBy } from "../../../src/workbook/group-by";
import { edited } from "../../support/relocate-cells";
import { transposeWorkbook } from "../../support/transpose-workbook";
import { type NewHeader } from "./edit-headers";
import { across, letterOf, rewriteYears, withOneHeader, withPhasesAbove } from "./other-headers";
import { type LaidOut, type Spread, spreadSheets } from "./spread-sheets";

/** Another layout of the same model: what it says stays as it is. */
export interface LayoutVariant {
  readonly name: string;
  /** Null where the model has nothing that could be laid out so. */
  readonly apply: (workbook: WorkbookSnapshot, model: ModelMap) => LaidOut | null;
}

const rowsBetween = 5;
const rowsOfABigGap = 8;

export const layoutVariants: readonly LayoutVariant[] = [
  { name: "blank rows and columns", apply: withBlankLines },
  { name: "header far above its rows", apply: withFarHeader },
  { name: "labels moved right, by indent", apply: withIndentedLabels },
  { name: "a column of units", apply: withUnitColumn },
  { name: "years as FY24E", apply: rewriteYears((year, phase) => asText(`FY${year.slice(2)}${letterOf(phase)}`)) },
  {
    name: "years as dates",
    apply: rewriteYears((year, phase) => ({
      value: serialOf(`${year}-12-31`),
      numberFormat: phase === "unknown" ? "mmm-yy" : `mmm-yy"${letterOf(phase)}"`,
    })),
  },
  {
    name: "years as text",
    apply: rewriteYears((year, phase) => asText(`Dec-${year.slice(2)} ${letterOf(phase)}`.trim())),
  },
  { name: "phases in words above bare years", apply: withPhasesAbove },
  { name: "one header over all blocks", apply: withOneHeader },
  { name: "rows and columns swapped", apply: swapped },
];

function asText(value: string): NewHeader {
  return { value, numberFormat: null };
}

function spreadAxes(
  workbook: WorkbookSnapshot,
  model: ModelMap,
  spreadOf: (axes: readonly TimeAxis[], sheet: WorkbookSnapshot["sheets"][number]) => Spread,
): LaidOut | null {
  const axes = groupBy(across(model), ({ sheet }) => sheet);
  if (axes.size === 0) return null;
  const spreads = workbook.sheets.flatMap((sheet): [string, Spread][] => {
    const own = axes.get(sheet.name);
    return own === undefined ? [] : [[sheet.name, spreadOf(own, sheet)]];
  });
  return spreadSheets(workbook, new Map(spreads));
}

/** A spacer before the first period and another where the forecast begins, an empty row after every few. */
function withBlankLines(workbook: WorkbookSnapshot, model: ModelMap): LaidOut | null {
  return spreadAxes(workbook, model, (axes, { cells }) => {
    const columns = new Map<number, number>();
    for (const { periods } of axes) {
      columns.set(periods[0]!.index0, 1);
      const turn = periods.find((period, i) => period.phase === "forecast" && periods[i - 1]?.phase === "actual");
      if (turn !== undefined) columns.set(turn.index0, 1);
    }
    const rows = new Map<number, number>();
    for (let row0 = rowsBetween; row0 <= (cells.at(-1)?.rowIndex0 ?? 0); row0 += rowsBetween) {
      const partsAHeader = axes.some(({ headerIndex0, span }) => row0 >= headerIndex0 - 3 && row0 <= span.first0);
      if (!partsAHeader) rows.set(row0, 1);
    }
    return { rows, columns };
  });
}

function withFarHeader(workbook: WorkbookSnapshot, model: ModelMap): LaidOut | null {
  return spreadAxes(workbook, model, (axes) => ({
    rows: new Map(axes.map(({ span }) => [span.first0, rowsOfABigGap])),
    columns: new Map(),
  }));
}

/** Two columns put in left of the labels' own; a row under a heading stands in one further right. */
function withIndentedLabels(workbook: WorkbookSnapshot, model: ModelMap): LaidOut | null {
  const items = model.lineItems.filter(({ range }) => range.startRow0 === range.endRow0);
  const labels = new Map(items.map((item) => [keyOf(item.labelCell), Math.min(item.path.length, 2)]));
  const labelColumns = groupBy(items, ({ sheet }) => sheet);
  const laidOut = spreadAxes(workbook, model, (axes) => {
    const own = labelColumns.get(axes[0]!.sheet) ?? [];
    const columns = new Map(own.map(({ labelCell }) => [labelCell.columnIndex0 + 1, 2]));
    return { rows: new Map(), columns };
  });
  if (laidOut === null) return null;
  const moved = new Map([...labels].map(([key, depth]) => [keyOf(laidOut.placeOf(addressOf(key))), depth]));
  return { ...laidOut, workbook: moveLabels(laidOut.workbook, moved) };
}

function moveLabels(workbook: WorkbookSnapshot, by: ReadonlyMap<string, number>): WorkbookSnapshot {
  const sheets = workbook.sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells
      .map((cell): Cell => {
        const depth = by.get(keyOf({ ...cell, sheet: sheet.name })) ?? 0;
        return depth === 0 ? cell : { ...cell, columnIndex0: cell.columnIndex0 + depth };
      })
      .sort((a, b) => a.rowIndex0 - b.rowIndex0 || a.columnIndex0 - b.columnIndex0),
  }));
  return edited(workbook, { sheets });
}

function keyOf({ sheet, rowIndex0, columnIndex0 }: CellAddress): string {
  return `${rowIndex0},${columnIndex0},${sheet}`;
}

function addressOf(key: string): CellAddress {
  const [row, column, ...sheet] = key.split(",");
  return { sheet: sheet.join(","), rowIndex0: Number(row), columnIndex0: Number(column) };
}

function unitWord({ unit }: LineItem): string {
  if (unit.kind === "currency") return "USD m";
  return unit.kind === "percent" ? "%" : unit.kind === "multiple" ? "x" : "";
}

/** Between the label and the first period what the row is counted in. */
function withUnitColumn(workbook: WorkbookSnapshot, model: ModelMap): LaidOut | null {
  const laidOut = spreadAxes(workbook, model, (axes) => ({
    rows: new Map(),
    columns: new Map(axes.map(({ periods }) => [periods[0]!.index0, 1])),
  }));
  if (laidOut === null) return null;
  const items = groupBy(
    model.lineItems.filter(({ range }) => range.startRow0 === range.endRow0),
    ({ sheet }) => sheet,
  );
  const sheets = laidOut.workbook.sheets.map((sheet) => {
    const taken = new Set(sheet.cells.map((cell) => cellKey(cell.rowIndex0, cell.columnIndex0)));
    const units = (items.get(sheet.name) ?? []).flatMap((item): Cell[] => {
      const place = laidOut.placeOf({
        sheet: sheet.name,
        rowIndex0: item.index0,
        columnIndex0: item.range.startColumn0,
      });
      const columnIndex0 = place.columnIndex0 - 1;
      if (unitWord(item) === "" || taken.has(cellKey(place.rowIndex0, columnIndex0))) return [];
      taken.add(cellKey(place.rowIndex0, columnIndex0));
      return [{ rowIndex0: place.rowIndex0, columnIndex0, value: unitWord(item), formula: null, numberFormat: null }];
    });
    const cells = [...sheet.cells, ...units].sort(
      (a, b) => a.rowIndex0 - b.rowIndex0 || a.columnIndex0 - b.columnIndex0,
    );
    return { ...sheet, cells };
  });
  return { ...laidOut, workbook: edited(laidOut.workbook, { sheets }) };
}

function swapped(workbook: WorkbookSnapshot): LaidOut | null {
  const turned = transposeWorkbook(workbook);
  if (turned === null) return null;
  return {
    workbook: turned,
    placeOf: ({ sheet, rowIndex0, columnIndex0 }) => ({ sheet, rowIndex0: columnIndex0, columnIndex0: rowIndex0 }),
  };
}
