import { itemsOf } from "./call-read";
import { HostError } from "./host-error";
import { type HostObject, isHostObject, referenceIdOf } from "./host-object";
import { type HostState } from "./host-state";
import { defaultProperties, readProperty } from "./read-property";
import { type WireQuery } from "./wire-messages";

type Answered = Record<string, unknown>;

/** What identifies an object to office.js: the answer to "instantiate"; null stays null (an OrNullObject). */
export function identify(state: HostState, object: HostObject | null): Answered | null {
  if (object === null) return null;
  const answered: Answered = {};
  const referenceId = referenceIdOf(object);
  if (referenceId !== null) answered._ReferenceId = referenceId;
  for (const key of ["Id", "Name"]) {
    if (defaultProperties[object.type].includes(key)) answered[key] = readProperty(state, object, key);
  }
  return answered;
}

/** Only what was asked for; what was not, office.js reports as not loaded. */
export function answerQuery(state: HostState, object: HostObject | null, query: WireQuery): Answered | null {
  if (object === null) return null;
  const asked = [...(query.Select ?? []), ...(query.Expand ?? [])].map((path) => path.split("/"));
  const first = query.Skip ?? 0;
  return answer(state, object, asked, { first, afterLast: first + (query.Top ?? Infinity) });
}

function answer(
  state: HostState,
  object: HostObject,
  asked: readonly (readonly string[])[],
  page: { readonly first: number; readonly afterLast: number },
): Answered {
  const items = itemsOf(state, object);
  if (items === null) return answerOne(state, object, asked);
  const ofItems = asked
    .map((path) => (path[0]?.toLowerCase() === "items" ? path.slice(1) : path))
    .filter((path) => path.length > 0);
  return { _Items: items.slice(page.first, page.afterLast).map((item) => answerOne(state, item, ofItems)) };
}

function answerOne(state: HostState, object: HostObject, asked: readonly (readonly string[])[]): Answered {
  const answered = identify(state, object) ?? {};
  const groups = new Map<string, string[][]>();
  for (const [head = "", ...rest] of asked.length > 0 ? asked : defaultProperties[object.type].map((name) => [name])) {
    const name = head.charAt(0).toUpperCase() + head.slice(1);
    const group = groups.get(name) ?? [];
    if (rest.length > 0) group.push(rest);
    groups.set(name, group);
  }
  for (const [name, rest] of groups) {
    const value = readProperty(state, object, name);
    if (!isHostObject(value)) answered[name] = value;
    else if (value.type === "Opaque") throw new HostError("InvalidArgument", value.name);
    else answered[name] = answer(state, value, rest, { first: 0, afterLast: Infinity });
  }
  return answered;
}
