import { useCallback, useMemo, useState } from "react";
import { z } from "zod";
import { type Disposition, dispositionSchema, type Finding } from "../../contracts/finding";
import { usePanePorts } from "../ports/pane-ports";

const noteSchema = z.object({ disposition: dispositionSchema, fingerprint: z.string() });
const ledgerSchema = z.record(z.string(), noteSchema);
type Ledger = z.infer<typeof ledgerSchema>;

export interface DispositionOf {
  readonly disposition: Disposition;
  /** The reader decided on other cells than these: what they decided no longer holds. */
  readonly isOutdated: boolean;
}

export interface Dispositions {
  readonly of: (finding: Finding) => DispositionOf;
  readonly set: (finding: Finding, disposition: Disposition) => void;
}

/** What the reader decided about each finding, remembered on this machine by workbook. */
export function useDispositions(workbook: string): Dispositions {
  const { memory } = usePanePorts();
  const key = `dispositions/${workbook}`;
  const remembered = useMemo(() => readLedger(memory.read(key)), [memory, key]);
  const [changes, setChanges] = useState<{ key: string; ledger: Ledger } | null>(null);
  const ledger = changes?.key === key ? changes.ledger : remembered;

  const of = useCallback(
    (finding: Finding): DispositionOf => {
      const note = ledger[finding.id];
      if (note === undefined) return { disposition: "open", isOutdated: false };
      if (note.fingerprint !== finding.fingerprint) return { disposition: "open", isOutdated: true };
      return { disposition: note.disposition, isOutdated: false };
    },
    [ledger],
  );
  const set = useCallback(
    (finding: Finding, disposition: Disposition) => {
      const { [finding.id]: _replaced, ...others } = ledger;
      const next =
        disposition === "open"
          ? others
          : { ...others, [finding.id]: { disposition, fingerprint: finding.fingerprint } };
      memory.write(key, JSON.stringify(next));
      setChanges({ key, ledger: next });
    },
    [ledger, memory, key],
  );
  return { of, set };
}

function readLedger(text: string | null): Ledger {
  if (text === null) return {};
  try {
    const parsed = ledgerSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : {};
  } catch {
    return {};
  }
}
