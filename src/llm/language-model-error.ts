import { AppError } from "../contracts/app-error";
import { type LanguageModelErrorCode } from "../contracts/language-model";

/**
 * A language model that did not deliver. The server's own words and the request are left out on purpose: error
 * bodies repeat keys and prompts, and this error is logged and shown.
 */
export class LanguageModelError extends AppError {
  constructor(
    readonly code: LanguageModelErrorCode,
    message: string,
    details: Record<string, string | number | boolean | null> = {},
  ) {
    super(message, { details });
  }
}
