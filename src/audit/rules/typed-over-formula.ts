import { type AuditRule, type FindingDraft } from "../audit-rule";
import { type AuditContext } from "../audit-context";
import { coverCells } from "../cover-cells";
import { howSure, listed, named, number, place, say } from "../say";
import { type Break, breaksInside, typed, withoutSharedBreaks } from "../zones";

function draft(context: AuditContext, found: readonly Break[]): FindingDraft {
  const { item, segment, pattern } = found[0]!;
  const odd = segment.cells[0]!;
  const others =
    found.length === 1
      ? []
      : say` The same happens in ${listed(found.slice(1).map((one) => named(one.item, one.segment.cells[0]!.address)))}.`;
  const inForecast = odd.period.phase === "forecast";
  const confidence = inForecast ? 0.9 : 0.8;
  const ranges = coverCells(found.flatMap((one) => one.segment.cells.map((cell) => cell.address)));
  return {
    severity: inForecast ? "high" : "medium",
    confidence,
    sheet: item.sheet,
    ranges,
    title: `A typed number stands in the formulas of “${item.label.trim()}”`,
    comment: say`${named(item, ranges[0])} holds ${number(context, odd.address)}, typed in, while the cells on both sides are calculated, such as ${place(pattern.address)}.${others} It will not move when its drivers do. Put the row’s formula back, or move the override to an input that says why. ${howSure(confidence)}`,
    meaning: `${item.id}/${odd.period.label}`,
    alsoRead: [pattern.address],
  };
}

/** A number typed over a formula in the middle of a calculated row. */
export const typedOverFormula: AuditRule = {
  id: "typed-over-formula",
  find(context) {
    const breaks = withoutSharedBreaks(
      context,
      context.model.lineItems.flatMap((item) => breaksInside(context, item)),
    ).filter((found) => found.segment.key === typed && found.segment.cells.some((cell) => cell.cell?.value !== 0));
    const byColumn = new Map<string, Break[]>();
    for (const found of breaks) {
      const key = `${found.item.axisId}@${found.segment.cells[0]!.period.index0}`;
      byColumn.set(key, [...(byColumn.get(key) ?? []), found]);
    }
    return [...byColumn.values()].map((group) => draft(context, group));
  },
};
