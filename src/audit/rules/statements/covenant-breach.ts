import { type LineItem } from "../../../contracts/model-map";
import { cellKey, type AuditContext, type SeriesCell } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { coverCells } from "../../lines/cover-cells";
import { linkOf } from "../../lines/formula-shape";
import { named, number, place, say } from "../../wording/say";
import { cellsByStretch, stretchOf } from "../../meaning/period-cells";

/** A covenant stands near the ratio it limits. */
const mostRowsApart = 8;
/** Less than this over the line is rounding. */
const least = 0.01;
const limitWords = /\b(?:covenants?|max(?:imum)?|min(?:imum)?|required|limits?|thresholds?|ratios?|the|of|test)\b/giu;

/** "Max Net Lev" and "Net leverage": the same words, however short. */
function wordsOf(label: string): string[] {
  return (
    label
      .replace(limitWords, " ")
      .toLowerCase()
      .match(/[\p{L}]+/gu) ?? []
  ).map((word) => word.slice(0, 3));
}

type Limit = "at most" | "at least";

function limitOf({ label }: LineItem): Limit | null {
  if (!/\bcovenants?\b/iu.test(label) || /\b(?:headroom|cushion|breach|pass|test|status|check)\b/iu.test(label))
    return null;
  const [most, least] = [/\bmax(?:imum)?\b/iu.test(label), /\bmin(?:imum)?\b/iu.test(label)];
  if (most !== least) return most ? "at most" : "at least";
  if (/\b(?:coverage|cover|dscr|icr|fccr|debt service)\b/iu.test(label)) return "at least";
  return /\b(?:leverage|lev|debt\s*(?:\/|to)\s*\p{L}+|gearing|ltv)\b/iu.test(label) ? "at most" : null;
}

/** The row near the covenant that shares most of its words; null where two share as many. */
function limitedBy(context: AuditContext, covenant: LineItem): LineItem | null {
  const words = new Set(wordsOf(covenant.label));
  const near = context
    .itemsOnAxis(covenant.axisId)
    .filter(
      (item) => item !== covenant && Math.abs(item.index0 - covenant.index0) <= mostRowsApart && limitOf(item) === null,
    );
  const shared = near
    .map((item) => {
      const own = new Set(wordsOf(item.label));
      const count = [...own].filter((word) => words.has(word)).length;
      return { item, count, likeness: count / new Set([...own, ...words]).size };
    })
    .filter(({ count }) => count >= 2)
    .sort((a, b) => b.likeness - a.likeness);
  const [best, next] = shared;
  return best === undefined || best.likeness === next?.likeness ? null : best.item;
}

interface Breach {
  readonly ratio: SeriesCell;
  readonly limit: SeriesCell;
}

function breachesOf(context: AuditContext, covenant: LineItem, tested: LineItem, limit: Limit): Breach[] {
  const limits = cellsByStretch(context, covenant);
  return context.seriesOf(tested).flatMap((ratio) => {
    const stretch = stretchOf(ratio.period);
    const beside = stretch === null ? undefined : limits.get(stretch);
    if (beside === undefined) return [];
    const [value, bound] = [context.numberAt(ratio.address), context.numberAt(beside.address)];
    if (value === null || bound === null || bound <= 0) return [];
    /** A ratio of another scale is another ratio. */
    if (value <= 0 || value / bound > 20 || value / bound < 0.05) return [];
    return (limit === "at most" ? value > bound * (1 + least) : value < bound * (1 - least))
      ? [{ ratio, limit: beside }]
      : [];
  });
}

/** A formula that reads both says itself whether the covenant holds. */
function isTested(context: AuditContext, { ratio, limit }: Breach): boolean {
  const readers = new Set(context.index.dependentsOf(ratio.address).map(cellKey));
  return context.index.dependentsOf(limit.address).some((cell) => readers.has(cellKey(cell)));
}

function judge(context: AuditContext, covenant: LineItem): FindingDraft | null {
  const limit = limitOf(covenant);
  const tested = limit === null ? null : limitedBy(context, covenant);
  if (limit === null || tested === null) return null;
  const breaches = breachesOf(context, covenant, tested, limit);
  const [first] = breaches;
  if (first === undefined || isTested(context, first) || linkOf(context, first.ratio.address) !== null) return null;
  const verb = limit === "at most" ? "above" : "below";
  return {
    severity: "high",
    confidence: 0.85,
    sheet: tested.sheet,
    ranges: coverCells(breaches.flatMap(({ ratio, limit: bound }) => [ratio.address, bound.address])),
    title: `“${tested.label.trim()}” breaks its covenant`,
    comment: say`${named(tested, first.ratio.address)} is ${number(context, first.ratio.address)} in ${place(first.ratio.address, first.ratio.period.label)}, ${verb} the ${number(context, first.limit.address)} that ${named(covenant, first.limit.address)} allows, and no formula compares the two. The plan rests on debt that lenders could call. Add a test row, and resize the debt, cure it or renegotiate the limit in the model.`,
    nature: "slip",
    meaning: `${tested.id}/${covenant.id}`,
  };
}

/** Ratios beyond the covenant beside them, which nothing tests. */
export const covenantBreach: AuditRule = {
  id: "covenant-breach",
  find: (context) => context.model.lineItems.flatMap((item) => judge(context, item) ?? []),
};
