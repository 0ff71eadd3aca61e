import { type HostPlace, type HostWrite } from "./emulated-host-contract";
import { type EmulatedWorkbook } from "./emulated-workbook";
import { type RangePosition } from "../../workbook/address";

/** The event types we fire, by the number office.js knows them by. */
export const eventTypes = { dataChanged: 10, sheetAdded: 13, selectionChanged: 14, sheetDeleted: 15 } as const;
export type EventType = (typeof eventTypes)[keyof typeof eventTypes];

/** What the request handlers share: the workbook, where the cursor is, and what they report back. */
export interface HostState {
  workbook: EmulatedWorkbook;
  selection: { sheetId: string; position: RangePosition };
  activeSheetId: string;
  readonly writes: HostWrite[];
  /** "10 Workbook": which events of which target the pane listens to. */
  readonly registrations: Set<string>;
  fire(type: EventType, sheetId: string, event: Readonly<Record<string, unknown>>): void;
  /** The pane moved the cursor. */
  moved(place: HostPlace): void;
}
