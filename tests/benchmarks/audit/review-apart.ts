import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { readXlsx } from "../../../src/workbook/read-xlsx";
import { madeUpModel } from "./made-up-model";
import { timeReview, typicalReview } from "./time-review";

const measuredSchema = z.object({
  cells: z.number(),
  formulas: z.number(),
  /** Zero where the model was not read from a file. */
  readMs: z.number(),
  indexMs: z.number(),
  understandMs: z.number(),
  auditMs: z.number(),
  cpuMs: z.number(),
  findings: z.number(),
  heapBytes: z.number(),
  /** The most memory the process ever held. */
  peakBytes: z.number(),
});
export type Measured = z.infer<typeof measuredSchema>;

/** A review must fit the memory it may have: given more, the engine would only collect later, and the figure say nothing. */
const mostHeapMegabytes = 1_400;
const warmUpCells = 10_000;

/** Reviews one workbook in a process of its own, so that its memory is its own, and gives the middle of the runs. */
export function reviewApart(
  what: { readonly file: string } | { readonly cells: number; readonly layout: "many sheets" | "one sheet" },
  runs: number,
): Measured {
  const argument = "file" in what ? what.file : `${what.cells},${what.layout}`;
  const run = spawnSync(
    process.execPath,
    ["--import", "tsx", "--expose-gc", `--max-old-space-size=${mostHeapMegabytes}`, __filename, argument, String(runs)],
    {
      cwd: path.resolve(__dirname, "../../.."),
      encoding: "utf8",
      maxBuffer: 10_000_000,
    },
  );
  if (run.status !== 0) throw new Error(`the review of ${argument} failed: ${run.stderr.slice(-2_000)}`);
  return measuredSchema.parse(JSON.parse(run.stdout));
}

/** Of a path, or "cells,layout" of a made-up workbook. */
function measure(argument: string, runs: number): Measured {
  timeReview(madeUpModel(warmUpCells));
  const made = /^(\d+),(many sheets|one sheet)$/.exec(argument);
  const started = performance.now();
  const snapshot =
    made === null
      ? readXlsx(new Uint8Array(readFileSync(argument)), path.basename(argument))
      : madeUpModel(Number(made[1]), made[2] as "many sheets" | "one sheet");
  const readMs = made === null ? performance.now() - started : 0;
  const times = typicalReview(Array.from({ length: runs }, () => timeReview(snapshot)));
  const cells = snapshot.sheets.reduce((sum, sheet) => sum + sheet.cells.length, 0);
  const formulas = snapshot.sheets.reduce(
    (sum, sheet) => sum + sheet.cells.filter(({ formula }) => formula !== null).length,
    0,
  );
  const heapBytes = process.memoryUsage().heapUsed;
  return { cells, formulas, readMs, ...times, heapBytes, peakBytes: process.resourceUsage().maxRSS * 1024 };
}

if (require.main === module) console.log(JSON.stringify(measure(process.argv[2] ?? "", Number(process.argv[3] ?? 1))));
