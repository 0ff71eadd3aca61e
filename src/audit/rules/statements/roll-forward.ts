import { type CellAddress, type LineItem } from "../../../contracts/model-map";
import { cellKey, type AuditContext, type SeriesCell } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { coverCells } from "../../lines/cover-cells";
import { calculated, named, number, say } from "../../wording/say";

const opening =
  /^\s*(?:beginning|opening|start(?:ing)?|b\/?f|bop|beg\.?)\b|\b(?:beginning|opening)(?:\s+balance)?\s*$|\b(?:beginning|start) of (?:the )?(?:period|year|month)\s*$/iu;
const closing =
  /^\s*(?:ending|closing|end|c\/?f|eop)\b|\b(?:ending|closing)(?:\s+balance)?\s*$|\bend of (?:the )?(?:period|year|month)\s*$/iu;
/** A roll-forward is a small block: opening, what moves it, closing. */
const mostRowsBetween = 10;
const tolerance = 0.001;
/** Rounding never explains more than this share of a balance. */
const mostSlack = 0.003;
const mostInputs = 200;

/** The closing row of the block an opening row begins. */
function closingOf(context: AuditContext, start: LineItem): LineItem | null {
  for (const item of context.itemsBelow(start, mostRowsBetween)) {
    if (opening.test(item.label)) return null;
    if (closing.test(item.label)) return item;
  }
  return null;
}

/** Figures typed as they were published are rounded one by one, so that a typed opening may miss the sum of typed flows by half a digit each. */
function roundingSlack(context: AuditContext, opens: SeriesCell, closed: CellAddress, size: number): number {
  if ((opens.cell?.formula ?? null) !== null) return 0;
  const seen = new Set<string>();
  const waiting = [opens.address, closed];
  let slack = 0;
  for (let cell = waiting.pop(); cell !== undefined && seen.size < mostInputs; cell = waiting.pop()) {
    if (seen.has(cellKey(cell))) continue;
    seen.add(cellKey(cell));
    const held = context.cellAt(cell);
    if (held === null || held.formula === null) {
      if (typeof held?.value === "number") slack += 0.5 * 10 ** -decimalsOf(held.value);
      continue;
    }
    for (const range of context.index.precedentsOf(cell)) {
      for (const { rowIndex0, columnIndex0 } of context.index.cellsIn(range))
        waiting.push({ sheet: range.sheet, rowIndex0, columnIndex0 });
    }
  }
  return Math.min(slack, mostSlack * size);
}

function decimalsOf(value: number): number {
  return /\.(\d+)$/u.exec(String(value))?.[1]?.length ?? 0;
}

function judge(context: AuditContext, start: LineItem, end: LineItem): FindingDraft | null {
  const ends = context.seriesOf(end);
  const steps = context.seriesOf(start).flatMap((entry, i) => {
    const before = ends[i - 1];
    if (before === undefined || before.period.kind !== entry.period.kind) return [];
    const [opens, closed] = [context.numberAt(entry.address), context.numberAt(before.address)];
    return opens === null || closed === null || closed === 0
      ? []
      : [{ entry, before, gap: opens - closed, size: Math.max(Math.abs(opens), Math.abs(closed)) }];
  });
  const broken = steps.filter(
    ({ gap, size, entry, before }) =>
      Math.abs(gap) > Math.max(tolerance * size, 0.01, roundingSlack(context, entry, before.address, size)),
  );
  const first = broken[0];
  if (first === undefined || steps.length < 2 || broken.length > steps.length / 2) return null;
  const gap = calculated(first.gap, "currency", "opening - closing before", {
    opening: first.entry.address,
    "closing before": first.before.address,
  });
  const confidence = 0.88;
  return {
    severity: "high",
    confidence,
    sheet: start.sheet,
    ranges: coverCells(broken.map(({ entry }) => entry.address)),
    title: `“${start.label.trim()}” does not start where the period before ended`,
    comment: say`${named(start, first.entry.address)} opens ${first.entry.period.label} with ${number(context, first.entry.address)}, but ${named(end, first.before.address)} closed the period before at ${number(context, first.before.address)}: a difference of ${gap}. A balance cannot change between two periods. Link the opening to the closing before it.`,
    nature: "slip",
    meaning: `${start.id}/${end.id}`,
    aside: say`${named(start, first.entry.address)} of ${first.entry.period.label} takes it on: it opens with ${number(context, first.entry.address)}, not the ${number(context, first.before.address)} of ${named(end, first.before.address)}.`,
    alsoRead: broken.map(({ before }) => before.address),
  };
}

/** Opening balances that are not the closing balance of the period before, where the rest of the row is. */
export const rollForward: AuditRule = {
  id: "roll-forward",
  find(context) {
    return context.model.lineItems.flatMap((start) => {
      if (context.axisOf(start).orientation !== "columns" || !opening.test(start.label)) return [];
      const end = closingOf(context, start);
      return end === null ? [] : (judge(context, start, end) ?? []);
    });
  },
};
