import { type CellAddress } from "../../../contracts/model-map";
import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { coverCells } from "../../lines/cover-cells";
import { calledAt, meaningOf, titleName } from "../../lines/name-cell";
import { type RangeTotal } from "../../lines/range-totals";
import { number, place, say } from "../../wording/say";
import { shortTotals, type ShortTotals } from "../../lines/short-totals";

function draft(context: AuditContext, { totals, omitted, whole }: ShortTotals): FindingDraft {
  const short = totals.find((total) => sharesLine(total, omitted)) ?? totals[0]!;
  const held = context.numberAt(omitted);
  const counts = held !== null && held !== 0;
  const ranges = coverCells(totals.map(({ address }) => address));
  const isAverage = short.function !== "SUM";
  return {
    severity: counts ? "high" : "low",
    confidence: counts ? 0.85 : 0.65,
    sheet: short.address.sheet,
    ranges,
    title: `The ${isAverage ? "range" : "sum"} of ${titleName(context, short.address)} is shorter than those beside it`,
    comment: say`${calledAt(context, short.address, ranges[0])} takes ${place(short.range)} together and leaves out ${place(omitted)}, ${held === null ? "which is blank" : say`which holds ${number(context, omitted)}`}; ${place(whole.address)} beside it covers ${place(whole.range)}. ${counts ? "The result is off by that cell." : "Nothing is missing today; once that cell is filled in, the result will be off."} Give all of them the same extent.`,
    nature: "slip",
    aside: say`${place(whole.address)} beside it covers ${place(whole.range)}.`,
    meaning: `${meaningOf(context, short.address)}/${meaningOf(context, omitted)}`,
    alsoRead: [omitted],
  };
}

function sharesLine({ address, direction }: RangeTotal, cell: CellAddress): boolean {
  return direction === "down" ? address.columnIndex0 === cell.columnIndex0 : address.rowIndex0 === cell.rowIndex0;
}

/** Shares that come to the whole without it: the one left out is left out on purpose. */
function isWhole(context: AuditContext, { totals }: ShortTotals): boolean {
  return totals.every(({ address, function: name }) => {
    const isShare = context.cellAt(address)?.numberFormat?.includes("%") ?? false;
    return name === "SUM" && isShare && Math.abs((context.numberAt(address) ?? 0) - 1) < 1e-9;
  });
}

/** One of several totals in a line whose range is shorter than the others', with figures in the part it leaves out. */
export const unevenTotals: AuditRule = {
  id: "uneven-totals",
  find: (context) =>
    shortTotals(context)
      .filter((short) => !isWhole(context, short))
      .map((short) => draft(context, short)),
};
