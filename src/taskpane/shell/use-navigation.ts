import { useCallback, useMemo, useRef, useState } from "react";
import { isAppError } from "../../contracts/app-error";
import { type OpenedCitation } from "../evidence/evidence-tab";
import { usePanePorts } from "../ports/pane-ports";
import { type PaneActions } from "./pane-actions";

export type TabName = "review" | "ask" | "evidence";

export interface Navigation {
  readonly tab: TabName;
  readonly opened: OpenedCitation | null;
  /** Where the open passage was opened from. */
  readonly from: TabName;
  /** One line about the last click that led nowhere; "" where there is none. */
  readonly notice: string;
  readonly actions: PaneActions;
  readonly showTab: (tab: TabName) => void;
  readonly goBack: () => void;
}

/** Where the reader is, and the way back to where they came from. */
export function useNavigation(): Navigation {
  const { host } = usePanePorts();
  const [tab, setTab] = useState<TabName>("review");
  const [opened, setOpened] = useState<OpenedCitation | null>(null);
  const [from, setFrom] = useState<TabName>("review");
  const [notice, setNotice] = useState("");
  const leftFocus = useRef<HTMLElement | null>(null);
  const nextId = useRef(1);
  const current = useRef(tab);
  current.current = tab;

  const actions = useMemo<PaneActions>(
    () => ({
      goTo: (place) => {
        setNotice("");
        host.goTo(place).catch((error: unknown) => {
          setNotice(isAppError(error) ? error.message : `${place.sheet}!${place.range} could not be shown.`);
        });
      },
      openCitation: (citation) => {
        leftFocus.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
        setFrom(current.current);
        setOpened({ citation, id: nextId.current++ });
        setTab("evidence");
      },
    }),
    [host],
  );
  const goBack = useCallback(() => {
    setTab(from);
    setOpened(null);
    // After the tab is shown again: a hidden element cannot take the focus.
    setTimeout(() => leftFocus.current?.focus(), 0);
  }, [from]);
  return { tab, opened, from, notice, actions, showTab: setTab, goBack };
}
