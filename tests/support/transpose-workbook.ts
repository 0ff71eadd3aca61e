import { type WorkbookSnapshot } from "../../src/contracts/workbook-snapshot";
import { columnsOfASheet, formatRange, parseRange } from "../../src/workbook/address";
import { type Corner, type FormulaNodeOf } from "../../src/workbook/formula";
import { mapReferences } from "./map-references";
import { edited, withFormulas } from "./relocate-cells";

/** Every sheet turned about its diagonal, formulas with it. A longer sheet than a sheet is wide cannot be: null. */
export function transposeWorkbook(workbook: WorkbookSnapshot): WorkbookSnapshot | null {
  const isTooLong = workbook.sheets.some(({ cells }) => (cells.at(-1)?.rowIndex0 ?? 0) >= columnsOfASheet);
  if (isTooLong) return null;
  const edit = (formula: string) =>
    mapReferences(formula, (node) =>
      node.kind === "reference" && (node.qualifier?.book ?? null) === null ? { ...node, ...turned(node) } : node,
    );
  return edited(workbook, {
    sheets: workbook.sheets.map((sheet) => ({
      ...withFormulas(sheet, edit),
      hiddenRows: sheet.hiddenColumns,
      hiddenColumns: sheet.hiddenRows,
      cells: withFormulas(sheet, edit)
        .cells.map((cell) => ({ ...cell, rowIndex0: cell.columnIndex0, columnIndex0: cell.rowIndex0 }))
        .sort((a, b) => a.rowIndex0 - b.rowIndex0 || a.columnIndex0 - b.columnIndex0),
    })),
    names: workbook.names.map((name) => ({ ...name, formula: edit(name.formula) })),
    tables: workbook.tables.map((table) => ({ ...table, range: turnedRange(table.range) })),
  });
}

function turned(node: FormulaNodeOf<"reference">): Pick<FormulaNodeOf<"reference">, "shape" | "start" | "end"> {
  const shape = node.shape === "columns" ? "rows" : node.shape === "rows" ? "columns" : node.shape;
  return { shape, start: turnedCorner(node.start), end: turnedCorner(node.end) };
}

function turnedCorner({ rowIndex0, rowAbsolute, columnIndex0, columnAbsolute }: Corner): Corner {
  return {
    rowIndex0: columnIndex0,
    rowAbsolute: columnAbsolute,
    // The last row of a sheet becomes its last column.
    columnIndex0: Math.min(rowIndex0, columnsOfASheet - 1),
    columnAbsolute: rowAbsolute,
  };
}

function turnedRange(text: string): string {
  const range = parseRange(text);
  if (range === null) return text;
  return formatRange({
    startRow0: range.startColumn0,
    startColumn0: range.startRow0,
    endRow0: range.endColumn0,
    endColumn0: range.endRow0,
  });
}
