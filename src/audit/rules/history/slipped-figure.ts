import { type LineItem } from "../../../contracts/model-map";
import { groupBy } from "../../../workbook/group-by";
import { type AuditContext, type SeriesCell } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { coverCells } from "../../lines/cover-cells";
import { listed, named, number, place, say } from "../../wording/say";

const fewestOthers = 3;
/** The rest of the row is steady: its largest is at most this many times its smallest. */
const steady = 1.6;
/** A point or a nought in the wrong place: ten, a hundred or a thousand times, and not far from it. */
const powers: readonly number[] = [10, 100, 1000, 1e6];
const nearPower = 1.25;
/** Rows that come in lumps, and flags. */
const lumpy =
  /\b(?:capex|capital|acqui\w+|proceeds|issu\w+|dividends?|repay\w*|draw\w*|borrow\w*|one[- ]?off|exceptional|exit|terminal|bonus|flag|switch|toggle|other|change|cash flows?|investments?|tranche|fees?)\b/iu;

interface Slip {
  readonly item: LineItem;
  readonly odd: SeriesCell;
  readonly beside: SeriesCell;
}

function slipOf(context: AuditContext, item: LineItem): Slip | null {
  if (item.role === "formula" || item.scenario !== undefined || lumpy.test(item.label)) return null;
  const cells = context
    .ownSeriesOf(item)
    .filter(
      ({ period, address }) =>
        period.kind !== "stub" && period.kind !== "terminal" && (context.numberAt(address) ?? 0) !== 0,
    );
  if (cells.length <= fewestOthers || new Set(cells.map(({ period }) => period.kind)).size > 1) return null;
  if (new Set(cells.map(({ address }) => context.numberAt(address)! > 0)).size > 1) return null;
  const size = ({ address }: SeriesCell) => Math.abs(context.numberAt(address)!);
  const sorted = [...cells].sort((a, b) => size(a) - size(b));
  for (const [odd, others] of [
    [sorted.at(-1)!, sorted.slice(0, -1)],
    [sorted[0]!, sorted.slice(1)],
  ] as const) {
    if (odd.cell?.formula !== null || size(others.at(-1)!) > steady * size(others[0]!)) continue;
    const at = cells.indexOf(odd);
    const beside = cells[at - 1] ?? cells[at + 1]!;
    const ratio = size(odd) > size(beside) ? size(odd) / size(beside) : size(beside) / size(odd);
    const isPower = powers.some((power) => ratio / power < nearPower && power / ratio < nearPower);
    if (isPower) return { item, odd, beside };
  }
  return null;
}

function draft(context: AuditContext, slips: readonly Slip[]): FindingDraft {
  const { item, odd, beside } = slips[0]!;
  const more = slips.slice(1).map((slip) => named(slip.item, slip.odd.address));
  return {
    severity: "high",
    confidence: 0.88,
    sheet: item.sheet,
    ranges: coverCells(slips.map((slip) => slip.odd.address)),
    title: `“${item.label.trim()}” of ${odd.period.label} is out of scale with its row`,
    comment: say`${named(item, odd.address)} is typed as ${number(context, odd.address)} for ${place(odd.address, odd.period.label)}, beside ${number(context, beside.address)} for ${place(beside.address, beside.period.label)} and the like in every other period: a power of ten apart.${more.length === 0 ? "" : say` The same holds for ${listed(more)}.`} A point, a nought or a unit has slipped, and all that follows from it is out by as much. Check it against its source.`,
    nature: "slip",
    meaning: slips.map((slip) => `${slip.item.id}/${slip.odd.period.label}`).join(),
    alsoRead: [beside.address],
  };
}

/** A typed figure a power of ten from the steady row it stands in. */
export const slippedFigure: AuditRule = {
  id: "slipped-figure",
  find(context) {
    const slips = context.model.lineItems.flatMap((item) => slipOf(context, item) ?? []);
    return [...groupBy(slips, ({ item }) => item.sheet).values()].map((found) => draft(context, found));
  },
};
