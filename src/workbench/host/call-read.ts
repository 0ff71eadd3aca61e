import { formatRange } from "../../workbook/address";
import { type HostSheet } from "./emulated-workbook";
import { addressOf, findRange, rangeObject, rangeOfFormula, rectangle, wholeSheet } from "./find-place";
import { HostError } from "./host-error";
import { hostObject, type HostObject, type HostObjectOf, objectOfReferenceId } from "./host-object";
import { eventTypes, type HostState } from "./host-state";
import { tableOf } from "./read-property";

/** What a method that changes nothing answers; `undefined` where the method is none of these. */
export function callRead(state: HostState, object: HostObject, name: string, given: readonly unknown[]): unknown {
  if (name === "_KeepReference" || name === "_RemoveReference" || name === "NotifyActionHandlerReady") return null;
  const registration = /^_(Register|Unregister)(\w+)Event$/.exec(name);
  if (registration !== null) return register(state, object, registration[1] === "Register", registration[2]!);
  switch (object.type) {
    case "Workbook":
      return callOnWorkbook(state, name, given);
    case "WorksheetCollection":
      return callOnSheets(state, name, given);
    case "Worksheet":
      return callOnSheet(state, state.workbook.sheet(object.sheetId), name, given);
    case "Range":
      return callOnRange(state, object, name, given);
    case "NamedItemCollection":
    case "TableCollection":
    case "TableColumnCollection":
    case "CommentCollection":
      return callOnCollection(state, object, name, given);
    case "NamedItem": {
      if (name !== "GetRange" && name !== "GetRangeOrNullObject") return undefined;
      const named = state.workbook.names.find((item) => item.name === object.name && item.sheetId === object.sheetId);
      if (named === undefined) throw new HostError("ItemNotFound", `name ${object.name}`);
      return rangeOfFormula(state.workbook, object.sheetId, named.formula);
    }
    case "Table": {
      const { sheetId, position } = tableOf(state, object.tableId);
      return name === "GetRange" ? rangeObject(sheetId, position) : undefined;
    }
    case "Comment": {
      const comment = state.workbook.comments.find(({ id }) => id === object.commentId);
      if (comment === undefined) throw new HostError("ItemNotFound", "comment");
      return name === "GetLocation" ? rangeObject(comment.sheetId, comment.position) : undefined;
    }
    case "Application":
    case "IterativeCalculation":
    case "TableColumn":
    case "Opaque":
      return undefined;
  }
}

/** The members of a collection; null for anything else. */
export function itemsOf(state: HostState, object: HostObject): HostObject[] | null {
  const { workbook } = state;
  switch (object.type) {
    case "WorksheetCollection":
      return workbook.sheets.map(({ id }) => sheetObject(id));
    case "NamedItemCollection":
      return workbook.names
        .filter(({ sheetId }) => sheetId === object.sheetId)
        .map(({ name, sheetId }) => hostObject({ type: "NamedItem", name, sheetId }));
    case "TableCollection":
      return workbook.tables
        .filter(({ sheetId }) => object.sheetId === null || sheetId === object.sheetId)
        .map(({ id }) => hostObject({ type: "Table", tableId: id }));
    case "TableColumnCollection":
      return tableOf(state, object.tableId).columns.map((_, index0) =>
        hostObject({ type: "TableColumn", tableId: object.tableId, index0 }),
      );
    case "CommentCollection":
      return workbook.comments
        .filter(({ sheetId }) => object.sheetId === null || sheetId === object.sheetId)
        .map(({ id }) => hostObject({ type: "Comment", commentId: id }));
    case "Workbook":
    case "Application":
    case "IterativeCalculation":
    case "Worksheet":
    case "Range":
    case "NamedItem":
    case "Table":
    case "TableColumn":
    case "Comment":
    case "Opaque":
      return null;
  }
}

export function sheetObject(sheetId: string): HostObjectOf<"Worksheet"> {
  return hostObject({ type: "Worksheet", sheetId });
}

const registered: Readonly<Record<string, number>> = {
  DataChanged: eventTypes.dataChanged,
  Added: eventTypes.sheetAdded,
  SelectionChanged: eventTypes.selectionChanged,
  Deleted: eventTypes.sheetDeleted,
};

function register(state: HostState, object: HostObject, isOn: boolean, event: string): null {
  const type = registered[event];
  const target = object.type === "Worksheet" ? object.sheetId : "Workbook";
  if (type !== undefined) state.registrations[isOn ? "add" : "delete"](`${type} ${target}`);
  return null;
}

function callOnWorkbook(state: HostState, name: string, given: readonly unknown[]): unknown {
  const { sheetId, position } = state.selection;
  switch (name) {
    case "GetSelectedRange":
      return rangeObject(sheetId, position);
    case "GetActiveCell":
      return rangeObject(sheetId, { ...position, endRow0: position.startRow0, endColumn0: position.startColumn0 });
    case "_GetObjectByReferenceId": {
      const found = objectOfReferenceId(String(given[0]));
      if (found === null) throw new HostError("ItemNotFound", `reference ${String(given[0])}`);
      return found;
    }
    default:
      return undefined;
  }
}

function callOnSheets(state: HostState, name: string, given: readonly unknown[]): unknown {
  const { workbook } = state;
  switch (name) {
    case "GetItem":
      return sheetObject(workbook.sheet(String(given[0])).id);
    case "GetItemOrNullObject": {
      const found = workbook.findSheet(String(given[0]));
      return found === null ? null : sheetObject(found.id);
    }
    case "GetActiveWorksheet":
      return sheetObject(state.activeSheetId);
    case "GetFirst":
      return sheetObject(workbook.sheets[0]!.id);
    case "GetCount":
      return workbook.sheets.length;
    default:
      return undefined;
  }
}

function callOnSheet(state: HostState, sheet: HostSheet, name: string, given: readonly unknown[]): unknown {
  const numbers = given.map(Number) as [number, number, number, number];
  switch (name) {
    case "GetRange":
      if (typeof given[0] !== "string") return rangeObject(sheet.id, wholeSheet);
      return findRange(state.workbook, sheet.id, given[0]);
    case "GetRangeByIndexes":
      return rangeObject(sheet.id, rectangle(...numbers));
    case "GetCell":
      return rangeObject(sheet.id, rectangle(numbers[0], numbers[1], 1, 1));
    case "GetUsedRange":
      return rangeObject(sheet.id, sheet.usedRange(wholeSheet) ?? rectangle(0, 0, 1, 1));
    case "GetUsedRangeOrNullObject": {
      const used = sheet.usedRange(wholeSheet);
      return used === null ? null : rangeObject(sheet.id, used);
    }
    case "Activate":
      state.activeSheetId = sheet.id;
      return null;
    default:
      return undefined;
  }
}

function callOnRange(
  state: HostState,
  object: HostObjectOf<"Range">,
  name: string,
  given: readonly unknown[],
): unknown {
  const { sheetId, position } = object;
  const sheet = state.workbook.sheet(sheetId);
  switch (name) {
    case "GetCell":
      return rangeObject(
        sheetId,
        rectangle(position.startRow0 + Number(given[0]), position.startColumn0 + Number(given[1]), 1, 1),
      );
    case "GetUsedRange":
    case "GetUsedRangeOrNullObject": {
      const used = sheet.usedRange(position);
      if (used !== null) return rangeObject(sheetId, used);
      if (name === "GetUsedRangeOrNullObject") return null;
      throw new HostError("ItemNotFound", `used cells in ${addressOf(state.workbook, object)}`);
    }
    case "Select":
      state.selection = { sheetId, position };
      state.activeSheetId = sheetId;
      state.moved({ sheet: sheet.name, range: formatRange(position) });
      state.fire(eventTypes.selectionChanged, sheetId, { address: formatRange(position), worksheetId: sheetId });
      return null;
    default:
      return undefined;
  }
}

function callOnCollection(state: HostState, object: HostObject, name: string, given: readonly unknown[]): unknown {
  const items = itemsOf(state, object) ?? [];
  switch (name) {
    case "GetCount":
      return items.length;
    case "GetItemAt":
      if (items[Number(given[0])] === undefined) throw new HostError("InvalidArgument", `item ${String(given[0])}`);
      return items[Number(given[0])];
    case "GetItem":
    case "GetItemOrNullObject": {
      const found = items.find((item) => keysOf(state, item).includes(String(given[0]).toLowerCase()));
      if (found === undefined && name === "GetItem") throw new HostError("ItemNotFound", String(given[0]));
      return found ?? null;
    }
    default:
      return undefined;
  }
}

/** What a member of a collection may be asked for by, in lower case. */
function keysOf(state: HostState, item: HostObject): string[] {
  if (item.type === "NamedItem") return [item.name.toLowerCase()];
  if (item.type === "Table") return [item.tableId, tableOf(state, item.tableId).name.toLowerCase()];
  if (item.type === "TableColumn") {
    return [String(item.index0 + 1), (tableOf(state, item.tableId).columns[item.index0] ?? "").toLowerCase()];
  }
  return item.type === "Comment" ? [item.commentId] : [];
}
