import { useEffect, useState } from "react";
import { type ServiceStatus } from "../../contracts/service-status";
import { usePanePorts } from "../ports/pane-ports";

export type ServiceState =
  | { readonly kind: "asking" }
  | { readonly kind: "reachable"; readonly status: ServiceStatus }
  | { readonly kind: "unreachable" };

/** What stands behind the pane, asked for once on opening and again whenever `attempt` grows. */
export function useServiceStatus(attempt: number): ServiceState {
  const { service } = usePanePorts();
  const [state, setState] = useState<ServiceState>({ kind: "asking" });
  useEffect(() => {
    const controller = new AbortController();
    void service.status(controller.signal).then((reply) => {
      if (controller.signal.aborted) return;
      setState(reply.kind === "ok" ? { kind: "reachable", status: reply.value } : { kind: "unreachable" });
    });
    return () => controller.abort();
  }, [service, attempt]);
  return state;
}
