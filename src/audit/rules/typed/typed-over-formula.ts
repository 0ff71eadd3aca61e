import { type CellAddress } from "../../../contracts/model-map";
import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { describeBreaks } from "../../findings/describe-breaks";
import { type Break, findBreaks, groupBreaks } from "../../lines/find-breaks";
import { number, place, say } from "../../wording/say";
import { formulaLines, typed, type FormulaLine } from "../../lines/zones";
import { groupBy } from "../../../workbook/group-by";

const fewestOthers = 3;
const mostOfThem = 0.75;

function draft(context: AuditContext, found: readonly Break[]): FindingDraft {
  const { line, pattern, where } = found[0]!;
  const { odd, ranges, opening, others, called } = describeBreaks(found);
  const beside = where === "end" ? "the cells before it" : "the cells on both sides";
  return {
    severity: odd.inForecast && where === "inside" ? "high" : "medium",
    confidence: where === "end" ? 0.7 : odd.inForecast ? 0.9 : 0.8,
    sheet: line.sheet,
    ranges,
    title: `A typed number stands in the formulas of “${line.label}”`,
    comment: say`${opening} is ${number(context, odd.address)}, typed in, while ${beside} are calculated, such as ${place(pattern.address)}.${others} It will not move when its drivers do. Put the formula back, or move the override to an input that says why.`,
    nature: "slip",
    meaning: `${line.id}/${called ?? ""}`,
    aside: say`The figure is typed, while ${beside} are calculated (${place(pattern.address)}).`,
    alsoRead: [pattern.address],
  };
}

/** Earlier cells of the row work towards it (a rate that converges): it is the row's input, not a plug. */
function leadsItsRow(context: AuditContext, cell: CellAddress): boolean {
  return context.index
    .dependentsOf(cell)
    .some(
      (reader) =>
        reader.sheet === cell.sheet && reader.rowIndex0 === cell.rowIndex0 && reader.columnIndex0 < cell.columnIndex0,
    );
}

/** Rates calculated for the past and typed for the future are assumptions, unless both are of the future. */
function isOfAmounts(context: AuditContext, { segment, pattern }: Break): boolean {
  const cells = [pattern, ...segment.cells];
  return (
    cells.every(({ inForecast }) => inForecast) ||
    cells.every(({ cell }) => !(cell?.numberFormat?.includes("%") ?? false) && Math.abs(Number(cell?.value)) >= 1)
  );
}

/** The rows around are calculated to the end: the table does not change its way there. */
function othersRunOn(block: readonly FormulaLine[], { line, segment, pattern }: Break): boolean {
  const isFormulaAt = (other: FormulaLine, column0: number) =>
    other.cells.some(({ address, cell }) => address.columnIndex0 === column0 && (cell?.formula ?? null) !== null);
  const calculated = block.filter((other) => other !== line && isFormulaAt(other, pattern.address.columnIndex0));
  const toTheEnd = calculated.filter((other) => isFormulaAt(other, segment.cells.at(-1)!.address.columnIndex0));
  return calculated.length >= fewestOthers && toTheEnd.length >= mostOfThem * calculated.length;
}

/** A number typed over a formula in a calculated row; noughts at the end of a row are let be. */
export const typedOverFormula: AuditRule = {
  id: "typed-over-formula",
  find(context) {
    const blocks = groupBy(formulaLines(context), ({ block }) => block);
    const runsOn = (found: Break) => isOfAmounts(context, found) && othersRunOn(blocks.get(found.line.block)!, found);
    const breaks = findBreaks(context).filter((found) => {
      const { segment, where } = found;
      return (
        segment.key === typed &&
        (where === "inside" || (where === "end" && (segment.cells.length === 1 || runsOn(found)))) &&
        segment.cells.some(({ cell }) => cell?.value !== 0) &&
        !segment.cells.some(({ address }) => leadsItsRow(context, address))
      );
    });
    return groupBreaks(breaks).map((group) => draft(context, group));
  },
};
