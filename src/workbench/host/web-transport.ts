import { z } from "zod";
import { type EmulatedHost } from "./emulated-host-contract";
import { documentUrl, requirementSets, richApiMethodId } from "./host-identity";

const messageSchema = z.object({
  /** 0: a request of the pane. */
  _messageType: z.literal(0),
  _actionName: z.string(),
  /** 0 call, 1 register an event, 2 take it back. */
  _actionType: z.number(),
  _conversationId: z.unknown().optional(),
  _correlationId: z.unknown().optional(),
  _data: z.unknown().optional(),
});
type Message = z.infer<typeof messageSchema>;

const executeSchema = z.object({
  DdaMethod: z.object({ DispatchId: z.number(), Version: z.number().nullish() }),
  ArrayData: z.array(z.unknown()).nullish(),
});

/**
 * What a pane's address must carry for office.js to speak to the page around it; that page must be https.
 * `parentOrigin` is the origin of the page that calls `installWebTransport`.
 */
export function webPaneSuffix(parentOrigin: string): string {
  const info = new URLSearchParams({ _host_Info: "Excel$Web$16.01$en-US$telemetry$isFoo$$0" });
  return `?${info.toString()}#&_serializer_version=1&_xdm_Info=workbench|pane|${parentOrigin}`;
}

/** Answers the pane in an iframe of `parent`, as Excel on the web does. Gives back how to stop. */
export function installWebTransport(parent: Window, host: EmulatedHost): () => void {
  let sendEvent: ((data: unknown) => void) | null = null;

  const onMessage = (event: MessageEvent) => {
    const message = readMessage(event.data);
    const source = event.source;
    if (message === null || source === null || event.origin !== parent.location.origin) return;
    const reply = (data: unknown, responseType: 0 | 1 = 0) =>
      (source as Window).postMessage(
        JSON.stringify({
          _messageType: 1,
          _actionName: message._actionName,
          _conversationId: message._conversationId,
          _correlationId: message._correlationId,
          _origin: parent.location.origin,
          _errorCode: 0,
          _responseType: responseType,
          _data: data,
          _serializerVersion: 1,
        }),
        event.origin,
      );
    if (message._actionType === 1) {
      if (message._actionName === "richApiMessage") sendEvent = (data) => reply(data, 1);
      return reply({ Error: 0 });
    }
    if (message._actionType === 2) {
      if (message._actionName === "richApiMessage") sendEvent = null;
      return reply({ Error: 0 });
    }
    reply(answerCall(message, host));
  };

  parent.addEventListener("message", onMessage);
  const stop = host.onEvent((events) => sendEvent?.({ ArrayData: events }));
  return () => {
    stop();
    parent.removeEventListener("message", onMessage);
  };
}

function readMessage(data: unknown): Message | null {
  if (typeof data !== "string") return null;
  try {
    return messageSchema.safeParse(JSON.parse(data)).data ?? null;
  } catch {
    // Other scripts of the page post messages too; what is not JSON is not for us.
    return null;
  }
}

function answerCall(message: Message, host: EmulatedHost): unknown {
  if (message._actionName === "ContextActivationManager_getAppContextAsync") return appContext(message._data);
  const call = executeSchema.safeParse(message._data).data;
  if (message._actionName !== "executeMethod" || call === undefined) return null;
  const { DispatchId: dispatchId, Version: version } = call.DdaMethod;
  if (dispatchId !== richApiMethodId) {
    host.recordCommonCall(dispatchId);
    return { Error: 5001, Version: version ?? 1 };
  }
  const [body, flags] = [call.ArrayData?.[4], call.ArrayData?.[6]];
  const outcome = host.process(String(body), Number(flags));
  if (outcome.kind === "refused") return { Error: outcome.officeError, Version: version ?? 1 };
  return { Error: 0, Version: version ?? 1, Data: [200, [], outcome.responseBody] };
}

function appContext(id: unknown) {
  return {
    _id: id,
    _appName: 16,
    _appVersion: "16.01",
    _appUILocale: "en-US",
    _dataLocale: "en-US",
    _docUrl: documentUrl,
    _clientMode: 0,
    _settings: [],
    _reason: "inserted",
    _osfControlType: 1,
    _eToken: "",
    _correlationId: "workbench",
    _appInstanceId: "workbench",
    _appMinorVersion: 1,
    _requirementMatrix: JSON.stringify(requirementSets),
    _hostFullVersion: "16.0.1.1",
    _featureGates: {},
    _appDomains: [],
  };
}
