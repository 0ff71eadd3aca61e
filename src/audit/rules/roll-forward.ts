import { type LineItem } from "../../contracts/model-map";
import { type AuditContext } from "../audit-context";
import { type AuditRule, type FindingDraft } from "../audit-rule";
import { coverCells } from "../cover-cells";
import { calculated, howSure, named, number, say } from "../say";

const opening =
  /^\s*(?:beginning|opening|start(?:ing)?|b\/?f|bop|beg\.?)\b|\b(?:beginning|opening)(?:\s+balance)?\s*$|\b(?:beginning|start) of (?:the )?(?:period|year|month)\s*$/iu;
const closing =
  /^\s*(?:ending|closing|end|c\/?f|eop)\b|\b(?:ending|closing)(?:\s+balance)?\s*$|\bend of (?:the )?(?:period|year|month)\s*$/iu;
/** A roll-forward is a small block: opening, what moves it, closing. */
const mostRowsBetween = 10;
const tolerance = 0.001;

/** The closing row of the block an opening row begins. */
function closingOf(context: AuditContext, start: LineItem): LineItem | null {
  const below = context.model.lineItems
    .filter(
      (item) =>
        item.axisId === start.axisId && item.index0 > start.index0 && item.index0 <= start.index0 + mostRowsBetween,
    )
    .sort((a, b) => a.index0 - b.index0);
  for (const item of below) {
    if (opening.test(item.label)) return null;
    if (closing.test(item.label)) return item;
  }
  return null;
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
  const broken = steps.filter(({ gap, size }) => Math.abs(gap) > Math.max(tolerance * size, 0.01));
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
    comment: say`${named(start, first.entry.address)} opens ${first.entry.period.label} with ${number(context, first.entry.address)}, but ${named(end, first.before.address)} closed the period before at ${number(context, first.before.address)}: a difference of ${gap}. A balance cannot change between two periods. Link the opening to the closing before it. ${howSure(confidence)}`,
    meaning: `${start.id}/${end.id}`,
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
