import { type WorkbookSnapshot } from "../../contracts/workbook-snapshot";

/** What became of a file: a workbook, or one sentence that says why it is none. */
export type ReadOutcome =
  | { readonly kind: "read"; readonly workbook: WorkbookSnapshot }
  | { readonly kind: "failed"; readonly message: string };

export interface ReadOrder {
  readonly name: string;
  readonly bytes: ArrayBuffer;
}

/** Reads a file's bytes off the page's thread; stops when the signal aborts (the promise then never settles). */
export type ReadWorkbookFile = (order: ReadOrder, signal: AbortSignal) => Promise<ReadOutcome>;
