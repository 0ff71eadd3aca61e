import { type CellAddress } from "../../../contracts/model-map";
import { type RichText } from "../../../contracts/rich-text";
import { type CellRange } from "../../../contracts/workbook-snapshot";
import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { differenceOf, readsABlankBesides, sentenceOn, wordsOfFormula } from "../../lines/compare-formulas";
import { adviceOn, driftsByRight } from "../../lines/drift-by-right";
import { describeBreaks } from "../../findings/describe-breaks";
import { type Break, findBreaks, groupBreaks } from "../../lines/find-breaks";
import { listed, place, say } from "../../wording/say";
import { isAmongUnevenTotals } from "../../lines/short-totals";
import { typed } from "../../lines/zones";
import { groupBy } from "../../../workbook/group-by";

/** Windows that slide on purpose (a depreciation of vintages): the same range, only its ends move. */
function slides(context: AuditContext, found: Break): boolean {
  const difference = differenceOf(context, found.segment.cells[0]!.address, found.pattern.address);
  if (difference === null || difference.extra.length !== 1 || difference.missing.length !== 1) return false;
  const [a, b] = [difference.extra[0]!, difference.missing[0]!];
  const isRange = (range: CellRange) => range.startColumn0 !== range.endColumn0;
  return isRange(a) && isRange(b) && a.startRow0 === b.startRow0;
}

/** The ends of a line may well differ on purpose: they are told only where one relative reference slipped. */
function slipped(context: AuditContext, found: Break): boolean {
  const [odd, pattern] = [found.segment.cells[0]!, found.pattern];
  const [own, usual] = [odd.cell?.formula ?? "", pattern.cell?.formula ?? ""];
  if (wordsOfFormula(own) !== wordsOfFormula(usual) || own.includes("$")) return false;
  const difference = differenceOf(context, odd.address, pattern.address);
  if (difference?.extra.length !== 1 || difference.missing.length !== 1) return false;
  /** First cells open from elsewhere by right: theirs is a slip only where it reads another row of the same column. */
  const [read, expected] = [difference.extra[0]!, difference.missing[0]!];
  if (found.where === "end") return true;
  const ownColumn = read.startColumn0 === odd.address.columnIndex0;
  return ownColumn && read.startColumn0 === expected.startColumn0 && read.startRow0 !== expected.startRow0;
}

function beside({ sheet, rowIndex0, columnIndex0 }: CellAddress, columns: number): CellAddress {
  return { sheet, rowIndex0, columnIndex0: columnIndex0 + columns };
}

/** The cell after a blank row reads the last one before it: all it reads stands further off by what is blank between. */
function stepsOverABlankRow(context: AuditContext, found: Break): boolean {
  const odd = found.segment.cells[0]!.address;
  const before0 = context.index.sheetNamed(odd.sheet)!.usedRowFrom(odd.rowIndex0, -1);
  const blank = before0 === null ? 0 : odd.rowIndex0 - before0 - 1;
  const difference = differenceOf(context, odd, found.pattern.address);
  if (blank === 0 || difference === null || difference.extra.length === 0) return false;
  const { extra, missing } = difference;
  return (
    extra.length === missing.length &&
    extra.every(({ startRow0, startColumn0 }) =>
      missing.some((range) => range.startRow0 - blank === startRow0 && range.startColumn0 === startColumn0),
    )
  );
}

/** The row leaves a column out itself, and so does the formula after the gap. */
function stepsOverAGap(context: AuditContext, found: Break): boolean {
  const odd = found.segment.cells[0]!.address;
  if (odd.columnIndex0 === 0 || context.cellAt(beside(odd, -1)) !== null) return false;
  const difference = differenceOf(context, odd, found.pattern.address);
  const [read, expected] = [difference?.extra[0], difference?.missing[0]];
  return read !== undefined && expected !== undefined && read.startColumn0 === expected.startColumn0 - 1;
}

/** The formula of the stretch that follows begins one cell early: a border between two ways, not a slip. */
function beginsTheNext(context: AuditContext, { segment, where }: Break): boolean {
  const last = segment.cells.at(-1)!.address;
  return where === "end" && segment.key !== null && context.index.r1c1At(beside(last, 1)) === segment.key;
}

/** The first cell leaves out rows that all later cells read in their own column, though they are calculated there as well. */
function leavesOutARow(context: AuditContext, { segment, pattern, where }: Break): boolean {
  const odd = segment.cells[0]!.address;
  if (where !== "start" || (context.cellAt(odd)?.formula ?? null) === null) return false;
  const missing = differenceOf(context, odd, pattern.address)?.missing ?? [];
  const isOwn = ({ sheet, startRow0, endRow0, startColumn0, endColumn0 }: CellRange) =>
    sheet === odd.sheet &&
    startColumn0 === odd.columnIndex0 &&
    endColumn0 === odd.columnIndex0 &&
    startRow0 === endRow0 &&
    startRow0 !== odd.rowIndex0;
  const counts = missing.some(({ sheet, startRow0, startColumn0 }) => {
    const left = { sheet, rowIndex0: startRow0, columnIndex0: startColumn0 };
    const held = context.numberAt(left);
    return held !== null && held !== 0 && (context.cellAt(left)?.formula ?? null) !== null;
  });
  return counts && missing.every(isOwn);
}

function sentenceOf(context: AuditContext, { segment, pattern }: Break): RichText {
  return sentenceOn(differenceOf(context, segment.cells[0]!.address, pattern.address), "row");
}

/** Beside a finding that tells what the cell reads already. */
function asideOf(context: AuditContext, found: Break): RichText {
  const missing = differenceOf(context, found.segment.cells[0]!.address, found.pattern.address)?.missing ?? [];
  if (missing.length === 0) return sentenceOf(context, found);
  return say`The row’s own formula would read ${listed(missing.map((range) => place(range)))} here.`;
}

function draft(context: AuditContext, found: readonly Break[]): FindingDraft {
  const { line, pattern, where } = found[0]!;
  const { ranges, opening, others, called } = describeBreaks(found);
  const beside =
    where === "end" ? "the cells before it" : where === "start" ? "the cells after it" : "its neighbours on both sides";
  return {
    severity: where === "inside" ? "high" : "medium",
    confidence: where === "inside" ? 0.85 : 0.7,
    sheet: line.sheet,
    ranges,
    title: `“${line.label}” breaks its own formula${called === null ? "" : ` in ${called}`}`,
    comment: say`${opening} is not calculated as ${beside} (${place(pattern.address)}). ${sentenceOf(context, found[0]!)}${others} ${adviceOn(context, found[0]!)}`,
    nature: "slip",
    meaning: `${line.id}/${called ?? ""}`,
    aside: asideOf(context, found[0]!),
    alsoRead: [pattern.address],
  };
}

/** How a break differs from its row: rows that slipped alike have one cause, rows that slipped otherwise have not. */
function differenceKey(context: AuditContext, { segment, pattern }: Break): string {
  const difference = differenceOf(context, segment.cells[0]!.address, pattern.address);
  const [extra, missing] = [difference?.extra ?? [], difference?.missing ?? []];
  const [read, wanted] = [extra[0], missing[0]];
  if (read === undefined || wanted === undefined || extra.length > 1 || missing.length > 1)
    return `${extra.length > 0}/${missing.map((range) => range.sheet).join()}`;
  const moves = [
    read.startRow0 - wanted.startRow0,
    read.endRow0 - wanted.endRow0,
    read.startColumn0 - wanted.startColumn0,
    read.endColumn0 - wanted.endColumn0,
  ];
  return moves.join();
}

function alike(context: AuditContext, group: readonly Break[]): Break[][] {
  const byDifference = groupBy(group, (found) => differenceKey(context, found));
  return [...byDifference.values()];
}

/** A cell in the middle (or at the end) of a calculated row that does not calculate as its neighbours do. */
export const rowDrift: AuditRule = {
  id: "row-drift",
  find(context) {
    const breaks = findBreaks(context).filter(
      (found) =>
        found.segment.key !== typed &&
        !isAmongUnevenTotals(context, found.segment.cells[0]!.address) &&
        !slides(context, found) &&
        !driftsByRight(context, found) &&
        !stepsOverAGap(context, found) &&
        !stepsOverABlankRow(context, found) &&
        !beginsTheNext(context, found) &&
        (found.where === "inside" ||
          slipped(context, found) ||
          leavesOutARow(context, found) ||
          readsABlankBesides(context, found.segment.cells[0]!.address, found.pattern.address)),
    );
    return groupBreaks(breaks)
      .flatMap((group) => alike(context, group))
      .map((group) => draft(context, group));
  },
};
