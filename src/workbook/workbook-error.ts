import { AppError } from "../contracts/app-error";

export type WorkbookErrorCode =
  "workbook/not-a-workbook" | "workbook/encrypted" | "workbook/too-large" | "workbook/damaged";

/** A file that cannot be read as a workbook, and why. */
export class WorkbookError extends AppError {
  constructor(
    readonly code: WorkbookErrorCode,
    message: string,
    options: ConstructorParameters<typeof AppError>[1] = {},
  ) {
    super(message, options);
  }
}
