import { type Timer } from "../../src/edgar/request-turns";

/** Time that passes only where somebody waits for it. */
export function virtualTimer(startMs = 1_000_000): Timer & { readonly waits: number[] } {
  let nowMs = startMs;
  const waits: number[] = [];
  return {
    waits,
    nowMs: () => nowMs,
    wait: async (ms) => {
      waits.push(ms);
      const wanted = nowMs + ms;
      await Promise.resolve();
      nowMs = Math.max(nowMs, wanted);
    },
  };
}
