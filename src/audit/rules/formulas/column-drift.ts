import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { differenceOf, isSpelledOtherwise, sentenceOn, wordsOfFormula } from "../../lines/compare-formulas";
import { coverCells } from "../../lines/cover-cells";
import { columnBreaks, type ColumnBreak } from "../../lines/formula-columns";
import { calledAt, meaningOf, titleName } from "../../lines/name-cell";
import { place, say } from "../../wording/say";

/** The column's formula with one reference moved or one operand lost; anything else may be another calculation by right. */
function isSlip(context: AuditContext, { odd, pattern }: ColumnBreak): boolean {
  const difference = differenceOf(context, odd.address, pattern.address);
  if (difference === null) return false;
  const { extra, missing } = difference;
  /** A blank row put in below a cell that reads the row above it moves the two apart: nothing slipped. */
  if (missing.some(({ sheet, startRow0 }) => context.index.sheetNamed(sheet)?.cellsOfRow(startRow0).length === 0))
    return false;
  if (wordsOfFormula(odd.cell!.formula!) === wordsOfFormula(pattern.cell!.formula!))
    return extra.length === 1 && missing.length === 1;
  const lost = missing[0];
  if (extra.length > 0 || missing.length !== 1 || lost === undefined) return false;
  return context.numberAt({ sheet: lost.sheet, rowIndex0: lost.startRow0, columnIndex0: lost.startColumn0 }) !== null;
}

function draft(context: AuditContext, found: ColumnBreak): FindingDraft {
  const { odd, pattern, line } = found;
  return {
    severity: "medium",
    confidence: found.alike >= 8 ? 0.82 : 0.75,
    sheet: line.sheet,
    ranges: coverCells([odd.address]),
    title: `${titleName(context, odd.address)} leaves the formula of its column “${line.label}”`,
    comment: say`${calledAt(context, odd.address)} is not calculated as the cells above and below it (${place(pattern.address)}). ${sentenceOn(differenceOf(context, odd.address, pattern.address), "column")} If the change is meant, say so beside it; if not, copy the formula down.`,
    nature: "slip",
    aside: sentenceOn(differenceOf(context, odd.address, pattern.address), "column"),
    meaning: `${line.id}/${meaningOf(context, odd.address)}`,
    alsoRead: [pattern.address],
  };
}

/** A cell in the middle of a calculated column that does not calculate as those above and below it. */
export const columnDrift: AuditRule = {
  id: "column-drift",
  find: (context) =>
    columnBreaks(context)
      .filter(
        (found) => !isSpelledOtherwise(context, found.odd.address, found.pattern.address) && isSlip(context, found),
      )
      .map((found) => draft(context, found)),
};
