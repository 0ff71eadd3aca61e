import { type z } from "zod";

/** One turn of the conversation with a language model. The system turn is separate: it is ours alone. */
export interface DraftMessage {
  readonly role: "user" | "assistant";
  readonly content: string;
}

export interface DraftRequest {
  readonly system: string;
  readonly messages: readonly DraftMessage[];
  /** What the reply must be; every field required, `.nullable()` where it may be absent. */
  readonly schema: z.ZodType;
  /** Letters, digits and dashes: the schema's name on the wire. */
  readonly schemaName: string;
}

export interface DraftReply {
  /** Validated against the request's schema. */
  readonly draft: unknown;
  readonly usage: { readonly input: number; readonly output: number } | null;
  /** Characters that left the process, repairs included. */
  readonly charactersSent: number;
}

/** A configured language model; rejects with an `AppError` whose code is one of `languageModelErrorCodes`. */
export interface LanguageModel {
  readonly model: string;
  /** Whom it is sent to, for the "what was sent" view: host and port, no path, no key. */
  readonly baseUrlHost: string;
  draft(request: DraftRequest, onDelta: (text: string) => void, signal: AbortSignal): Promise<DraftReply>;
}

export const languageModelErrorCodes = [
  "llm/unreachable",
  "llm/refused",
  "llm/timeout",
  "llm/bad-reply",
  "llm/cancelled",
  "llm/too-long",
] as const;
export type LanguageModelErrorCode = (typeof languageModelErrorCodes)[number];
