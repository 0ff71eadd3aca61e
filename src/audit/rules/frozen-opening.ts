import { type CellAddress, type LineItem } from "../../contracts/model-map";
import { isStock } from "../../concepts/measure";
import { cellKey, type AuditContext } from "../audit-context";
import { type AuditRule, type FindingDraft } from "../audit-rule";
import { termsOf } from "../composition";
import { coverCells } from "../cover-cells";
import { named, number, place, say } from "../say";

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

function judge(context: AuditContext, item: LineItem): FindingDraft | null {
  const rolled = rolledCells(context, item);
  const [first, second] = rolled ?? [];
  const opening = first?.fixed[0];
  if (rolled === null || first === undefined || second === undefined || opening === undefined) return null;
  const isSame = rolled.every(
    ({ fixed, moving }) =>
      fixed.length === 1 &&
      cellKey(fixed[0]!) === cellKey(opening) &&
      moving.length > 0 &&
      areFlows(context, moving, item),
  );
  const later = rolled.slice(1);
  if (!isSame || later.length < fewest - 1 || (context.numberAt(opening) ?? 0) === 0) return null;
  const meaning = context.meaningAt(opening);
  const source = meaning === null ? say`${place(opening)}` : named(meaning, opening);
  return {
    severity: "high",
    confidence: 0.92,
    sheet: item.sheet,
    ranges: coverCells(later.map(({ address }) => address)),
    title: `“${item.label.trim()}” starts anew every period`,
    comment: say`${named(item, second.address)} of ${second.called} adds its flows to ${source} of ${number(context, opening)}, the balance the first period opened with, and so does every later period. What ${place(first.address, first.called)} left, ${number(context, first.address)}, is never carried on, so the flows of all periods between are lost. From the second period on, start from the balance before.`,
    nature: "slip",
    meaning: item.id,
    aside: say`${named(item, second.address)} also starts every period from ${source}.`,
    alsoRead: [opening],
  };
}

/** A balance that adds each period's flow to the first opening balance instead of the one before. */
export const frozenOpening: AuditRule = {
  id: "frozen-opening",
  find: (context) =>
    context.model.lineItems.flatMap((item) => {
      const concept = item.concept !== null && item.concept.confidence >= 0.84 ? item.concept.id : null;
      return concept !== null && isStock(concept) && item.role !== "input" ? (judge(context, item) ?? []) : [];
    }),
};
