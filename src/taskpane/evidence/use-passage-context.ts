import { useEffect, useState } from "react";
import { type PassageContext } from "../../contracts/evidence";
import { usePanePorts } from "../ports/pane-ports";
import { describeReply } from "../service/describe-reply";

export type PassageState =
  | { readonly kind: "opening" }
  | { readonly kind: "open"; readonly context: PassageContext }
  | { readonly kind: "unavailable"; readonly why: string };

/** A passage with its neighbours in the document, so many on either side. */
export function usePassageContext(passageId: string, around: number): PassageState {
  const { service } = usePanePorts();
  const [state, setState] = useState<{ passageId: string; state: PassageState } | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    void service.passageContext(passageId, around, controller.signal).then((reply) => {
      if (controller.signal.aborted) return;
      setState({
        passageId,
        state:
          reply.kind === "ok"
            ? { kind: "open", context: reply.value }
            : { kind: "unavailable", why: describeReply(reply) },
      });
    });
    return () => controller.abort();
  }, [service, passageId, around]);
  return state?.passageId === passageId ? state.state : { kind: "opening" };
}
