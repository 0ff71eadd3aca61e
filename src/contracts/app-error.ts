import { z } from "zod";

const marker = Symbol.for("marginalia.app-error");

/**
 * The base of every broken promise: one clear sentence for a person, a code for the machine.
 * `code` reads `folder/what`; the pane, the command line and the HTTP layer branch on it.
 */
export abstract class AppError extends Error {
  abstract readonly code: string;
  readonly [marker] = true;
  /** Facts a caller may show or act on: names, sizes, limits. Never secrets, never cell contents. */
  readonly details: Readonly<Record<string, string | number | boolean | null>>;

  constructor(
    message: string,
    options: { details?: Record<string, string | number | boolean | null>; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = new.target.name;
    this.details = options.details ?? {};
  }
}

/** True for our own errors, also across bundles and realms where `instanceof` fails. */
export function isAppError(value: unknown): value is AppError {
  return typeof value === "object" && value !== null && (value as Record<symbol, unknown>)[marker] === true;
}

/** The one error shape on the wire. */
export const errorBodySchema = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    requestId: z.string().nullable(),
    details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  }),
});
export type ErrorBody = z.infer<typeof errorBodySchema>;
