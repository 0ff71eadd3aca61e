import { type CellRange } from "../../contracts/workbook-snapshot";
import { cellsOf } from "../lines/cover-cells";
import { type RuleDraft } from "./join-causes";
import { groupBy } from "../../workbook/group-by";

export interface GroupedDraft extends RuleDraft {
  /** The same on other sheets. */
  readonly alsoAt: readonly CellRange[];
  /** Of every copy: the finding is known by the least of them, whichever sheet stands first. */
  readonly meanings: readonly string[];
}

/** So that a change in any copy is noticed, and yet a hundred copies cost little. */
const mostCellsOfACopy = 60;

/**
 * One finding for what was copied: a sheet made from a template repeats its slips, and a block copied down a sheet does.
 * The first speaks for all of them; those on its own sheet become its cells.
 */
export function groupRepeats(drafts: readonly RuleDraft[]): GroupedDraft[] {
  const groups = groupBy(drafts, (one) => [one.rule, one.draft.severity, one.draft.title].join("\u0000"));
  return [...groups.values()].map(([first, ...copies]) => {
    const { rule, draft } = first!;
    if (copies.length === 0) return { rule, draft, alsoAt: [], meanings: [draft.meaning] };
    const ranges = distinct([draft, ...copies.map((copy) => copy.draft)].flatMap((one) => one.ranges));
    const here = ranges.filter(({ sheet }) => sheet === draft.sheet);
    const elsewhere = ranges.filter(({ sheet }) => sheet !== draft.sheet);
    const copiedCells = elsewhere.flatMap((range) => (sizeOf(range) > mostCellsOfACopy ? [] : cellsOf(range)));
    const alsoRead = [draft, ...copies.map((copy) => copy.draft)].flatMap((one) => one.alsoRead ?? []);
    return {
      rule,
      draft: { ...draft, ranges: here, alsoRead: [...alsoRead, ...copiedCells] },
      alsoAt: elsewhere,
      meanings: [draft.meaning, ...copies.map((copy) => copy.draft.meaning)],
    };
  });
}

function sizeOf({ startRow0, endRow0, startColumn0, endColumn0 }: CellRange): number {
  return (endRow0 - startRow0 + 1) * (endColumn0 - startColumn0 + 1);
}

function distinct(ranges: readonly CellRange[]): CellRange[] {
  return [
    ...new Map(
      ranges.map((range) => [
        [range.sheet, range.startRow0, range.endRow0, range.startColumn0, range.endColumn0].join("\u0000"),
        range,
      ]),
    ).values(),
  ];
}
