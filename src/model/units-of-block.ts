import { type LineItem } from "../contracts/model-map";
import { groupBy } from "../workbook/group-by";

/** Rows that count, rate, date or check something stand among rows of money. */
const countsOrChecks =
  /\b(?:units?|volumes?|numbers?|counts?|headcount|employees|staff|check|shares?|ratio|rate|factor|periods?|index|price|years?|months?|days|weeks?|dates?|quantity|scenario|case|switch|flag|life|load|capacity|growth|margin|per|hours?|orders?|customers?|users?|subscribers?)\b|[#%?]/i;
const fewestKnown = 2;

/** A row whose unit nothing states takes that of its block where all rows under the heading that say theirs are money alike. */
export function withUnitsOfBlock(items: readonly LineItem[]): readonly LineItem[] {
  const blocks = groupBy(items, (item) => [item.sheet, item.axisId, ...item.path].join(" › "));
  const given = new Map<LineItem, LineItem>();
  for (const block of blocks.values()) {
    const known = block.filter(({ unit }) => unit.kind !== "unknown");
    const first = known[0]?.unit;
    const isMoney =
      known.length >= fewestKnown &&
      known.length * 2 >= block.length &&
      known.every(({ unit }) => unit.kind === "currency" && unit.scale === first!.scale);
    if (!isMoney) continue;
    for (const item of block)
      if (item.unit.kind === "unknown" && item.concept === null && !countsOrChecks.test(item.label))
        given.set(item, { ...item, unit: first! });
  }
  return given.size === 0 ? items : items.map((item) => given.get(item) ?? item);
}
