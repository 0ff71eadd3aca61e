import { type Cell } from "../contracts/workbook-snapshot";
import { type SheetIndex } from "../workbook/sheet-index";
import { labelText } from "./find-labels";
import { headingText, isHeadingText, type HeadingLine } from "./find-table-headings";
import { type PlainTableLine, type Segment } from "./plain-table";
import { type Band } from "./table-bands";
import { groupBy } from "../workbook/group-by";

const farthestTitle = 3;

/** The rows of a table that hold numbers, each under the heading above it. */
export function nameRows(
  sheet: string,
  rows: readonly (readonly Cell[])[],
  { label0, columns }: Segment,
  isFree: (cell: Cell) => boolean,
): PlainTableLine[] {
  const inTable = new Set(columns);
  const named: PlainTableLine[] = [];
  let heading: string | null = null;
  for (const row of rows) {
    const cells = row.filter((cell) => inTable.has(cell.columnIndex0) && isFree(cell));
    const name = label0 === null ? null : (row.find((cell) => cell.columnIndex0 === label0) ?? null);
    const text = name === null ? null : labelText(name);
    if (cells.length === 0) {
      if (text !== null) heading = text;
      continue;
    }
    const place = name ?? cells[0]!;
    named.push({
      index0: place.rowIndex0,
      label: text ?? `#${named.length + 1}`,
      labelCell: { sheet, rowIndex0: place.rowIndex0, columnIndex0: place.columnIndex0 },
      path: heading === null ? [] : [heading],
      cells,
    });
  }
  return named;
}

export function cellsByColumn(rows: readonly PlainTableLine[]): ReadonlyMap<number, readonly Cell[]> {
  const byColumn = groupBy(
    rows.flatMap((row) => row.cells),
    (cell) => cell.columnIndex0,
  );
  return byColumn;
}

/** Lines over one column make its name ("Enterprise" over "Value"); a line over several columns is what they belong to. */
export function nameColumn(sheet: string, band: Band, column0: number, cells: readonly Cell[]): PlainTableLine {
  const words: string[] = [];
  const path: string[] = [];
  let labelCell: Cell | null = null;
  for (const [i, line] of band.lines.entries()) {
    const own = line.cells.find((cell) => cell.columnIndex0 === column0);
    const over = own ?? line.cells.findLast((cell) => cell.columnIndex0 < column0);
    if (over === undefined) continue;
    const text = headingText(over);
    if (i < band.lines.length - 1 && spansOn(band, line, over)) path.push(text);
    else if (own !== undefined) {
      words.push(text);
      labelCell = own;
    }
  }
  const place = labelCell ?? band.lines.at(-1)!.cells[0]!;
  return {
    index0: column0,
    label: words.length > 0 ? words.join(" ") : (path.at(-1) ?? ""),
    labelCell: { sheet, rowIndex0: place.rowIndex0, columnIndex0: column0 },
    path: words.length > 0 ? path : path.slice(0, -1),
    cells,
  };
}

/** Whether the line below has headings between this one and the next on its own line. */
function spansOn(band: Band, line: HeadingLine, heading: Cell): boolean {
  const next0 = line.cells.find((cell) => cell.columnIndex0 > heading.columnIndex0)?.columnIndex0 ?? Infinity;
  const lowest = band.lines.at(-1)!;
  return lowest.cells.some((cell) => cell.columnIndex0 > heading.columnIndex0 && cell.columnIndex0 < next0);
}

/** A text alone on one of the lines above the headings, else what heads the names. */
export function titleOf(sheet: SheetIndex, band: Band, { label0, columns }: Segment): string | null {
  const top0 = band.lines[0]!.rowIndex0;
  const from0 = label0 ?? columns[0]!;
  const textsOf = (row0: number) =>
    sheet
      .cellsOfRow(row0)
      .filter((cell) => cell.columnIndex0 >= from0 && cell.columnIndex0 <= columns.at(-1)! && isHeadingText(cell));
  for (let row0 = top0 - 1; row0 >= Math.max(0, top0 - farthestTitle); row0--) {
    const texts = textsOf(row0);
    if (texts.length === 1 && texts[0]!.columnIndex0 <= columns[0]!) return labelText(texts[0]!);
    if (texts.length > 1) break;
  }
  const heads = textsOf(top0)[0];
  return heads === undefined || heads.columnIndex0 >= columns[0]! ? null : labelText(heads);
}
