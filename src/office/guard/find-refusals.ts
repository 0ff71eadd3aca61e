import { allowList } from "./allow-list";

const { actionTypes, pathTypes } = allowList;

/**
 * What a RichApi request says that it may not say, in words of the object model; empty where all of it is allowed.
 * Both paths and actions are read: `worksheets.add` is an object path, `range.values =` is an action.
 */
export function findRefusals(body: unknown): string[] {
  if (!isRecord(body) || !Array.isArray(body.Actions) || !isRecord(body.ObjectPaths)) {
    return ["a request that cannot be read"];
  }
  const paths = body.ObjectPaths;
  const unknownKeys = Object.keys(body).filter((key) => !includes(allowList.requestKeys, key));
  return [
    ...unknownKeys.map((key) => `a request with ${key}`),
    ...Object.values(paths).flatMap((path) => refusalOfPath(path, paths)),
    ...(body.Actions as unknown[]).flatMap((action) => refusalOfAction(action, paths)),
  ];
}

type Paths = Readonly<Record<string, unknown>>;

function refusalOfPath(path: unknown, paths: Paths): string[] {
  if (!isRecord(path)) return ["an object path that cannot be read"];
  const name = typeof path.Name === "string" ? path.Name : "";
  switch (path.ObjectPathType) {
    case pathTypes.root:
    case pathTypes.reference:
    case pathTypes.nothing:
      return [];
    case pathTypes.newObject:
      return includes(allowList.services, name) ? [] : [`new ${name}()`];
    case pathTypes.property:
      return includes(allowList.properties, name) ? [] : [describe(path, paths)];
    case pathTypes.method:
      return includes(allowList.pathMethods, name) ? [] : [describe(path, paths)];
    case pathTypes.indexer: {
      const parent = paths[String(path.ParentObjectPathId)];
      const isKnown = isRecord(parent) && typeof parent.Name === "string" && includes(allowList.indexed, parent.Name);
      return isKnown ? [] : [describe(path, paths)];
    }
    default:
      return [`an object path of type ${String(path.ObjectPathType)}`];
  }
}

function refusalOfAction(action: unknown, paths: Paths): string[] {
  if (!isRecord(action)) return ["an action that cannot be read"];
  const name = typeof action.Name === "string" ? action.Name : "";
  switch (action.ActionType) {
    case actionTypes.instantiate:
    case actionTypes.query:
    case actionTypes.trace:
      return [];
    case actionTypes.method:
      return includes(allowList.actionMethods, name) ? [] : [`${onto(action, paths)}${camelCase(name)}()`];
    case 4:
      return [`${onto(action, paths)}${camelCase(name)} = …`];
    case 9:
      return [
        `${onto(action, paths)}set(${isRecord(action.ObjectState) ? Object.keys(action.ObjectState).join(", ") : ""})`,
      ];
    default:
      return [`an action of type ${String(action.ActionType)}`];
  }
}

function onto(action: Readonly<Record<string, unknown>>, paths: Paths): string {
  const path = paths[String(action.ObjectPathId)];
  const object = isRecord(path) ? describe(path, paths) : "";
  return object === "" ? "" : `${object}.`;
}

/** "worksheets.getItem().getRange()": the way to an object, as one writes it. */
function describe(path: Readonly<Record<string, unknown>>, paths: Paths, depth = 0): string {
  const name = camelCase(typeof path.Name === "string" ? path.Name : "");
  const own =
    path.ObjectPathType === pathTypes.method
      ? `${name}()`
      : path.ObjectPathType === pathTypes.indexer
        ? "getItem()"
        : path.ObjectPathType === pathTypes.reference
          ? "range"
          : name;
  const parent = paths[String(path.ParentObjectPathId)];
  // A path that leads to itself must not hold us here; eight steps name any object.
  const before = isRecord(parent) && depth < 8 ? describe(parent, paths, depth + 1) : "";
  return [before, own].filter((part) => part !== "").join(".");
}

function camelCase(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

function includes(list: readonly string[], name: string): boolean {
  return list.includes(name);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
