import { type CellAddress } from "../../../contracts/model-map";
import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { coverCells } from "../../lines/cover-cells";
import { labelledRows, type LabelledRow } from "../../lines/labelled-rows";
import { listed, place, say } from "../../wording/say";

const check = /\bchecks?\b|\bdifference\b|\bbalanced?\?|\bin balance\b/iu;
const passed = /^\s*(?:ok|true|yes|balanced|pass(?:ed)?|✓|✔|-)\s*!?\s*$/iu;
const rowsLookedAt = 6;

function isCalculated({ cells }: LabelledRow): boolean {
  return cells.some(({ cell }) => cell.formula !== null);
}

/** Verdicts that somebody typed: noughts, "OK". */
function typedVerdicts({ cells }: LabelledRow): CellAddress[] {
  return cells
    .filter(
      ({ cell }) =>
        cell.formula === null &&
        cell.resultOf === undefined &&
        (cell.value === 0 ||
          cell.value === true ||
          (typeof cell.value === "string" && passed.test(cell.value) && cell.value.trim() !== "-")),
    )
    .map(({ address }) => address);
}

/** Figures stand above it in the column, so that there would be something to check. */
function hasFigures(context: AuditContext, { sheet, rowIndex0, columnIndex0 }: CellAddress): boolean {
  const rows = context.index.sheetNamed(sheet)!;
  const at = rows.usedRowsAbove(rowIndex0);
  return rows.usedRows
    .slice(Math.max(0, at - rowsLookedAt), at)
    .some((row) => typeof rows.cellAt(row, columnIndex0)?.value === "number");
}

function draft(row: LabelledRow, cells: readonly CellAddress[]): FindingDraft {
  const ranges = coverCells(cells);
  return {
    severity: "medium",
    confidence: 0.9,
    sheet: row.sheet,
    ranges,
    title: `“${row.label}” is partly typed, not calculated`,
    comment: say`“${place(row.labelCell, row.label)}” is calculated in other cells of the row, but typed in ${listed(ranges.map((range) => place(range)))}. A typed check passes whatever the figures are, so nobody knows whether they tie there. Copy the formula along.`,
    nature: "slip",
    meaning: `check/${row.label}`,
    aside: say`The check is typed there.`,
  };
}

/** A check that is calculated in some cells of its row and typed in others. */
export const typedCheck: AuditRule = {
  id: "typed-check",
  find: (context) =>
    labelledRows(context).flatMap((row) => {
      if (!check.test(row.label) || !isCalculated(row)) return [];
      const cells = typedVerdicts(row).filter((cell) => hasFigures(context, cell));
      return cells.length === 0 ? [] : [draft(row, cells)];
    }),
};
