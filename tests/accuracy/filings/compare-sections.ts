import { readFileSync } from "node:fs";
import path from "node:path";
import { type ParsedDocument } from "../../../src/contracts/document";

/** By stored file: "1A" for a 10-K, "part2item1a" for a 10-Q. */
export function readExpectedSections(casesFolder: string): Map<string, readonly string[]> {
  const { cases } = JSON.parse(readFileSync(path.join(casesFolder, "sections_secparser.json"), "utf8")) as {
    cases: { file: string; expect: { present: string[] } }[];
  };
  return new Map(cases.map(({ file, expect }) => [file, expect.present]));
}

/** By stored file: the items of an 8-K. */
export function readExpectedItems(casesFolder: string): Map<string, readonly string[]> {
  const { cases } = JSON.parse(readFileSync(path.join(casesFolder, "items_8k_edgarcrawler.json"), "utf8")) as {
    cases: { file: string; expect: Record<string, unknown> }[];
  };
  return new Map(cases.map(({ file, expect }) => [file, Object.keys(expect)]));
}

export function compareSections(read: ParsedDocument, expected: readonly string[]): { missing: readonly string[] } {
  const ours = new Set(
    read.sections.flatMap(({ part, item }) => {
      if (item === null) return [];
      return [item, `part${part === "II" ? 2 : 1}item${item.toLowerCase()}`];
    }),
  );
  return { missing: expected.filter((name) => !ours.has(name)) };
}

export function compareCurrentReports(
  read: ParsedDocument,
  expected: readonly string[],
): { missing: readonly string[]; extra: readonly string[] } {
  const ours = read.sections.flatMap(({ item }) => (item === null ? [] : [item]));
  return {
    missing: expected.filter((item) => !ours.includes(item)),
    extra: ours.filter((item) => !expected.includes(item)),
  };
}

export interface LengthCase {
  readonly file: string;
  readonly form: string;
  readonly item: string;
  readonly expect_text_len: number;
  readonly tolerance: number;
}

/** Lengths of items that a peer's authors checked by hand. */
export function readLengthCases(casesFolder: string): readonly LengthCase[] {
  const file = path.join(casesFolder, "sections_edgartools_groundtruth.json");
  return (JSON.parse(readFileSync(file, "utf8")) as { cases: LengthCase[] }).cases;
}

export function hasExpectedLength(read: ParsedDocument, expected: LengthCase): boolean {
  const section = read.sections.find(({ item }) => item === expected.item);
  if (section === undefined) return false;
  const share = (section.end - section.start) / expected.expect_text_len;
  return Math.abs(share - 1) <= expected.tolerance;
}
