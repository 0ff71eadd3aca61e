import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { Parser } from "htmlparser2";
import { isAppError } from "../../src/contracts/app-error";
import { type ParsedDocument } from "../../src/contracts/document";
import { readTextDocument } from "../../src/filings/read-text-document";
import { partOf } from "../support/measured-data";
import { type Figure, type ScoredSuite } from "../support/scored-suite";
import { compareFacts, readExpectedFacts } from "./filings/compare-facts";
import { comparePlacedFacts } from "./filings/compare-placed-facts";
import { compareReadFacts } from "./filings/compare-read-facts";
import { compareInstances } from "./filings/compare-instances";
import {
  compareCurrentReports,
  compareSections,
  hasExpectedLength,
  readExpectedItems,
  readExpectedSections,
  readLengthCases,
} from "./filings/compare-sections";
import { sectionFigures } from "./filings/section-figures";
import { compareTables } from "./filings/compare-tables";
import { historyFigures } from "./filings/history-figures";
import {
  compareNoteHeadings,
  compareTaggedTables,
  compareTextBlocks,
  readExpectedTextBlocks,
} from "./filings/compare-text-blocks";
import { measureOtherForms } from "./filings/other-forms";
import { textKept } from "./filings/text-kept";
import { compareYears } from "./filings/compare-years";

type Row = Record<string, string | number>;
type Part = Figure["part"];

/** A sum kept for the tuned files, the kept ones and both. */
class Tally {
  private readonly sums = new Map<Part, { hit: number; of: number }>();

  add(part: Part, hit: number, of: number): void {
    for (const key of [part, "all"] as const) {
      const sum = this.sums.get(key) ?? { hit: 0, of: 0 };
      this.sums.set(key, { hit: sum.hit + hit, of: sum.of + of });
    }
  }

  share(name: string, bar: Figure["bar"], unit = ""): Figure[] {
    return (["tuned", "kept", "all"] as const).flatMap((part) => {
      const sum = this.sums.get(part);
      if (sum === undefined || sum.of === 0) return [];
      return [{ name, part, value: sum.hit / sum.of, unit: unit || `of ${sum.of}`, bar }];
    });
  }

  /** A bar over all filings: of a part with few of them a single one would be more than the bar allows. */
  shareOverAll(name: string, bar: Figure["bar"]): Figure[] {
    return this.share(name, null).map((figure) => (figure.part === "all" ? { ...figure, bar } : figure));
  }

  count(name: string, bar: Figure["bar"]): Figure[] {
    return [{ name, part: "all", value: this.sums.get("all")?.hit ?? 0, unit: "", bar }];
  }
}

const folders = ["10-K", "10-Q", "20-F", "8-K", "CORRESP", "UPLOAD", "sec-rendered", "transcripts"];
const reportFolders = new Set(["10-K", "10-Q"]);

/** Reads every stored filing and holds it against the SEC's own facts and two peers' lists of sections. */
export const suite: ScoredSuite = async (dataFolder, onProgress) => {
  if (dataFolder === null) return { figures: [], rows: [] };
  const filings = path.join(dataFolder, "filings");
  const cases = path.join(dataFolder, "cases");
  const expectedFacts = readExpectedFacts(cases);
  const expectedSections = readExpectedSections(cases);
  const expectedItems = readExpectedItems(cases);

  const lengthCases = readLengthCases(cases);

  const expectedTextBlocks = readExpectedTextBlocks(cases);
  const textBlocks = new Tally();
  const taggedTables = new Tally();
  const noteHeadings = new Tally();
  const lengths = new Tally();
  const failures = new Tally();
  const facts = new Tally();
  const extraFacts = new Tally();
  const sections = new Tally();
  const complete = new Tally();
  const items = new Tally();
  const itemsComplete = new Tally();
  const shares = new Tally();
  const visible = new Tally();
  const withoutRunningHeads = new Tally();
  const tablePeriods = new Tally();
  const tablePeriodsWrong = new Tally();
  const tableScales = new Tally();
  const tablePaths = new Tally();
  const placed = new Tally();
  const placedRight = new Tally();
  const readValues = new Tally();
  const readConcepts = new Tally();
  const readFound = new Tally();
  const ourSpeed = { bytes: 0, ms: 0, parserMs: 0 };
  const rows: Row[] = [];

  const files = folders.flatMap((folder) =>
    readdirSync(path.join(filings, folder))
      .filter((name) => /\.(?:html?|txt)\.gz$/.test(name))
      .map((name) => ({ folder, name, key: `${folder}/${name}` })),
  );
  for (const [index, { folder, name, key }] of files.entries()) {
    const part = partOf(name);
    const bytes = readFileSync(path.join(filings, folder, name));
    const before = process.cpuUsage();
    const read = tryToRead(bytes, name, folder);
    const ms = cpuMs(before);
    failures.add(part, read instanceof Error ? 1 : 0, 1);
    if (read instanceof Error) {
      onProgress(`${key}: ${read.message}`);
      rows.push({ file: key, problem: read.message.slice(0, 80) });
      continue;
    }
    shares.add(part, read.textShare, 1);
    if (index % 50 === 0) onProgress(`${index} of ${files.length} files`);

    const row: Row = { file: key, sections: read.sections.filter((section) => section.item !== null).length };
    const wantedFacts = expectedFacts.get(key);
    if (wantedFacts !== undefined) {
      const result = compareFacts(read.facts, wantedFacts);
      facts.add(part, result.equal, result.expected);
      extraFacts.add(part, result.extra.length, 1);
      row["facts equal"] = `${result.equal}/${result.expected}`;
      for (const line of [...result.differences, ...result.extra].slice(0, 5)) onProgress(`${key}: ${line}`);
    }
    const wantedSections = expectedSections.get(key);
    if (wantedSections !== undefined) {
      const result = compareSections(read, wantedSections);
      sections.add(part, wantedSections.length - result.missing.length, wantedSections.length);
      complete.add(part, result.missing.length === 0 ? 1 : 0, 1);
      row["sections found"] = `${wantedSections.length - result.missing.length}/${wantedSections.length}`;
      row["missing"] = result.missing.join(" ");
    }
    for (const expected of lengthCases.filter(({ file }) => file === key)) {
      lengths.add(part, hasExpectedLength(read, expected) ? 1 : 0, 1);
    }
    const wantedBlocks = expectedTextBlocks.get(key);
    if (wantedBlocks !== undefined) {
      const blocks = compareTextBlocks(read, wantedBlocks);
      const tables = compareTaggedTables(read);
      const headings = compareNoteHeadings(read, gunzipSync(bytes).toString("utf8"), name, folder);
      textBlocks.add(part, blocks.hit, blocks.of);
      taggedTables.add(part, tables.hit, tables.of);
      noteHeadings.add(part, headings.found, headings.tagged);
      row["notes by headings"] = `${headings.found}/${headings.tagged} +${headings.more}`;
      if (part === "tuned")
        for (const line of [...blocks.misses, ...tables.misses].slice(0, 5)) onProgress(`${key}: ${line}`);
    }
    const wantedItems = expectedItems.get(key);
    if (wantedItems !== undefined) {
      const result = compareCurrentReports(read, wantedItems);
      items.add(part, wantedItems.length - result.missing.length, wantedItems.length);
      itemsComplete.add(part, result.missing.length === 0 && result.extra.length === 0 ? 1 : 0, 1);
      if (result.missing.length > 0) rows.push({ file: key, missing: result.missing.join(" ") });
    }
    if (reportFolders.has(folder) && name.includes(".htm")) {
      const placing = comparePlacedFacts(bytes, name, read);
      if (placing !== null) {
        placed.add(part, placing.placed, placing.printed);
        placedRight.add(part, placing.right, placing.placed);
        const inStatements = compareReadFacts(read);
        readValues.add(part, inStatements.valuesRight, inStatements.read);
        readConcepts.add(part, inStatements.conceptsRight, inStatements.read);
        readFound.add(part, inStatements.found, inStatements.tagged);
      }
      const inTables = compareTables(read);
      tablePeriods.add(part, inTables.periodRight, inTables.numbers);
      tablePeriodsWrong.add(part, inTables.periodWrong, inTables.numbers);
      tableScales.add(part, inTables.scaleRight, inTables.numbers);
      tablePaths.add(part, inTables.withRowPath, inTables.numbers);
      const markup = gunzipSync(bytes).toString("utf8");
      const parserMs = bareParserMs(markup);
      ourSpeed.bytes += markup.length;
      ourSpeed.ms += ms;
      ourSpeed.parserMs += parserMs;
      const text = textKept(bytes, name, markup);
      visible.add(part, text.laidOut, 1);
      withoutRunningHeads.add(part, text.withoutRunningHeads, 1);
      row["MB/s"] = (markup.length / 1e3 / ms).toFixed(1);
      row["facts"] = read.facts.length;
      row["of visible"] = text.laidOut.toFixed(4);
      row["warnings"] = read.warnings.length;
      rows.push(row);
    }
  }

  const otherForms = measureOtherForms(filings, cases);
  for (const line of otherForms.differences.slice(0, 10)) onProgress(line);
  const instances = compareInstances(filings);
  for (const line of instances.differences.slice(0, 5)) onProgress(line);
  const megabytes = ourSpeed.bytes / 1e6;
  const all = "all" as const;
  return {
    rows,
    figures: [
      ...failures.count("filings that could not be read", { atMost: 0 }),
      ...facts.share("facts equal to the SEC's companyfacts", { atLeast: 1 }),
      ...extraFacts.count("standard facts companyfacts does not have", null),
      ...compareYears(dataFolder).figures,
      ...instanceFigures(instances),
      ...(await historyFigures(dataFolder, onProgress)),
      ...placedRight.share("facts of an instance placed at their own number", { atLeast: 0.99 }),
      ...placed.share("facts of an instance placed at all", { atLeast: 0.4 }),
      ...readValues.share("facts read from statements: period and value as tagged", { atLeast: 0.99 }),
      ...readConcepts.share("facts read from statements: concept as tagged", { atLeast: 0.97 }),
      ...readFound.share("tagged headline figures that are read too", { atLeast: 0.45 }),
      ...sections.share("sections found, of a peer's list", { atLeast: 0.995 }),
      ...complete.shareOverAll("filings with every listed section", { atLeast: 0.97 }),
      ...sectionFigures(filings, cases),
      ...textBlocks.share("tagged blocks mapped in order, notes and policies edge to edge", { atLeast: 0.99 }),
      ...taggedTables.share("blocks of tables of which none is split or glued", { atLeast: 0.99 }),
      ...noteHeadings.share("notes found by their headings alone, of those tagged", { atLeast: 0.9 }),
      ...lengths.share("items as long as checked by hand, within 5 %", { atLeast: 1 }),
      ...items.share("8-K items found", { atLeast: 0.99 }),
      ...itemsComplete.share("8-K filings with exactly the listed items", null),
      ...otherForms.figures,
      ...shares.share("passages' share of the text", { atLeast: 0.999 }),
      ...visible.share("visible characters laid out", { atLeast: 0.999 }),
      ...withoutRunningHeads.share("visible characters kept, running heads left out", null),
      ...tablePeriods.share("numbers in tables whose period the table tells rightly", { atLeast: 0.97 }),
      ...tablePeriodsWrong.share("numbers in tables whose period the table tells wrongly", null),
      ...tableScales.share("numbers in tables whose scale the table tells rightly", { atLeast: 0.97 }),
      ...tablePaths.share("numbers in tables with a row path", { atLeast: 0.99 }),
      { name: "reading", part: all, value: megabytes / (ourSpeed.ms / 1e3), unit: "MB/s of CPU", bar: null },
      {
        name: "bare htmlparser2 pass",
        part: all,
        value: megabytes / (ourSpeed.parserMs / 1e3),
        unit: "MB/s of CPU",
        bar: null,
      },
    ],
  };
};

function instanceFigures(instances: ReturnType<typeof compareInstances>): Figure[] {
  if (instances.expected === 0) return [];
  const value = instances.equal / instances.expected;
  const unit = `of ${instances.expected}`;
  return [
    { name: "facts equal to the SEC's instances, dimensions too", part: "all", value, unit, bar: { atLeast: 1 } },
  ];
}

function tryToRead(bytes: Uint8Array, fileName: string, folder: string): ParsedDocument | Error {
  const form = folder === "10-K" || folder === "10-Q" || folder === "8-K" ? { form: folder } : {};
  try {
    return readTextDocument(bytes, { fileName, ...form });
  } catch (error) {
    if (isAppError(error) || error instanceof Error) return error;
    throw error;
  }
}

function cpuMs(since: NodeJS.CpuUsage): number {
  const used = process.cpuUsage(since);
  return (used.user + used.system) / 1e3;
}

function bareParserMs(markup: string): number {
  let elements = 0;
  const before = process.cpuUsage();
  const parser = new Parser({ onopentag: () => elements++, ontext: () => undefined });
  parser.write(markup);
  parser.end();
  return cpuMs(before);
}
