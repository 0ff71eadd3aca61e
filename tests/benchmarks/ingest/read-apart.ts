import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { readDocument } from "../../../src/filings/read-document";

const memorySchema = z.object({
  /** Before reading, with the programme loaded and the file not. */
  baselineBytes: z.number(),
  /** The most the process ever held. */
  peakBytes: z.number(),
  passages: z.number(),
  facts: z.number(),
});
export type ReadingMemory = z.infer<typeof memorySchema>;

/** A filing must fit what it may have: given more, the engine would only collect later, and the figure say nothing. */
const mostHeapMegabytes = 300;

/** Reads one file in a process of its own, so that its memory is its own. */
export function readApart(file: string): ReadingMemory {
  const heap = `--max-old-space-size=${mostHeapMegabytes}`;
  const run = spawnSync(process.execPath, ["--import", "tsx", "--expose-gc", heap, __filename, file], {
    cwd: path.resolve(__dirname, "../../.."),
    encoding: "utf8",
    maxBuffer: 10_000_000,
  });
  if (run.status !== 0) throw new Error(`reading ${file} apart failed: ${run.stderr.slice(-2_000)}`);
  return memorySchema.parse(JSON.parse(run.stdout));
}

async function measure(file: string): Promise<ReadingMemory> {
  const warmUp = `<html><body>${"<p>A short page to load what reading needs.</p>".repeat(20)}</body></html>`;
  await readDocument(Buffer.from(warmUp), { fileName: "warm-up.htm" });
  global.gc?.();
  const baselineBytes = process.memoryUsage.rss();
  const read = await readDocument(readFileSync(file), { fileName: path.basename(file) });
  return {
    baselineBytes,
    peakBytes: process.resourceUsage().maxRSS * 1024,
    passages: read.passages.length,
    facts: read.facts.length,
  };
}

if (require.main === module) {
  void measure(process.argv[2] ?? "").then((memory) => console.log(JSON.stringify(memory)));
}
