import { type CellAddress } from "../../../contracts/model-map";
import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { called, nameOf, originOf } from "../../lines/cell-name";
import { cellsCalled } from "../../lines/cells-called";
import { asRange, number, say } from "../../wording/say";

const afterTax = /after[- ]?tax|post[- ]?tax|net of tax/iu;

/** The one such rate of a sheet that something reads; null where there are several or none. */
function only(context: AuditContext, cells: readonly CellAddress[], sheet: string): CellAddress | null {
  const used = cells.filter((cell) => {
    const value = context.numberAt(cell)!;
    return (
      cell.sheet === sheet &&
      value > 0 &&
      value < 0.6 &&
      context.index.dependentsOf(cell).length > 0 &&
      !afterTax.test(nameOf(context, cell)?.label ?? "")
    );
  });
  return new Set(used.map((cell) => context.numberAt(originOf(context, cell)))).size === 1 ? used[0]! : null;
}

/** Lenders ask more than a government pays, and shareholders more than lenders. */
export const rateOrder: AuditRule = {
  id: "rate-order",
  find(context) {
    const debts = cellsCalled(context, /^(?:pre-?tax )?cost of debt\b|^[kr]d$/iu);
    const equities = cellsCalled(context, /^(?:levered )?cost of equity\b|^[kr]e$/iu);
    const governments = cellsCalled(context, /^risk[- ]?free\b|^rf$/iu);
    return [...new Set(debts.map(({ sheet }) => sheet))].flatMap((sheet): FindingDraft[] => {
      const debt = only(context, debts, sheet);
      const government = only(context, governments, sheet);
      const equity = only(context, equities, sheet);
      const rate = debt === null ? null : context.numberAt(debt);
      if (debt === null || rate === null) return [];
      const base = {
        severity: "medium" as const,
        sheet,
        ranges: [asRange(debt)],
        nature: "judgement" as const,
        meaning: `${nameOf(context, debt)?.label ?? "debt"}`,
      };
      if (government !== null && rate < context.numberAt(government)! - 1e-4)
        return [
          {
            ...base,
            confidence: 0.85,
            title: "The cost of debt is below the risk-free rate",
            comment: say`${called(context, debt)} is ${number(context, debt)}, less than ${called(context, government)} of ${number(context, government)}. No lender asks a company for less than a government pays; interest paid over a balance shows what debt cost once, not what it costs now. Use the yield at which the company would borrow today.`,
            alsoRead: [government],
          },
        ];
      if (equity !== null && rate > context.numberAt(equity)! + 1e-4)
        return [
          {
            ...base,
            confidence: 0.82,
            title: "Debt costs more than equity",
            comment: say`${called(context, debt)} is ${number(context, debt)}, more than ${called(context, equity)} of ${number(context, equity)}. Shareholders are paid after lenders and ask for more. One of the two is wrong: look at beta and the premium, and at what interest was divided by.`,
            alsoRead: [equity],
          },
        ];
      return [];
    });
  },
};
