import { type ConceptId } from "../contracts/concept";
import { type ConceptMatch, type LineItem, type TimeAxis } from "../contracts/model-map";
import { conceptById } from "../concepts/dictionary";
import { matchName } from "../concepts/match-name";
import { conceptOfSum } from "../concepts/name-sum";
import { signConvention } from "../concepts/sign-convention";
import { type WorkbookIndex } from "../workbook/index-workbook";
import { groupBy } from "../workbook/group-by";
import { type PlainLineItem } from "./find-line-items";
import { findSums, type RowSum } from "./find-sums";
import { unlabelledTotal } from "./find-unlabelled-totals";

/** From here on a label's own reading stands against what its row adds up. */
const sureLabel = 0.8;
const sure = 0.86;

/** Totals that their labels do not name ("Total", a row without a label), named by what they add up. */
export function settleTotals(
  index: WorkbookIndex,
  axes: readonly TimeAxis[],
  plain: readonly PlainLineItem[],
  named: readonly LineItem[],
): LineItem[] {
  const settled = [...named];
  const byAxis = groupBy([...plain.keys()], (at) => plain[at]!.axisId);
  for (const axis of axes) {
    const places = byAxis.get(axis.id) ?? [];
    const rows = places.map((at) => plain[at]!);
    const sums = findSums(index, axis, rows);
    const read = places.map((at) => named[at]!);
    sums.forEach((sum, i) => {
      if (sum !== null) read[i] = settleBySum(read, i, sum);
    });
    settleByEquality(read, rows, sums);
    places.forEach((at, i) => (settled[at] = withName(read[i]!)));
  }
  return settled;
}

function settleBySum(items: readonly LineItem[], at: number, sum: RowSum): LineItem {
  const item = items[at]!;
  if (item.unit.kind === "percent" || (item.concept !== null && item.concept.confidence >= sureLabel && !isWeak(item)))
    return item;
  const parts = sum.parts.map((part) => ({ concept: sureConcept(items[part.at]!), sign: part.sign }));
  const concept = conceptOfSum(parts, item.statement) ?? totalOfSection(items, sum);
  if (concept === null || !fitsLabel(item, concept, items) || !fitsAxis(concept, items)) return item;
  if (item.concept !== null && (item.concept.id === concept || sure <= item.concept.confidence)) return item;
  const what = conceptById(concept)!.name;
  return withConcept(item, { id: concept, confidence: sure, reason: `it adds up what makes ${what.toLowerCase()}` });
}

function sureConcept({ concept }: LineItem): ConceptId | null {
  return concept !== null && concept.confidence >= 0.6 && conceptById(concept.id)?.isGeneric !== true
    ? concept.id
    : null;
}

/** All that is added up stands under one heading that names a total: "Current liabilities". */
function totalOfSection(items: readonly LineItem[], sum: RowSum): ConceptId | null {
  const headings = new Set(sum.parts.map(({ at }) => items[at]!.path.at(-1) ?? ""));
  const heading = [...headings][0] ?? "";
  if (headings.size !== 1 || heading === "" || sum.parts.some(({ sign }) => sign !== 1)) return null;
  const named = matchName(heading.replace(/:\s*$/u, ""), { unit: "currency" });
  if (named === null || named.confidence < sure || !named.id.startsWith("total-")) return null;
  const side = signConvention(named.id)?.side ?? null;
  const isOther = (id: ConceptId | null) => id !== null && (signConvention(id)?.side ?? null) !== side;
  return side === null || sum.parts.some(({ at }) => isOther(sureConcept(items[at]!))) ? null : named.id;
}

/** A working capital schedule adds up some current assets, too: the half of a balance sheet needs the other half beside it. */
function fitsAxis(concept: ConceptId, items: readonly LineItem[]): boolean {
  if (concept !== "total-current-assets" && concept !== "total-current-liabilities") return true;
  return items.some((item) => item.concept !== null && signConvention(item.concept.id)?.side === "equity");
}

const movesOrSplits = /\b(?:flows?|repay|repaid|repayments?|paid|used|changes?|increase|movements?|sub-?totals?)\b/iu;

/** Words that name something else than the sum leave the row unknown, for they may mean something narrower. */
function fitsLabel(item: LineItem, concept: ConceptId, items: readonly LineItem[]): boolean {
  const isBalance = conceptById(concept)!.statement === "balance-sheet";
  if (isBalance && item.statement !== null && item.statement !== "balance-sheet") return false;
  if ((isBalance || concept === "operating-expenses") && movesOrSplits.test(item.label)) return false;
  return isWeak(item) || sharesWord(item.label, concept) || isOtherHalf(item, concept, items);
}

/** "Liabilities + earnings" beside total assets, where nothing else on the axis is the other half. */
function isOtherHalf({ label }: LineItem, concept: ConceptId, items: readonly LineItem[]): boolean {
  const half = halves.find(([own]) => own === concept);
  if (half === undefined || !half[2].test(label)) return false;
  const has = (id: ConceptId) => items.some((item) => item.concept?.id === id && item.concept.confidence >= sureLabel);
  return has(half[1]) && !has(concept);
}

const halves: readonly (readonly [own: ConceptId, other: ConceptId, words: RegExp])[] = [
  ["total-liabilities-and-equity", "total-assets", /liabilit|equit|capital|funds|earnings|sources|claims|financing/iu],
  ["total-assets", "total-liabilities-and-equity", /asset|applications?|uses|employed/iu],
];

/** A row that says no more than that it is a total. */
function isWeak({ label }: LineItem): boolean {
  return (
    label === unlabelledTotal ||
    /^[\s(]*(?:(?:grand|sub|net|gross|sum)[\s-]*)?(?:totals?|sum|amount)?[\s):]*$/iu.test(label)
  );
}

const empty = new Set(["total", "and", "of", "net", "the", "other", "change", "in"]);

/** "Total current operating assets" may be current assets, "Tangible net worth" may not. */
function sharesWord(label: string, concept: ConceptId): boolean {
  const wordsOf = (text: string) =>
    text
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .filter((word) => word.length > 2 && !empty.has(word));
  const own = new Set(wordsOf(label));
  const wanted = wordsOf(conceptById(concept)!.name);
  return wanted.length > 0 && wanted.every((word) => own.has(word));
}

/** The total of the claims equals the total of the assets: where one is known, the sum of the same figures is the other. */
function settleByEquality(items: LineItem[], rows: readonly PlainLineItem[], sums: readonly (RowSum | null)[]): void {
  for (const [known, sought, sides] of equalities) {
    const base = items.findIndex(({ concept }) => concept?.id === known && concept.confidence >= 0.84);
    const isThere = items.some(({ concept }) => concept?.id === sought && concept.confidence >= 0.84);
    if (base === -1 || isThere) continue;
    const found = items.flatMap((item, at) => {
      const sum = sums[at] ?? null;
      const isFree = item.concept === null || item.concept.confidence < sureLabel || isWeak(item);
      if (at === base || sum === null || !isFree || !sameFigures(rows[base]!, rows[at]!)) return [];
      const parts = sum.parts.map((part) => sureConcept(items[part.at]!)).filter((id) => id !== null);
      return parts.length > 0 && parts.every((id) => sides.has(signConvention(id)?.side ?? "")) ? [at] : [];
    });
    if (found.length !== 1) continue;
    const reason = `it adds up to ${conceptById(known)!.name.toLowerCase()} in every period`;
    items[found[0]!] = withConcept(items[found[0]!]!, { id: sought, confidence: 0.9, reason });
  }
}

const equalities: readonly (readonly [known: ConceptId, sought: ConceptId, sides: ReadonlySet<string>])[] = [
  ["total-liabilities-and-equity", "total-assets", new Set(["asset"])],
  ["total-assets", "total-liabilities-and-equity", new Set(["liability", "equity"])],
];

function sameFigures(a: PlainLineItem, b: PlainLineItem): boolean {
  const figures = (row: PlainLineItem) => row.cells.filter((cell) => typeof cell.value === "number");
  const [left, right] = [figures(a), figures(b)];
  return (
    left.length > 0 &&
    left.length === right.length &&
    left.some((cell) => cell.value !== 0) &&
    left.every((cell, i) => {
      const [x, y] = [cell.value as number, right[i]!.value as number];
      return Math.abs(x - y) <= 1e-4 * Math.abs(x) + 1e-9;
    })
  );
}

function withConcept(item: LineItem, concept: ConceptMatch): LineItem {
  const statement = item.statement ?? conceptById(concept.id)?.statement ?? null;
  const parts = item.unit.kind === "unknown" ? { ...item.unit, kind: conceptById(concept.id)!.unit } : item.unit;
  return { ...item, concept, statement, unit: parts };
}

/** A row without words is called by what it adds up. */
function withName(item: LineItem): LineItem {
  if (item.label !== unlabelledTotal || item.concept === null) return item;
  return { ...item, label: `${conceptById(item.concept.id)!.name} (unlabelled)` };
}
