import { type Timer } from "../../src/edgar/request-turns";

export interface VirtualTimer extends Timer {
  readonly waits: number[];
  /** Somebody sets the clock. */
  set(nowMs: number): void;
  /** The machine sleeps once somebody waits. */
  sleepInNextWait(ms: number): void;
}

/** Time that passes only where somebody waits for it. */
export function virtualTimer(startMs = 1_000_000): VirtualTimer {
  let nowMs = startMs;
  let asleepMs = 0;
  const waits: number[] = [];
  return {
    waits,
    nowMs: () => nowMs,
    set: (ms) => {
      nowMs = ms;
    },
    sleepInNextWait: (ms) => {
      asleepMs = ms;
    },
    wait: async (ms, signal) => {
      waits.push(ms);
      const wanted = nowMs + ms + asleepMs;
      asleepMs = 0;
      await Promise.resolve();
      signal?.throwIfAborted();
      nowMs = Math.max(nowMs, wanted);
    },
  };
}
