import { type CellAddress, type LabelledTable } from "../../../contracts/model-map";
import { type CellRange } from "../../../contracts/workbook-snapshot";
import { groupBy } from "../../../workbook/group-by";
import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { called } from "../../lines/cell-name";
import { rootOf } from "../../meaning/safe-target";
import { number, place, say } from "../../wording/say";

const fewestCells = 4;
/** What a cell of the grid may differ by and still be the base case. */
const same = 0.0005;

interface Grid {
  readonly table: LabelledTable;
  /** The cell that names the result the grid varies: in its corner, or over its column. */
  readonly result: CellAddress;
  readonly lowest: CellAddress;
  readonly highest: CellAddress;
}

function cellsIn(context: AuditContext, table: LabelledTable, columnIndex0: number | null): CellAddress[] {
  return table.rows.flatMap((row) =>
    table.columns
      .filter((column) => columnIndex0 === null || column.index0 === columnIndex0)
      .map((column) => ({ sheet: table.sheet, rowIndex0: row.index0, columnIndex0: column.index0 }))
      .filter((cell) => context.cellAt(cell)?.resultOf === "data-table" && context.numberAt(cell) !== null),
  );
}

/** The results that stand at the head of a data table: one in the corner of a grid, one over each column of a list. */
function headsOf(context: AuditContext, table: LabelledTable): { result: CellAddress; cells: CellAddress[] }[] {
  const side = table.rows[0]?.labelCell;
  if (side === undefined) return [];
  const corner = { sheet: table.sheet, rowIndex0: table.headerRow0, columnIndex0: side.columnIndex0 };
  const isResult = (cell: CellAddress) =>
    (context.cellAt(cell)?.formula ?? null) !== null && context.numberAt(cell) !== null;
  if (isResult(corner)) return [{ result: corner, cells: cellsIn(context, table, null) }];
  return table.columns.flatMap(({ index0 }) => {
    const head = { ...corner, columnIndex0: index0 };
    return isResult(head) ? [{ result: head, cells: cellsIn(context, table, index0) }] : [];
  });
}

function gridsOf(context: AuditContext, table: LabelledTable): Grid[] {
  return headsOf(context, table).flatMap(({ result, cells }) => {
    const base = context.numberAt(result)!;
    if (cells.length < fewestCells || base === 0) return [];
    const value = (cell: CellAddress) => context.numberAt(cell)!;
    const isThere = cells.some((cell) => Math.abs(value(cell) - base) <= same * Math.abs(base));
    const lowest = cells.reduce((a, b) => (value(b) < value(a) ? b : a));
    const highest = cells.reduce((a, b) => (value(b) > value(a) ? b : a));
    return isThere || value(lowest) === value(highest) ? [] : [{ table, result, lowest, highest }];
  });
}

/** The table with the steps at its side and over it. */
function withAxes({ range, headerRow0, rows }: LabelledTable): CellRange {
  return { ...range, startRow0: headerRow0, startColumn0: rows[0]?.labelCell.columnIndex0 ?? range.startColumn0 };
}

function draft(context: AuditContext, grids: readonly Grid[]): FindingDraft {
  const { result, lowest, highest, table } = grids[0]!;
  const base = context.numberAt(result)!;
  const isOutside = base < context.numberAt(lowest)! || base > context.numberAt(highest)!;
  const others = grids.length - 1;
  return {
    severity: isOutside ? "medium" : "low",
    confidence: 0.85,
    sheet: table.sheet,
    ranges: grids.map((grid) => withAxes(grid.table)),
    title: "The sensitivity table does not hold the base case",
    comment: say`The table at ${place(withAxes(table))} varies ${called(context, rootOf(context, result))}, which is ${number(context, result)} today, but no cell of it shows that figure: it runs from ${number(context, lowest)} to ${number(context, highest)}.${others === 0 ? "" : " Other tables of this sheet have the same gap."} ${isOutside ? "The result of the model lies outside its own sensitivities, so the steps are set for another case or the table was not recalculated." : "The steps leave out the assumption in force, so a reader cannot find the case the model shows."} Centre the steps on the inputs, and recalculate.`,
    nature: "slip",
    meaning: `${table.id}/without base`,
    alsoRead: [result, lowest, highest],
  };
}

/** Data tables in which the result they vary cannot be found. */
export const gridWithoutBase: AuditRule = {
  id: "grid-without-base",
  find: (context) =>
    [
      ...groupBy(
        context.model.tables.flatMap((table) => gridsOf(context, table)),
        ({ table }) => table.sheet,
      ).values(),
    ].map((grids) => draft(context, grids)),
};
