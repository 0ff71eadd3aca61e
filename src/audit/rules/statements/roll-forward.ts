import { type CellAddress, type LineItem } from "../../../contracts/model-map";
import { cellKey, type AuditContext, type SeriesCell } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { compositionOf, termsOf } from "../../meaning/composition";
import { sourceOf } from "../../meaning/factors";
import { coverCells } from "../../lines/cover-cells";
import { calculated, named, number, say } from "../../wording/say";

const opening =
  /^\s*(?:beginning|opening|start(?:ing)?|b\/?f(?:wd)?|bop|beg\.?)\b|\b(?:beginning|opening)(?:\s+balance)?\s*$|\b(?:beginning|start) of (?:the )?(?:period|year|month|quarter)\s*$|\bbrought forward\s*$|\bb\/(?:d|f|fwd)\s*$/iu;
const closing =
  /^\s*(?:ending|closing|end|c\/?f(?:wd)?|eop)\b|\b(?:ending|closing)(?:\s+balance)?\s*$|\bend of (?:the )?(?:period|year|month|quarter)\s*$|\bcarried forward\s*$|\bc\/(?:d|f|fwd)\s*$/iu;
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
      for (const { rowIndex0, columnIndex0 } of context.index.cellsIn(range)) {
        if (waiting.length >= mostInputs) break;
        waiting.push({ sheet: range.sheet, rowIndex0, columnIndex0 });
      }
    }
  }
  return Math.min(slack, mostSlack * size);
}

/** The closing of the period takes up its opening: a roll-forward, whatever the labels say. */
function isBuiltOnOpening(context: AuditContext, opens: SeriesCell, ends: readonly SeriesCell[]): boolean {
  const closes = ends.find(({ period }) => period.index0 === opens.period.index0);
  if (closes === undefined || (opens.cell?.formula ?? null) === null) return false;
  return termsOf(context, closes.address).terms.some(({ address }) => cellKey(address) === cellKey(opens.address));
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
      Math.abs(gap) > Math.max(tolerance * size, 0.01) &&
      Math.abs(gap) > roundingSlack(context, entry, before.address, size),
  );
  const first = broken[0];
  if (first === undefined || steps.length < 2) return null;
  /** Where no opening agrees, only a closing built on the opening shows that one is meant to follow the other. */
  const isMostly = broken.length > steps.length / 2;
  if (isMostly && (broken.length < steps.length || !isBuiltOnOpening(context, first.entry, ends))) return null;
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

/** What moves a balance, by its name; interest, rates and instalments stand in such blocks without moving it. */
const moves =
  /\b(?:additions?|capex|capital expenditures?|purchases?|purchased|acquired|disposals?|retired|depreciation|amorti[sz]ation|draw(?:n|s|down|downs|ings)?|borrowings?|issu(?:ed|ance|ances)|repa(?:id|yments?)|net (?:income|profit)|dividends?|new (?:customers|clients|subscribers|hires|users)|churned|lost (?:customers|clients|subscribers)|leavers|write-?offs?|impairments?|consumption|sold)\b/iu;
const noMove = /\b(?:interest|rate|percent|average|days|price|per|cumulative|accumulated|life|total)\b|%/iu;

/** A movement between opening and closing that the closing does not take up. */
function leftOut(context: AuditContext, start: LineItem, end: LineItem): FindingDraft | null {
  const between = context
    .itemsBelow(start, mostRowsBetween)
    .filter((item) => item.index0 < end.index0 && moves.test(item.label) && !noMove.test(item.label));
  const series = [start, ...between].map((item) => context.seriesOf(item));
  for (const [at, item] of between.entries()) {
    if (item.unit.kind === "percent") continue;
    const missing = context.seriesOf(end).flatMap((entry, i) => {
      const [opens, moved] = [series[0]![i]!.address, series[at + 1]![i]!.address];
      if ((entry.cell?.formula ?? null) === null || (context.numberAt(moved) ?? 0) === 0) return [];
      const { parts, exact } = compositionOf(context, entry.address);
      const isRolled = exact && parts.has(cellKey(opens)) && parts.size > 1;
      /** A copy of the movement elsewhere, or what it is made of, is as good. */
      const isTaken = [moved, ...termsOf(context, moved).terms.map(({ address }) => address)].some((cell) =>
        parts.has(cellKey(cell)),
      );
      const source = cellKey(sourceOf(context, moved));
      const isElsewhere = [...parts.values()].some(({ address }) => cellKey(sourceOf(context, address)) === source);
      return isRolled && !isTaken && !isElsewhere ? [{ entry, moved }] : [];
    });
    const first = missing[0];
    if (first === undefined || missing.length < 2) continue;
    return {
      severity: "high",
      confidence: 0.86,
      sheet: end.sheet,
      ranges: coverCells(missing.map(({ entry }) => entry.address)),
      title: `“${end.label.trim()}” leaves out “${item.label.trim()}”`,
      comment: say`${named(end, first.entry.address)} of ${number(context, first.entry.address)} starts from ${named(start)} but does not take up ${named(item, first.moved)} of ${number(context, first.moved)}, which stands between the two. The balance is off by it from ${first.entry.called} on. Take the movement into the sum, or move it out of the block.`,
      nature: "slip",
      meaning: `left-out/${end.id}/${item.id}`,
      alsoRead: missing.map(({ moved }) => moved),
      aside: say`It leaves out ${named(item, first.moved)}.`,
    };
  }
  return null;
}

/** Opening balances that are not the closing balance of the period before, and closings that leave a movement out. */
export const rollForward: AuditRule = {
  id: "roll-forward",
  find(context) {
    return context.model.lineItems.flatMap((start) => {
      if (!opening.test(start.label)) return [];
      const end = closingOf(context, start);
      return end === null
        ? []
        : [judge(context, start, end), leftOut(context, start, end)].filter((one) => one !== null);
    });
  },
};
