import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { createInterface } from "node:readline";
import { z } from "zod";
import { ownFiles, storedFiles } from "./base-files";
import { type CaseResult, FuzzCases } from "./fuzz-cases";
import { hostileFiles } from "./hostile-files";
import { tryFile } from "./try-file";

export interface CaseRange {
  readonly kind: "mutated" | "hostile";
  readonly from: number;
  readonly to: number;
}

const lineSchema = z.union([
  z.object({ begins: z.number() }),
  z.object({
    outcome: z.enum(["read", "read with a warning", "refused", "FAILED"]),
    why: z.string(),
    cpuMs: z.number(),
    what: z.string(),
    peakBytes: z.number(),
  }),
]);

/** Given more, the engine would only collect later, and the memory say nothing. */
const mostHeapMegabytes = 1_000;
/** Wall time, on a machine that does other things as well; processor time is measured beside it. */
const longestSilenceMs = 60_000;

/** Runs cases in processes of their own; one that hangs, crashes or eats the memory is a failure, and the rest go on. */
export async function runCases(
  range: CaseRange,
  dataFolder: string,
  onResult: (result: CaseResult & { readonly peakBytes: number }) => void,
): Promise<void> {
  let next = range.from;
  while (next < range.to) {
    const child = startChild({ ...range, from: next }, dataFolder);
    let running = next;
    let silence = setTimeout(() => child.kill("SIGKILL"), longestSilenceMs);
    let stderr = "";
    child.stderr?.on("data", (data: Buffer) => (stderr = `${stderr}${data.toString()}`.slice(-400)));
    for await (const text of createInterface({ input: child.stdout! })) {
      clearTimeout(silence);
      silence = setTimeout(() => child.kill("SIGKILL"), longestSilenceMs);
      const line = lineSchema.parse(JSON.parse(text));
      if ("begins" in line) running = line.begins;
      else {
        onResult(line);
        next = running + 1;
      }
    }
    clearTimeout(silence);
    if (next >= range.to) return;
    const why = child.signalCode === "SIGKILL" ? "it hung" : `the process ended: ${stderr}`;
    onResult({ what: `${range.kind} case ${running}`, outcome: "FAILED", why, cpuMs: 0, peakBytes: 0 });
    next = running + 1;
  }
}

function startChild(range: CaseRange, dataFolder: string): ChildProcess {
  const words = [range.kind, String(range.from), String(range.to), dataFolder];
  const heap = `--max-old-space-size=${mostHeapMegabytes}`;
  return spawn(process.execPath, ["--import", "tsx", heap, __filename, ...words], {
    cwd: path.resolve(__dirname, "../../.."),
    stdio: ["ignore", "pipe", "pipe"],
  });
}

async function main([kind, from, to, dataFolder]: readonly string[]): Promise<void> {
  const cases = kind === "mutated" ? new FuzzCases([...ownFiles(), ...storedFiles(dataFolder!)]) : null;
  for (let number = Number(from); number < Number(to); number++) {
    console.log(JSON.stringify({ begins: number }));
    const result = cases === null ? await runHostile(number) : await cases.run(number);
    console.log(JSON.stringify({ ...result, peakBytes: process.resourceUsage().maxRSS * 1024 }));
  }
}

async function runHostile(number: number): Promise<CaseResult> {
  const { fileName, bytes } = hostileFiles[number]!();
  return { ...(await tryFile(bytes, fileName, null)), what: fileName };
}

if (require.main === module) void main(process.argv.slice(2));
