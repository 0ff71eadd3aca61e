/** Turns events that are pushed into events that are awaited, in order; memory is bounded by the pusher's own restraint. */
export class EventQueue<T> {
  private readonly waiting: T[] = [];
  private wake: (() => void) | null = null;
  private ended = false;

  push(event: T): void {
    this.waiting.push(event);
    this.wake?.();
  }

  end(): void {
    this.ended = true;
    this.wake?.();
  }

  async *drain(): AsyncGenerator<T> {
    for (;;) {
      for (let event = this.waiting.shift(); event !== undefined; event = this.waiting.shift()) yield event;
      if (this.ended) return;
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
      this.wake = null;
    }
  }
}
