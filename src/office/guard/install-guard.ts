import { type GuardStatus, type RefusedRequest } from "../../contracts/workbook-host";
import { WriteRefused } from "../office-errors";
import { type HostFacade, type OfficeRealm } from "../office-realm";
import { allowList } from "./allow-list";
import { findRefusals } from "./find-refusals";
import { bodyOfBridgeMessage, bodyOfClientRequest, bodyOfRichApiMessage } from "./read-wire-message";

/** The guard in the page. Until `declareStanding` it counts as failed: no self-test, no reading. */
export interface Guard {
  status(): GuardStatus;
  /** Whether all hooks are still where they were put. */
  hooksInPlace(): boolean;
  declareStanding(): void;
  declareFailed(why: string): void;
  /** Runs the self-test's own attempts, whose refusals are no news for the reader. */
  withoutRecording<T>(attempts: () => Promise<T>): Promise<T>;
}

const refusalsKept = 200;

/**
 * Stands in the three ways out of office.js: a context's sync, the host facade (which the Common API takes too)
 * and the native bridge. Gives a reason instead of a guard where one of them is missing.
 * It stops our defects and those of libraries, not hostile script in the same page: "guarded", not "enforced".
 */
export function installGuard(
  realm: OfficeRealm,
  now: () => string = () => new Date().toISOString(),
): { kind: "installed"; guard: Guard } | { kind: "impossible"; why: string } {
  const context = realm.OfficeExtension.ClientRequestContext?.prototype;
  const syncPrivate = context?.syncPrivate;
  if (context === undefined || typeof syncPrivate !== "function") {
    return { kind: "impossible", why: "this build of office.js has no place for the guard at a context's sync" };
  }
  const facade = realm.OSF._OfficeAppFactory?.getHostFacade?.();
  const invokeMethod = facade?.invokeMethod;
  if (facade === undefined || facade === null || typeof invokeMethod !== "function") {
    return { kind: "impossible", why: "this build of office.js has no place for the guard at the host facade" };
  }
  const bridge = realm.OfficeExtension.HostBridge?.prototype;
  const { sendMessageToHost, sendMessageToHostAndExpectResponse } = bridge ?? {};
  if (
    bridge === undefined ||
    typeof sendMessageToHost !== "function" ||
    typeof sendMessageToHostAndExpectResponse !== "function"
  ) {
    return { kind: "impossible", why: "this build of office.js has no place for the guard at the native bridge" };
  }

  let failure: string | null = "its self-test has not run";
  let isRecording = true;
  let allowed = 0;
  const refused: RefusedRequest[] = [];

  const refuse = (attempted: readonly string[], layer: string): WriteRefused => {
    if (isRecording) {
      refused.push(...attempted.map((what) => ({ what, at: now() })));
      refused.splice(0, refused.length - refusalsKept);
    }
    return new WriteRefused(attempted, layer);
  };
  /** Null for what may leave, which is counted; a refusal for what may not. */
  const refusalOf = (body: unknown, layer: string): WriteRefused | null => {
    const attempted = findRefusals(body);
    if (attempted.length > 0) return refuse(attempted, layer);
    if (isRecording) allowed += 1;
    return null;
  };

  const guardedSync: typeof syncPrivate = function (request) {
    // A request with no actions attaches event handlers and sends nothing by itself.
    const attempted = request.hasActions === false ? [] : findRefusals(bodyOfClientRequest(request));
    if (attempted.length > 0) return Promise.reject(refuse(attempted, "sync"));
    return syncPrivate.call(this, request);
  };
  const guardedInvoke: typeof invokeMethod = function (method, ...rest) {
    const name = String((method as { id?: unknown } | null)?.id);
    if (!(allowList.commonMethods as readonly string[]).includes(name)) throw refuse([`Office ${name}`], "facade");
    const message = (rest[0] as ArrayLike<unknown> | undefined)?.[0];
    const refusal = refusalOf(bodyOfRichApiMessage(message), "facade");
    if (refusal !== null) throw refusal;
    return invokeMethod.call(this, method, ...rest);
  };
  const guardedSend: typeof sendMessageToHost = function (message) {
    const refusal = refusalOf(bodyOfBridgeMessage(message), "bridge");
    if (refusal !== null) throw refusal;
    return sendMessageToHost.call(this, message);
  };
  const guardedAsk: typeof sendMessageToHostAndExpectResponse = function (message) {
    const refusal = refusalOf(bodyOfBridgeMessage(message), "bridge");
    if (refusal !== null) return Promise.reject(refusal);
    return sendMessageToHostAndExpectResponse.call(this, message);
  };

  try {
    fix(context, "syncPrivate", guardedSync);
    fix(facade, "invokeMethod", guardedInvoke);
    fix(bridge, "sendMessageToHost", guardedSend);
    fix(bridge, "sendMessageToHostAndExpectResponse", guardedAsk);
  } catch (cause) {
    return { kind: "impossible", why: `the guard could not be put in place (${String(cause)})` };
  }

  const guard: Guard = {
    status: () =>
      failure === null ? { state: "standing", allowed, refused: [...refused] } : { state: "failed", why: failure },
    hooksInPlace: () => {
      const facadeNow: HostFacade | null | undefined = realm.OSF._OfficeAppFactory?.getHostFacade?.();
      return (
        realm.OfficeExtension.ClientRequestContext?.prototype.syncPrivate === guardedSync &&
        facadeNow?.invokeMethod === guardedInvoke &&
        bridge.sendMessageToHost === guardedSend &&
        bridge.sendMessageToHostAndExpectResponse === guardedAsk
      );
    },
    declareStanding: () => void (failure = null),
    declareFailed: (why) => void (failure = why),
    withoutRecording: async (attempts) => {
      isRecording = false;
      try {
        return await attempts();
      } finally {
        isRecording = true;
      }
    },
  };
  return { kind: "installed", guard };
}

/** Puts a hook where no later assignment, by us or by a library, can take it away unnoticed. */
function fix<Owner extends object, Key extends keyof Owner & string>(owner: Owner, key: Key, hook: Owner[Key]): void {
  Object.defineProperty(owner, key, { value: hook, writable: false, configurable: false, enumerable: true });
}
