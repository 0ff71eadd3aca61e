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

/** Some lines of a batch failed; each has said why in its place. */
export class BatchFailedError extends AppError {
  readonly code = "cli/batch-failed";

  constructor(file: string, failed: number, lines: number) {
    super(`${failed} of ${lines} lines of "${file}" failed; each says why in its place.`, {
      details: { file, failed, lines },
    });
  }
}

/** The question is too long, or names something too long. */
export class BadQuestionError extends AppError {
  readonly code = "cli/bad-question";

  constructor(what: string, why: string) {
    super(`The ${what} cannot be used: ${why}.`, { details: { what } });
  }
}

/** The question could not be answered at all; the sentence says why. */
export class AskFailedError extends AppError {
  readonly code = "cli/ask-failed";

  constructor(causeCode: string, message: string) {
    super(message, { details: { cause: causeCode } });
  }
}

/** Stored figures are not what EDGAR lists; the lines above say which. */
export class FactsDifferError extends AppError {
  readonly code = "cli/facts-differ";

  constructor(company: string, differing: number, filings: number) {
    super(`${differing} of ${filings} filings of ${company} do not hold the very figures EDGAR lists; see above.`, {
      details: { company, differing, filings },
    });
  }
}

/** Not all that was asked for of these companies could be added; what was wrong is said above. */
export class SomeFilingsFailedError extends AppError {
  readonly code = "cli/some-filings-failed";

  constructor(companies: readonly string[]) {
    super(`Not all filings of ${companies.join(", ")} were added; the reason stands above.`, {
      details: { companies: companies.join(", ") },
    });
  }
}

/** The reader stopped a run; what was added before stays. Exits with 130, as what Ctrl-C ends does. */
export class StoppedError extends AppError {
  readonly code = "cli/stopped";

  constructor(company: string, added: number, filings: number) {
    super(
      `Stopped: ${added} of ${filings} filings of ${company} were added, each of them whole. The same command goes on from there.`,
      { details: { company, added, filings } },
    );
  }
}

/** Some of several files could not be read; the rest are stored. */
export class SomeFilesFailedError extends AppError {
  readonly code = "cli/some-files-failed";

  constructor(failed: number, files: number) {
    super(
      `${failed} of ${files} files ${failed === 1 ? "was" : "were"} not added; the reason stands above. The others are stored.`,
      { details: { failed, files } },
    );
  }
}
