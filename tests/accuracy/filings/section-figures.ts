import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { type ParsedDocument } from "../../../src/contracts/document";
import { readTextDocument } from "../../../src/filings/read-text-document";
import { partOf } from "../../support/measured-data";
import { type Figure } from "../../support/scored-suite";
import { comparePeerLengths, readOldItems, readPeerLengths, readWrongPeerLengths } from "./compare-sections";
import { headingVariants, scoreVariant } from "./section-variants";

type Part = "tuned" | "kept";

/** One filing in so many is read with its headings rewritten: each takes a reading for every way. */
const filingsAVariant = 5;

/** An index without links or titles is followed as far as its page numbers are printed: no bar is fair there. */
const surelyFound = new Set(["spaced capitals", "running heads with the item", "numbers without the word"]);

/** Lengths of items against a peer's, items of other years, and what is still found when headings are written otherwise. */
export function sectionFigures(filings: string, cases: string): Figure[] {
  return [...peerFigures(filings, cases), ...oldFigures(filings, cases), ...variantFigures(filings)];
}

function peerFigures(filings: string, cases: string): Figure[] {
  const wrong = readWrongPeerLengths();
  const sums = { tuned: [0, 0, 0, 0], kept: [0, 0, 0, 0] };
  for (const [file, expected] of readPeerLengths(cases)) {
    const read = readFiling(filings, file);
    if (read === null) continue;
    const { equal, of, equalOfRight, ofRight } = comparePeerLengths(read, expected, wrong);
    const sum = sums[partOf(path.basename(file))];
    for (const [index, value] of [equal, of, equalOfRight, ofRight].entries()) sum[index]! += value;
  }
  return (["tuned", "kept"] as const).flatMap((part) => [
    share("items as long as a peer has them, within 10 %", part, sums[part][0]!, sums[part][1]!, null),
    share("the same without lengths the peer is proved wrong about", part, sums[part][2]!, sums[part][3]!, null),
  ]);
}

function oldFigures(filings: string, cases: string): Figure[] {
  let [hit, of] = [0, 0];
  for (const [file, wanted] of readOldItems(cases)) {
    const read = readFiling(filings, file);
    if (read === null) continue;
    of += wanted.length;
    hit += wanted.filter((item) => read.sections.some((section) => section.item === item)).length;
  }
  return [share("items of other years’ forms found", "all", hit, of, { atLeast: 1 })];
}

function variantFigures(filings: string): Figure[] {
  const sums = new Map<string, { hit: number; of: number }>();
  for (const folder of ["10-K", "10-Q"]) {
    const names = readdirSync(path.join(filings, folder)).filter((name) => /\.html?\.gz$/.test(name));
    for (const [index, fileName] of names.entries()) {
      if (index % filingsAVariant !== 0) continue;
      const markup = gunzipSync(readFileSync(path.join(filings, folder, fileName))).toString("utf8");
      const original = readTextDocument(Buffer.from(markup), { fileName, form: folder });
      for (const name of Object.keys(headingVariants)) {
        const { found, expected } = scoreVariant(original, markup, name, fileName);
        const key = `${partOf(fileName)} ${name}`;
        const sum = sums.get(key) ?? { hit: 0, of: 0 };
        sums.set(key, { hit: sum.hit + found, of: sum.of + expected });
      }
    }
  }
  return [...sums].map(([key, { hit, of }]) => {
    const space = key.indexOf(" ");
    const name = key.slice(space + 1);
    const bar = surelyFound.has(name) ? { atLeast: 0.98 } : null;
    return share(`items still found: ${name}`, key.slice(0, space) as Part, hit, of, bar);
  });
}

function readFiling(filings: string, file: string): ParsedDocument | null {
  const place = path.join(filings, file);
  if (!existsSync(place)) return null;
  return readTextDocument(readFileSync(place), { fileName: path.basename(file), form: path.dirname(file) });
}

function share(name: string, part: Figure["part"], hit: number, of: number, bar: Figure["bar"]): Figure {
  return { name, part, value: of === 0 ? 0 : hit / of, unit: `of ${of}`, bar };
}
