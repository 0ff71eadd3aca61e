import { normalizeLabel } from "../../../concepts/normalize-label";
import { signConvention } from "../../../concepts/sign-convention";
import { statedSign } from "../../../concepts/stated-sign";
import { type ConceptId } from "../../../contracts/concept";
import { type LineItem } from "../../../contracts/model-map";
import { type AuditContext, type SeriesCell } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { isSameCell } from "../../lines/cell-name";
import { compositionOf, type Part } from "../../meaning/composition";
import { samplePeriods } from "../../meaning/sample-periods";
import { coverCells } from "../../lines/cover-cells";
import { named, number, place, say } from "../../wording/say";

type Way = "onProfit" | "onCash";
const totals: readonly (readonly [ConceptId, Way])[] = [
  ["gross-profit", "onProfit"],
  ["operating-income", "onProfit"],
  ["ebit", "onProfit"],
  ["pretax-income", "onProfit"],
  ["net-income", "onProfit"],
  ["operating-cash-flow", "onCash"],
  ["investing-cash-flow", "onCash"],
  ["financing-cash-flow", "onCash"],
  ["net-change-in-cash", "onCash"],
];
/** Rows that are rightly of either sign. */
const eitherWay =
  /\b(?:income|credit|benefit|gain|recover\w*|proceeds|net|deferred|change|reversal|other|disposals?)\b/iu;
const taxes: ReadonlySet<ConceptId> = new Set(["income-tax-expense"]);
const fewest = 2;

interface Use {
  readonly entry: SeriesCell;
  readonly total: SeriesCell;
  /** What the cell does to the total. */
  readonly effect: number;
}

/** What each row of the total's own statement does to it, period by period. */
function usesIn(context: AuditContext, total: LineItem, among: ReadonlySet<SeriesCell> | null): Map<LineItem, Use[]> {
  const uses = new Map<LineItem, Use[]>();
  context.seriesOf(total).forEach((sum, i) => {
    if (among?.has(sum) === false) return;
    if ((sum.cell?.formula ?? null) === null || sum.period.phase === "actual") return;
    const parts: readonly Part[] = [...compositionOf(context, sum.address).parts.values()];
    for (const { address, factor } of parts) {
      const item = context.itemAt(address);
      const value = context.numberAt(address);
      if (item === null || item.axisId !== total.axisId || item === total || Math.abs(factor) !== 1 || !value) continue;
      const entry = context.seriesOf(item)[i];
      if (entry === undefined || !isSameCell(entry.address, address)) continue;
      const known = uses.get(item);
      const use = { entry, total: sum, effect: value * factor };
      if (known === undefined) uses.set(item, [use]);
      else known.push(use);
    }
  });
  return uses;
}

/** What profit is made of reaches cash with the sign it has in profit, which is judged there. */
function leaveProfitOut(context: AuditContext, total: LineItem, uses: Map<LineItem, Use[]>): void {
  for (const profit of context.itemsOf("net-income", 0.84)) {
    if (profit.axisId !== total.axisId || !uses.has(profit)) continue;
    for (const item of usesIn(context, profit, null).keys()) uses.delete(item);
  }
}

/** What a known flow is worked out from (spending backed out of assets and depreciation) reaches the total through it, with its sign. */
function leavePartsOut(context: AuditContext, way: Way, uses: Map<LineItem, Use[]>): void {
  for (const [item, at] of [...uses]) {
    const effect = item.concept === null ? null : (signConvention(item.concept.id)?.[way] ?? null);
    if (effect === null || effect === "subtotal" || item.concept!.confidence < 0.84) continue;
    for (const { entry } of at)
      for (const { address } of compositionOf(context, entry.address).parts.values()) {
        const inner = context.itemAt(address);
        if (inner !== null && inner !== item) uses.delete(inner);
      }
  }
}

/** -1 where the row takes from the total, 1 where it adds; null where either may be right. */
function rightWay(item: LineItem, way: Way): 1 | -1 | null {
  const concept = item.concept !== null && item.concept.confidence >= 0.84 ? item.concept.id : null;
  if (concept === null || item.unit.kind === "percent" || eitherWay.test(item.label)) return null;
  /** A label that says itself what is to be done is another rule's. */
  if (normalizeLabel(item.label).contra || statedSign(item.label) === "taken-away") return null;
  const effect = signConvention(concept)?.[way];
  return effect === "reduces" ? -1 : effect === "adds" ? 1 : null;
}

function isProfit(context: AuditContext, total: LineItem, column: number): boolean {
  return (context.numberAt(context.seriesOf(total)[column]!.address) ?? 0) > 0;
}

/** Some row of a few periods goes the wrong way: only then is the whole row of the total worth taking apart. */
function mayBeWrong(context: AuditContext, total: LineItem, way: Way): boolean {
  const ahead = context.seriesOf(total).filter(({ period }) => period.phase !== "actual");
  const uses = usesIn(context, total, new Set(samplePeriods(ahead)));
  return [...uses].some(([item, at]) => {
    const right = rightWay(item, way);
    return right !== null && at.some(({ effect }) => Math.sign(effect) !== right);
  });
}

function judge(
  context: AuditContext,
  total: LineItem,
  item: LineItem,
  uses: readonly Use[],
  way: Way,
): FindingDraft | null {
  const right = rightWay(item, way);
  if (right === null) return null;
  const told = taxes.has(item.concept!.id)
    ? uses.filter(({ total: sum }) => isProfit(context, total, context.seriesOf(total).indexOf(sum)))
    : uses;
  const first = told[0];
  if (first === undefined || told.length < fewest || told.some(({ effect }) => Math.sign(effect) === right))
    return null;
  const done = right === -1 ? "adds to" : "takes from";
  const should = right === -1 ? "should take from it" : "should add to it";
  return {
    severity: "high",
    confidence: 0.88,
    sheet: item.sheet,
    ranges: coverCells(told.map(({ entry }) => entry.address)),
    title: `“${item.label.trim()}” ${done} “${total.label.trim()}”`,
    comment: say`${named(item, first.entry.address)} is ${number(context, first.entry.address)} in ${place(first.entry.address, first.entry.period.label)} and, with the sign it has there, ${done} ${named(total, first.total.address)} of ${number(context, first.total.address)}; it ${should}. The total is out by twice the amount in every period. Turn the sign here or in the sum.`,
    nature: "slip",
    meaning: `${total.id}/${item.id}`,
    alsoRead: told.map(({ total: sum }) => sum.address),
  };
}

/** A cost that raises profit, spending that raises cash, or an add-back that lowers it, by the signs the sums really take. */
export const signInTotal: AuditRule = {
  id: "sign-in-total",
  find(context) {
    const told = new Set<LineItem>();
    return totals.flatMap(([concept, way]) =>
      context.itemsOf(concept, 0.84).flatMap((total) => {
        if (context.axisOf(total).orientation !== "columns" || total.role === "input") return [];
        if (!mayBeWrong(context, total, way)) return [];
        const uses = usesIn(context, total, null);
        if (way === "onCash") leaveProfitOut(context, total, uses);
        if (way === "onCash") leavePartsOut(context, way, uses);
        /** Two rows the other way round: then the whole total is shown with its sign turned. */
        const drafts = [...uses].flatMap(([item, at]) => {
          const draft = told.has(item) ? null : judge(context, total, item, at, way);
          return draft === null ? [] : [{ item, draft }];
        });
        const known = [...uses.keys()].filter((item) => rightWay(item, way) !== null);
        if (drafts.length * 2 > known.length) return [];
        for (const { item } of drafts) told.add(item);
        return drafts.map(({ draft }) => draft);
      }),
    );
  },
};
