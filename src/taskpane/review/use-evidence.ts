import { useEffect, useMemo, useState } from "react";
import { type IsoDate } from "../../contracts/dates";
import { type EvidenceResponse } from "../../contracts/evidence-request";
import { usePanePorts } from "../ports/pane-ports";
import { rowsForEvidence } from "../../model/rows-for-evidence";
import { type ReviewedWorkbook } from "../../model/reviewed-workbook";
import { describeReply } from "../service/describe-reply";

export type EvidenceState =
  | { readonly kind: "waiting" }
  | { readonly kind: "asking" }
  | { readonly kind: "found"; readonly response: EvidenceResponse }
  | { readonly kind: "none"; readonly why: string; readonly offline: boolean };

/** Filing evidence for a finished review. It joins the review later, or never: the review does not wait for it. */
export function useEvidence(
  workbook: ReviewedWorkbook | null,
  company: string | null,
  asOf: IsoDate,
): { state: EvidenceState; retry: () => void } {
  const { service } = usePanePorts();
  const [state, setState] = useState<EvidenceState>({ kind: "waiting" });
  const [attempt, setAttempt] = useState(0);
  const rows = useMemo(() => (workbook === null ? null : rowsForEvidence(workbook)), [workbook]);

  useEffect(() => {
    if (rows === null) {
      setState({ kind: "waiting" });
      return;
    }
    if (rows.length === 0) {
      setState({
        kind: "none",
        why: "No row of this workbook could be matched to a reported concept.",
        offline: false,
      });
      return;
    }
    const controller = new AbortController();
    setState({ kind: "asking" });
    void service.evidence({ company, asOf, rows }, controller.signal).then((reply) => {
      if (controller.signal.aborted) return;
      if (reply.kind === "ok") setState({ kind: "found", response: reply.value });
      else setState({ kind: "none", why: describeReply(reply), offline: reply.kind === "unreachable" });
    });
    return () => controller.abort();
  }, [rows, company, asOf, service, attempt]);

  return { state, retry: () => setAttempt((count) => count + 1) };
}
