import { type IsoDate } from "../contracts/dates";

/** What whoever brings a file knows about it; every field given wins over what the file says. */
export interface DocumentHints {
  /** With its extension; a folder before it is ignored. */
  readonly fileName: string;
  readonly company?: string;
  readonly ticker?: string;
  readonly cik?: string;
  readonly form?: string;
  readonly periodEnd?: IsoDate;
  readonly filed?: IsoDate;
  /** Given for a filing from EDGAR; it becomes the document's id. */
  readonly accession?: string;
  readonly fictional?: boolean;
}
