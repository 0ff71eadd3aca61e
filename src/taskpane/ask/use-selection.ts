import { useEffect, useState } from "react";
import { isAppError } from "../../contracts/app-error";
import { type SelectionRead } from "../../contracts/workbook-host";
import { usePanePorts } from "../ports/pane-ports";
import { stopWhenGone } from "../ports/stop-when-gone";

/** Dragging a selection raises an event a cell: read once it rests. */
const restMs = 150;

export interface Selected {
  readonly read: SelectionRead | null;
  /** Why what is selected cannot be asked about; null where it can. */
  readonly problem: string | null;
}

/**
 * What is selected in the grid. While a cell is edited the selection before stays and nothing is said: the next
 * event reads again. Several blocks or a chart are said, so that nobody asks about the wrong cells.
 */
export function useSelection(): Selected {
  const { host } = usePanePorts();
  const [selected, setSelected] = useState<Selected>({ read: null, problem: null });
  useEffect(() => {
    if (host.guard().state !== "standing") return;
    let isGone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let latestRead = 0;
    const read = (): void => {
      const thisRead = ++latestRead;
      host.readSelection().then(
        (now) => {
          if (!isGone && thisRead === latestRead) setSelected({ read: now, problem: null });
        },
        (error: unknown) => {
          if (isGone || thisRead !== latestRead) return;
          if (isAppError(error) && error.code === "office/selection-not-one-range")
            setSelected({ read: null, problem: error.message });
        },
      );
    };
    read();
    const stopListening = stopWhenGone(
      host.onSelectionChanged(() => {
        clearTimeout(timer);
        timer = setTimeout(read, restMs);
      }),
    );
    return () => {
      isGone = true;
      clearTimeout(timer);
      stopListening();
    };
  }, [host]);
  return selected;
}
