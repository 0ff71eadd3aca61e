import { columnsOfASheet, formatRange, type RangePosition, rowsOfASheet } from "../../workbook/address";
import { sheetObject } from "./call-read";
import { type HostCell, HostSheet } from "./emulated-workbook";
import { addressOf, findRange } from "./find-place";
import { HostError } from "./host-error";
import { hostObject, type HostObject, type HostObjectOf, isHostObject, nameOf } from "./host-object";
import { eventTypes, type HostState } from "./host-state";
import { tableOf } from "./read-property";
import { cellOfInput } from "./wire-value";

/**
 * A method that is no read changes something: it is recorded, and carried out where we know how.
 * Whatever we do not know is recorded as well, so that no kind of write arrives unseen.
 */
export function callWrite(
  state: HostState,
  object: HostObject,
  name: string,
  given: readonly unknown[],
): HostObject | null {
  record(state, object, name);
  switch (object.type) {
    case "Range":
      return changeRange(state, object, name);
    case "WorksheetCollection":
      return name === "Add" ? addSheet(state, given[0]) : unknownResult(object, name);
    case "Worksheet":
      return name === "Delete" ? deleteSheet(state, object) : unknownResult(object, name);
    case "NamedItemCollection":
      return name === "Add" ? addName(state, object, given) : unknownResult(object, name);
    case "NamedItem":
      return name === "Delete" ? deleteName(state, object) : unknownResult(object, name);
    case "TableCollection":
      return name === "Add" ? addTable(state, object, given) : unknownResult(object, name);
    case "Table":
      return name === "Delete" ? deleteTable(state, object) : unknownResult(object, name);
    case "CommentCollection":
      return name === "Add" ? addComment(state, object, given) : unknownResult(object, name);
    case "Comment":
    case "TableColumn":
    case "TableColumnCollection":
    case "Workbook":
    case "Application":
    case "IterativeCalculation":
    case "Opaque":
      return unknownResult(object, name);
  }
}

export function setProperty(state: HostState, object: HostObject, name: string, value: unknown): void {
  record(state, object, name);
  const { workbook } = state;
  if (object.type === "Range") return setOnRange(state, object, name, value);
  if (object.type === "Worksheet" && name === "Name") {
    const wanted = String(value);
    const taken = workbook.findSheet(wanted);
    if (taken !== null && taken.id !== object.sheetId) throw new HostError("ItemAlreadyExists", `worksheet ${wanted}`);
    workbook.sheet(object.sheetId).name = wanted;
  } else if (object.type === "Worksheet" && name === "Visibility") {
    workbook.sheet(object.sheetId).visibility =
      value === "Visible" ? "visible" : value === "Hidden" ? "hidden" : "very-hidden";
  } else if (object.type === "NamedItem" && name === "Formula") {
    const found = workbook.names.find((item) => item.name === object.name && item.sheetId === object.sheetId);
    if (found !== undefined) found.formula = String(value);
  } else if (object.type === "Table" && name === "Name") {
    tableOf(state, object.tableId).name = String(value);
  } else if (object.type === "Comment" && name === "Content") {
    const comment = workbook.comments.find(({ id }) => id === object.commentId);
    if (comment !== undefined) comment.content = String(value);
  }
}

function record(state: HostState, object: HostObject, name: string): void {
  const target =
    object.type === "Range"
      ? addressOf(state.workbook, object)
      : object.type === "Worksheet"
        ? state.workbook.sheet(object.sheetId).name
        : "";
  state.writes.push({ what: `${nameOf(object)}.${name}`, target });
}

function unknownResult(object: HostObject, name: string): HostObject {
  return hostObject({ type: "Opaque", name: `${nameOf(object)}.${name}()` });
}

function changed(state: HostState, sheetId: string, position: RangePosition): void {
  state.fire(eventTypes.dataChanged, sheetId, {
    address: formatRange(position),
    changeType: "RangeEdited",
    source: "Local",
    worksheetId: sheetId,
  });
}

function setOnRange(state: HostState, object: HostObjectOf<"Range">, name: string, value: unknown): void {
  const sheet = state.workbook.sheet(object.sheetId);
  const { position } = object;
  switch (name) {
    case "Values":
    case "Formulas":
      eachCell(object, value, (rowIndex0, columnIndex0, input) =>
        sheet.put(rowIndex0, columnIndex0, cellOfInput(input, sheet.cellAt(rowIndex0, columnIndex0))),
      );
      break;
    case "NumberFormat":
      eachCell(object, value, (rowIndex0, columnIndex0, input) => {
        const cell = sheet.cellAt(rowIndex0, columnIndex0);
        if (cell !== undefined) cell.numberFormat = String(input);
      });
      break;
    case "RowHidden":
      for (let index0 = position.startRow0; index0 <= position.endRow0; index0++) {
        sheet.hiddenRows[value === true ? "add" : "delete"](index0);
      }
      break;
    case "ColumnHidden":
      for (let index0 = position.startColumn0; index0 <= position.endColumn0; index0++) {
        sheet.hiddenColumns[value === true ? "add" : "delete"](index0);
      }
      break;
    default:
      return;
  }
  changed(state, object.sheetId, position);
}

/** Hands out one value for all, or a grid of the range's own shape. */
function eachCell(
  { position }: HostObjectOf<"Range">,
  value: unknown,
  put: (rowIndex0: number, columnIndex0: number, input: unknown) => void,
): void {
  const rows = position.endRow0 - position.startRow0 + 1;
  const columns = position.endColumn0 - position.startColumn0 + 1;
  const grid = Array.isArray(value) ? (value as unknown[]) : null;
  const fits =
    grid === null || (grid.length === rows && grid.every((row) => Array.isArray(row) && row.length === columns));
  if (!fits) throw new HostError("InvalidArgument", `values for ${rows} × ${columns} cells`);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const input: unknown = grid === null ? value : (grid[row] as unknown[])[column];
      put(position.startRow0 + row, position.startColumn0 + column, input);
    }
  }
}

function changeRange(state: HostState, object: HostObjectOf<"Range">, name: string): HostObject {
  const sheet = state.workbook.sheet(object.sheetId);
  const { startRow0, startColumn0, endRow0, endColumn0 } = object.position;
  if (name === "Clear") moveCells(sheet, object.position, () => null);
  else if (name === "Delete" || name === "Insert") {
    // Rows below move; the sideways shift differs only in which cells move, and no reader of ours depends on it.
    const steps = (endRow0 - startRow0 + 1) * (name === "Delete" ? -1 : 1);
    const below = {
      startRow0,
      startColumn0,
      endRow0: rowsOfASheet - 1,
      endColumn0: Math.min(endColumn0, columnsOfASheet - 1),
    };
    moveCells(sheet, below, (rowIndex0) => (name === "Delete" && rowIndex0 <= endRow0 ? null : rowIndex0 + steps));
  } else return unknownResult(object, name);
  changed(state, object.sheetId, object.position);
  return object;
}

/** Takes the area's cells up and puts each back on the row it is given; null drops it. */
function moveCells(sheet: HostSheet, area: RangePosition, rowOf: (rowIndex0: number) => number | null): void {
  const taken: [number, number, HostCell][] = [];
  for (const [rowIndex0, row] of [...sheet.rows]) {
    if (rowIndex0 < area.startRow0 || rowIndex0 > area.endRow0) continue;
    for (const [columnIndex0, cell] of [...row]) {
      if (columnIndex0 < area.startColumn0 || columnIndex0 > area.endColumn0) continue;
      taken.push([rowIndex0, columnIndex0, cell]);
      sheet.put(rowIndex0, columnIndex0, null);
    }
  }
  for (const [rowIndex0, columnIndex0, cell] of taken) {
    const to = rowOf(rowIndex0);
    if (to !== null && to < rowsOfASheet) sheet.put(to, columnIndex0, cell);
  }
}

function addSheet(state: HostState, wanted: unknown): HostObject {
  const { workbook } = state;
  const name = typeof wanted === "string" && wanted !== "" ? wanted : `Sheet${workbook.sheets.length + 1}`;
  if (workbook.findSheet(name) !== null) throw new HostError("ItemAlreadyExists", `worksheet ${name}`);
  const sheet = new HostSheet(workbook.nextId(), name, "visible");
  workbook.sheets.push(sheet);
  state.fire(eventTypes.sheetAdded, sheet.id, { source: "Local", worksheetId: sheet.id });
  return sheetObject(sheet.id);
}

function deleteSheet(state: HostState, object: HostObjectOf<"Worksheet">): null {
  const { sheets, names, tables, comments } = state.workbook;
  if (sheets.length === 1) throw new HostError("InvalidArgument", "the last worksheet");
  sheets.splice(sheets.indexOf(state.workbook.sheet(object.sheetId)), 1);
  for (const owned of [names, tables, comments] as { sheetId: string | null }[][]) {
    owned.splice(0, owned.length, ...owned.filter(({ sheetId }) => sheetId !== object.sheetId));
  }
  const next = sheets[0]!.id;
  if (state.activeSheetId === object.sheetId) state.activeSheetId = next;
  if (state.selection.sheetId === object.sheetId) {
    state.selection = { sheetId: next, position: { startRow0: 0, startColumn0: 0, endRow0: 0, endColumn0: 0 } };
  }
  state.fire(eventTypes.sheetDeleted, object.sheetId, { source: "Local", worksheetId: object.sheetId });
  return null;
}

function addName(state: HostState, object: HostObjectOf<"NamedItemCollection">, given: readonly unknown[]): HostObject {
  const name = String(given[0]);
  const reference = given[1];
  const formula =
    isHostObject(reference) && reference.type === "Range"
      ? `=${addressOf(state.workbook, reference)}`
      : String(reference);
  state.workbook.names.push({ name, formula, sheetId: object.sheetId });
  return hostObject({ type: "NamedItem", name, sheetId: object.sheetId });
}

function deleteName(state: HostState, object: HostObjectOf<"NamedItem">): null {
  const { names } = state.workbook;
  const index = names.findIndex((item) => item.name === object.name && item.sheetId === object.sheetId);
  if (index === -1) throw new HostError("ItemNotFound", `name ${object.name}`);
  names.splice(index, 1);
  return null;
}

function rangeGiven(state: HostState, sheetId: string | null, given: unknown): HostObjectOf<"Range"> {
  return isHostObject(given) && given.type === "Range" ? given : findRange(state.workbook, sheetId, String(given));
}

function addTable(state: HostState, object: HostObjectOf<"TableCollection">, given: readonly unknown[]): HostObject {
  const range = rangeGiven(state, object.sheetId, given[0]);
  const { workbook } = state;
  const { startColumn0, endColumn0 } = range.position;
  const columns = Array.from({ length: endColumn0 - startColumn0 + 1 }, (_, i) => `Column${i + 1}`);
  const id = workbook.nextId();
  const name = `Table${workbook.tables.length + 1}`;
  workbook.tables.push({ id, name, sheetId: range.sheetId, position: range.position, columns });
  return hostObject({ type: "Table", tableId: id });
}

function deleteTable(state: HostState, object: HostObjectOf<"Table">): null {
  const { tables } = state.workbook;
  tables.splice(tables.indexOf(tableOf(state, object.tableId)), 1);
  return null;
}

function addComment(
  state: HostState,
  object: HostObjectOf<"CommentCollection">,
  given: readonly unknown[],
): HostObject {
  const { sheetId, position } = rangeGiven(state, object.sheetId, given[0]);
  const comment = { id: state.workbook.nextId(), sheetId, position, content: String(given[1]) };
  state.workbook.comments.push(comment);
  return hostObject({ type: "Comment", commentId: comment.id });
}
