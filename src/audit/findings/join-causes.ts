import { type CellAddress } from "../../contracts/model-map";
import { plainText, type RichText } from "../../contracts/rich-text";
import { coverCells, cellsOf } from "../lines/cover-cells";
import { cellKey, type AuditContext } from "../audit-context";
import { type FindingDraft } from "../audit-rule";
import { linkOf } from "../lines/formula-shape";
import { isRepeatOf, sentenceOfRepeat } from "./repeated-causes";
import { say } from "../wording/say";
import { addTo, groupBy } from "../../workbook/group-by";

export interface RuleDraft {
  readonly rule: string;
  readonly draft: FindingDraft;
}

/** Rules about what stands in a cell; where several speak of the same cells, the first says most. */
const bySay = [
  "contradicting-label",
  "contradicting-ratio",
  "wrong-neighbour",
  "another-measure",
  "named-elsewhere",
  "opposite-source",
  "blank-source",
  "partial-sum",
  "range-omits-neighbour",
  "same-cell-twice",
  "uneven-totals",
  "sideways-total",
  "cash-tie",
  "two-versions",
  "unused-schedule",
  "wrong-period",
  "missing-anchor",
  "frozen-reference",
  "balance-movement",
  "undiscounted-part",
  "row-drift",
  "column-drift",
  "typed-copy",
  "typed-over-formula",
  "typed-instead-of-link",
  "typed-again",
  "typed-total",
  "typed-statistic",
  "typed-in-formula",
  "typed-result",
  "typed-grid",
  "pasted-result",
  "typed-check",
  "typed-history",
  "typed-beside-link",
  "retyped-rows",
  "typed-sum",
  "held-balance",
  "typed-ratio",
  "rate-left-aside",
  "figure-in-words",
  "unused-result",
  "unused-calculation",
];
/** Rules whose finding may be nothing but another's, one link further on. */
const carriesOn: ReadonlySet<string> = new Set(["roll-forward", "statements-tie"]);
/** A rule whose finding on a lone year may be the doing of a broken cell upstream in that year. */
const ofOneYear = "growth-out-of-history";
/** Beyond this a finding speaks of a region, not of a cause. */
const mostCells = 120;

/** One finding a cause: where two drafts speak of the same cells, or one merely links to the other's, the better one tells both. */
export function joinCauses(context: AuditContext, drafts: readonly RuleDraft[]): RuleDraft[] {
  const places = new Map(drafts.map((one) => [one, cellsOfDraft(one.draft)]));
  const causes = drafts
    .filter(({ rule }) => bySay.includes(rule))
    .sort((a, b) => bySay.indexOf(a.rule) - bySay.indexOf(b.rule));
  const joined = new Map<RuleDraft, RuleDraft[]>();
  const gone = new Set<RuleDraft>();
  const near = indexByPlace(context, places);
  for (const cause of causes) {
    if (gone.has(cause)) continue;
    const cells = places.get(cause)!;
    const keys = new Set(cells.map(cellKey));
    for (const other of near(cells)) {
      if (other === cause || gone.has(other) || joined.has(other) || other.draft.aside === undefined) continue;
      const theirs = places.get(other)!;
      /** A region told by a lesser rule does not swallow the one cell of it of which there is more to say. */
      const saysLess = bySay.indexOf(other.rule) >= bySay.indexOf(cause.rule);
      const isSame = saysLess && theirs.length > 0 && theirs.every((cell) => keys.has(cellKey(cell)));
      if (!isSame && !isCarried(context, other, theirs, keys) && !isOneYearOf(context, other, theirs, cells)) continue;
      gone.add(other);
      addTo(joined, cause, other);
    }
  }
  joinRepeats(context, drafts, places, joined, gone);
  return drafts.flatMap((one) => {
    if (gone.has(one)) return [];
    const others = joined.get(one);
    return [others === undefined ? one : { rule: one.rule, draft: together(one, others) }];
  });
}

/** Of two rules that look at one thing from two sides the lesser becomes a sentence of the better; what is told already stays. */
function joinRepeats(
  context: AuditContext,
  drafts: readonly RuleDraft[],
  places: ReadonlyMap<RuleDraft, readonly CellAddress[]>,
  joined: Map<RuleDraft, RuleDraft[]>,
  gone: Set<RuleDraft>,
): void {
  const bySheet = groupBy(drafts, (one) => one.draft.sheet);
  for (const onSheet of bySheet.values()) {
    for (const better of onSheet) {
      for (const lesser of onSheet) {
        if (better === lesser || gone.has(better) || gone.has(lesser)) continue;
        if (!isRepeatOf(context, better, lesser, places)) continue;
        gone.add(lesser);
        joined.set(better, [...(joined.get(better) ?? []), lesser, ...(joined.get(lesser) ?? [])]);
        joined.delete(lesser);
      }
    }
  }
}

/** Drafts that may have the cause of one on these cells, in their own order: only those that begin there, link there or share its year. */
function indexByPlace(context: AuditContext, places: ReadonlyMap<RuleDraft, readonly CellAddress[]>) {
  const byPlace = new Map<string, Set<RuleDraft>>();
  const positions = new Map([...places.keys()].map((one, position) => [one, position]));
  const put = (key: string, one: RuleDraft) => {
    const known = byPlace.get(key);
    if (known === undefined) byPlace.set(key, new Set([one]));
    else known.add(one);
  };
  for (const [one, [first, second]] of places) {
    if (first === undefined) continue;
    put(cellKey(first), one);
    const target = carriesOn.has(one.rule) ? linkOf(context, first)?.target : undefined;
    if (target !== undefined) put(cellKey(target), one);
    if (one.rule === ofOneYear && second === undefined) put(yearOf(context, first), one);
  }
  return (cells: readonly CellAddress[]): RuleDraft[] => {
    const keys = [...cells.map(cellKey), ...(cells.length === 1 ? [yearOf(context, cells[0]!)] : [])];
    const found = new Set(keys.flatMap((key) => [...(byPlace.get(key) ?? [])]));
    return [...found].sort((a, b) => positions.get(a)! - positions.get(b)!);
  };
}

/** No cell has such a key. */
function yearOf(context: AuditContext, cell: CellAddress): string {
  return `in ${context.periodAt(cell)?.label ?? "no period"}`;
}

function cellsOfDraft(draft: FindingDraft): CellAddress[] {
  const size = draft.ranges.reduce(
    (sum, range) => sum + (range.endRow0 - range.startRow0 + 1) * (range.endColumn0 - range.startColumn0 + 1),
    0,
  );
  return size > mostCells ? [] : draft.ranges.flatMap(cellsOf);
}

function isCarried(
  context: AuditContext,
  { rule }: RuleDraft,
  cells: readonly CellAddress[],
  causes: ReadonlySet<string>,
): boolean {
  if (!carriesOn.has(rule) || cells.length === 0) return false;
  return cells.every((cell) => {
    const target = linkOf(context, cell)?.target;
    return target !== undefined && causes.has(cellKey(target));
  });
}

/** A lone odd year of a margin, downstream of a broken cell in that year, is that cell's doing. */
function isOneYearOf(
  context: AuditContext,
  { rule }: RuleDraft,
  cells: readonly CellAddress[],
  causes: readonly CellAddress[],
): boolean {
  const [only, cause] = [cells[0], causes[0]];
  if (rule !== ofOneYear || cells.length !== 1 || causes.length !== 1) return false;
  const label = context.periodAt(cause!)?.label;
  if (label === undefined || context.periodAt(only!)?.label !== label) return false;
  return context.index.allDependents(causes).some((cell) => cellKey(cell) === cellKey(only!));
}

/** Two drafts of one cause may well say the same. */
function distinctSentences(better: RuleDraft, others: readonly RuleDraft[]): RichText[] {
  const own = plainText(better.draft.comment);
  const sentences = new Map<string, RichText>();
  for (const other of others) {
    const sentence = sentenceOfRepeat(better, other);
    if (sentence !== null && !own.includes(plainText(sentence))) sentences.set(plainText(sentence), sentence);
  }
  return [...sentences.values()];
}

function together(better: RuleDraft, others: readonly RuleDraft[]): FindingDraft {
  const { draft } = better;
  const onSheet = others.filter(({ draft: other }) => other.sheet === draft.sheet);
  const elsewhere = others.filter(({ draft: other }) => other.sheet !== draft.sheet);
  const isRight = rightByDraft(draft);
  const added = onSheet.flatMap((one) => cellsOfDraft(one.draft)).filter((cell) => !isRight(cell));
  const cells = new Map([...cellsOfDraft(draft), ...added].map((cell) => [cellKey(cell), cell]));
  return {
    ...draft,
    ranges: onSheet.length === 0 ? draft.ranges : coverCells([...cells.values()]),
    /** Two ways of looking that meet in one cell make each surer. */
    confidence: Math.min(0.95, 0.05 + Math.max(draft.confidence, ...others.map((one) => one.draft.confidence))),
    comment: distinctSentences(better, others).reduce((text, sentence) => say`${text} ${sentence}`, draft.comment),
    alsoRead: [
      ...(draft.alsoRead ?? []),
      ...others.flatMap((one) => one.draft.alsoRead ?? []),
      ...elsewhere.flatMap((one) => cellsOfDraft(one.draft)),
    ],
  };
}

/** Cells of its own rows that a draft read and left out of its place: to it they are as they should be. */
function rightByDraft(draft: FindingDraft): (cell: CellAddress) => boolean {
  const rows = new Set(cellsOfDraft(draft).map(({ rowIndex0 }) => rowIndex0));
  const read = new Set((draft.alsoRead ?? []).map(cellKey));
  return (cell) => rows.has(cell.rowIndex0) && read.has(cellKey(cell));
}
