import { type CellAddress, type LineItem } from "../../../contracts/model-map";
import { cellKey, type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { balanceRows } from "../../meaning/balance-rows";
import { termsOf } from "../../meaning/composition";
import { coverCells } from "../../lines/cover-cells";
import { sourceOf } from "../../meaning/factors";
import { listed, named, number, place, say } from "../../wording/say";

const fewest = 2;

interface Whole {
  readonly balance: LineItem;
  readonly cell: CellAddress;
}

/** The balance each cell of a balance sheet stands for, whichever row it is linked from. */
function balancesBySource(context: AuditContext): Map<string, LineItem> {
  const bySource = new Map<string, LineItem>();
  for (const item of balanceRows(context)) {
    if (item.concept?.id.startsWith("total-") === true && item.concept.id !== "total-debt") continue;
    for (const { address, cell } of context.seriesOf(item)) {
      if (cell === null) continue;
      bySource.set(cellKey(address), item);
      const source = sourceOf(context, address);
      if (context.periodAt(source) !== null) bySource.set(cellKey(source), item);
    }
  }
  return bySource;
}

/** Balances of this period that the sum takes whole: without the same balance of another period on the other side. */
function wholesIn(context: AuditContext, bySource: ReadonlyMap<string, LineItem>, home: CellAddress): Whole[] {
  const { terms } = termsOf(context, home);
  const read = terms.flatMap(({ address }) => {
    const balance = bySource.get(cellKey(address));
    return balance === undefined ? [] : [{ balance, cell: address }];
  });
  return read.filter(
    ({ balance, cell }) =>
      context.periodAt(cell)?.label === context.periodAt(home)?.label &&
      read.filter((other) => other.balance === balance).length === 1 &&
      (context.numberAt(cell) ?? 0) !== 0,
  );
}

function judge(context: AuditContext, total: LineItem, bySource: ReadonlyMap<string, LineItem>): FindingDraft | null {
  const wrong = context.seriesOf(total).flatMap((entry) => {
    const wholes = wholesIn(context, bySource, entry.address);
    return wholes.length === 0 ? [] : [{ entry, wholes }];
  });
  const first = wrong[0];
  if (first === undefined || wrong.length < fewest) return null;
  const taken = first.wholes.map(({ balance, cell }) => say`${named(balance, cell)} of ${number(context, cell)}`);
  return {
    severity: "high",
    confidence: 0.9,
    sheet: total.sheet,
    ranges: coverCells(wrong.map(({ entry }) => entry.address)),
    title: `“${total.label.trim()}” counts whole balances as cash flow`,
    comment: say`In ${place(first.entry.address, first.entry.period.label)} ${named(total, first.entry.address)} takes up ${listed(taken)}: what is held at the date, not what moved in the period. The same money is counted again every period, and cash no longer ties to the balance sheet. Take each balance less the one before it.`,
    nature: "slip",
    meaning: total.id,
    alsoRead: wrong.flatMap(({ wholes }) => wholes.map(({ cell }) => cell)),
  };
}

/** A cash flow subtotal that adds or takes away a balance itself instead of its movement. */
export const balanceInCashFlow: AuditRule = {
  id: "balance-in-cash-flow",
  find(context) {
    const totals = (
      ["operating-cash-flow", "net-change-in-cash", "investing-cash-flow", "financing-cash-flow"] as const
    )
      .flatMap((concept) => context.itemsOf(concept, 0.84))
      .filter((item) => context.axisOf(item).orientation === "columns");
    if (totals.length === 0) return [];
    const bySource = balancesBySource(context);
    return totals.flatMap((total) => judge(context, total, bySource) ?? []);
  },
};
