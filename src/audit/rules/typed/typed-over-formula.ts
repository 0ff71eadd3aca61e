import { type CellAddress } from "../../../contracts/model-map";
import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { describeBreaks } from "../../findings/describe-breaks";
import { type Break, findBreaks, groupBreaks } from "../../lines/find-breaks";
import { number, place, say } from "../../wording/say";
import { typed } from "../../lines/zones";

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

/** A number typed over a formula in a calculated row; noughts at the end of a row are let be. */
export const typedOverFormula: AuditRule = {
  id: "typed-over-formula",
  find(context) {
    const breaks = findBreaks(context).filter(
      ({ segment, where }) =>
        segment.key === typed &&
        (where === "inside" || (where === "end" && segment.cells.length === 1)) &&
        segment.cells.some(({ cell }) => cell?.value !== 0) &&
        !segment.cells.some(({ address }) => leadsItsRow(context, address)),
    );
    return groupBreaks(breaks).map((group) => draft(context, group));
  },
};
