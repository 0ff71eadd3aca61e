import { type Clock } from "../ports/clock";

export type SentOutcome =
  | { readonly kind: "sending" }
  | { readonly kind: "answered"; readonly status: number }
  | { readonly kind: "unreachable" }
  | { readonly kind: "cancelled" };

export interface SentEntry {
  readonly id: number;
  readonly at: Date;
  readonly method: "GET" | "POST";
  readonly endpoint: string;
  /** UTF-8 bytes of the body; 0 for a GET. */
  readonly bytes: number;
  /** The exact body as it left; null for a GET. */
  readonly body: string | null;
  readonly outcome: SentOutcome;
}

const mostEntries = 500;

/** Every request of this session, written before it leaves. Lives in memory only. */
export class SentLog {
  private entriesKept: readonly SentEntry[] = [];
  private readonly listeners = new Set<() => void>();
  private nextId = 1;

  constructor(private readonly clock: Clock) {}

  record(request: { method: "GET" | "POST"; endpoint: string; body: string | null }): number {
    const id = this.nextId++;
    const bytes = request.body === null ? 0 : new TextEncoder().encode(request.body).length;
    const entry: SentEntry = { ...request, id, at: this.clock.now(), bytes, outcome: { kind: "sending" } };
    this.replace([entry, ...this.entriesKept].slice(0, mostEntries));
    return id;
  }

  settle(id: number, outcome: SentOutcome): void {
    this.replace(this.entriesKept.map((entry) => (entry.id === id ? { ...entry, outcome } : entry)));
  }

  /** Newest first; the same array until something changes. */
  readonly entries = (): readonly SentEntry[] => this.entriesKept;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private replace(entries: readonly SentEntry[]): void {
    this.entriesKept = entries;
    for (const listener of this.listeners) listener();
  }
}
