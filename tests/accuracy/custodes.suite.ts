import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { reviewWorkbook } from "../../src/audit/review-workbook";
import { type Finding } from "../../src/contracts/finding";
import { parseRange } from "../../src/workbook/address";
import { readXlsx } from "../../src/workbook/read-xlsx";
import { partOfModel } from "../support/part-of-model";
import { type Figure, type ScoredSuite } from "../support/scored-suite";

/**
 * Rules that say a formula (or a number in its place) refers or calculates wrongly. Left out are the rules on what the
 * labels do not cover: what a row means, errors that the values show by themselves, numbers kept as text, typed assumptions.
 */
const shapeRules: ReadonlySet<string> = new Set([
  ...["row-drift", "column-drift", "missing-anchor", "frozen-reference", "typed-over-formula", "typed-instead-of-link"],
  ...["row-stops", "stuck-copy"],
  ...["typed-in-copy", "range-omits-neighbour", "partial-sum", "uneven-totals", "sideways-total", "shifted-range"],
  ...["doubled-minus", "unequal-weights", "total-skips-row", "contradicting-label", "wrong-period"],
]);
/** The kinds that the published evaluation counts as errors. */
const errorKinds: ReadonlySet<string> = new Set(["ref", "refi", "calc"]);

const labelSchema = z.object({
  Workbook: z.string(),
  Worksheet: z.string(),
  Address: z.string(),
  BugKind: z.string(),
  Notes: z.string().nullish(),
});

/** One labelled error: its cells, and where it is two stretches that disagree, the cells of the other. */
interface LabelledError {
  readonly cells: ReadonlySet<string>;
  readonly others: ReadonlySet<string>;
}

interface Scored {
  readonly file: string;
  readonly errors: readonly LabelledError[];
  readonly reported: ReadonlySet<string>;
  readonly findings: readonly ReadonlySet<string>[];
}

/** "Sheet!12,3" for every cell of "A1:B2, D4". */
function cellsIn(sheet: string, ranges: string): string[] {
  return ranges.split(",").flatMap((written) => {
    const range = parseRange(written.trim().replace(/\.$/u, ""));
    if (range === null) return [];
    const cells: string[] = [];
    for (let row = range.startRow0; row <= range.endRow0; row++)
      for (let column = range.startColumn0; column <= range.endColumn0; column++)
        cells.push(`${sheet.trim()}!${row},${column}`);
    return cells;
  });
}

/** Labels that name each other ("dual = …") are one disagreement; the shorter side counts, as in the published evaluation. */
function errorsOf(labels: readonly z.infer<typeof labelSchema>[]): LabelledError[] {
  const dualOf = new Map<string, string[]>();
  for (const { Worksheet: sheet, Address: address, Notes: notes } of labels) {
    const dual = /^\s*duals?\s*=\s*([^;\n]*)/iu.exec(notes ?? "")?.[1] ?? "";
    for (const cell of cellsIn(sheet, address)) dualOf.set(cell, cellsIn(sheet, dual));
  }
  const bySide = new Map<string, string[]>();
  for (const [cell, dual] of dualOf) {
    const key = dual.length === 0 ? cell : [...dual].sort().join(";");
    bySide.set(key, [...(bySide.get(key) ?? []), cell]);
  }
  const taken = new Set<string>();
  return [...dualOf].flatMap(([cell, dual]) => {
    if (taken.has(cell)) return [];
    const side = dual.length === 0 ? [cell] : bySide.get([...dual].sort().join(";"))!;
    for (const one of [...side, ...dual]) taken.add(one);
    return [{ cells: new Set(side), others: new Set(dual) }];
  });
}

/** How many errors a disagreement counts as: its shorter side. */
function sizeOf({ cells, others }: LabelledError): number {
  return others.size === 0 ? cells.size : Math.min(cells.size, others.size);
}

function labelledIn({ errors }: Scored): ReadonlySet<string> {
  return new Set(errors.flatMap(({ cells, others }) => [...cells, ...others]));
}

function found(error: LabelledError, reported: ReadonlySet<string>): number {
  const both = new Set([...error.cells, ...error.others]);
  return Math.min(sizeOf(error), [...both].filter((cell) => reported.has(cell)).length);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : (100 * part) / whole;
}

function figuresOf(part: Figure["part"], scored: readonly Scored[]): Figure[] {
  const figure = (name: string, value: number, unit: string, bar: Figure["bar"] = null): Figure => ({
    name,
    part,
    value,
    unit,
    bar: part === "all" ? bar : null,
  });
  const hits = sum(scored.map((one) => sum(one.errors.map((error) => found(error, one.reported)))));
  const errors = sum(scored.map((one) => sum(one.errors.map(sizeOf))));
  const beside = sum(scored.map((one) => [...one.reported].filter((cell) => !labelledIn(one).has(cell)).length));
  const reportedCells = sum(scored.map((one) => one.reported.size));
  const labelledCells = sum(scored.map((one) => labelledIn(one).size));
  const right = sum(scored.map((one) => [...one.reported].filter((cell) => labelledIn(one).has(cell)).length));
  const findings = scored.flatMap((one) => one.findings.map((cells) => ({ cells, labelled: labelledIn(one) })));
  const apt = findings.filter(({ cells, labelled }) => [...cells].some((cell) => labelled.has(cell)));
  return [
    figure("precision, pooled over errors", percent(hits, hits + beside), "%", { atLeast: 50 }),
    figure("recall, pooled over errors", percent(hits, errors), `% of ${errors}`, { atLeast: 40 }),
    figure("precision, pooled over cells", percent(right, reportedCells), `% of ${reportedCells}`),
    figure("recall, pooled over cells", percent(right, labelledCells), `% of ${labelledCells}`),
    figure("findings that touch a labelled cell", percent(apt.length, findings.length), `% of ${findings.length}`),
  ];
}

function cellsOfFinding(finding: Finding): string[] {
  return [
    ...finding.cells.flatMap((range) => cellsIn(finding.sheet, range)),
    ...(finding.alsoAt ?? []).flatMap(({ sheet, cells }) => cellsIn(sheet, cells)),
  ];
}

/**
 * Labelled general spreadsheets. Counted as the published evaluation counts, but pooled: an error is hit where a reported
 * cell is one of its cells; every reported cell that no label names is a false one. All findings of the shape rules count,
 * not only the default view.
 */
export const suite: ScoredSuite = (dataFolder, onProgress) => {
  const folder = path.join(dataFolder!, "custodes");
  const labels = z.array(labelSchema).parse(JSON.parse(readFileSync(path.join(folder, "labels.json"), "utf8")));
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".xlsx"))
    .sort();
  const scored = files.map((file): Scored => {
    const snapshot = readXlsx(readFileSync(path.join(folder, file)), file);
    const findings = reviewWorkbook(snapshot).findings.filter(({ rule }) => shapeRules.has(rule));
    const own = labels.filter(
      ({ Workbook, BugKind }) => Workbook.toLowerCase() === file.toLowerCase() && errorKinds.has(BugKind),
    );
    if (partOfModel(file) === "tuned")
      for (const finding of findings) onProgress(`${file} ${finding.sheet}!${finding.cells.join()} ${finding.rule}`);
    return {
      file,
      errors: errorsOf(own),
      reported: new Set(findings.flatMap(cellsOfFinding)),
      findings: findings.map((finding) => new Set(cellsOfFinding(finding))),
    };
  });
  return Promise.resolve({
    rows: scored.map((one) => ({
      file: one.file,
      part: partOfModel(one.file),
      errors: sum(one.errors.map(sizeOf)),
      hit: sum(one.errors.map((error) => found(error, one.reported))),
      "cells reported": one.reported.size,
      "not labelled": [...one.reported].filter((cell) => !labelledIn(one).has(cell)).length,
      findings: one.findings.length,
    })),
    figures: (["tuned", "opened", "kept", "all"] as const).flatMap((part) =>
      figuresOf(
        part,
        scored.filter(({ file }) => part === "all" || partOfModel(file) === part),
      ),
    ),
  });
};
