import { readFileSync } from "node:fs";
import path from "node:path";
import { type ParsedDocument } from "../../../src/contracts/document";

/** How an item's text begins and ends, and how long it is, in a peer's fixtures; its tables are left out there. */
export interface ExpectedItem {
  readonly chars: number;
  readonly starts_with: string;
  readonly ends_with: string;
}

export interface EdgeComparison {
  readonly of: number;
  readonly starts: number;
  readonly ends: number;
  /** What differs, for a person. */
  readonly differences: readonly string[];
}

/** By stored file: each listed item's edges. */
export function readExpectedEdges(casesFolder: string): Map<string, ReadonlyMap<string, ExpectedItem>> {
  const { cases } = JSON.parse(readFileSync(path.join(casesFolder, "items_8k_edgarcrawler.json"), "utf8")) as {
    cases: { file: string; expect: Record<string, ExpectedItem> }[];
  };
  return new Map(cases.map(({ file, expect }) => [file, new Map(Object.entries(expect))]));
}

/** Whether each item's text begins and ends where the fixtures say, letters and figures compared. */
export function compareItemEdges(read: ParsedDocument, expected: ReadonlyMap<string, ExpectedItem>): EdgeComparison {
  let [starts, ends] = [0, 0];
  const differences: string[] = [];
  for (const [item, { starts_with: start, ends_with: end }] of expected) {
    const section = read.sections.find((each) => each.item === item);
    const texts = section === undefined ? [] : [textOf(read, section, false), textOf(read, section, true)];
    const begins = texts.some((text) => text.startsWith(solid(start)));
    const closes = texts.some((text) => text.endsWith(solid(end)));
    if (begins) starts++;
    if (closes) ends++;
    if (!begins) differences.push(`${item} begins ${texts[0]?.slice(0, 60) ?? "nowhere"}, not ${solid(start)}`);
    if (!closes) differences.push(`${item} ends ${texts[0]?.slice(-60) ?? "nowhere"}, not ${solid(end)}`);
  }
  return { of: expected.size, starts, ends, differences };
}

function textOf(read: ParsedDocument, section: { start: number; end: number }, withoutTables: boolean): string {
  if (!withoutTables) return solid(read.text.slice(section.start, section.end));
  const within = read.passages.filter(
    ({ start, end, kind }) => start >= section.start && end <= section.end && kind === "text",
  );
  return solid(within.map(({ text }) => text).join(" "));
}

/** Letters and digits alone: rules, bullets and spaces differ between readings. */
function solid(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, "").toLowerCase();
}
