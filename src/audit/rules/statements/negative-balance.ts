import { type ConceptId } from "../../../contracts/concept";
import { type LineItem } from "../../../contracts/model-map";
import { normalizeLabel } from "../../../concepts/normalize-label";
import { type AuditContext, type SeriesCell } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { rollForwardRow } from "../../../concepts/roll-forward-row";
import { balanceRows } from "../../meaning/balance-rows";
import { coverCells } from "../../lines/cover-cells";
import { named, number, place, say } from "../../wording/say";

const outOfMoney =
  "The plan runs out of money and nothing funds the gap: no facility is drawn and no interest on it charged. Let a revolver fund it, or change the plan.";
const drawnBeside =
  "The plan runs out of money although a facility is drawn: the drawing is too small, or does not reach the cash. Take it into the cash flow, or change the plan.";

/** What cannot be less than nothing, and what it says when a forecast makes it so. */
const cannotBeNegative: ReadonlyMap<ConceptId, string> = new Map([
  ["cash-and-equivalents", outOfMoney],
  ["ending-cash", outOfMoney],
  ["accounts-receivable", "Customers cannot owe less than nothing: a sign or a driver behind it is wrong."],
  ["inventory", "Stock cannot be less than nothing: a sign or a driver behind it is wrong."],
  ["accounts-payable", "Suppliers cannot be owed less than nothing: a sign or a driver behind it is wrong."],
  [
    "property-plant-equipment",
    "More is depreciated than was ever bought. Stop depreciation at the end of each asset’s life, or look for capital expenditure that does not reach the schedule.",
  ],
  [
    "total-debt",
    "More is repaid than was borrowed, and interest on it turns into income. Limit the repayment to the balance.",
  ],
  [
    "long-term-debt",
    "More is repaid than was borrowed, and interest on it turns into income. Limit the repayment to the balance.",
  ],
  [
    "revolver",
    "More is repaid than was drawn, and interest on it turns into income. Limit the repayment to the balance.",
  ],
  [
    "total-equity",
    "The plan loses more than its owners put in: what it owes exceeds what it has, which no lender overlooks. Plan an injection, or say how the company goes on.",
  ],
]);
const isMovement = /\b(?:change|increase|decrease|movement|less|net of)\b|Δ/iu;
/** Rounding in a closed-out balance. */
const tolerance = 0.002;
/** An account is overdrawn or it is not. */
const toleranceOfCash = 0.0005;

function judge(context: AuditContext, item: LineItem, why: string): FindingDraft | null {
  const filled = context.seriesOf(item).flatMap((entry) => {
    const value = context.numberAt(entry.address);
    return value === null || value === 0 ? [] : [{ entry, value }];
  });
  const largest = Math.max(0, ...filled.map(({ value }) => value));
  /** A row that is negative throughout is shown with a minus on purpose. */
  if (largest <= 0) return null;
  const isCash = item.concept?.id === "cash-and-equivalents" || item.concept?.id === "ending-cash";
  const bad = filled.filter(
    ({ entry, value }) =>
      value < -Math.max(0.5, (isCash ? toleranceOfCash : tolerance) * largest) &&
      (entry.period.phase !== "actual" || isRolled(context, entry)) &&
      (entry.cell?.formula ?? null) !== null,
  );
  const first = bad[0];
  if (first === undefined || bad.length > filled.length * 0.8) return null;
  const lowest = bad.reduce((worst, one) => (one.value < worst.value ? one : worst), first);
  return {
    severity: isCash ? "high" : "medium",
    confidence: 0.9,
    sheet: item.sheet,
    ranges: coverCells(bad.map(({ entry }) => entry.address)),
    title: `“${item.label.trim()}” turns negative`,
    comment: say`${named(item, first.entry.address)} is ${number(context, first.entry.address)} in ${place(first.entry.address, first.entry.period.label)}${lowest === first ? [] : lowPoint(context, lowest.entry)}. ${why}`,
    meaning: item.id,
    concernsWholeModel: isCash,
  };
}

/** Carried on from the period before: a plan, whatever its dates say. */
function isRolled(context: AuditContext, { address }: SeriesCell): boolean {
  return context.index
    .precedentsOf(address)
    .some(
      (range) =>
        range.sheet === address.sheet &&
        range.startRow0 === address.rowIndex0 &&
        range.endRow0 === address.rowIndex0 &&
        range.endColumn0 < address.columnIndex0,
    );
}

/** The closing row of a schedule stands for its balance where no balance sheet shows it. */
function closingsOf(context: AuditContext, concept: ConceptId): LineItem[] {
  return context.model.lineItems.filter((item) => {
    if (item.role === "input") return false;
    const row = rollForwardRow(item.label, item.path);
    return row?.part === "closing" && row.of === concept;
  });
}

function lowPoint(context: AuditContext, entry: SeriesCell) {
  return say` and falls to ${number(context, entry.address)} in ${place(entry.address, entry.period.label)}`;
}

/** A facility that rises somewhere in the forecast funds something. */
function isFacilityDrawn(context: AuditContext): boolean {
  return context.model.lineItems.some((item) => {
    const isFacility =
      item.concept?.id === "revolver" || /\b(?:revolv\w*|credit (?:line|facility)|overdraft|rcf)\b/iu.test(item.label);
    if (!isFacility || item.unit.kind === "percent") return false;
    const series = context.seriesOf(item);
    return series.some(({ address, inForecast }, i) => {
      const [before, now] = [i === 0 ? 0 : (context.numberAt(series[i - 1]!.address) ?? 0), context.numberAt(address)];
      return inForecast && now !== null && now > before + 0.5;
    });
  });
}

/** Cash, receivables, stock, plant or debt below nought in a forecast. */
export const negativeBalance: AuditRule = {
  id: "negative-balance",
  find(context) {
    const onBalanceSheet = balanceRows(context);
    const told = new Set<ConceptId>();
    return [...cannotBeNegative].flatMap(([concept, why]) => {
      if (concept === "ending-cash" && told.has("cash-and-equivalents")) return [];
      const closings = new Set(closingsOf(context, concept));
      return [...new Set([...context.itemsOf(concept, 0.84), ...closings])].flatMap((item) => {
        const isShown = concept === "ending-cash" || closings.has(item) || onBalanceSheet.has(item);
        const leavesOpen = isMovement.test(item.label) || normalizeLabel(item.label).contra;
        if (!isShown || leavesOpen || item.unit.kind === "percent" || told.has(concept)) return [];
        const draft = judge(context, item, why === outOfMoney && isFacilityDrawn(context) ? drawnBeside : why);
        if (draft !== null) told.add(concept);
        return draft ?? [];
      });
    });
  },
};
