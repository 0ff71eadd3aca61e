import { useCallback, useEffect, useState } from "react";
import { type WorkbookSnapshot } from "../../contracts/workbook-snapshot";
import { formatRange, parseRange } from "../../workbook/address";
import { type EmulatedHost } from "../host/emulated-host-contract";
import { type GridSelection, rangeOfSelection, selectionOfRange, topLeft } from "./grid-selection";

interface SheetSelections {
  readonly workbook: WorkbookSnapshot | null;
  readonly sheet: string;
  /** Each sheet remembers where it was. */
  readonly bySheet: ReadonlyMap<string, GridSelection>;
  readonly revealed: number;
}

export interface HostSelection {
  readonly sheet: string;
  readonly selection: GridSelection;
  /** Counts the times the pane moved the selection. */
  readonly revealed: number;
  readonly select: (selection: GridSelection) => void;
  readonly showSheet: (sheet: string) => void;
}

/** One selection for the grid and the pane: what either of them moves, the other hears of through the host. */
export function useHostSelection(host: EmulatedHost | null, workbook: WorkbookSnapshot | null): HostSelection {
  const [stored, setStored] = useState<SheetSelections>({ workbook: null, sheet: "", bySheet: new Map(), revealed: 0 });
  const fresh: SheetSelections = { workbook, sheet: firstSheet(workbook), bySheet: new Map(), revealed: 0 };
  const state = stored.workbook === workbook ? stored : fresh;
  if (state !== stored) setStored(state);

  const place = useCallback((sheet: string, selection: GridSelection, fromPane: boolean) => {
    setStored((before) => ({
      ...before,
      sheet,
      bySheet: new Map(before.bySheet).set(sheet, selection),
      revealed: before.revealed + (fromPane ? 1 : 0),
    }));
  }, []);

  useEffect(() => {
    if (host === null) return undefined;
    return host.onSelect(({ sheet, range }) => {
      const position = parseRange(range);
      if (position !== null) place(sheet, selectionOfRange(position), true);
    });
  }, [host, place]);

  const selection = state.bySheet.get(state.sheet) ?? topLeft;
  const choose = (sheet: string, chosen: GridSelection) => {
    place(sheet, chosen, false);
    host?.select({ sheet, range: formatRange(rangeOfSelection(chosen)) });
  };
  return {
    sheet: state.sheet,
    selection,
    revealed: state.revealed,
    select: (chosen) => choose(state.sheet, chosen),
    showSheet: (sheet) => choose(sheet, state.bySheet.get(sheet) ?? topLeft),
  };
}

function firstSheet(workbook: WorkbookSnapshot | null): string {
  const visible = workbook?.sheets.find((sheet) => sheet.visibility === "visible");
  return (visible ?? workbook?.sheets[0])?.name ?? "";
}
