import { type Figure, type ScoredSuite } from "../support/scored-suite";
import { hostileFiles } from "./fuzz/hostile-files";
import { type CaseRange, runCases } from "./fuzz/run-cases";

const mutatedCases = 5_000;
const bars = { failures: { atMost: 0 }, longestMs: { atMost: 10_000 }, megabytes: { atMost: 1_500 } } as const;

/** Damaged and hostile files: each gives a clear error or a reading that holds together, in bounded time and memory. */
export const suite: ScoredSuite = async (dataFolder, onProgress) => {
  if (dataFolder === null) return { rows: [], figures: [] };
  const counts = new Map<string, number>();
  const slow: { what: string; cpuMs: number }[] = [];
  const rows: Record<string, string | number>[] = [];
  const peaks = { mutated: 0, hostile: 0 };
  let done = 0;
  const run = (range: CaseRange): Promise<void> =>
    runCases(range, dataFolder, ({ what, outcome, why, cpuMs, peakBytes }) => {
      counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
      slow.push({ what, cpuMs });
      peaks[range.kind] = Math.max(peaks[range.kind], peakBytes);
      if (outcome === "FAILED") {
        onProgress(`${what}: ${why}`);
        rows.push({ case: what, problem: why.split("\n")[0]!.slice(0, 160) });
      }
      if (++done % 500 === 0) onProgress(`${done} cases run`);
    });
  const half = mutatedCases / 2;
  await Promise.all([
    run({ kind: "mutated", from: 0, to: half }),
    run({ kind: "mutated", from: half, to: mutatedCases }).then(() =>
      run({ kind: "hostile", from: 0, to: hostileFiles.length }),
    ),
  ]);
  slow.sort((a, b) => b.cpuMs - a.cpuMs);
  for (const { what, cpuMs } of slow.slice(0, 5))
    rows.push({ case: what, problem: `slowest: ${Math.round(cpuMs)} ms` });
  const all = mutatedCases + hostileFiles.length;
  const figure = (name: string, value: number, unit: string, bar: Figure["bar"] = null): Figure => ({
    name,
    part: "all",
    value,
    unit,
    bar,
  });
  return {
    rows,
    figures: [
      figure(
        "crashes, hangs and readings that do not hold together",
        counts.get("FAILED") ?? 0,
        `of ${all}`,
        bars.failures,
      ),
      ...["refused", "read with a warning", "read"].map((outcome) =>
        figure(outcome, counts.get(outcome) ?? 0, `of ${all}`),
      ),
      figure("slowest case, processor time", slow[0]?.cpuMs ?? 0, "ms", bars.longestMs),
      figure("most memory of a process, mutated files", peaks.mutated / 1e6, "MB", bars.megabytes),
      figure("most memory of a process, hostile files", peaks.hostile / 1e6, "MB", bars.megabytes),
    ],
  };
};
