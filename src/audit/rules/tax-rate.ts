import { type CellAddress, type LineItem, type Parameter } from "../../contracts/model-map";
import { type AuditContext } from "../audit-context";
import { type AuditRule, type FindingDraft } from "../audit-rule";
import { coverCells } from "../cover-cells";
import { disagreeingRow } from "./stated-twice";
import { calculated, named, number, place, say } from "../say";

const differs = 0.02;

interface StatedRate {
  readonly meaning: Parameter | LineItem;
  readonly cell: CellAddress;
  readonly value: number;
}

/** Tax rates somebody typed; a percentage written as 25 counts as 25 %. */
function statedRates(context: AuditContext): StatedRate[] {
  const cells = context.parametersOf("tax-rate", 0.8).map((meaning) => ({ meaning, cell: meaning.cell }));
  return cells.flatMap(({ meaning, cell }) => {
    const value = context.numberAt(cell);
    if (value === null || value <= 0) return [];
    return [{ meaning, cell, value: value >= 1 ? value / 100 : value }];
  });
}

/** Tax against pre-tax profit on one axis, in forecast years with a profit. */
function effectiveRates(context: AuditContext, tax: LineItem, profit: LineItem) {
  return context.seriesOf(tax).flatMap(({ address, period, cell }, i) => {
    const base = context.seriesOf(profit)[i]!.address;
    const [paid, earned] = [context.numberAt(address), context.numberAt(base)];
    if (
      period.phase === "actual" ||
      (cell?.formula ?? null) === null ||
      paid === null ||
      earned === null ||
      earned <= 0 ||
      paid === 0
    )
      return [];
    return [{ address, base, period, rate: Math.abs(paid) / earned }];
  });
}

function againstStated(context: AuditContext, stated: StatedRate): FindingDraft | null {
  for (const tax of context.itemsOf("income-tax-expense", 0.84)) {
    const profit = context
      .itemsOf("pretax-income", 0.84)
      .find((item) => item.axisId === tax.axisId && item.index0 < tax.index0);
    if (profit === undefined) continue;
    const rates = effectiveRates(context, tax, profit);
    const off = rates.filter(({ rate }) => Math.abs(rate - stated.value) > differs);
    const first = off[0];
    if (first === undefined || off.length < rates.length * 0.6) continue;
    const ranges = coverCells(off.map(({ address }) => address));
    const confidence = 0.8;
    const shown = calculated(first.rate, "percent", "tax / pre-tax profit", {
      tax: first.address,
      "pre-tax profit": first.base,
    });
    return {
      severity: "medium",
      confidence,
      sheet: tax.sheet,
      ranges,
      title: "The tax charged is not the tax rate stated",
      comment: say`${named(tax, ranges[0])} comes to ${shown} of ${named(profit, first.base)} in ${place(first.address, first.period.label)}, while ${named(stated.meaning, stated.cell)} says ${number(context, stated.cell)}. Either tax is taken of another base or the rate is not used. Link the charge to the rate and to profit before tax.`,
      nature: "slip",
      meaning: `effective/${tax.id}`,
      alsoRead: [stated.cell, ...off.map(({ base }) => base)],
    };
  }
  return null;
}

/** A tax charge that does not follow the stated rate. */
export const taxRate: AuditRule = {
  id: "tax-rate",
  find(context) {
    const stated = statedRates(context);
    const distinct = new Set(stated.map(({ value }) => value.toFixed(4)));
    const only = stated[0];
    /** A row of rates that disagrees with it is told by another rule, at the rate itself. */
    const isToldThere = only !== undefined && "cell" in only.meaning && disagreeingRow(context, only.meaning) !== null;
    const charged = !isToldThere && only !== undefined && distinct.size === 1 ? againstStated(context, only) : null;
    return charged === null ? [] : [charged];
  },
};
