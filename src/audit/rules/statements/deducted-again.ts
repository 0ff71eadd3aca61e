import { type ConceptId } from "../../../contracts/concept";
import { type CellAddress, type LineItem } from "../../../contracts/model-map";
import { cellKey, type AuditContext, type SeriesCell } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { compositionOf } from "../../meaning/composition";
import { coverCells } from "../../lines/cover-cells";
import { samplePeriods } from "../../meaning/sample-periods";
import { named, number, place, say } from "../../wording/say";
import { isSurely, sure } from "../../meaning/sure-concept";
import { firstOfEach } from "../../../workbook/group-by";

const taxes: ReadonlySet<ConceptId> = new Set(["income-tax-expense", "cash-taxes-paid", "current-tax", "tax-on-ebit"]);
const interest: ReadonlySet<ConceptId> = new Set(["interest-expense", "cash-interest-paid", "net-interest-expense"]);
const charges: ReadonlySet<ConceptId> = new Set(["depreciation-and-amortization", "depreciation", "amortization"]);
const fewest = 2;
/** Of the deduction: a smaller remainder is a difference of timing. */
const mostLeft = 0.5;

/** What a profit is already after. */
const after: readonly {
  readonly profits: ReadonlySet<ConceptId>;
  readonly gone: ReadonlySet<ConceptId>;
  /** How rows that put it back are called, whatever they are read as. */
  readonly words: RegExp;
  readonly why: string;
}[] = [
  { profits: new Set(["net-income", "nopat"]), gone: taxes, words: /\btax/iu, why: "after tax" },
  {
    profits: new Set(["net-income", "pretax-income"]),
    gone: interest,
    words: /interest|financ/iu,
    why: "after interest",
  },
  {
    profits: new Set(["net-income", "nopat", "ebit", "operating-income", "pretax-income"]),
    gone: charges,
    words: /deprec|amorti|non-?cash|d&a/iu,
    why: "after depreciation",
  },
];
const totals: readonly ConceptId[] = [
  "operating-cash-flow",
  "unlevered-free-cash-flow",
  "free-cash-flow",
  "net-change-in-cash",
];

interface Again {
  readonly entry: SeriesCell;
  readonly profit: { readonly item: LineItem; readonly cell: CellAddress };
  readonly taken: { readonly item: LineItem; readonly cell: CellAddress };
}

/** A deduction beside the profit that is after it already, with nothing put back for it. */
function againIn(
  context: AuditContext,
  total: LineItem,
  entry: SeriesCell,
  { profits, gone, words }: (typeof after)[number],
): Again | null {
  const { parts } = compositionOf(context, entry.address);
  const beside = [...parts.values()].flatMap(({ address, factor }) => {
    const item = context.itemAt(address);
    const isHere = item?.axisId === total.axisId && context.periodAt(address)?.index0 === entry.period.index0;
    return item !== null && isHere ? [{ item, cell: address, factor }] : [];
  });
  const profit = beside.find(({ item, factor }) => isSurely(item, profits) && factor === 1);
  if (profit === undefined) return null;
  const inner = compositionOf(context, profit.cell).parts;
  const others = beside
    .filter(({ cell }) => cell !== profit.cell && !inner.has(cellKey(cell)))
    .map((one) => ({ ...one, effect: one.factor * (context.numberAt(one.cell) ?? 0) }))
    .filter(({ item, effect }) => isSurely(item, gone) || (effect > 0 && !item.isTotal && words.test(item.label)));
  const effects = others.map(({ effect }) => effect);
  const left = effects.reduce((sum, effect) => sum + effect, 0);
  const most = Math.min(0, ...effects);
  const taken = others[effects.indexOf(most)];
  return taken === undefined || most === 0 || left > most * mostLeft ? null : { entry, profit, taken };
}

function judge(context: AuditContext, total: LineItem, kind: (typeof after)[number]): FindingDraft[] {
  const series = context.seriesOf(total);
  if (samplePeriods(series).every((entry) => againIn(context, total, entry, kind) === null)) return [];
  const found = series
    .filter(({ cell, period }) => (cell?.formula ?? null) !== null && period.phase !== "actual")
    .flatMap((entry) => againIn(context, total, entry, kind) ?? []);
  const first = found[0];
  if (first === undefined || found.length < fewest) return [];
  const { profit, taken, entry } = first;
  return [
    {
      severity: "high",
      confidence: 0.88,
      sheet: taken.item.sheet,
      ranges: coverCells(found.map((one) => one.taken.cell)),
      title: `“${taken.item.label.trim()}” is deducted a second time`,
      comment: say`${named(total, entry.address)} of ${place(entry.address, entry.period.label)} starts from ${named(profit.item, profit.cell)}, which is ${kind.why}, and takes ${named(taken.item, taken.cell)} of ${number(context, taken.cell)} off it again; nothing puts the charge back in between. The flow is too low by it every period. Leave it out, or add the charge of the income statement back first.`,
      nature: "slip",
      meaning: `${total.id}/${taken.item.id}`,
      alsoRead: [profit.cell, entry.address],
    },
  ];
}

/** Tax, interest or depreciation taken off a profit that is after it already. */
export const deductedAgain: AuditRule = {
  id: "deducted-again",
  find(context) {
    const found = totals.flatMap((concept) =>
      context
        .itemsOf(concept, sure)
        .filter((item) => context.axisOf(item).orientation === "columns")
        .flatMap((item) => after.flatMap((kind) => judge(context, item, kind))),
    );
    return firstOfEach(found, ({ title, sheet }) => `${sheet}/${title}`);
  },
};
