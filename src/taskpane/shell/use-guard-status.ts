import { useEffect, useState } from "react";
import { type GuardStatus, type WorkbookHost } from "../../contracts/workbook-host";

const lookAgainMs = 1000;

/** The guard's standing. It is looked at again and again: the guard calls nobody, so that nothing can hold it up. */
export function useGuardStatus(host: WorkbookHost): GuardStatus {
  const [status, setStatus] = useState(() => host.guard());
  useEffect(() => {
    const timer = setInterval(() => {
      const now = host.guard();
      setStatus((before) => (describesSame(before, now) ? before : now));
    }, lookAgainMs);
    return () => clearInterval(timer);
  }, [host]);
  return status;
}

function describesSame(before: GuardStatus, now: GuardStatus): boolean {
  if (before.state === "failed" || now.state === "failed") return before.state === now.state;
  // The newest are kept where there are very many, so their count alone does not tell.
  return (
    before.allowed === now.allowed &&
    before.refused.at(-1)?.at === now.refused.at(-1)?.at &&
    before.refused.length === now.refused.length
  );
}
