import { useMemo, useState } from "react";
import { type Severity } from "../../contracts/finding";
import { type Dispositions } from "./use-dispositions";
import { type ListedFinding } from "./merge-findings";

const shownAtFirst = 20;

export interface ShownFindings {
  readonly shown: readonly ListedFinding[];
  /** How many pass the filters, shown or not. */
  readonly matching: number;
  readonly setAside: number;
  readonly sheets: readonly string[];
  readonly severity: Severity | "all";
  readonly sheet: string;
  readonly showsSetAside: boolean;
  readonly setSeverity: (severity: Severity | "all") => void;
  /** "" for every sheet. */
  readonly setSheet: (sheet: string) => void;
  readonly setShowsSetAside: (shows: boolean) => void;
  readonly showAll: () => void;
}

/** Which findings the list shows: twenty of those that pass the filters, until the reader asks for all. */
export function useShownFindings(listed: readonly ListedFinding[], dispositions: Dispositions): ShownFindings {
  const [severity, setSeverity] = useState<Severity | "all">("all");
  const [sheet, setSheet] = useState("");
  const [showsSetAside, setShowsSetAside] = useState(false);
  const [showsAll, setShowsAll] = useState(false);

  const sheets = useMemo(() => [...new Set(listed.map(({ finding }) => finding.sheet))], [listed]);
  const filtered = listed.filter(
    ({ finding }) => (severity === "all" || finding.severity === severity) && (sheet === "" || finding.sheet === sheet),
  );
  const isSetAside = ({ finding }: ListedFinding): boolean =>
    ["not-interesting", "done"].includes(dispositions.of(finding).disposition);
  const matching = showsSetAside ? filtered : filtered.filter((entry) => !isSetAside(entry));
  return {
    shown: showsAll ? matching : matching.slice(0, shownAtFirst),
    matching: matching.length,
    setAside: filtered.filter(isSetAside).length,
    sheets,
    severity,
    sheet,
    showsSetAside,
    setSeverity,
    setSheet,
    setShowsSetAside,
    showAll: () => setShowsAll(true),
  };
}
