import { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from "openai";
import { LanguageModelError } from "./language-model-error";

export interface CallState {
  readonly host: string;
  readonly model: string;
  readonly timeoutMs: number;
  /** The caller gave up. */
  readonly cancelled: boolean;
  /** Our own clock ran out, for the whole or between two pieces. */
  readonly timedOut: boolean;
}

/** Any failure of a call as one of our typed errors; what is already ours passes through. */
export function describeFailure(error: unknown, state: CallState): LanguageModelError {
  const details = { host: state.host, model: state.model };
  if (state.cancelled) return new LanguageModelError("llm/cancelled", "The question was cancelled.", details);
  if (state.timedOut || error instanceof APIConnectionTimeoutError)
    return new LanguageModelError(
      "llm/timeout",
      `The language model at ${state.host} did not answer in time; try again or raise the time limit.`,
      { ...details, timeoutMs: state.timeoutMs },
    );
  if (error instanceof LanguageModelError) return error;
  // An abort nobody of ours asked for is the connection's end.
  if (error instanceof APIConnectionError || error instanceof APIUserAbortError)
    return new LanguageModelError(
      "llm/unreachable",
      `The language model at ${state.host} cannot be reached; check the address and the network.`,
      details,
    );
  if (error instanceof APIError && typeof error.status === "number") return describeStatus(error.status, state);
  return new LanguageModelError("llm/unreachable", `The connection to ${state.host} broke off.`, details);
}

export function tooLong(state: Pick<CallState, "host" | "model">): LanguageModelError {
  return new LanguageModelError(
    "llm/too-long",
    "The language model's answer ran past its length limit; ask something narrower.",
    { host: state.host, model: state.model },
  );
}

export function withheld(state: Pick<CallState, "host" | "model">): LanguageModelError {
  return new LanguageModelError("llm/refused", "The language model declined to answer.", {
    host: state.host,
    model: state.model,
  });
}

function describeStatus(status: number, state: CallState): LanguageModelError {
  const details = { host: state.host, model: state.model, status };
  if (status >= 500 || status === 408)
    return new LanguageModelError(
      "llm/unreachable",
      `The language model at ${state.host} keeps failing with status ${status}; try again later.`,
      details,
    );
  const why: Readonly<Record<number, string>> = {
    401: "the key was not accepted",
    403: "the key may not use this model",
    404: `there is no model "${state.model}" there`,
    413: "the request was too large",
    429: "too many requests, or the quota is used up",
  };
  return new LanguageModelError(
    "llm/refused",
    `The language model at ${state.host} refused: ${why[status] ?? `status ${status}`}.`,
    details,
  );
}
