import { type RangePosition } from "../../workbook/address";

/** What an object path of a request points at. `Opaque` is anything we know only by its name. */
export type HostObject =
  | { readonly type: "Workbook" }
  | { readonly type: "Application" }
  | { readonly type: "IterativeCalculation" }
  | { readonly type: "WorksheetCollection" }
  | { readonly type: "Worksheet"; readonly sheetId: string }
  | { readonly type: "Range"; readonly sheetId: string; readonly position: RangePosition }
  /** `sheetId` null: the names of the whole workbook. */
  | { readonly type: "NamedItemCollection"; readonly sheetId: string | null }
  | { readonly type: "NamedItem"; readonly sheetId: string | null; readonly name: string }
  | { readonly type: "TableCollection"; readonly sheetId: string | null }
  | { readonly type: "Table"; readonly tableId: string }
  | { readonly type: "TableColumnCollection"; readonly tableId: string }
  | { readonly type: "TableColumn"; readonly tableId: string; readonly index0: number }
  | { readonly type: "CommentCollection"; readonly sheetId: string | null }
  | { readonly type: "Comment"; readonly commentId: string }
  | { readonly type: "Opaque"; readonly name: string };

export type HostObjectOf<Type extends HostObject["type"]> = Extract<HostObject, { type: Type }>;

const marked = new WeakSet<object>();

/** Marks an object as ours, so that a value of a request can never pass for one. */
export function hostObject<T extends HostObject>(object: T): T {
  marked.add(object);
  return object;
}

export function isHostObject(value: unknown): value is HostObject {
  return typeof value === "object" && value !== null && marked.has(value);
}

export function nameOf(object: HostObject): string {
  return object.type === "Opaque" ? object.name : object.type;
}

/** The id under which office.js asks for a range again in a later batch. */
export function referenceIdOf(object: HostObject): string | null {
  if (object.type !== "Range") return null;
  const { startRow0, startColumn0, endRow0, endColumn0 } = object.position;
  return ["R", object.sheetId, startRow0, startColumn0, endRow0, endColumn0].join("|");
}

export function objectOfReferenceId(id: string): HostObject | null {
  const match = /^R\|([^|]+)\|(\d+)\|(\d+)\|(\d+)\|(\d+)$/.exec(id);
  if (match === null) return null;
  const [startRow0, startColumn0, endRow0, endColumn0] = match.slice(2).map(Number) as [number, number, number, number];
  return hostObject({
    type: "Range",
    sheetId: match[1]!,
    position: { startRow0, startColumn0, endRow0, endColumn0 },
  });
}
