import { type CellAddress } from "../../../contracts/model-map";
import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { coverCells } from "../../lines/cover-cells";
import { calledAt, meaningOf, titleName } from "../../lines/name-cell";
import { cellAlong, extentOf, rangeTotals, type RangeTotal } from "../../lines/range-totals";
import { number, place, say } from "../../wording/say";
import { addTo } from "../../../workbook/group-by";

interface Hidden {
  readonly rows: ReadonlySet<number>;
  readonly columns: ReadonlySet<number>;
}

/** A figure in a hidden row or column between shown ones; where most are hidden the detail is only folded away. */
function hiddenIn(context: AuditContext, total: RangeTotal, hidden: Hidden): CellAddress | null {
  const lines = total.direction === "down" ? hidden.rows : hidden.columns;
  if (lines.size === 0 || (total.direction === "down" ? hidden.rows : hidden.columns).has(lineOf(total))) return null;
  const { first0, last0 } = extentOf(total);
  let [shown, unseen] = [0, 0];
  let found: CellAddress | null = null;
  for (let i = first0; i <= last0; i++) {
    const address = cellAlong(total, i);
    const value = context.numberAt(address);
    if (value === null || value === 0) continue;
    if (!lines.has(i)) shown++;
    else {
      unseen++;
      found ??= address;
    }
  }
  return unseen > 0 && unseen * 2 < shown ? found : null;
}

function lineOf({ address, direction }: RangeTotal): number {
  return direction === "down" ? address.rowIndex0 : address.columnIndex0;
}

function draft(context: AuditContext, found: readonly { total: RangeTotal; cell: CellAddress }[]): FindingDraft {
  const { total, cell } = found[0]!;
  const ranges = coverCells(found.map((one) => one.total.address));
  const line = total.direction === "down" ? "row" : "column";
  return {
    severity: "low",
    confidence: 0.7,
    sheet: total.address.sheet,
    ranges,
    title: `${titleName(context, total.address)} counts a hidden ${line}`,
    comment: say`${calledAt(context, total.address, ranges[0])} takes ${place(total.range)} together, and ${place(cell)} in it, which holds ${number(context, cell)}, stands in a hidden ${line}. What a reader sees does not add up to the total. Show the ${line}, or leave it out of the sum.`,
    nature: "judgement",
    meaning: `${meaningOf(context, total.address)}/${meaningOf(context, cell)}`,
    alsoRead: [cell],
  };
}

/** Figures in hidden rows or columns that a total counts among shown ones. */
export const hiddenInTotal: AuditRule = {
  id: "hidden-in-total",
  find(context) {
    const hiddenBySheet = new Map<string, Hidden>(
      context.index.sheets.map(({ name, snapshot }) => [
        name,
        { rows: new Set(snapshot.hiddenRows), columns: new Set(snapshot.hiddenColumns) },
      ]),
    );
    const byLine = new Map<string, { total: RangeTotal; cell: CellAddress }[]>();
    for (const total of rangeTotals(context)) {
      if (total.function !== "SUM") continue;
      const cell = hiddenIn(context, total, hiddenBySheet.get(total.address.sheet)!);
      if (cell === null) continue;
      const line = total.direction === "down" ? cell.rowIndex0 : cell.columnIndex0;
      const key = `${total.address.sheet}/${total.direction}/${line}`;
      addTo(byLine, key, { total, cell });
    }
    return [...byLine.values()].map((found) => draft(context, found));
  },
};
