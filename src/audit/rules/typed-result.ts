import { type ConceptId } from "../../contracts/concept";
import { type LineItem } from "../../contracts/model-map";
import { type AuditContext, type SeriesCell } from "../audit-context";
import { type AuditRule, type FindingDraft } from "../audit-rule";
import { coverCells } from "../cover-cells";
import { named, number, say } from "../say";

/** Lines that follow from others by definition: nobody forecasts them by hand. */
const results: ReadonlySet<ConceptId> = new Set([
  ...["gross-profit", "ebitda", "operating-income", "ebit", "pretax-income", "net-income", "total-current-assets"],
  ...["total-assets", "total-current-liabilities", "total-liabilities", "total-equity", "total-liabilities-and-equity"],
  ...["operating-cash-flow", "net-change-in-cash", "ending-cash", "free-cash-flow", "unlevered-free-cash-flow"],
]);

function forecastOf(context: AuditContext, item: LineItem): readonly SeriesCell[] {
  return context
    .seriesOf(item)
    .filter(({ period, address }) => period.phase === "forecast" && context.numberAt(address) !== null);
}

function judge(context: AuditContext, item: LineItem): FindingDraft | null {
  if (item.concept === null || item.concept.confidence < 0.84 || !results.has(item.concept.id)) return null;
  const forecast = forecastOf(context, item);
  const byHand = forecast.filter(({ cell }) => cell?.formula === null);
  const first = byHand[0];
  if (first === undefined || byHand.length < 2 || byHand.length < forecast.length) return null;
  const others = context.itemsOnAxis(item.axisId).filter((other) => other !== item);
  const calculatedRows = others.filter((other) =>
    forecastOf(context, other).some(({ cell }) => cell?.formula !== null),
  );
  if (calculatedRows.length < 3 || calculatedRows.length < others.length * 0.4) return null;
  const ranges = coverCells(byHand.map(({ address }) => address));
  const confidence = 0.82;
  return {
    severity: "high",
    confidence,
    sheet: item.sheet,
    ranges,
    title: `“${item.label.trim()}” is typed, not calculated, in the forecast`,
    comment: say`${named(item, ranges[0])} holds typed numbers, such as ${number(context, first.address)}, while the rows around it are calculated. A result follows from the lines above it; typed, it stands still when they move. Calculate it.`,
    nature: "slip",
    meaning: item.id,
  };
}

/** A subtotal or result of the forecast that somebody typed. */
export const typedResult: AuditRule = {
  id: "typed-result",
  find: (context) => context.model.lineItems.flatMap((item) => judge(context, item) ?? []),
};
