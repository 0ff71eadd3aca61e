import { AppError } from "../contracts/app-error";

/** The page is not inside Excel, or office.js did not load. */
export class NotInHost extends AppError {
  readonly code = "office/not-in-host";
}

/** office.js was told of a host that never answered. */
export class HostSilent extends AppError {
  readonly code = "office/host-silent";

  constructor(readonly timeoutMs: number) {
    super(`Excel did not answer within ${timeoutMs / 1000} seconds. Close the pane and open it again.`, {
      details: { timeoutMs },
    });
  }
}

/** This Excel loads an office.js that the read-only guard cannot stand in, or that lacks what we read with. */
export class LegacyHost extends AppError {
  readonly code = "office/legacy-host";

  constructor(missing: string) {
    super(
      `This version of Excel is too old for this pane: it lacks ${missing}. Update Excel, or use Excel on the web.`,
      {
        details: { missing },
      },
    );
  }
}

/** Something tried to change the workbook; it was not sent. */
export class WriteRefused extends AppError {
  readonly code = "office/write-refused";

  constructor(
    readonly attempted: readonly string[],
    readonly layer: string,
  ) {
    super(`Refused, and not sent: ${attempted.join("; ")}. This pane reads the workbook and never changes it.`, {
      details: { attempted: attempted.join("; "), layer },
    });
  }
}

/** The read-only guard does not stand, so nothing is read. */
export class GuardNotStanding extends AppError {
  readonly code = "office/guard-not-standing";

  constructor(why: string) {
    super(`The workbook is not read because its read-only guard does not stand: ${why}`, { details: { why } });
  }
}

/** The reader was told to stop. */
export class ReadCancelled extends AppError {
  readonly code = "office/read-cancelled";

  constructor() {
    super("Reading the workbook was cancelled.");
  }
}

/** More cells than a review may rest on; half a workbook would be worse than none. */
export class WorkbookTooLarge extends AppError {
  readonly code = "office/workbook-too-large";

  constructor(sheet: string, mostCells: number) {
    super(
      `The workbook holds more than ${mostCells.toLocaleString("en-US")} cells, the limit, at sheet “${sheet}”. ` +
        `Remove or clear what does not belong to the model, or review a copy without it.`,
      { details: { sheet, mostCells } },
    );
  }
}

/** The sheet or range one wants to go to is not there any more. */
export class NoSuchPlace extends AppError {
  readonly code = "office/no-such-place";

  constructor(sheet: string, range: string) {
    super(`The workbook has no ${sheet}!${range} any more.`, { details: { sheet, range } });
  }
}

/** Excel cannot show a cell of a hidden sheet, and unhiding it would be a change. */
export class PlaceHidden extends AppError {
  readonly code = "office/place-hidden";

  constructor(sheet: string, range: string) {
    super(`“${sheet}” is a hidden sheet, so ${range} cannot be shown. Unhide it in Excel first.`, {
      details: { sheet, range },
    });
  }
}

/** Several blocks are selected at once, or something that is no cell. */
export class SelectionNotOneRange extends AppError {
  readonly code = "office/selection-not-one-range";

  constructor(cause: unknown) {
    super("Select one block of cells: several blocks, or a chart or shape, cannot be read.", { cause });
  }
}

/** A cell stayed in editing for so long that the request was given up. */
export class CellBeingEdited extends AppError {
  readonly code = "office/cell-being-edited";

  constructor() {
    super("A cell is being edited in Excel. Press Enter or Escape there, then try again.");
  }
}

/** Excel answered a read with an error we have no better word for. */
export class ReadFailed extends AppError {
  readonly code = "office/read-failed";

  constructor(hostCode: string, hostMessage: string, cause: unknown) {
    super(`Excel refused a read (${hostCode}): ${hostMessage}`, { cause, details: { hostCode } });
  }
}
