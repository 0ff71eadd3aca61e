import { createContext, useContext } from "react";
import { type WorkbookHost } from "../../contracts/workbook-host";
import { type SentLog } from "../service/sent-log";
import { type Clock } from "./clock";
import { type PaneMemory } from "./pane-memory";
import { type ReviewEngine } from "./review-engine";
import { type ServiceClient } from "./service-client";

/** Everything the pane reaches beyond its own page. */
export interface PanePorts {
  readonly host: WorkbookHost;
  readonly engine: ReviewEngine;
  readonly service: ServiceClient;
  readonly sentLog: SentLog;
  readonly clock: Clock;
  readonly memory: PaneMemory;
}

const PanePortsContext = createContext<PanePorts | null>(null);
export const PanePortsProvider = PanePortsContext.Provider;

export function usePanePorts(): PanePorts {
  const ports = useContext(PanePortsContext);
  if (ports === null) throw new Error("The pane's parts must stand inside PanePortsProvider.");
  return ports;
}
