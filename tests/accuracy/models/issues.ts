import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { type Finding } from "../../../src/contracts/finding";
import { parseRange, type RangePosition } from "../../../src/workbook/address";
import { type ReviewedModel } from "./review-models";

const placeSchema = z.object({ file: z.string(), sheet: z.string(), cell: z.string(), cells: z.string().optional() });
const issueSchema = placeSchema.extend({
  kind: z.string(),
  severity: z.enum(["high", "medium", "low"]),
  what: z.string().optional(),
});
const handReadSchema = issueSchema.omit({ cell: true }).extend({ cells: z.string() });

export type Place = z.infer<typeof placeSchema>;
export type Issue = z.infer<typeof issueSchema>;

/** The issues that came with the measuring data. */
export function readTruth(folder: string): Issue[] {
  return z.array(issueSchema).parse(readJson(path.join(folder, "truth.json")));
}

/** Breaks of a pattern that are meant: a comment on one is wrong. */
export function readNegatives(folder: string): Place[] {
  return z.array(placeSchema).parse(readJson(path.join(folder, "negatives.json")));
}

/** What a person found reading the same workbooks cell by cell; "kept" was read by somebody who wrote no rule. */
export function readHandRead(part: "tuned" | "kept"): Issue[] {
  const file = path.join(__dirname, `../hand-read-${part}.json`);
  if (!existsSync(file)) return [];
  return z
    .array(handReadSchema)
    .parse(readJson(file))
    .map((issue) => ({ ...issue, cell: issue.cells }));
}

/** True where a finding has a cell in the place. */
export function touches(finding: Finding, { sheet, cell, cells }: Place): boolean {
  const wanted = [cell, cells ?? cell].flatMap(rangesIn);
  const elsewhere = (finding.alsoAt ?? []).filter((other) => other.sheet === sheet).map((other) => other.cells);
  const own = [...(finding.sheet === sheet ? finding.cells : []), ...elsewhere].flatMap(rangesIn);
  return own.some((range) => wanted.some((one) => overlap(one, range)));
}

/** True where a finding of the default view has a cell in the place. */
export function isHit(reviewed: ReadonlyMap<string, ReviewedModel>, place: Place): boolean {
  return reviewed.get(place.file)?.shown.some((finding) => touches(finding, place)) ?? false;
}

function rangesIn(text: string): RangePosition[] {
  return text.split(",").flatMap((one) => parseRange(one.trim()) ?? []);
}

function overlap(a: RangePosition, b: RangePosition): boolean {
  return (
    a.startRow0 <= b.endRow0 &&
    b.startRow0 <= a.endRow0 &&
    a.startColumn0 <= b.endColumn0 &&
    b.startColumn0 <= a.endColumn0
  );
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, "utf8"));
}
