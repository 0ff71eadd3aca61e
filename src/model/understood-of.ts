import { type ModelMap, type TimeAxis } from "../contracts/model-map";
import { type WorkbookIndex } from "../workbook/index-workbook";
import { cellKey } from "../workbook/cell-key";

/** How much of a workbook was understood, so that a short review says whether there was little to say or little read. */
export interface Understood {
  /** Cells with a number, and those of them that a row, a parameter, a table or an axis names. */
  readonly numbers: number;
  readonly namedNumbers: number;
  readonly lineItems: number;
  /** Of the line items, those whose meaning in finance is known. */
  readonly knownLineItems: number;
  readonly periods: number;
  readonly parameters: number;
  readonly tables: number;
  readonly checks: number;
  /** Sheets with numbers on which no time axis was found. */
  readonly sheetsWithoutAxis: readonly string[];
  /** For people. */
  readonly sentence: string;
}

const fewestNumbers = 10;
const mostSheetsNamed = 3;

export function understoodOf(index: WorkbookIndex, model: ModelMap): Understood {
  const named = namedCells(model);
  const withAxis = new Set(model.axes.map((axis) => axis.sheet));
  const sheetsWithoutAxis: string[] = [];
  let numbers = 0;
  let namedNumbers = 0;
  for (const { snapshot } of index.sheets) {
    const here = named.get(snapshot.name);
    let onSheet = 0;
    for (const cell of snapshot.cells) {
      if (typeof cell.value !== "number") continue;
      onSheet++;
      if (here?.has(cellKey(cell.rowIndex0, cell.columnIndex0)) === true) namedNumbers++;
    }
    numbers += onSheet;
    if (onSheet >= fewestNumbers && !withAxis.has(snapshot.name)) sheetsWithoutAxis.push(snapshot.name);
  }
  const counts = {
    numbers,
    namedNumbers,
    lineItems: model.lineItems.length,
    knownLineItems: model.lineItems.filter((item) => item.concept !== null).length,
    periods: model.axes.reduce((most, axis) => Math.max(most, axis.periods.length), 0),
    parameters: model.parameters.length,
    tables: model.tables.length,
    checks: model.checks.length,
    sheetsWithoutAxis,
  };
  return { ...counts, sentence: sentenceOf(counts, model.axes) };
}

function namedCells(model: ModelMap): ReadonlyMap<string, Set<number>> {
  const named = new Map<string, Set<number>>();
  const on = (sheet: string): Set<number> => {
    let cells = named.get(sheet);
    if (cells === undefined) named.set(sheet, (cells = new Set()));
    return cells;
  };
  const axes = new Map(model.axes.map((axis) => [axis.id, axis]));
  const keyOn = (axis: TimeAxis, line0: number, position0: number) =>
    axis.orientation === "columns" ? cellKey(line0, position0) : cellKey(position0, line0);
  for (const axis of model.axes)
    for (let line0 = axis.headerIndex0; line0 < axis.span.first0; line0++)
      for (const period of axis.periods) on(axis.sheet).add(keyOn(axis, line0, period.index0));
  for (const item of model.lineItems) {
    const axis = axes.get(item.axisId);
    const cells = on(item.sheet);
    for (const period of axis?.periods ?? []) cells.add(keyOn(axis!, item.index0, period.index0));
  }
  for (const { cell } of model.parameters) on(cell.sheet).add(cellKey(cell.rowIndex0, cell.columnIndex0));
  for (const table of model.tables) {
    const cells = on(table.sheet);
    for (const { labelCell } of [...table.rows, ...table.columns])
      cells.add(cellKey(labelCell.rowIndex0, labelCell.columnIndex0));
    for (const row of table.rows) for (const column of table.columns) cells.add(cellKey(row.index0, column.index0));
  }
  return named;
}

function sentenceOf(counts: Omit<Understood, "sentence">, axes: readonly TimeAxis[]): string {
  if (counts.numbers === 0) return "The workbook holds no numbers.";
  const longest = axes.reduce<TimeAxis | null>(
    (best, axis) => (best === null || axis.periods.length > best.periods.length ? axis : best),
    null,
  );
  const over =
    longest === null
      ? ""
      : ` over up to ${plural(counts.periods, "period")} (${longest.periods[0]!.label} to ${longest.periods.at(-1)!.label})`;
  const parts = [
    `${plural(counts.lineItems, "row")}${counts.lineItems > 0 ? over : ""}`,
    ...(counts.parameters > 0 ? [plural(counts.parameters, "single value")] : []),
    ...(counts.tables > 0 ? [plural(counts.tables, "table")] : []),
  ];
  const share = Math.floor((counts.namedNumbers / counts.numbers) * 100);
  const known = counts.lineItems === 0 ? "" : ` The meaning of ${counts.knownLineItems} of the rows is known.`;
  const read = parts.length === 1 ? parts[0] : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
  return `Read ${read}: ${share} % of the workbook’s numbers have a name.${known}${withoutAxis(counts.sheetsWithoutAxis)}`;
}

function withoutAxis(sheets: readonly string[]): string {
  if (sheets.length === 0) return "";
  const shown = sheets.slice(0, mostSheetsNamed).map((sheet) => `“${sheet}”`);
  const more = sheets.length - shown.length;
  return ` No time axis was found on ${shown.join(", ")}${more > 0 ? ` and ${more} more` : ""}.`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
