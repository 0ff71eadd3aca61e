/** Why a draft is sent back. The words go to the language model, and to the trace. */
export interface Problem {
  readonly kind:
    | "unknown-reference"
    | "calculation"
    | "quote-not-verbatim"
    | "quote-in-text"
    | "literal-number"
    | "unsupported"
    | "wrong-period"
    | "wrong-concept"
    | "wrong-company"
    | "wrong-direction"
    | "link"
    | "too-much";
  /** 0-based statement; null where it is about the whole draft. */
  readonly statement: number | null;
  readonly message: string;
}
