/** Two clocks over one call: for the whole, and for the silence between two pieces. */
export class Deadline {
  private readonly controller = new AbortController();
  private readonly whole: NodeJS.Timeout;
  private silence: NodeJS.Timeout | null = null;
  private ended = false;
  readonly signal: AbortSignal;

  constructor(
    timeoutMs: number,
    private readonly silenceMs: number,
    caller: AbortSignal,
  ) {
    this.whole = setTimeout(() => this.controller.abort(), timeoutMs);
    this.signal = AbortSignal.any([caller, this.controller.signal]);
  }

  get passed(): boolean {
    return this.controller.signal.aborted;
  }

  /** Something arrived: the silence starts anew. */
  heard(): void {
    // A piece may still arrive after the call was given up; it must not wind the clock again.
    if (this.ended) return;
    if (this.silence !== null) clearTimeout(this.silence);
    this.silence = setTimeout(() => this.controller.abort(), this.silenceMs);
  }

  /** The work's outcome, or a rejection the moment a clock runs out or the caller gives up, whatever the work waits for. */
  race<T>(work: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const give = (): void => reject(new Error("aborted"));
      if (this.signal.aborted) give();
      this.signal.addEventListener("abort", give, { once: true });
      void work.then(resolve, reject).finally(() => this.signal.removeEventListener("abort", give));
    });
  }

  end(): void {
    this.ended = true;
    clearTimeout(this.whole);
    if (this.silence !== null) clearTimeout(this.silence);
  }
}
