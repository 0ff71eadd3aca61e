import { type ParsedDocument } from "../../../src/contracts/document";
import { dropPageFurniture } from "../../../src/filings/layout/drop-page-furniture";
import { layOutText, type LaidText } from "../../../src/filings/layout/lay-out-text";
import { openSourceFile } from "../../../src/filings/open-source-file";
import { readSource } from "../../../src/filings/read-source";
import { findPrintedPlaces } from "../../../src/filings/xbrl/find-printed-places";
import { type RawXbrl } from "../../../src/filings/xbrl/fact-collector";
import { factKey } from "../../../src/filings/xbrl/keep-most-precise";
import { type Span } from "../../../src/filings/xbrl/located-fact";
import { resolveFacts, statedFacts } from "../../../src/filings/xbrl/resolve-facts";

export interface PlacingComparison {
  /** Numeric facts other than zero that the filer tagged where they are printed. */
  readonly printed: number;
  readonly placed: number;
  /** Placed where the filer tagged this very fact. */
  readonly right: number;
  readonly mistakes: readonly string[];
}

/**
 * Facts of an inline filing, their places taken away as if they stood in an instance beside the page, placed again: the
 * tags say where each is printed. Null for a file without tags.
 */
export function comparePlacedFacts(
  bytes: Uint8Array,
  fileName: string,
  read: ParsedDocument,
): PlacingComparison | null {
  const file = openSourceFile(bytes, fileName);
  if (file.kind !== "markup") return null;
  const { blocks, xbrl } = readSource(file, fileName);
  if (xbrl.elements.every(({ isHidden }) => isHidden)) return null;
  const laid = layOutText(dropPageFurniture(blocks), xbrl.elements.length * 2);
  const truth = spansByFact(xbrl, laid);

  const apart = { ...xbrl, elements: xbrl.elements.map((element) => ({ ...element, isHidden: true })) };
  const { facts } = resolveFacts(apart, laid);
  let placed = 0;
  const mistakes: string[] = [];
  for (const fact of findPrintedPlaces(facts, laid, read.sections, read.document.form)) {
    const spans = truth.get(factKey(fact));
    if (fact.place === null || spans === undefined) continue;
    placed++;
    const at = fact.place.start;
    if (!spans.some(({ start, end }) => start <= at && at < end)) {
      mistakes.push(`${fact.concept} ${fact.end} ${fact.value}: ${laid.text.slice(Math.max(0, at - 60), at + 20)}`);
    }
  }
  return { printed: truth.size, placed, right: placed - mistakes.length, mistakes };
}

function spansByFact(xbrl: RawXbrl, laid: LaidText): Map<string, Span[]> {
  const spans = new Map<string, Span[]>();
  for (const fact of statedFacts(xbrl, laid)) {
    if (fact.place === null || typeof fact.value !== "number" || fact.value === 0) continue;
    const key = factKey(fact);
    spans.set(key, [...(spans.get(key) ?? []), fact.place]);
  }
  return spans;
}
