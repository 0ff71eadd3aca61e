import { type ConceptId } from "../../../contracts/concept";
import { type CellAddress } from "../../../contracts/model-map";
import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { called, conceptOf, nameOf } from "../../lines/cell-name";
import { labelledRows } from "../../lines/labelled-rows";
import { coverCells } from "../../lines/cover-cells";
import { ratioSides, soleRead } from "../../meaning/ratio-sides";
import { number, say } from "../../wording/say";

const afterTaxReturn = /\bROIC\b|\breturn on (?:the )?(?:invested )?capital\b(?! employed)/iu;
const saysSo = /pre-?\s?tax|before tax|ebit\b|gross/iu;
const beforeTax: ReadonlySet<ConceptId | null> = new Set<ConceptId | null>([
  "ebit",
  "operating-income",
  "ebitda",
  "pretax-income",
]);
const afterTax = /\breinvest|\bretention|\bWACC\b|\bNOPAT\b/iu;

/** What it is set against further on, that is measured after tax: the reinvestment rate, the cost of capital. */
function setAgainst(context: AuditContext, cells: readonly CellAddress[]): CellAddress | null {
  for (const reader of context.index.allDependents(cells).slice(0, 60)) {
    const ranges = context.index.precedentsOf(reader);
    for (const { sheet, startRow0, startColumn0, endRow0, endColumn0 } of ranges) {
      if (startRow0 !== endRow0 || startColumn0 !== endColumn0) continue;
      const read = { sheet, rowIndex0: startRow0, columnIndex0: startColumn0 };
      if (afterTax.test(nameOf(context, read)?.label ?? "")) return read;
    }
  }
  return null;
}

/** A return on capital that is compared after tax and divides a profit before it. */
export const returnBeforeTax: AuditRule = {
  id: "return-before-tax",
  find: (context) =>
    labelledRows(context).flatMap((row): FindingDraft[] => {
      if (!afterTaxReturn.test(row.label) || saysSo.test(row.label)) return [];
      const quotients = row.cells.flatMap(({ address, cell }) => {
        const sides = cell.formula === null || typeof cell.value !== "number" ? null : ratioSides(context, address);
        const over = sides === null || sides.isGrowth ? null : soleRead(context, address, sides.over);
        return over !== null && beforeTax.has(conceptOf(context, over)) ? [{ address, over }] : [];
      });
      const first = quotients[0];
      if (first === undefined) return [];
      const cells = quotients.map(({ address }) => address);
      const against = setAgainst(context, cells);
      return [
        {
          severity: against === null ? "medium" : "high",
          confidence: against === null ? 0.78 : 0.88,
          sheet: row.sheet,
          ranges: coverCells(cells),
          title: "The return on capital is taken before tax",
          comment: say`${called(context, first.address)} divides ${called(context, first.over)} of ${number(context, first.over)}, which is before tax, and comes to ${number(context, first.address)}. ${against === null ? "Set against a cost of capital, which is after tax, it flatters every year" : say`It is set against ${called(context, against)}, which is after tax, so growth or value added comes out too high`}. Divide operating profit after tax.`,
          nature: "slip",
          meaning: `return/${row.label}`,
          alsoRead: [first.over],
        },
      ];
    }),
};
