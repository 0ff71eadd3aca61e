import { useMemo, useState } from "react";
import { defaultView } from "../../audit/findings/rank";
import { type Severity } from "../../contracts/finding";
import { type Dispositions } from "./use-dispositions";
import { type ListedFinding } from "./list-findings";

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

/** Which findings the list shows: the audit's default view of those that pass the filters, until all are asked for. */
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
    shown: showsAll ? matching : defaultViewOf(matching),
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

function defaultViewOf(listed: readonly ListedFinding[]): ListedFinding[] {
  const shown = new Set(defaultView(listed.map(({ finding }) => finding)));
  return listed.filter(({ finding }) => shown.has(finding));
}
