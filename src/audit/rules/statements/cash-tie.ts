import { type LineItem, type Period } from "../../../contracts/model-map";
import { type AuditContext, type SeriesCell } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { coverCells } from "../../lines/cover-cells";
import { calculated, named, number, place, say } from "../../wording/say";

/** Restricted cash and rounding lie below this; a broken link rarely does. */
const tolerance = 0.005;

/** The same stretch of time on two sheets; null where a header does not say. */
export function periodKey(period: Period): string | null {
  return period.year === null ? null : `${period.kind}/${period.year}/${period.ordinal ?? ""}`;
}

function byPeriod(context: AuditContext, item: LineItem): Map<string, SeriesCell> {
  const cells = new Map<string, SeriesCell>();
  for (const entry of context.seriesOf(item)) {
    const key = periodKey(entry.period);
    if (key !== null && !cells.has(key) && context.numberAt(entry.address) !== null) cells.set(key, entry);
  }
  return cells;
}

/** The ending cash with something else added is linked; the rest is a wider line. */
function readsAlready(context: AuditContext, { address }: SeriesCell, flow: SeriesCell): boolean {
  const { sheet, rowIndex0, columnIndex0 } = flow.address;
  return context.index
    .precedentsOf(address)
    .some(
      (range) =>
        range.sheet === sheet &&
        range.startRow0 <= rowIndex0 &&
        rowIndex0 <= range.endRow0 &&
        range.startColumn0 <= columnIndex0 &&
        columnIndex0 <= range.endColumn0,
    );
}

function compare(context: AuditContext, balance: LineItem, flow: LineItem): FindingDraft | null {
  const ending = byPeriod(context, flow);
  const pairs = [...byPeriod(context, balance)].flatMap(([key, left]) => {
    const right = ending.get(key);
    return right === undefined
      ? []
      : [{ left, right, a: context.numberAt(left.address)!, b: context.numberAt(right.address)! }];
  });
  const bad = pairs.filter(
    ({ a, b, left, right }) =>
      !readsAlready(context, left, right) &&
      a !== 0 &&
      b !== 0 &&
      Math.abs(a - b) > Math.max(tolerance * Math.abs(a), 0.5),
  );
  const first = bad[0];
  if (first === undefined || isOtherScale(pairs)) return null;
  const gap = calculated(first.a - first.b, "currency", "balance sheet - cash flow", {
    "balance sheet": first.left.address,
    "cash flow": first.right.address,
  });
  const isWider = pairs.some(({ left, right }) => readsAlready(context, left, right));
  if (isWider && bad.every(({ left }) => left.cell?.formula === null)) return null;
  const everywhere = bad.length === pairs.length && pairs.length > 1;
  const confidence = everywhere ? 0.8 : 0.92;
  return {
    severity: "high",
    confidence,
    sheet: balance.sheet,
    ranges: coverCells(bad.map(({ left }) => left.address)),
    title: "Cash on the balance sheet is not the cash the cash flow ends with",
    comment: say`${named(balance, first.left.address)} is ${number(context, first.left.address)} in ${place(first.left.address, first.left.period.label)}, while ${named(flow, first.right.address)} ends with ${number(context, first.right.address)}: a difference of ${gap}${bad.length > 1 ? ", and other periods differ too" : ""}. One of the two is wrong, and the balance sheet hides which. Link the balance sheet to the cash flow’s ending cash.`,
    nature: "slip",
    meaning: `cash/${balance.id}`,
    alsoRead: bad.map(({ right }) => right.address),
    concernsWholeModel: true,
  };
}

/** Thousands on one sheet and millions on the other: no difference of cash. */
function isOtherScale(pairs: readonly { readonly a: number; readonly b: number }[]): boolean {
  return pairs.some(
    ({ a, b }) => b !== 0 && [1000, 1e6, 1e-3, 1e-6].some((scale) => Math.abs(a / b / scale - 1) < 0.01),
  );
}

/** Ending cash of the cash flow statement against cash on the balance sheet, period by period. */
export const cashTie: AuditRule = {
  id: "cash-tie",
  find(context) {
    const axesWith = (concepts: readonly string[]) =>
      new Set(concepts.flatMap((concept) => context.itemsOf(concept)).map((item) => item.axisId));
    const balanceSheets = axesWith(["total-assets", "total-current-assets"]);
    const cashFlows = axesWith(["net-change-in-cash", "financing-cash-flow", "operating-cash-flow", "beginning-cash"]);
    const balances = context.itemsOf("cash-and-equivalents").filter((item) => balanceSheets.has(item.axisId));
    const flows = context.itemsOf("ending-cash").filter((item) => cashFlows.has(item.axisId));
    if (new Set(balances.map((item) => item.sheet)).size > 1 || flows.length > 2) return [];
    for (const balance of balances) {
      for (const flow of flows) {
        const draft = compare(context, balance, flow);
        if (draft !== null) return [draft];
      }
    }
    return [];
  },
};
