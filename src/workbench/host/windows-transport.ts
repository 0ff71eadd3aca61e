import { type EmulatedHost } from "./emulated-host-contract";
import {
  documentUrl,
  requirementSets,
  richApiEventId,
  richApiMethodId,
  themeColors,
  type TransportOptions,
} from "./host-identity";

/** An array as the Windows host hands it over. */
interface SafeArray {
  toArray(): unknown[];
}
type Answer = (result: SafeArray | number, code?: number) => void;
type OnEvent = (dispatchId: number, payload: SafeArray) => void;

/** What a page must carry in its address for office.js to choose this transport: `?_host_Info=…`. */
export const windowsHostInfo = "Excel$Win32$16.01$en-US$telemetry$isFoo$$0";

/** An unknown method, in the numbers of office.js: what the host answers to the Common API. */
const unsupported = 5001;

/**
 * Sets the bridge that Excel for Windows sets (`window.external`) on the pane's window.
 * Call it before office.js loads there; works on plain http. Gives back how to take it away.
 */
export function installWindowsTransport(win: Window, host: EmulatedHost, options: TransportOptions = {}): () => void {
  const later = (work: () => void) => void win.setTimeout(work, 0);
  let onRichApiEvent: OnEvent | null = null;

  const bridge = {
    GetContext: () => controlContext(host, options),
    GetHostInfo: () => windowsHostInfo,
    GetLoggingAllowed: () => false,
    Execute(dispatchId: number, parameters: unknown[], answer: Answer) {
      if (dispatchId !== richApiMethodId) {
        host.recordCommonCall(dispatchId);
        return later(() => answer(unsupported));
      }
      const message = parameters[0] as { 4: string; 6: number };
      later(() => {
        const outcome = host.process(message[4], message[6]);
        if (outcome.kind === "refused") answer(outcome.officeError);
        else answer(safeArray([0, 200, [], outcome.responseBody]), 0);
      });
    },
    RegisterEvent(dispatchId: number, _target: string, listener: OnEvent, answer: (code: number) => void) {
      if (dispatchId === richApiEventId) onRichApiEvent = listener;
      later(() => answer(0));
    },
    UnregisterEvent(dispatchId: number, _target: string, answer: (code: number) => void) {
      if (dispatchId === richApiEventId) onRichApiEvent = null;
      later(() => answer(0));
    },
  };
  Object.assign(win.external, bridge);

  const stop = host.onEvent((events) =>
    later(() => onRichApiEvent?.(richApiEventId, safeArray(events.map((event) => safeArray([...event]))))),
  );
  return () => {
    stop();
    onRichApiEvent = null;
  };
}

function safeArray(items: unknown[]): SafeArray {
  return { toArray: () => items };
}

/** The office.js control context: who the host is and what it can do. */
function controlContext(host: EmulatedHost, options: TransportOptions) {
  const saveSettings = () => {
    host.recordCommonCall(settingsMethodId);
    return 0;
  };
  return {
    GetAppType: () => 1,
    GetSolutionRef: () => "workbench",
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 0,
    GetAppUILocale: () => 1033,
    GetAppDataLocale: () => 1033,
    GetDocUrl: () => documentUrl,
    GetAppCapabilities: () => 0,
    GetActivationMode: () => 1,
    GetControlIntegrationLevel: () => 1,
    GetSolutionToken: () => "",
    GetCorrelationId: () => "workbench",
    GetInstanceId: () => "workbench",
    GetTouchEnabled: () => false,
    GetCommerceAllowed: () => true,
    GetSupportedMatrix: () => JSON.stringify(requirementSets),
    GetHostFullVersion: () => "16.0.1.1",
    GetSettings: () => ({ Read: () => 0, Write: saveSettings }),
    GetOfficeThemeInfo: () => JSON.stringify(themeColors[options.theme?.() ?? "light"]),
  };
}

/** Saving settings takes its own way to the host, past Execute; recorded under its usual number. */
const settingsMethodId = 76;
