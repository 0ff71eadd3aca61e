import { readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { type ItemPassage } from "../../../src/filings/changes/item-sentences";
import { type ParsedDocument } from "../../../src/contracts/document";
import { readTextDocument } from "../../../src/filings/read-text-document";
import { partOf } from "../../support/measured-data";

/** The same items of one company's annual reports of two years. */
export interface YearPair {
  readonly company: string;
  readonly name: string;
  readonly part: "tuned" | "kept";
  readonly earlier: ReadonlyMap<string, readonly ItemPassage[]>;
  readonly later: ReadonlyMap<string, readonly ItemPassage[]>;
}

/** Consecutive reports whose items a peer had cut already, as text without looks. */
export function* seriesPairs(dataFolder: string): Generator<YearPair> {
  const { cases } = readJson(path.join(dataFolder, "cases", "yoy_series_extracted_items.json")) as {
    cases: { company: string; files: string[] }[];
  };
  for (const { company, files } of cases) {
    let before: string | null = null;
    for (const file of files) {
      if (before !== null) {
        const part = bothParts(before, file);
        const [earlier, later] = [before, file].map((one) => readItems(path.join(dataFolder, "filings", one)));
        yield { company, name: path.basename(file), part, earlier: earlier!, later: later! };
      }
      before = file;
    }
  }
}

/** Consecutive reports as filed, read by us. A filing of several companies or form is compared all the same. */
export function* filedPairs(dataFolder: string): Generator<YearPair> {
  const { cases } = readJson(path.join(dataFolder, "cases", "yoy_pairs_10k.json")) as {
    cases: { company: string; prior: string; current: string; prior_period: string; period: string }[];
  };
  for (const { company, prior, current, prior_period, period } of cases) {
    // One listed pair is a filing twice over.
    if (prior_period === period) continue;
    const [earlier, later] = [prior, current].map((file) => passagesByItem(readFiling(dataFolder, file)));
    yield {
      company,
      name: path.basename(current),
      part: bothParts(prior, current),
      earlier: earlier!,
      later: later!,
    };
  }
}

/** A pair is kept where either of its files is. */
function bothParts(first: string, second: string): "tuned" | "kept" {
  return [first, second].some((file) => partOf(path.basename(file)) === "kept") ? "kept" : "tuned";
}

function readItems(file: string): Map<string, readonly ItemPassage[]> {
  const fields = JSON.parse(gunzipSync(readFileSync(file)).toString("utf8")) as Record<string, unknown>;
  return new Map(
    Object.entries(fields).flatMap(([name, text]) => {
      const item = /^item_(\w+)$/.exec(name)?.[1];
      if (item === undefined || typeof text !== "string") return [];
      return [[item, [{ id: name, kind: "text", path: [], start: 0, text }]] as const];
    }),
  );
}

function readFiling(dataFolder: string, file: string): ParsedDocument {
  const bytes = readFileSync(path.join(dataFolder, "filings", file));
  return readTextDocument(bytes, { fileName: path.basename(file), form: "10-K" });
}

export function passagesByItem({ passages }: ParsedDocument): Map<string, readonly ItemPassage[]> {
  const items = new Map<string, ItemPassage[]>();
  for (const passage of passages) {
    if (passage.item === null) continue;
    const known = items.get(passage.item);
    if (known === undefined) items.set(passage.item, [passage]);
    else known.push(passage);
  }
  return items;
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, "utf8"));
}
