import { type CellValue, type WorkbookSnapshot } from "./workbook-snapshot";

/** What the pane may ask of the spreadsheet beside it. There is no way to write here, on purpose. */
export interface WorkbookHost {
  /** Reads every sheet, sparse, in batches; rejects with `office/read-cancelled` where the signal aborts. */
  readWorkbook(options: {
    onProgress: (progress: ReadProgress) => void;
    signal: AbortSignal;
  }): Promise<WorkbookSnapshot>;
  readSelection(): Promise<SelectionRead>;
  /** Moves the cursor; changes no content. Rejects with `office/no-such-place` where sheet or range is gone. */
  goTo(place: { sheet: string; range: string }): Promise<void>;
  /** Gives back how to stop listening. */
  onSelectionChanged(listener: () => void): Promise<() => void>;
  onContentChanged(listener: () => void): Promise<() => void>;
  theme(): "light" | "dark";
  /** The key under which the platform wants this embedding's storage kept apart; null or absent where it names none. */
  partitionKey?(): string | null;
  guard(): GuardStatus;
}

export interface ReadProgress {
  readonly sheet: string;
  readonly cellsRead: number;
  /** Cells of the used ranges, blanks included. */
  readonly cellsTotal: number;
}

export interface SelectionRead {
  readonly workbook: string;
  readonly sheet: string;
  /** "B2:D9", without the sheet. */
  readonly range: string;
  /** Row-major; cells that hold something, at most 400; `truncated` says there were more. */
  readonly cells: readonly {
    rowIndex0: number;
    columnIndex0: number;
    value: CellValue;
    formula: string | null;
    numberFormat: string | null;
  }[];
  readonly truncated: boolean;
}

/** Whether the read-only guard stands. Where it does not, nothing is read. */
export type GuardStatus =
  | { readonly state: "standing"; readonly allowed: number; readonly refused: readonly RefusedRequest[] }
  | { readonly state: "failed"; readonly why: string };

export interface RefusedRequest {
  /** "Range.clear", "Worksheet.add": what was attempted, in words of the object model. */
  readonly what: string;
  readonly at: string;
}
