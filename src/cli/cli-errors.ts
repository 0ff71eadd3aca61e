import { AppError } from "../contracts/app-error";

/** The command line was wrong: an option's value, a missing one. Exits with 2. */
export class UsageError extends AppError {
  readonly code = "cli/usage";
}

/** A file named on the command line is not there or may not be read. */
export class CannotReadError extends AppError {
  readonly code = "cli/cannot-read";

  constructor(file: string, why: string, cause?: unknown) {
    super(`"${file}" cannot be read: ${why}.`, { details: { file }, cause });
  }
}

/** A line of a batch file is not what a batch takes. */
export class BadBatchLineError extends AppError {
  readonly code = "cli/bad-batch-line";

  constructor(file: string, line: number, why: string) {
    super(
      `Line ${line} of "${file}" cannot be used: ${why}. Each line is JSON: {"id", "query", "document"?, "company"?, "asOf"?}.`,
      {
        details: { file, line },
      },
    );
  }
}

/** The question could not be answered at all; the sentence says why. */
export class AskFailedError extends AppError {
  readonly code = "cli/ask-failed";

  constructor(causeCode: string, message: string) {
    super(message, { details: { cause: causeCode } });
  }
}
