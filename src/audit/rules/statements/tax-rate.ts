import { type CellAddress, type LineItem, type Parameter } from "../../../contracts/model-map";
import { cellKey, type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { coverCells } from "../../lines/cover-cells";
import { factorsOf } from "../../meaning/factors";
import { disagreeingRow } from "../typed/stated-twice";
import { calculated, literal, named, number, place, say } from "../../wording/say";

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

const isRate = /\btax(?:es)? rate\b|\brate of tax\b/iu;

/** A charge that reads a row of rates, or stands on a sheet with one, is measured by that and not by a rate elsewhere. */
function hasRateOfItsOwn(context: AuditContext, tax: LineItem, stated: StatedRate): boolean {
  const isRateRow = (item: LineItem | null) =>
    item !== null &&
    (item.concept?.id === "tax-rate" || item.concept?.id === "effective-tax-rate" || isRate.test(item.label));
  const reads = context
    .seriesOf(tax)
    .some(
      ({ address, inForecast }) =>
        inForecast &&
        context.index
          .precedentsOf(address)
          .some(({ sheet, startRow0, startColumn0 }) =>
            isRateRow(context.itemAt({ sheet, rowIndex0: startRow0, columnIndex0: startColumn0 })),
          ),
    );
  return (
    reads ||
    (stated.cell.sheet !== tax.sheet &&
      context.itemsOnAxis(tax.axisId).some((item) => isRateRow(item) && item.role === "input"))
  );
}

function againstStated(context: AuditContext, stated: StatedRate): FindingDraft | null {
  for (const tax of context.itemsOf("income-tax-expense", 0.84)) {
    const profit = context
      .itemsOf("pretax-income", 0.84)
      .find((item) => item.axisId === tax.axisId && item.index0 < tax.index0);
    if (profit === undefined || hasRateOfItsOwn(context, tax, stated)) continue;
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

const carriesLosses =
  /\b(?:nol|nols|loss(?:es)? carr|carry ?-?forward|tax asset|deferred tax|tax shield|loss utili[sz])/iu;

/** True where the charge is a rate times the profit and nothing else, whichever sign the profit has. */
function isPlainProduct(context: AuditContext, tax: CellAddress, profit: CellAddress): boolean {
  const factors = factorsOf(context, tax);
  return (
    factors?.under.length === 0 &&
    factors.over.some(([cell]) => cell !== undefined && cellKey(cell) === cellKey(profit))
  );
}

/** A loss that earns a tax credit at once, in a model that keeps no account of losses. */
function creditOnLoss(context: AuditContext): FindingDraft | null {
  if (context.model.lineItems.some(({ label }) => carriesLosses.test(label))) return null;
  for (const tax of context.itemsOf("income-tax-expense", 0.84)) {
    const profit = context
      .itemsOf("pretax-income", 0.84)
      .find((item) => item.axisId === tax.axisId && item.index0 < tax.index0);
    if (profit === undefined || tax.statement === "valuation") continue;
    const credited = context.seriesOf(tax).flatMap((entry, i) => {
      const base = context.seriesOf(profit)[i]!.address;
      const [paid, earned] = [context.numberAt(entry.address), context.numberAt(base)];
      if (entry.period.phase === "actual" || paid === null || paid === 0 || earned === null || earned >= 0) return [];
      return isPlainProduct(context, entry.address, base) ? [{ entry, base }] : [];
    });
    const first = credited[0];
    if (first === undefined) continue;
    return {
      severity: "medium",
      confidence: 0.85,
      sheet: tax.sheet,
      ranges: coverCells(credited.map(({ entry }) => entry.address)),
      title: "A loss is taxed as if it earned a refund",
      comment: say`${named(profit, first.base)} is ${number(context, first.base)} in ${place(first.entry.address, first.entry.period.label)}, and ${named(tax, first.entry.address)} books ${number(context, first.entry.address)} on it: a credit that makes the loss smaller at once. No row keeps account of losses carried forward. Stop the charge at nought and use the loss against later profits, or say that the refund is real.`,
      nature: "judgement",
      meaning: `credit/${tax.id}`,
      alsoRead: credited.map(({ base }) => base),
    };
  }
  return null;
}

/** A rate typed into the tax formula that is not the one stated. */
function typedRate(context: AuditContext, stated: StatedRate): FindingDraft | null {
  for (const tax of context.itemsOf("income-tax-expense", 0.84)) {
    const off = context.seriesOf(tax).flatMap(({ address, period }) => {
      const factors = factorsOf(context, address);
      const rate = factors?.typed.length === 1 && factors.over.length === 1 ? factors.typed[0]! : null;
      const isRate = rate !== null && rate > 0.02 && rate < 0.7 && factors?.under.length === 0;
      return isRate && Math.abs(rate - stated.value) > 0.0005 ? [{ address, period, rate }] : [];
    });
    const first = off[0];
    if (first === undefined) continue;
    const shown = `${String(Number((first.rate * 100).toFixed(2)))}%`;
    return {
      severity: "medium",
      confidence: 0.9,
      sheet: tax.sheet,
      ranges: coverCells(off.map(({ address }) => address)),
      title: "The tax charged is not the tax rate stated",
      comment: say`${named(tax, first.address)} takes ${literal(first.rate, shown, first.address)}, typed in its formula, while ${named(stated.meaning, stated.cell)} says ${number(context, stated.cell)}. Whoever changes the stated rate changes other figures but not the charge. Link the charge to the rate.`,
      nature: "slip",
      meaning: `typed/${tax.id}`,
      alsoRead: [stated.cell],
    };
  }
  return null;
}

/** A tax charge that does not follow the stated rate, or that a loss turns into a refund. */
export const taxRate: AuditRule = {
  id: "tax-rate",
  find(context) {
    const stated = statedRates(context);
    const distinct = new Set(stated.map(({ value }) => value.toFixed(4)));
    const only = stated[0];
    /** A row of rates that disagrees with it is told by another rule, at the rate itself. */
    const isToldThere = only !== undefined && "cell" in only.meaning && disagreeingRow(context, only.meaning) !== null;
    const isSure = !isToldThere && only !== undefined && distinct.size === 1;
    const charged = isSure ? (typedRate(context, only) ?? againstStated(context, only)) : null;
    return [charged, creditOnLoss(context)].filter((draft) => draft !== null);
  },
};
