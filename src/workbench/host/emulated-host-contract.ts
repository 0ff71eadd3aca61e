import { type WorkbookSnapshot } from "../../contracts/workbook-snapshot";
import { type WireEvent } from "./wire-messages";

/** A place on a sheet as the grid names it: `range` without the sheet, "B2" or "B2:D9". */
export interface HostPlace {
  readonly sheet: string;
  readonly range: string;
}

/** Something that arrived and would change a workbook: "Range.Values", "WorksheetCollection.Add". */
export interface HostWrite {
  readonly what: string;
  readonly target: string;
}

/**
 * What the transport carries back. A refusal is an office.js error number: 5004 while a cell is being edited,
 * 5103 where the request and 5104 where the response is larger than 5 MB.
 */
export type ProcessOutcome =
  | { readonly kind: "answered"; readonly responseBody: string }
  | { readonly kind: "refused"; readonly officeError: 5004 | 5103 | 5104 };

/** A spreadsheet application without one: it answers the RichApi requests of the unmodified office.js. */
export interface EmulatedHost {
  /** One request body as it came over the wire (the JSON text) and its flags. Throws `workbench/bad-request` where it is none. */
  process(body: string, flags: number): ProcessOutcome;
  /** Calls of the Common API (dispatch ids other than RichApi's) that reached the host; always unanswered. */
  recordCommonCall(dispatchId: number): void;
  onEvent(listener: (events: readonly WireEvent[]) => void): () => void;
  /** The person selects in the grid; listeners in the pane hear of it. */
  select(place: HostPlace): void;
  selection(): HostPlace;
  /** The pane moved the selection: the grid follows. */
  onSelect(listener: (place: HostPlace) => void): () => void;
  /** Another workbook in the same window; the pane hears that everything changed. */
  replaceWorkbook(snapshot: WorkbookSnapshot): void;
  /** While a cell is edited every request is refused, as in the real application. */
  setEditing(editing: boolean): void;
  /** The workbook as it stands now, with its fingerprint. */
  workbook(): WorkbookSnapshot;
  /** Everything that arrived and would change the workbook; empty as long as the pane keeps its word. */
  readonly writes: readonly HostWrite[];
  /** Requests that arrived, newest last; the last 1,000 are kept. */
  readonly batches: readonly HostBatch[];
}

export interface HostBatch {
  readonly flags: number;
  readonly requestBytes: number;
  readonly responseBytes: number;
}
