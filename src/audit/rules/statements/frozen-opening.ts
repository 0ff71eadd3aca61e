import { type CellAddress, type LineItem } from "../../../contracts/model-map";
import { isStock } from "../../../concepts/measure";
import { cellKey, type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { termsOf } from "../../meaning/composition";
import { coverCells } from "../../lines/cover-cells";
import { listed, named, number, place, say } from "../../wording/say";
import { addTo } from "../../../workbook/group-by";

const fewest = 2;
const overTime = /\b(?:cumulative|accumulated|to date|cum\.?|running)\b/iu;

interface Rolled {
  readonly address: CellAddress;
  readonly called: string;
  /** The terms that stand in another column than the cell. */
  readonly fixed: readonly CellAddress[];
  readonly moving: readonly CellAddress[];
}

function rolledCells(context: AuditContext, item: LineItem): Rolled[] | null {
  const rolled: Rolled[] = [];
  for (const { address, cell, period } of context.seriesOf(item)) {
    if ((cell?.formula ?? null) === null) continue;
    const { terms, exact } = termsOf(context, address);
    if (!exact || terms.length < 2 || terms.length > 8) return null;
    const isFixed = (term: CellAddress) => context.periodAt(term) === null;
    rolled.push({
      address,
      called: period.label,
      fixed: terms.map((term) => term.address).filter(isFixed),
      moving: terms.map((term) => term.address).filter((term) => !isFixed(term)),
    });
  }
  return rolled;
}

/** Flows of the period alone: a sum of all flows so far may rightly be added to the first balance. */
function areFlows(context: AuditContext, cells: readonly CellAddress[], item: LineItem): boolean {
  return cells.every((cell) => {
    const read = context.itemAt(cell);
    if (read === null || read === item || overTime.test(read.label)) return false;
    return read.concept === null || !isStock(read.concept.id);
  });
}

interface Frozen {
  readonly item: LineItem;
  readonly opening: CellAddress;
  readonly first: Rolled;
  readonly later: readonly Rolled[];
}

function frozenIn(context: AuditContext, item: LineItem): Frozen | null {
  const rolled = rolledCells(context, item);
  const first = rolled?.[0];
  const opening = first?.fixed[0];
  if (rolled === null || first === undefined || opening === undefined || rolled.length < fewest) return null;
  const isSame = rolled.every(
    ({ fixed, moving }) =>
      fixed.length === 1 &&
      cellKey(fixed[0]!) === cellKey(opening) &&
      moving.length > 0 &&
      areFlows(context, moving, item),
  );
  return isSame && (context.numberAt(opening) ?? 0) !== 0 ? { item, opening, first, later: rolled.slice(1) } : null;
}

function draft(context: AuditContext, frozen: readonly Frozen[]): FindingDraft {
  const { item, opening, first, later } = frozen[0]!;
  const second = later[0]!;
  const meaning = context.meaningAt(opening);
  const source = meaning === null ? say`${place(opening)}` : named(meaning, opening);
  const rows = frozen.map((one) => named(one.item, coverCells(one.later.map(({ address }) => address))[0]));
  const others = rows.length === 1 ? [] : say` The same holds for ${listed(rows.slice(1))}.`;
  return {
    severity: "high",
    confidence: 0.92,
    sheet: item.sheet,
    ranges: coverCells(frozen.flatMap((one) => one.later.map(({ address }) => address))),
    title: `“${item.label.trim()}” ${rows.length === 1 ? "starts" : "and other balances start"} anew every period`,
    comment: say`${named(item, second.address)} of ${second.called} adds its flows to ${source} of ${number(context, opening)}, the balance the first period opened with, and so does every later period. What ${place(first.address, first.called)} left, ${number(context, first.address)}, is never carried on, so the flows between are lost.${others} From the second period on, start from the balance before.`,
    nature: "slip",
    meaning: frozen.map((one) => one.item.id).join("/"),
    alsoRead: frozen.map((one) => one.opening),
  };
}

/** A balance that adds each period's flow to the first opening balance instead of the one before. */
export const frozenOpening: AuditRule = {
  id: "frozen-opening",
  find(context) {
    const byAxis = new Map<string, Frozen[]>();
    for (const item of context.model.lineItems) {
      const concept = item.concept !== null && item.concept.confidence >= 0.84 ? item.concept.id : null;
      const isBalance = concept !== null && isStock(concept) && item.role !== "input";
      const frozen = isBalance ? frozenIn(context, item) : null;
      if (frozen !== null) addTo(byAxis, item.axisId, frozen);
    }
    return [...byAxis.values()].map((frozen) => draft(context, frozen));
  },
};
