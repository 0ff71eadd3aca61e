import { type ErrorBody, isAppError } from "../../contracts/app-error";

/** Codes whose status is not the 422 of an input we understood and cannot use. */
const statusByCode: Readonly<Record<string, number>> = {
  "server/not-found": 404,
  "server/too-many-requests": 429,
  "storage/folder-in-use": 503,
  "storage/closed": 503,
  "storage/cannot-open": 503,
  "storage/lock-lost": 503,
  "storage/query-failed": 500,
  "llm/unreachable": 502,
  "llm/timeout": 504,
};

interface KnownHttpError {
  readonly statusCode?: number;
  readonly code?: string;
  readonly message: string;
  readonly validation?: readonly { readonly instancePath?: string; readonly message?: string }[];
}

/** One error shape for whatever went wrong; faults of ours say nothing of their inside. */
export function describeError(error: unknown, requestId: string): { status: number; body: ErrorBody } {
  const body = (code: string, message: string, details: ErrorBody["error"]["details"] = {}): ErrorBody => ({
    error: { code, message, requestId, details },
  });
  if (isAppError(error)) {
    return { status: statusByCode[error.code] ?? 422, body: body(error.code, error.message, { ...error.details }) };
  }
  const known = error as KnownHttpError;
  if (known.validation && known.validation.length > 0) {
    const first = known.validation[0]!;
    const where = (first.instancePath ?? "").replace(/^\//, "").replace(/\//g, ".") || "the request";
    return { status: 400, body: body("server/bad-request", `${where}: ${first.message ?? "cannot be used"}.`) };
  }
  switch (known.code) {
    case "FST_ERR_CTP_BODY_TOO_LARGE":
      return {
        status: 413,
        body: body("server/too-large", "The request is larger than 2 MB. Send less of the workbook."),
      };
    case "FST_ERR_CTP_INVALID_JSON_BODY":
    case "FST_ERR_CTP_EMPTY_JSON_BODY":
      return { status: 400, body: body("server/bad-json", "The request's body is not JSON.") };
    case "FST_ERR_CTP_INVALID_MEDIA_TYPE":
      return { status: 415, body: body("server/not-json", "Send JSON, with the content type application/json.") };
    default:
  }
  if (known.statusCode === 429) {
    return {
      status: 429,
      body: body("server/too-many-requests", "Too many requests at once. Wait a moment and try again."),
    };
  }
  if (known.statusCode !== undefined && known.statusCode >= 400 && known.statusCode < 500) {
    return { status: known.statusCode, body: body("server/bad-request", known.message) };
  }
  return {
    status: 500,
    body: body("server/fault", `Something failed on our side. The log names it under request ${requestId}.`),
  };
}
