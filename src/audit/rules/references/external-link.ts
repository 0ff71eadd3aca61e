import { type CellAddress } from "../../../contracts/model-map";
import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { coverCells } from "../../lines/cover-cells";
import { calledAt, nameOf } from "../../lines/name-cell";
import { number, place, say } from "../../wording/say";
import { addTo } from "../../../workbook/group-by";

const mostRanges = 20;

function draft(context: AuditContext, sheet: string, cells: readonly CellAddress[]): FindingDraft {
  /** A nought is what Excel leaves where the other workbook gave nothing. */
  const nought = cells.find((cell) => context.numberAt(cell) === 0);
  const first = nought ?? cells[0]!;
  const ranges = coverCells([first, ...cells.filter((cell) => cell !== first)]).slice(0, mostRanges);
  const value = context.numberAt(first) === null ? [] : say` (${number(context, first)} when it was last read)`;
  const isMany = cells.length > 1;
  return {
    severity: nought === undefined ? "low" : "medium",
    confidence: 0.9,
    sheet,
    ranges,
    title: `${isMany ? "Formulas" : "A formula"} on ${sheet} read${isMany ? "" : "s"} another workbook`,
    comment: say`${calledAt(context, first, first)} in ${place(first)} reads a cell of another workbook${value}${isMany ? ", and so do others on this sheet" : ""}. ${nought === undefined ? "A reader without that file cannot trace or refresh it." : "The nought may only mean that the other file gave nothing, and what builds on it is wrong by as much."} Bring the figure into this workbook, with its source beside it.`,
    meaning: `external/${nameOf(context, first) ?? ""}`,
  };
}

/** Formulas that read other workbooks, one finding a sheet. */
export const externalLink: AuditRule = {
  id: "external-link",
  find(context) {
    const bySheet = new Map<string, CellAddress[]>();
    for (const { sheet, cell } of context.index.formulaCells()) {
      if (!cell.formula!.includes("[")) continue;
      const address = { sheet, rowIndex0: cell.rowIndex0, columnIndex0: cell.columnIndex0 };
      if (!context.index.referencesAt(address).some(({ kind }) => kind === "external")) continue;
      addTo(bySheet, sheet, address);
    }
    return [...bySheet].map(([sheet, cells]) => draft(context, sheet, cells));
  },
};
