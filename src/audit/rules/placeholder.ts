import { type AuditRule } from "../audit-rule";
import { type CellAddress } from "../../contracts/model-map";
import { coverCells } from "../cover-cells";
import { listed, place, say } from "../say";

const placeholder =
  /^\s*(?:tbd|tbc|tba|xxx+|placeholder|to be (?:determined|confirmed|completed)|insert .{1,40}|enter .{1,30} here|\[[^\]]*(?:name|insert|tbd|company)[^\]]*\]|todo|fixme|\?\?+)\s*[.:]?\s*$/iu;

/** Words that promise content to come. */
export const placeholders: AuditRule = {
  id: "placeholder",
  find(context) {
    return context.index.sheets.flatMap((sheet) => {
      const cells: CellAddress[] = [];
      for (const { value, rowIndex0, columnIndex0 } of sheet.snapshot.cells) {
        if (typeof value === "string" && value.length <= 120 && placeholder.test(value))
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
