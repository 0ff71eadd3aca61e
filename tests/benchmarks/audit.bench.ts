import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { readXlsx } from "../../src/workbook/read-xlsx";
import { type Figure, type ScoredSuite } from "../support/scored-suite";
import { writeXlsx } from "../support/write-xlsx";
import { madeUpModel } from "./audit/made-up-model";
import { reviewApart, type Measured } from "./audit/review-apart";
import { timeReview, wholeReviewMs, type ReviewTimes } from "./audit/time-review";

const sizes = [10_000, 100_000, 300_000, 1_000_000];
const oneSheetCells = 300_000;
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

/** Real models beside a plain parse of the same bytes, the middle of three runs each. */
function timeRealModels(folder: string): { rows: Row[]; figures: Figure[] } {
  const timed = readdirSync(folder)
    .filter((name) => name.endsWith(".xlsx"))
    .sort()
    .map((file) => {
      const bytes = readFileSync(path.join(folder, file));
      const read: number[] = [];
      const reviews: ReviewTimes[] = [];
      for (let run = 0; run < 3; run++) {
        const started = performance.now();
        const snapshot = readXlsx(bytes, file);
        read.push(performance.now() - started);
        reviews.push(timeReview(snapshot));
      }
      const typical = reviews.sort((a, b) => wholeReviewMs(a) - wholeReviewMs(b))[1]!;
      return { file, readMs: median(read), reviewMs: wholeReviewMs(typical), typical };
    });
  return {
    rows: timed.map(({ file, readMs, reviewMs, typical }) => ({
      workbook: file,
      "read ms": Math.round(readMs),
      "index ms": Math.round(typical.indexMs),
      "understand ms": Math.round(typical.understandMs),
      "audit ms": Math.round(typical.auditMs),
      "review / read": Number((reviewMs / readMs).toFixed(2)),
    })),
    figures: [
      figure("reading a real model, median", median(timed.map(({ readMs }) => readMs)), "ms"),
      figure("reviewing it, median", median(timed.map(({ reviewMs }) => reviewMs)), "ms", bars.realReviewMs),
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
  const grown = sizes.map((cells) => add(`made up, ${cells} cells`, reviewApart({ cells, layout: "many sheets" })));
  add(`made up, ${oneSheetCells} cells on one sheet`, reviewApart({ cells: oneSheetCells, layout: "one sheet" }));
  const fromFile = add("the largest, from the bytes of its .xlsx", reviewOfBytes(sizes.at(-1)!));
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
      figure("most memory at the largest", largest.peakBytes / 1e6, "MB", bars.largestMegabytes),
      figure(`time grows, while size grows ${sizeGrowth.toFixed(0)} times`, timeGrowth, "times"),
      figure(
        "growth exponent, smallest to largest",
        Math.log(timeGrowth) / Math.log(sizeGrowth),
        "",
        bars.growthExponent,
      ),
      figure("reading the largest from its .xlsx", fromFile.readMs, "ms"),
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
    return reviewApart({ file });
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
    findings: of.findings,
    "heap MB": Math.round(of.heapBytes / 1e6),
    "peak MB": Math.round(of.peakBytes / 1e6),
  };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
