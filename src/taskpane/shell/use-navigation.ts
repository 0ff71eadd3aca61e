import { useCallback, useMemo, useRef, useState } from "react";
import { isAppError } from "../../contracts/app-error";
import { type OpenedView, type ViewToOpen } from "../evidence/opened-view";
import { usePanePorts } from "../ports/pane-ports";
import { type LeftPlace, placeLeft, returnTo } from "./left-place";
import { type PaneActions } from "./pane-actions";

export type TabName = "review" | "ask" | "evidence";

export interface Navigation {
  readonly tab: TabName;
  /** What lies open over the list of evidence, the topmost last. */
  readonly opened: readonly OpenedView[];
  /** Where the undermost was opened from. */
  readonly from: TabName;
  /** One line about the last click that led nowhere; "" where there is none. */
  readonly notice: string;
  readonly actions: PaneActions;
  readonly showTab: (tab: TabName) => void;
  readonly goBack: () => void;
}

/** Where the reader is, and the way back, step by step, to where they came from. */
export function useNavigation(): Navigation {
  const { host } = usePanePorts();
  const [tab, setTab] = useState<TabName>("review");
  const [opened, setOpened] = useState<readonly OpenedView[]>([]);
  const [from, setFrom] = useState<TabName>("review");
  const [notice, setNotice] = useState("");
  /** For each opened view the place it was opened from. */
  const left = useRef<LeftPlace[]>([]);
  const nextId = useRef(1);
  const current = useRef({ tab, opened });
  current.current = { tab, opened };

  const actions = useMemo<PaneActions>(() => {
    const open = (view: ViewToOpen): void => {
      const isOnTop = current.current.tab === "evidence" && current.current.opened.length > 0;
      const below = isOnTop ? current.current.opened : [];
      left.current = [...left.current.slice(0, below.length), placeLeft()];
      if (!isOnTop) setFrom(current.current.tab);
      setOpened([...below, { ...view, id: nextId.current++ }]);
      setTab("evidence");
    };
    return {
      goTo: (place) => {
        setNotice("");
        host.goTo(place).catch((error: unknown) => {
          setNotice(isAppError(error) ? error.message : `${place.sheet}!${place.range} could not be shown.`);
        });
      },
      openCitation: (citation) => open({ kind: "passage", citation }),
      openChanges: (document, item) => open({ kind: "changes", document, item }),
    };
  }, [host]);
  const goBack = useCallback(() => {
    const rest = opened.slice(0, -1);
    const place = left.current[rest.length];
    const tabAfter = rest.length === 0 ? from : "evidence";
    setOpened(rest);
    setTab(tabAfter);
    // After it is shown again: a hidden element can neither be scrolled nor take the focus.
    setTimeout(() => returnTo(place, tabAfter), 0);
  }, [opened, from]);
  return { tab, opened, from, notice, actions, showTab: setTab, goBack };
}
