import path from "node:path";
import { type Figure, type ScoredSuite } from "../support/scored-suite";
import { isHit, readHandRead, readNegatives, readTruth, type Issue } from "./models/issues";
import { partOfModel } from "../support/part-of-model";
import { reviewModels, type ReviewedModel } from "./models/review-models";
import { understandingFigures } from "./models/understanding-figures";

type Part = Figure["part"];
const parts: readonly Part[] = ["tuned", "opened", "kept", "all"];

/** Per cent of the issues that came with the data; the bars of the kept part and of both together. */
const bars = { issues: 85, high: 90, findingsShown: 20, medianMs: 100 } as const;

/** Reviews every real workbook; an issue is hit where a finding of the default view has a cell in it. */
export const suite: ScoredSuite = async (dataFolder, onProgress) => {
  const folder = path.join(dataFolder!, "models");
  const truth = readTruth(folder);
  const negatives = readNegatives(folder);
  const handRead = [...readHandRead("tuned"), ...readHandRead("kept")];
  const reviewed = reviewModels(folder, onProgress);
  const all = [...reviewed.values()];

  const share = (name: string, part: Part, issues: readonly Issue[], bar: Figure["bar"] = null): Figure => {
    const hit = issues.filter((issue) => isHit(reviewed, issue)).length;
    const value = issues.length === 0 ? 0 : (100 * hit) / issues.length;
    return { name, part, value, unit: `% (${hit} of ${issues.length})`, bar: issues.length === 0 ? null : bar };
  };

  const figuresOf = (part: Part): Figure[] => {
    const within = ({ file }: { readonly file: string }) => part === "all" || partOfModel(file) === part;
    const high = ({ severity }: Issue) => severity === "high";
    const issues = truth.filter(within);
    const read = handRead.filter(within);
    const unmeant = negatives.filter(within);
    const workbooks = all.filter(within);
    const figure = (name: string, value: number, unit: string, bar: Figure["bar"] = null): Figure => ({
      name,
      part,
      value,
      unit,
      bar,
    });
    return [
      figure("workbooks that failed", workbooks.filter(({ failure }) => failure !== null).length, "", { atMost: 0 }),
      share("issues hit", part, issues, { atLeast: bars.issues }),
      share("high issues hit", part, issues.filter(high), { atLeast: bars.high }),
      figure(
        "deliberate breaks hit",
        unmeant.filter((place) => isHit(reviewed, place)).length,
        `of ${unmeant.length}`,
        { atMost: 0 },
      ),
      share("hand-read issues hit", part, read),
      share("hand-read high issues hit", part, read.filter(high)),
      figure("findings a workbook, default view", mean(workbooks.map(({ shown }) => shown.length)), "", {
        atMost: bars.findingsShown,
      }),
      figure("most findings of a default view", Math.max(...workbooks.map(({ shown }) => shown.length)), "", {
        atMost: bars.findingsShown,
      }),
      figure("findings a workbook, all", mean(workbooks.map(({ findings }) => findings.length)), ""),
      ...understandingFigures(
        workbooks.flatMap(({ model }) => (model === null ? [] : [model])),
        part,
      ),
      figure("review time, median", median(workbooks.map(({ reviewMs }) => reviewMs)), "ms", { atMost: bars.medianMs }),
      figure("review time, slowest", Math.max(...workbooks.map(({ reviewMs }) => reviewMs)), "ms"),
    ];
  };

  return {
    rows: all.map((one) => rowOf(one, reviewed, truth, handRead)),
    figures: [...parts.flatMap(figuresOf), ...byKind("issues hit", truth, share)],
  };
};

function rowOf(
  one: ReviewedModel,
  reviewed: ReadonlyMap<string, ReviewedModel>,
  truth: readonly Issue[],
  handRead: readonly Issue[],
): Record<string, string | number> {
  const hits = (issues: readonly Issue[]) => {
    const own = issues.filter(({ file }) => file === one.file);
    return `${own.filter((issue) => isHit(reviewed, issue)).length}/${own.length}`;
  };
  return {
    file: one.file,
    part: partOfModel(one.file),
    "read ms": Math.round(one.readMs),
    "review ms": one.reviewMs,
    formulas: one.formulas,
    unread: one.unread,
    findings: one.findings.length,
    shown: one.shown.length,
    issues: hits(truth),
    "hand-read": hits(handRead),
  };
}

/** Issues hit of each kind, so that a blind spot shows without a look at the kept workbooks. */
function byKind(
  name: string,
  issues: readonly Issue[],
  share: (name: string, part: Part, issues: readonly Issue[]) => Figure,
): Figure[] {
  const kinds = [...new Set(issues.map(({ kind }) => kind))].sort();
  return kinds.map((kind) =>
    share(
      `${name}: ${kind}`,
      "all",
      issues.filter((issue) => issue.kind === kind),
    ),
  );
}

function mean(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
