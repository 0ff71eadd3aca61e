import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { defaultView } from "../../src/audit/rank";
import { reviewWorkbook } from "../../src/audit/review-workbook";
import { type Finding } from "../../src/contracts/finding";
import { parseRange, type RangePosition } from "../../src/workbook/address";
import { readXlsx } from "../../src/workbook/read-xlsx";
import { partOf } from "../support/measured-data";
import { type Figure, type ScoredSuite } from "../support/scored-suite";

const issueSchema = z.object({
  file: z.string(),
  sheet: z.string(),
  cell: z.string(),
  cells: z.string().optional(),
  kind: z.string(),
  severity: z.enum(["high", "medium", "low"]),
});
const negativeSchema = z.object({ file: z.string(), sheet: z.string(), cell: z.string() });
type Part = Figure["part"];

interface Reviewed {
  readonly file: string;
  readonly failure: string | null;
  readonly readMs: number;
  readonly reviewMs: number;
  readonly formulas: number;
  readonly unread: number;
  readonly findings: readonly Finding[];
  readonly shown: readonly Finding[];
}

function overlap(a: RangePosition, b: RangePosition): boolean {
  return (
    a.startRow0 <= b.endRow0 &&
    b.startRow0 <= a.endRow0 &&
    a.startColumn0 <= b.endColumn0 &&
    b.startColumn0 <= a.endColumn0
  );
}

/** A place is hit where a finding of the default view has a cell in it. */
function isHit(reviewed: Reviewed, sheet: string, places: readonly string[]): boolean {
  const wanted = places.flatMap((place) => parseRange(place) ?? []);
  return reviewed.shown.some(
    (finding) =>
      finding.sheet === sheet &&
      finding.cells
        .flatMap((range) => parseRange(range) ?? [])
        .some((range) => wanted.some((one) => overlap(one, range))),
  );
}

function review(folder: string, file: string): Reviewed {
  const started = performance.now();
  let readMs = 0;
  try {
    const snapshot = readXlsx(readFileSync(path.join(folder, file)), file);
    readMs = performance.now() - started;
    const { findings, stats } = reviewWorkbook(snapshot, { clock: () => performance.now() });
    return {
      file,
      failure: null,
      readMs,
      reviewMs: stats.ms,
      formulas: stats.formulas,
      unread: stats.unreadFormulas,
      findings,
      shown: defaultView(findings),
    };
  } catch (error) {
    return { file, failure: String(error), readMs, reviewMs: 0, formulas: 0, unread: 0, findings: [], shown: [] };
  }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Issues hit of each kind, so that a blind spot shows without a look at the kept workbooks. */
function byKind(truth: readonly z.infer<typeof issueSchema>[], reviewed: ReadonlyMap<string, Reviewed>): Figure[] {
  const kinds = [...new Set(truth.map(({ kind }) => kind))].sort();
  return kinds.map((kind) => {
    const issues = truth.filter((issue) => issue.kind === kind);
    const hit = issues.filter((issue) =>
      isHit(reviewed.get(issue.file)!, issue.sheet, [issue.cell, issue.cells ?? issue.cell]),
    );
    return { name: `issues hit: ${kind}`, part: "all", value: hit.length, unit: `of ${issues.length}`, bar: null };
  });
}

/** Reviews every real workbook; a truth issue is hit where a finding of the default view has a cell in it. */
export const suite: ScoredSuite = async (dataFolder, onProgress) => {
  const folder = path.join(dataFolder!, "models");
  const json = (name: string): unknown => JSON.parse(readFileSync(path.join(folder, name), "utf8"));
  const truth = z.array(issueSchema).parse(json("truth.json"));
  const negatives = z.array(negativeSchema).parse(json("negatives.json"));
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".xlsx"))
    .sort();
  const reviewed = new Map<string, Reviewed>();
  for (const file of files) {
    const result = review(folder, file);
    if (result.failure !== null) onProgress(`${file}: ${result.failure}`);
    reviewed.set(file, result);
  }
  const all = [...reviewed.values()];

  const figuresOf = (part: Part): Figure[] => {
    const within = ({ file }: { readonly file: string }) => part === "all" || partOf(file) === part;
    const issues = truth.filter(within);
    const high = issues.filter(({ severity }) => severity === "high");
    const hit = issues.filter((issue) =>
      isHit(reviewed.get(issue.file)!, issue.sheet, [issue.cell, issue.cells ?? issue.cell]),
    );
    const wrong = negatives
      .filter(within)
      .filter((negative) => isHit(reviewed.get(negative.file)!, negative.sheet, [negative.cell]));
    const workbooks = all.filter(within);
    const figure = (name: string, value: number, unit: string, bar: Figure["bar"] = null): Figure => ({
      name,
      part,
      value,
      unit,
      bar,
    });
    return [
      figure(
        "workbooks that failed",
        workbooks.filter(({ failure }) => failure !== null).length,
        `of ${workbooks.length}`,
        { atMost: 0 },
      ),
      figure("issues hit", hit.length, `of ${issues.length}`),
      figure("high issues hit", hit.filter(({ severity }) => severity === "high").length, `of ${high.length}`),
      figure("deliberate breaks hit", wrong.length, `of ${negatives.filter(within).length}`, { atMost: 0 }),
      figure(
        "findings a workbook, default view",
        workbooks.reduce((total, { shown }) => total + shown.length, 0) / workbooks.length,
        "",
        { atMost: 20 },
      ),
      figure("review time, median", median(workbooks.map(({ reviewMs }) => reviewMs)), "ms"),
      figure("review time, slowest", Math.max(...workbooks.map(({ reviewMs }) => reviewMs)), "ms"),
    ];
  };

  return {
    rows: all.map((one) => ({
      file: one.file,
      part: partOf(one.file),
      "read ms": Math.round(one.readMs),
      "review ms": one.reviewMs,
      formulas: one.formulas,
      unread: one.unread,
      findings: one.findings.length,
      shown: one.shown.length,
      "issues hit": `${truth.filter((issue) => issue.file === one.file && isHit(one, issue.sheet, [issue.cell, issue.cells ?? issue.cell])).length}/${truth.filter((issue) => issue.file === one.file).length}`,
    })),
    figures: [...(["tuned", "kept", "all"] as const).flatMap(figuresOf), ...byKind(truth, reviewed)],
  };
};
