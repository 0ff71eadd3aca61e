import { type SheetVisibility } from "../../contracts/workbook-snapshot";
import { toR1C1 } from "../../workbook/r1c1";
import { type HostSheet } from "./emulated-workbook";
import { addressOf } from "./find-place";
import { HostError } from "./host-error";
import { hostObject, type HostObject, type HostObjectOf, nameOf } from "./host-object";
import { type HostState } from "./host-state";
import { cellCountOf, gridOf, valueTypeOf, wireFormulaOf, wireValueOf } from "./wire-value";

const visibilityWords: Readonly<Record<SheetVisibility, string>> = {
  visible: "Visible",
  hidden: "Hidden",
  "very-hidden": "VeryHidden",
};

/** What a query without names answers: the scalars one gets from `load()`. */
export const defaultProperties: Readonly<Record<HostObject["type"], readonly string[]>> = {
  Workbook: ["Name"],
  Application: ["CalculationMode"],
  IterativeCalculation: ["Enabled"],
  WorksheetCollection: [],
  Worksheet: ["Id", "Name", "Position", "Visibility"],
  Range: ["Address", "RowIndex", "ColumnIndex", "RowCount", "ColumnCount", "Values", "Formulas", "NumberFormat"],
  NamedItemCollection: [],
  NamedItem: ["Name", "Formula", "Scope", "Type", "Visible"],
  TableCollection: [],
  Table: ["Id", "Name"],
  TableColumnCollection: [],
  TableColumn: ["Id", "Index", "Name"],
  CommentCollection: [],
  Comment: ["Id", "Content"],
  Opaque: [],
};

/** A scalar, a grid, or the object the property leads to; unknown ones lead to an object we know only by name. */
export function readProperty(state: HostState, object: HostObject, name: string): unknown {
  const { workbook } = state;
  switch (object.type) {
    case "Workbook":
      return propertyOfWorkbook(state, name);
    case "Application":
      if (name === "CalculationMode") return "Automatic";
      if (name === "IterativeCalculation") return hostObject({ type: "IterativeCalculation" });
      return opaque(object, name);
    case "IterativeCalculation":
      return name === "Enabled" ? (workbook.iterative ?? false) : opaque(object, name);
    case "Worksheet":
      return propertyOfSheet(state, object, name);
    case "Range":
      return propertyOfRange(state, object, name);
    case "NamedItem":
      return propertyOfName(state, object, name);
    case "Table":
      return propertyOfTable(state, object, name);
    case "TableColumn": {
      const column = tableOf(state, object.tableId).columns[object.index0];
      if (name === "Id") return object.index0 + 1;
      if (name === "Index") return object.index0;
      return name === "Name" ? column : opaque(object, name);
    }
    case "Comment": {
      const comment = workbook.comments.find(({ id }) => id === object.commentId);
      if (comment === undefined) throw new HostError("ItemNotFound", "comment");
      if (name === "Id") return comment.id;
      return name === "Content" ? comment.content : opaque(object, name);
    }
    case "WorksheetCollection":
    case "NamedItemCollection":
    case "TableCollection":
    case "TableColumnCollection":
    case "CommentCollection":
    case "Opaque":
      return opaque(object, name);
  }
}

function opaque(object: HostObject, name: string): HostObject {
  return hostObject({ type: "Opaque", name: `${nameOf(object)}.${name}` });
}

function propertyOfWorkbook({ workbook }: HostState, name: string): unknown {
  switch (name) {
    case "Workbook":
      return hostObject({ type: "Workbook" });
    case "Name":
      return workbook.name;
    case "Worksheets":
      return hostObject({ type: "WorksheetCollection" });
    case "Names":
      return hostObject({ type: "NamedItemCollection", sheetId: null });
    case "Tables":
      return hostObject({ type: "TableCollection", sheetId: null });
    case "Comments":
      return hostObject({ type: "CommentCollection", sheetId: null });
    case "Application":
      return hostObject({ type: "Application" });
    default:
      return opaque(hostObject({ type: "Workbook" }), name);
  }
}

function propertyOfSheet({ workbook }: HostState, object: HostObjectOf<"Worksheet">, name: string): unknown {
  const sheet = workbook.sheet(object.sheetId);
  switch (name) {
    case "Id":
      return sheet.id;
    case "Name":
      return sheet.name;
    case "Position":
      return workbook.sheets.indexOf(sheet);
    case "Visibility":
      return visibilityWords[sheet.visibility];
    case "Names":
      return hostObject({ type: "NamedItemCollection", sheetId: sheet.id });
    case "Tables":
      return hostObject({ type: "TableCollection", sheetId: sheet.id });
    case "Comments":
      return hostObject({ type: "CommentCollection", sheetId: sheet.id });
    default:
      return opaque(object, name);
  }
}

function propertyOfRange({ workbook }: HostState, object: HostObjectOf<"Range">, name: string): unknown {
  const sheet = workbook.sheet(object.sheetId);
  const { position } = object;
  switch (name) {
    case "Address":
      return addressOf(workbook, object);
    case "RowIndex":
      return position.startRow0;
    case "ColumnIndex":
      return position.startColumn0;
    case "RowCount":
      return position.endRow0 - position.startRow0 + 1;
    case "ColumnCount":
      return position.endColumn0 - position.startColumn0 + 1;
    case "CellCount":
      return cellCountOf(position) > 2 ** 31 - 1 ? -1 : cellCountOf(position);
    case "Values":
      return gridOf(sheet, position, wireValueOf);
    case "Formulas":
      return gridOf(sheet, position, wireFormulaOf);
    case "FormulasR1C1":
      return gridOf(sheet, position, (cell, rowIndex0, columnIndex0) =>
        cell?.formula ? (toR1C1(cell.formula, { rowIndex0, columnIndex0 }) ?? cell.formula) : wireFormulaOf(cell),
      );
    case "NumberFormat":
      return gridOf(sheet, position, (cell) => cell?.numberFormat ?? "General");
    case "Text":
      return gridOf(sheet, position, (cell) => String(wireValueOf(cell) ?? ""));
    case "ValueTypes":
      return gridOf(sheet, position, valueTypeOf);
    case "RowHidden":
      return hiddenState(sheet, "hiddenRows", position.startRow0, position.endRow0);
    case "ColumnHidden":
      return hiddenState(sheet, "hiddenColumns", position.startColumn0, position.endColumn0);
    case "Worksheet":
      return hostObject({ type: "Worksheet", sheetId: sheet.id });
    default:
      return opaque(object, name);
  }
}

/** True or false where all are alike, null where they are not: the real application's answer. */
function hiddenState(
  sheet: HostSheet,
  which: "hiddenRows" | "hiddenColumns",
  first0: number,
  last0: number,
): boolean | null {
  const hidden = [...sheet[which]].filter((index0) => index0 >= first0 && index0 <= last0).length;
  if (hidden === 0) return false;
  return hidden === last0 - first0 + 1 ? true : null;
}

function propertyOfName({ workbook }: HostState, object: HostObjectOf<"NamedItem">, name: string): unknown {
  const found = workbook.names.find((item) => item.name === object.name && item.sheetId === object.sheetId);
  if (found === undefined) throw new HostError("ItemNotFound", `name ${object.name}`);
  switch (name) {
    case "Name":
      return found.name;
    case "Formula":
      return found.formula;
    case "Scope":
      return found.sheetId === null ? "Workbook" : "Worksheet";
    case "Type":
      return "Range";
    case "Visible":
      return true;
    default:
      return opaque(object, name);
  }
}

function propertyOfTable(state: HostState, object: HostObjectOf<"Table">, name: string): unknown {
  const table = tableOf(state, object.tableId);
  switch (name) {
    case "Id":
      return table.id;
    case "Name":
      return table.name;
    case "Columns":
      return hostObject({ type: "TableColumnCollection", tableId: table.id });
    case "Worksheet":
      return hostObject({ type: "Worksheet", sheetId: table.sheetId });
    default:
      return opaque(object, name);
  }
}

export function tableOf({ workbook }: HostState, idOrName: string) {
  const table = workbook.tables.find(
    ({ id, name }) => id === idOrName || name.toLowerCase() === idOrName.toLowerCase(),
  );
  if (table === undefined) throw new HostError("ItemNotFound", `table ${idOrName}`);
  return table;
}
