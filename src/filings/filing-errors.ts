import { AppError } from "../contracts/app-error";

/** The file holds no document we could read: binary, an image, data, or a page without a filing's text. */
export class NotAFilingError extends AppError {
  readonly code = "filings/not-a-filing";

  constructor(fileName: string, why: string) {
    super(`"${fileName}" is not a filing: ${why}. Give the filing's own .htm, .html, .txt or .pdf file (or its .gz).`, {
      details: { fileName },
    });
  }
}

/** The file, or what it inflates to, is larger than one document may be. */
export class FilingTooLargeError extends AppError {
  readonly code = "filings/too-large";

  constructor(fileName: string, limitBytes: number, inflated: boolean) {
    const megabytes = Math.round(limitBytes / 1e6);
    super(
      `"${fileName}" ${inflated ? "inflates to" : "has"} more than ${megabytes} MB; one document has at most that. Give the main document alone.`,
      { details: { fileName, limitBytes } },
    );
  }
}

/** The file should be a document but its bytes are damaged. */
export class FilingUnreadableError extends AppError {
  readonly code = "filings/unreadable";

  constructor(fileName: string, why: string, cause?: unknown) {
    super(`"${fileName}" cannot be read: ${why}. Fetch the file again.`, { details: { fileName }, cause });
  }
}
