import { type CellAddress, type TimeAxis } from "../contracts/model-map";
import { type WorkbookIndex } from "../workbook/index-workbook";
import { type SheetIndex } from "../workbook/sheet-index";
import { sumTermsOf } from "../workbook/sum-terms";
import { type PlainLineItem, roleOf } from "./find-line-items";

/** What a total is called that carries no words. */
export const unlabelledTotal = "Unlabelled total";

const fewestParts = 2;

/** Rows that add up rows above in every period but carry no label: a reader takes them for the total of their section. */
export function findUnlabelledTotals(
  index: WorkbookIndex,
  sheet: SheetIndex,
  axes: readonly TimeAxis[],
  items: readonly PlainLineItem[],
): PlainLineItem[] {
  return axes.flatMap((axis) => {
    if (axis.orientation !== "columns") return [];
    const own = items.filter((item) => item.axisId === axis.id);
    const lines = new Set(items.filter((item) => item.sheet === axis.sheet).map((item) => item.index0));
    let count = 0;
    return sheet.usedRows.flatMap((row0): PlainLineItem[] => {
      if (row0 <= axis.span.first0 || row0 > axis.span.last0 || lines.has(row0)) return [];
      const above = own.findLast((item) => item.index0 < row0);
      if (above === undefined || !addsUpRowsAbove(index, sheet, axis, row0, lines)) return [];
      lines.add(row0);
      count += 1;
      return [totalAt(sheet, axis, row0, above, count)];
    });
  });
}

/** Every figure of the row on the axis is a sum of at least two rows above it that are known, and nothing else stands in the row. */
function addsUpRowsAbove(
  index: WorkbookIndex,
  sheet: SheetIndex,
  axis: TimeAxis,
  row0: number,
  lines: ReadonlySet<number>,
): boolean {
  const cells = sheet.cellsOfRow(row0);
  const positions = new Set(axis.periods.map(({ index0 }) => index0));
  const first0 = axis.periods[0]!.index0;
  if (cells.some((cell) => cell.columnIndex0 < first0 && cell.value !== null)) return false;
  const own = cells.filter((cell) => positions.has(cell.columnIndex0));
  if (own.length < Math.min(2, axis.periods.length)) return false;
  return own.every((cell) => {
    const home: CellAddress = { sheet: sheet.name, rowIndex0: row0, columnIndex0: cell.columnIndex0 };
    if (cell.formula === null || typeof cell.value !== "number") return false;
    const { terms, exact } = sumTermsOf(index, home);
    const isAbove = (at: CellAddress) =>
      at.sheet === sheet.name &&
      at.columnIndex0 === cell.columnIndex0 &&
      at.rowIndex0 < row0 &&
      lines.has(at.rowIndex0);
    return exact && terms.length >= fewestParts && terms.every(({ address, sign }) => sign === 1 && isAbove(address));
  });
}

function totalAt(
  sheet: SheetIndex,
  axis: TimeAxis,
  row0: number,
  above: PlainLineItem,
  occurrence: number,
): PlainLineItem {
  const [first0, last0] = [axis.periods[0]!.index0, axis.periods.at(-1)!.index0];
  const positions = new Set(axis.periods.map(({ index0 }) => index0));
  const cells = sheet.cellsOfRow(row0).filter((cell) => positions.has(cell.columnIndex0));
  return {
    id: `${[axis.id, ...above.path, unlabelledTotal].join(" › ")} #${occurrence}`,
    sheet: sheet.name,
    axisId: axis.id,
    index0: row0,
    label: unlabelledTotal,
    labelCell: { sheet: sheet.name, rowIndex0: row0, columnIndex0: above.labelCell.columnIndex0 },
    path: above.path,
    role: roleOf(cells),
    isTotal: true,
    range: { sheet: sheet.name, startRow0: row0, endRow0: row0, startColumn0: first0, endColumn0: last0 },
    cells,
    blockTitle: above.blockTitle,
  };
}
