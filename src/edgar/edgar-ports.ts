import { type Timer } from "./request-turns";

/** What a person should hear of while it happens: a wait, and an answer that is not today's. */
export type EdgarRemark =
  | { readonly kind: "waiting"; readonly url: string; readonly waitMs: number; readonly why: string }
  | { readonly kind: "not-asked-anew"; readonly url: string; readonly heldSince: Date; readonly why: string };

/** What the client needs of the world. */
export interface EdgarPorts {
  readonly fetch: typeof fetch;
  readonly timer: Timer;
  /** From 0 to 1: spreads retries of several processes. */
  random(): number;
  /** Called once a request, before it leaves: nothing is sent unseen. */
  onRequest(url: string): void;
  onRemark(remark: EdgarRemark): void;
}

/** By which EDGAR can say that nothing changed. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}
