import { type WorkbookSnapshot } from "../../contracts/workbook-snapshot";
import { formatRange, parseRange } from "../../workbook/address";
import { type EmulatedHost, type HostBatch, type HostPlace } from "./emulated-host-contract";
import { EmulatedWorkbook } from "./emulated-workbook";
import { type EventType, eventTypes, type HostState } from "./host-state";
import { NoSuchPlace } from "./no-such-place";
import { processRequest } from "./process-request";
import { parseWireRequest, type WireEvent } from "./wire-messages";

const mostPayloadBytes = 5 * 1024 * 1024;
const batchesKept = 1000;

/** A host for one workbook, with no transport yet: `installWindowsTransport` or `installWebTransport` gives it one. */
export function createEmulatedHost(snapshot: WorkbookSnapshot): EmulatedHost {
  const eventListeners = new Set<(events: readonly WireEvent[]) => void>();
  const selectListeners = new Set<(place: HostPlace) => void>();
  const batches: HostBatch[] = [];
  let isEditing = false;

  const fire = (type: EventType, sheetId: string, event: Readonly<Record<string, unknown>>) => {
    const events = [sheetId, "Workbook"]
      .filter((target) => state.registrations.has(`${type} ${target}`))
      .map((target): WireEvent => [65536, type, target, JSON.stringify(event), 0, false]);
    if (events.length > 0) for (const listener of eventListeners) listener(events);
  };
  const workbook = new EmulatedWorkbook(snapshot);
  const state: HostState = {
    workbook,
    ...cursorAtStart(workbook),
    writes: [],
    registrations: new Set(),
    fire,
    moved: (place) => selectListeners.forEach((listener) => listener(place)),
  };

  const record = (flags: number, requestBytes: number, responseBytes: number) => {
    batches.push({ flags, requestBytes, responseBytes });
    if (batches.length > batchesKept) batches.shift();
  };

  return {
    process(body, flags) {
      const requestBytes = byteLength(body);
      if (isEditing || requestBytes > mostPayloadBytes) {
        record(flags, requestBytes, 0);
        return { kind: "refused", officeError: isEditing ? 5004 : 5103 };
      }
      const responseBody = JSON.stringify(processRequest(state, parseWireRequest(body)));
      const responseBytes = byteLength(responseBody);
      record(flags, requestBytes, responseBytes);
      if (responseBytes > mostPayloadBytes) return { kind: "refused", officeError: 5104 };
      return { kind: "answered", responseBody };
    },
    recordCommonCall(dispatchId) {
      state.writes.push({ what: `common api ${dispatchId}`, target: "" });
    },
    onEvent: (listener) => listen(eventListeners, listener),
    select(place) {
      const sheet = state.workbook.findSheet(place.sheet);
      const position = parseRange(place.range);
      if (sheet === null || position === null) throw new NoSuchPlace(place);
      state.selection = { sheetId: sheet.id, position };
      state.activeSheetId = sheet.id;
      fire(eventTypes.selectionChanged, sheet.id, { address: formatRange(position), worksheetId: sheet.id });
    },
    selection: () => ({
      sheet: state.workbook.sheet(state.selection.sheetId).name,
      range: formatRange(state.selection.position),
    }),
    onSelect: (listener) => listen(selectListeners, listener),
    replaceWorkbook(next) {
      state.workbook = new EmulatedWorkbook(next);
      Object.assign(state, cursorAtStart(state.workbook));
      const sheetId = state.activeSheetId;
      fire(eventTypes.dataChanged, sheetId, {
        address: "A1",
        changeType: "Unknown",
        source: "Local",
        worksheetId: sheetId,
      });
      fire(eventTypes.selectionChanged, sheetId, { address: "A1", worksheetId: sheetId });
    },
    setEditing(editing) {
      isEditing = editing;
    },
    workbook: () => state.workbook.toSnapshot(),
    writes: state.writes,
    batches,
  };
}

function cursorAtStart(workbook: EmulatedWorkbook): Pick<HostState, "selection" | "activeSheetId"> {
  const first = workbook.sheets.find(({ visibility }) => visibility === "visible") ?? workbook.sheets[0];
  const sheetId = first?.id ?? "";
  return {
    activeSheetId: sheetId,
    selection: { sheetId, position: { startRow0: 0, startColumn0: 0, endRow0: 0, endColumn0: 0 } },
  };
}

function listen<Listener>(listeners: Set<Listener>, listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).byteLength;
}
