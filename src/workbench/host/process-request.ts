import { callWrite, setProperty } from "./apply-write";
import { answerQuery, identify } from "./answer-query";
import { callRead } from "./call-read";
import { HostError } from "./host-error";
import { hostObject, type HostObject, isHostObject, objectOfReferenceId } from "./host-object";
import { type HostState } from "./host-state";
import { readProperty } from "./read-property";
import {
  actionTypes,
  objectPathTypes,
  type WireAction,
  type WireArguments,
  type WireRequest,
  type WireResponse,
} from "./wire-messages";

/** Carries out the actions in order; the first that fails ends the batch, as in the real application. */
export function processRequest(state: HostState, request: WireRequest): WireResponse {
  const results: { ActionId: number; Value: unknown }[] = [];
  const traceIds: number[] = [];
  const resolve = pathResolver(state, request);
  for (const [index, action] of request.Actions.entries()) {
    try {
      // A trace needs both its result and its id, or event handlers never attach.
      if (action.ActionType === actionTypes.trace) traceIds.push(action.Id);
      results.push({ ActionId: action.Id, Value: carryOut(state, action, resolve) });
    } catch (cause) {
      if (!(cause instanceof HostError)) throw cause;
      const error = {
        Code: cause.wireCode,
        Message: cause.message,
        Location: cause.about,
        ActionIndex: index,
        HttpStatusCode: cause.wireCode === "ItemNotFound" ? 404 : 400,
      };
      return { Results: results, TraceIds: traceIds, Error: error };
    }
  }
  return { Results: results, TraceIds: traceIds };
}

type Resolve = (pathId: number) => HostObject | null;

function carryOut(state: HostState, action: WireAction, resolve: Resolve): unknown {
  if (action.ActionType === actionTypes.trace) return null;
  const object = resolve(action.ObjectPathId);
  const given = argumentsOf(action.ArgumentInfo, resolve);
  switch (action.ActionType) {
    case actionTypes.instantiate:
      return identify(state, object);
    case actionTypes.query:
      return answerQuery(state, object, action.QueryInfo ?? {});
    case actionTypes.method: {
      if (object === null) return null;
      const answered = call(state, object, action.Name ?? "", given);
      return isHostObject(answered) ? identify(state, answered) : answered;
    }
    case actionTypes.setProperty:
      if (object !== null) setProperty(state, object, action.Name ?? "", given[0]);
      return null;
    case actionTypes.update:
      for (const [name, value] of Object.entries(action.ObjectState ?? {})) {
        if (object !== null) setProperty(state, object, name.charAt(0).toUpperCase() + name.slice(1), value);
      }
      return null;
    default:
      throw new HostError("ApiNotFound", `action type ${action.ActionType}`);
  }
}

function call(state: HostState, object: HostObject, name: string, given: readonly unknown[]): unknown {
  const read = callRead(state, object, name, given);
  return read === undefined ? callWrite(state, object, name, given) : read;
}

/** Follows the object paths of one batch; each is resolved once, so that `Add` adds once. */
function pathResolver(state: HostState, request: WireRequest): Resolve {
  const resolved = new Map<number, HostObject | null>();
  const resolve: Resolve = (pathId) => {
    const known = resolved.get(pathId);
    if (known !== undefined) return known;
    const found = follow(pathId);
    resolved.set(pathId, found);
    return found;
  };
  const follow = (pathId: number): HostObject | null => {
    const path = request.ObjectPaths[String(pathId)];
    if (path === undefined) throw new HostError("InvalidArgument", `object path ${pathId}`);
    const name = path.Name ?? "";
    switch (path.ObjectPathType) {
      case objectPathTypes.root:
        return hostObject({ type: "Workbook" });
      case objectPathTypes.newObject:
        return hostObject({ type: "Opaque", name });
      case objectPathTypes.reference: {
        const found = objectOfReferenceId(name);
        if (found === null) throw new HostError("ItemNotFound", `reference ${name}`);
        return found;
      }
      case objectPathTypes.nothing:
        return null;
      default: {
        const parent = resolve(path.ParentObjectPathId ?? 0);
        if (parent === null) return null;
        const given = argumentsOf(path.ArgumentInfo, resolve);
        const found =
          path.ObjectPathType === objectPathTypes.property
            ? readProperty(state, parent, name)
            : call(state, parent, path.ObjectPathType === objectPathTypes.indexer ? "GetItem" : name, given);
        return isHostObject(found) ? found : null;
      }
    }
  };
  return resolve;
}

function argumentsOf(info: WireArguments | null | undefined, resolve: Resolve): unknown[] {
  const referenced = info?.ReferencedObjectPathIds ?? [];
  return (info?.Arguments ?? []).map((argument, i) => {
    const pathId = referenced[i];
    return typeof pathId === "number" && pathId !== 0 ? resolve(pathId) : argument;
  });
}
