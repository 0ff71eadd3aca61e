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

interface PeerCase {
  readonly file: string;
  readonly form: string;
  readonly known_bad: readonly string[];
  readonly expect: { readonly text_len: Readonly<Record<string, number>> };
}

export interface PeerLengths {
  readonly equal: number;
  readonly of: number;
  /** Leaving out what the peer is proved wrong about. */
  readonly equalOfRight: number;
  readonly ofRight: number;
  readonly different: readonly string[];
}

/** A peer counts spaces and table cells otherwise: a tenth, or a line. */
const peerShare = 0.1;
const peerCharacters = 60;

/** By stored file: lengths a peer measured, of filings it does not itself call wrong. */
export function readPeerLengths(casesFolder: string): Map<string, PeerCase> {
  const file = path.join(casesFolder, "sections_edgartools_manifest.json");
  const { cases } = JSON.parse(readFileSync(file, "utf8")) as { cases: PeerCase[] };
  return new Map(cases.filter(({ known_bad }) => known_bad.length === 0).map((each) => [each.file, each]));
}

/** The peer does not say of which part of a 10-Q an item is: either part's may have its length. */
export function comparePeerLengths(
  read: ParsedDocument,
  expected: PeerCase,
  wrong: Readonly<Record<string, string>>,
): PeerLengths {
  const items = Object.entries(expected.expect.text_len);
  const different = items
    .filter(
      ([item, length]) =>
        !read.sections.some(
          (section) =>
            section.item === item &&
            Math.abs(section.end - section.start - length) <= Math.max(length * peerShare, peerCharacters),
        ),
    )
    .map(([item]) => item);
  const proved = items.filter(([item]) => wrong[`${expected.file} ${item}`] !== undefined).map(([item]) => item);
  return {
    equal: items.length - different.length,
    of: items.length,
    equalOfRight: items.length - new Set([...different, ...proved]).size,
    ofRight: items.length - proved.length,
    different,
  };
}

/** What a peer's list says wrongly, each case read in its document: why it is left out of the second figure. */
export function readWrongPeerLengths(): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(path.join(__dirname, "wrong-peer-lengths.json"), "utf8")) as Record<string, string>;
}

/** By stored file: items that filings of other years name otherwise. */
export function readOldItems(casesFolder: string): Map<string, readonly string[]> {
  const { cases } = JSON.parse(readFileSync(path.join(casesFolder, "sections_old_edge.json"), "utf8")) as {
    cases: { file: string; must_find: string[] }[];
  };
  return new Map(cases.map(({ file, must_find }) => [file, must_find]));
}
