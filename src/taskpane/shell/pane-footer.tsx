import { Button } from "@fluentui/react-components";
import { ShieldCheckmarkRegular } from "@fluentui/react-icons/svg/shield-checkmark";
import { ShieldErrorRegular } from "@fluentui/react-icons/svg/shield-error";
import { useState, useSyncExternalStore } from "react";
import { type GuardStatus } from "../../contracts/workbook-host";
import { usePanePorts } from "../ports/pane-ports";
import { usePaneStyles } from "./pane.styles";
import { SentLogDrawer } from "./sent-log-drawer";
import { useGuardStatus } from "./use-guard-status";
import { type ServiceState } from "./use-service-status";

/** The standing of the promises: no writing, and nothing leaves unseen. */
export function PaneFooter({ service }: { service: ServiceState }) {
  const { host, sentLog } = usePanePorts();
  const styles = usePaneStyles();
  const [isOpen, setIsOpen] = useState(false);
  const entries = useSyncExternalStore(sentLog.subscribe, sentLog.entries);
  const guard = useGuardStatus(host);
  const Shield = guard.state === "standing" ? ShieldCheckmarkRegular : ShieldErrorRegular;
  return (
    <footer className={styles.foot}>
      <span className={styles.footText} data-testid="guard-state" title={describeRefused(guard)}>
        <Shield aria-hidden />
        {describeGuard(guard)}
      </span>
      <span className={styles.footText} data-testid="model-state">
        {describeService(service)}
      </span>
      <Button
        size="small"
        appearance="transparent"
        className={styles.footButton}
        data-testid="open-sent-log"
        onClick={() => setIsOpen(true)}
      >
        What was sent ({entries.length})
      </Button>
      <SentLogDrawer isOpen={isOpen} onClose={() => setIsOpen(false)} entries={entries} />
    </footer>
  );
}

function describeGuard(guard: GuardStatus): string {
  return guard.state === "standing"
    ? `read-only guard standing; ${guard.refused.length} refused`
    : "read-only guard failed: nothing is read";
}

function describeRefused(guard: GuardStatus): string {
  if (guard.state === "failed") return guard.why;
  const refused = guard.refused.slice(-10).map((request) => `${request.what} at ${request.at}`);
  return [`${guard.allowed} requests that only read went through`, ...refused].join("\n");
}

function describeService(service: ServiceState): string {
  switch (service.kind) {
    case "asking":
      return "looking for the filings service";
    case "unreachable":
      return "filings service not reachable: working alone";
    case "reachable": {
      const model = service.status.languageModel;
      return model === null
        ? "no language model configured: nothing leaves this machine"
        : `language model ${model.model} at ${model.baseUrlHost}`;
    }
  }
}
