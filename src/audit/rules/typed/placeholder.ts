import { type AuditRule } from "../../audit-rule";
import { type CellAddress } from "../../../contracts/model-map";
import { type SheetIndex } from "../../../workbook/sheet-index";
import { coverCells } from "../../lines/cover-cells";
import { listed, place, say } from "../../wording/say";

const placeholder =
  /^\s*(?:tbd|tbc|tba|xxx+|placeholder|to be (?:determined|confirmed|completed)|insert .{1,40}|enter .{1,30} here|\[[^\]]*(?:name|insert|tbd|company)[^\]]*\]|todo|fixme|\?\?+)\s*[.:]?\s*$/iu;

const fewestOfStatus = 4;
const mostStates = 3;
const rowsAround = 12;

/** One of few words or flags repeated down a column says how far a thing is, not that a figure is missing. */
function isStatus(sheet: SheetIndex, rowIndex0: number, columnIndex0: number): boolean {
  const others: unknown[] = [];
  for (let row0 = Math.max(0, rowIndex0 - rowsAround); row0 <= rowIndex0 + rowsAround; row0++) {
    const value =
      row0 === rowIndex0 ? undefined : sheet.cellsOfRow(row0).find((cell) => cell.columnIndex0 === columnIndex0)?.value;
    if (value !== undefined && value !== null) others.push(value);
  }
  /** The heading is a word of its own. */
  return others.length > fewestOfStatus && new Set(others).size <= mostStates;
}

/** Words that promise content to come. */
export const placeholders: AuditRule = {
  id: "placeholder",
  find(context) {
    return context.index.sheets.flatMap((sheet) => {
      const cells: CellAddress[] = [];
      for (const { value, rowIndex0, columnIndex0 } of sheet.snapshot.cells) {
        if (
          typeof value === "string" &&
          value.length <= 120 &&
          placeholder.test(value) &&
          !isStatus(sheet, rowIndex0, columnIndex0)
        )
          cells.push({ sheet: sheet.name, rowIndex0, columnIndex0 });
      }
      if (cells.length === 0) return [];
      const ranges = coverCells(cells);
      return [
        {
          severity: "low" as const,
          confidence: 0.8,
          sheet: sheet.name,
          ranges,
          title: "Something is still to be filled in",
          comment: say`${listed(ranges.map((range) => place(range)))} still hold${cells.length === 1 ? "s" : ""} a placeholder. Fill it in or take it out before the model goes to anyone.`,
          meaning: "placeholders",
        },
      ];
    });
  },
};
