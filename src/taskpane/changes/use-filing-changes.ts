import { useEffect, useState } from "react";
import { type FilingChanges } from "../../contracts/filing-changes";
import { usePanePorts } from "../ports/pane-ports";
import { describeReply } from "../service/describe-reply";

export type ChangesState =
  | { readonly kind: "comparing" }
  | { readonly kind: "compared"; readonly changes: FilingChanges }
  | { readonly kind: "unavailable"; readonly why: string };

/** An item of a filing against the year before's; asked for once the reader opens it. */
export function useFilingChanges(documentId: string, item: string, asOf: string): ChangesState {
  const { service } = usePanePorts();
  const [state, setState] = useState<ChangesState>({ kind: "comparing" });
  useEffect(() => {
    const controller = new AbortController();
    setState({ kind: "comparing" });
    void service.filingChanges({ documentId, item, asOf }, controller.signal).then((reply) => {
      if (controller.signal.aborted) return;
      setState(
        reply.kind === "ok"
          ? { kind: "compared", changes: reply.value }
          : { kind: "unavailable", why: describeReply(reply) },
      );
    });
    return () => controller.abort();
  }, [service, documentId, item, asOf]);
  return state;
}
