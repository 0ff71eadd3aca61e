import { type EmulatedHost } from "./host/emulated-host-contract";

/** What the workbench's page offers the pane's page (same origin), before office.js looks for its host there. */
export interface PaneBridge {
  /** Sets the host's transport on the pane's window. */
  installHost(paneWindow: Window): void;
  /** The spreadsheet standing in for Excel; null until a workbook is open. For tests and the curious. */
  readonly host: EmulatedHost | null;
}

declare global {
  interface Window {
    marginaliaWorkbench?: PaneBridge;
  }
}
