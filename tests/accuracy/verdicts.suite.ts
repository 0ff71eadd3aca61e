import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { type Finding } from "../../src/contracts/finding";
import { type Figure, type ScoredSuite } from "../support/scored-suite";
import { partOfModel } from "../support/part-of-model";
import { reviewModels } from "./models/review-models";

/** How many findings are drawn, and how many of those must be worth an analyst's time. */
const drawn = 100;
const worthAtLeast = 70;

const verdictSchema = z.object({
  file: z.string(),
  rule: z.string(),
  sheet: z.string(),
  cell: z.string(),
  /** "mended": it was wrong and is no longer said; one that is said again counts as wrong. */
  verdict: z.enum(["worth-it", "noise", "wrong", "repeats", "mended"]),
  reason: z.string(),
});

interface Said {
  readonly file: string;
  readonly finding: Finding;
}

/**
 * Draws findings of the default views at random, always the same ones while the rules say the same, and counts those
 * a reader judged worth an analyst's time in their cells. What nobody has judged yet is listed and counts for nothing.
 */
export const suite: ScoredSuite = async (dataFolder, onProgress) => {
  const reviewed = reviewModels(path.join(dataFolder!, "models"), onProgress);
  const all: Said[] = [...reviewed.values()].flatMap(({ file, shown }) => shown.map((finding) => ({ file, finding })));
  const sample = all
    .map((said) => ({ said, draw: createHash("sha1").update(keyOf(said)).digest("hex") }))
    .sort((a, b) => (a.draw < b.draw ? -1 : 1))
    .slice(0, drawn)
    .map(({ said }) => said);
  const verdicts = new Map(
    z
      .array(verdictSchema)
      .parse(JSON.parse(readFileSync(path.join(__dirname, "finding-verdicts.json"), "utf8")))
      .map((one) => [[one.file, one.rule, one.sheet, one.cell].join("\u0000"), one.verdict]),
  );
  const judged = sample.filter((said) => verdicts.has(keyOf(said)));
  const worth = judged.filter((said) => verdicts.get(keyOf(said)) === "worth-it");
  const figure = (name: string, value: number, unit: string, bar: Figure["bar"] = null): Figure => ({
    name,
    part: "all",
    value,
    unit,
    bar,
  });
  return {
    rows: sample.map(({ file, finding }) => ({
      file,
      part: partOfModel(file),
      rule: finding.rule,
      sheet: finding.sheet,
      cell: firstCellOf(finding),
      verdict: verdicts.get(keyOf({ file, finding })) ?? "not judged",
    })),
    figures: [
      figure("findings drawn", sample.length, `of ${all.length}`),
      figure("judged", judged.length, `of ${sample.length}`),
      figure("worth an analyst's time", worth.length, `of ${sample.length}`, {
        atLeast: (worthAtLeast * sample.length) / drawn,
      }),
    ],
  };
};

function keyOf({ file, finding }: Said): string {
  return [file, finding.rule, finding.sheet, firstCellOf(finding)].join("\u0000");
}

function firstCellOf(finding: Finding): string {
  return finding.cells[0]!.split(":")[0]!;
}
