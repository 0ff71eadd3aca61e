import { readFileSync } from "node:fs";
import path from "node:path";
import { type ParsedDocument } from "../../../src/contracts/document";
import { readTextDocument } from "../../../src/filings/read-text-document";
import { partOf } from "../../support/measured-data";
import { type Figure } from "../../support/scored-suite";
import { compareCalls } from "./compare-calls";
import { compareItemEdges, readExpectedEdges } from "./compare-current-reports";

type Part = "tuned" | "kept";

/** The items printed in the one stored 20-F, read by a person. */
const printedItems: Readonly<Record<string, string>> = {
  "20-F/old_0001062993-16-008650.html.gz":
    "1 2 3 3.A 3.B 3.C 3.D 4 4.A 4.B 4.C 4.D 4A 5 5.A 5.B 5.C 5.D 5.E 5.F 5.G 6 6.A 6.B 6.C 6.D 6.E 7 7.A 7.B 7.C " +
    "8 8.A 8.B 9 9.A 9.B 9.C 9.D 9.E 9.F 10 10.A 10.B 10.C 10.D 10.E 10.F 10.G 10.H 10.I 11 12 13 14 14.E 15 " +
    "16A 16B 16C 16D 16E 16F 16G 16H 17 18 19",
};

export interface OtherForms {
  readonly figures: readonly Figure[];
  /** What differs in files that may be looked into. */
  readonly differences: readonly string[];
}

/** Current reports by the edges of their items, calls by who said what, and the items of foreign reports. */
export function measureOtherForms(filingsFolder: string, casesFolder: string): OtherForms {
  const differences: string[] = [];
  const figures = [
    ...currentReports(filingsFolder, casesFolder, differences),
    ...calls(filingsFolder, differences),
    ...foreignReports(filingsFolder, differences),
  ];
  return { figures, differences };
}

function currentReports(filingsFolder: string, casesFolder: string, differences: string[]): Figure[] {
  const starts = new Shares("8-K items that begin where they should");
  const ends = new Shares("8-K items that end where they should");
  for (const [file, expected] of readExpectedEdges(casesFolder)) {
    const part = partOf(path.basename(file));
    const result = compareItemEdges(read(filingsFolder, file, "8-K"), expected);
    starts.add(part, result.starts, result.of);
    ends.add(part, result.ends, result.of);
    if (part === "tuned") differences.push(...result.differences.map((line) => `${file}: ${line}`));
  }
  return [...starts.figures({ atLeast: 0.99 }), ...ends.figures({ atLeast: 0.99 })];
}

function calls(filingsFolder: string, differences: string[]): Figure[] {
  const characters = new Shares("words of calls in a passage of who said them");
  const turns = new Shares("turns of calls read whole");
  const unmixed = new Shares("calls without a passage of two speakers");
  const boundaries = new Shares("calls whose questions begin where the data says");
  const askers = new Shares("calls whose askers are found in order");
  for (const call of compareCalls(filingsFolder)) {
    characters.add(call.part, call.characters.right, call.characters.of);
    turns.add(call.part, call.turns.right, call.turns.of);
    unmixed.add(call.part, call.mixed === 0 ? 1 : 0, 1);
    if (call.boundary !== null) boundaries.add(call.part, call.boundary ? 1 : 0, 1);
    if (call.askers !== null) askers.add(call.part, call.askers ? 1 : 0, 1);
    const isWrong =
      call.turns.right < call.turns.of || call.mixed > 0 || call.boundary === false || call.askers === false;
    if (isWrong && call.part === "tuned") differences.push(`${call.file}, ${call.style}: ${JSON.stringify(call)}`);
  }
  return [characters, turns, unmixed, boundaries, askers].flatMap((share) => share.figures({ atLeast: 1 }));
}

function foreignReports(filingsFolder: string, differences: string[]): Figure[] {
  const found = new Shares("20-F items found, of those printed");
  const extra = new Shares("20-F items found that are printed");
  for (const [file, items] of Object.entries(printedItems)) {
    const wanted = items.split(" ");
    const ours = read(filingsFolder, file, null).sections.flatMap(({ item }) => (item === null ? [] : [item]));
    const missing = wanted.filter((item) => !ours.includes(item));
    const more = ours.filter((item) => !wanted.includes(item));
    found.add(partOf(path.basename(file)), wanted.length - missing.length, wanted.length);
    extra.add(partOf(path.basename(file)), ours.length - more.length, ours.length);
    differences.push(
      ...missing.map((item) => `${file}: no item ${item}`),
      ...more.map((item) => `${file}: item ${item} is not printed`),
    );
  }
  return [...found.figures({ atLeast: 1 }), ...extra.figures({ atLeast: 1 })];
}

function read(filingsFolder: string, file: string, form: string | null): ParsedDocument {
  const bytes = readFileSync(path.join(filingsFolder, file));
  return readTextDocument(bytes, { fileName: path.basename(file), ...(form === null ? {} : { form }) });
}

/** Hits of tries, for the tuned files, the kept ones and both. */
class Shares {
  private readonly sums = new Map<Part, { hit: number; of: number }>();

  constructor(private readonly name: string) {}

  add(part: Part, hit: number, of: number): void {
    const sum = this.sums.get(part) ?? { hit: 0, of: 0 };
    this.sums.set(part, { hit: sum.hit + hit, of: sum.of + of });
  }

  figures(bar: Figure["bar"]): Figure[] {
    const [tuned, kept] = [this.sums.get("tuned"), this.sums.get("kept")];
    const all = { hit: (tuned?.hit ?? 0) + (kept?.hit ?? 0), of: (tuned?.of ?? 0) + (kept?.of ?? 0) };
    return (
      [
        ["tuned", tuned],
        ["kept", kept],
        ["all", all],
      ] as const
    ).flatMap(([part, sum]): Figure[] => {
      if (sum === undefined || sum.of === 0) return [];
      return [{ name: this.name, part, value: sum.hit / sum.of, unit: `of ${sum.of}`, bar }];
    });
  }
}
