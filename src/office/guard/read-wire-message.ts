import { type ClientRequest } from "../office-realm";

/** The request a context is about to send, before it becomes text; null where it cannot be looked into. */
export function bodyOfClientRequest(request: ClientRequest): unknown {
  const { _actions: actions, _objectPaths: paths } = request;
  if (!Array.isArray(actions) || typeof paths !== "object" || paths === null) return null;
  return {
    Actions: (actions as { actionInfo?: unknown }[]).map((action) => action.actionInfo),
    ObjectPaths: Object.fromEntries(
      Object.entries(paths as Record<string, { objectPathInfo?: unknown }>).map(([id, path]) => [
        id,
        path.objectPathInfo,
      ]),
    ),
  };
}

/** The body inside the array that `executeRichApiRequestAsync` carries; null for anything but a ProcessQuery. */
export function bodyOfRichApiMessage(message: unknown): unknown {
  if (!Array.isArray(message)) return null;
  const [, method, path, , body] = message as unknown[];
  return method === "POST" && path === "ProcessQuery" ? parse(body) : null;
}

/** The body inside a message to the native bridge; null for anything but a ProcessQuery. */
export function bodyOfBridgeMessage(message: unknown): unknown {
  const request = (message as { message?: { method?: unknown; url?: unknown; body?: unknown } } | null)?.message;
  return request?.method === "POST" && request.url === "ProcessQuery" ? parse(request.body) : null;
}

function parse(body: unknown): unknown {
  if (typeof body !== "string") return body;
  try {
    return JSON.parse(body) as unknown;
  } catch {
    // Unreadable is refused by the caller, which is what a guard should do with it.
    return null;
  }
}
