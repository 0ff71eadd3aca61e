import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { readXlsx } from "../../src/workbook/read-xlsx";
import { type Figure, type ScoredSuite } from "../support/scored-suite";
import { writeXlsx } from "../support/write-xlsx";
import { madeUpModel } from "./audit/made-up-model";
import { reviewApart, type Measured } from "./audit/review-apart";
import { timeReview, typicalReview, wholeReviewMs, type ReviewTimes } from "./audit/time-review";

/** Large ones once: their runs differ little, and the whole benchmark is to end within minutes. */
const sizes = [
  { cells: 10_000, runs: 5 },
  { cells: 100_000, runs: 3 },
  { cells: 300_000, runs: 1 },
  { cells: 1_000_000, runs: 1 },
] as const;
const oneSheetCells = 300_000;
/** Those that are also read from the bytes of a file, so that the plain parse stands beside the review. */
const fileSizes = [100_000, 1_000_000] as const;
const runsOfRealModels = 3;
const bars = {
  realReviewMs: { atMost: 100 },
  largestMs: { atMost: 10_000 },
  largestMegabytes: { atMost: 1_500 },
  growthExponent: { atMost: 1.15 },
} as const;

type Row = Readonly<Record<string, string | number>>;

function figure(name: string, value: number, unit: string, bar: Figure["bar"] = null): Figure {
  return { name, part: "all", value, unit, bar };
}

/** Real models beside a plain parse of the same bytes, the middle of several runs each. */
function timeRealModels(folder: string): { rows: Row[]; figures: Figure[] } {
  const timed = readdirSync(folder)
    .filter((name) => name.endsWith(".xlsx"))
    .sort()
    .map((file) => {
      const bytes = readFileSync(path.join(folder, file));
      const read: number[] = [];
      const reviews: ReviewTimes[] = [];
      for (let run = 0; run < runsOfRealModels; run++) {
        const started = performance.now();
        const snapshot = readXlsx(bytes, file);
        read.push(performance.now() - started);
        reviews.push(timeReview(snapshot));
      }
      const typical = typicalReview(reviews);
      const firstMs = wholeReviewMs(reviews[0]!);
      return { file, readMs: median(read), reviewMs: wholeReviewMs(typical), firstMs, typical };
    });
  return {
    rows: timed.map(({ file, readMs, reviewMs, typical }) => ({
      workbook: file,
      "read ms": Math.round(readMs),
      "index ms": Math.round(typical.indexMs),
      "understand ms": Math.round(typical.understandMs),
      "audit ms": Math.round(typical.auditMs),
      "review cpu ms": Math.round(typical.cpuMs),
      "review / read": Number((reviewMs / readMs).toFixed(2)),
    })),
    figures: [
      figure("reading a real model, median", median(timed.map(({ readMs }) => readMs)), "ms"),
      figure("reviewing it, median", median(timed.map(({ reviewMs }) => reviewMs)), "ms", bars.realReviewMs),
      figure("reviewing it, median of processor time", median(timed.map(({ typical }) => typical.cpuMs)), "ms"),
      figure("reviewing it for the first time, median", median(timed.map(({ firstMs }) => firstMs)), "ms"),
      figure("reviewing it, slowest", Math.max(...timed.map(({ reviewMs }) => reviewMs)), "ms"),
      figure("review / read, median", median(timed.map(({ readMs, reviewMs }) => reviewMs / readMs)), ""),
    ],
  };
}

/** How a review grows with the model; each size in a process of its own. */
export const suite: ScoredSuite = async (dataFolder, onProgress) => {
  const real = dataFolder === null ? { rows: [], figures: [] } : timeRealModels(path.join(dataFolder, "models"));
  onProgress(`${real.rows.length} real models timed`);
  const measured: { name: string; of: Measured }[] = [];
  const add = (name: string, of: Measured): Measured => {
    onProgress(`${name}: ${Math.round(wholeReviewMs(of))} ms, ${Math.round(of.peakBytes / 1e6)} MB`);
    measured.push({ name, of });
    return of;
  };
  const grown = sizes.map(({ cells, runs }) =>
    add(`made up, ${cells} cells`, reviewApart({ cells, layout: "many sheets" }, runs)),
  );
  add(`made up, ${oneSheetCells} cells on one sheet`, reviewApart({ cells: oneSheetCells, layout: "one sheet" }, 1));
  const fromFiles = fileSizes.map((cells) => add(`the same of ${cells} cells from its .xlsx`, reviewOfBytes(cells)));
  const fromFile = fromFiles.at(-1)!;
  const [smallest, largest] = [grown[0]!, grown.at(-1)!];
  const timeGrowth = wholeReviewMs(largest) / wholeReviewMs(smallest);
  const sizeGrowth = largest.cells / smallest.cells;
  return {
    rows: [...real.rows, ...measured.map(({ name, of }) => rowOf(name, of))],
    figures: [
      ...real.figures,
      ...grown.map((one) =>
        figure(
          `reviewing ${one.cells} cells, ${one.formulas} formulas`,
          wholeReviewMs(one),
          "ms",
          one === largest ? bars.largestMs : null,
        ),
      ),
      figure("processor time of the largest", largest.cpuMs, "ms"),
      figure("most memory at the largest", largest.peakBytes / 1e6, "MB", bars.largestMegabytes),
      figure(`time grows, while size grows ${sizeGrowth.toFixed(0)} times`, timeGrowth, "times"),
      figure(
        "growth exponent, smallest to largest",
        Math.log(timeGrowth) / Math.log(sizeGrowth),
        "",
        bars.growthExponent,
      ),
      figure("growth exponent of processor time", Math.log(largest.cpuMs / smallest.cpuMs) / Math.log(sizeGrowth), ""),
      figure("reading the largest from its .xlsx", fromFile.readMs, "ms"),
      figure("review / read of the largest", wholeReviewMs(fromFile) / fromFile.readMs, ""),
      figure("reading and reviewing it", fromFile.readMs + wholeReviewMs(fromFile), "ms"),
      figure("most memory, reading and reviewing it", fromFile.peakBytes / 1e6, "MB"),
    ],
  };
};

function reviewOfBytes(cells: number): Measured {
  const folder = mkdtempSync(path.join(tmpdir(), "marginalia-bench-"));
  try {
    const file = path.join(folder, "largest.xlsx");
    writeFileSync(file, writeXlsx(madeUpModel(cells)));
    return reviewApart({ file }, 1);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function rowOf(name: string, of: Measured): Row {
  return {
    workbook: name,
    "read ms": Math.round(of.readMs),
    "index ms": Math.round(of.indexMs),
    "understand ms": Math.round(of.understandMs),
    "audit ms": Math.round(of.auditMs),
    "review cpu ms": Math.round(of.cpuMs),
    ...(of.readMs === 0 ? {} : { "review / read": Number((wholeReviewMs(of) / of.readMs).toFixed(2)) }),
    findings: of.findings,
    "heap MB": Math.round(of.heapBytes / 1e6),
    "peak MB": Math.round(of.peakBytes / 1e6),
  };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
