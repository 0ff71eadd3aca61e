import { readRatioLabel } from "../../../concepts/read-ratio-label";
import { type ConceptId } from "../../../contracts/concept";
import { type CellAddress, type LineItem } from "../../../contracts/model-map";
import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { coverCells } from "../../lines/cover-cells";
import { listed, named, number, place, say } from "../../wording/say";
import { digitsAsKept } from "../../meaning/significant-digits";
import { periodKey } from "../statements/cash-tie";
import { addTo } from "../../../workbook/group-by";

const fewestPeriods = 2;
const readForMeaning: ReadonlySet<string> = new Set(["share", "margin"]);
const sureEnough = 0.84;

interface TypedRatio {
  readonly item: LineItem;
  readonly cells: readonly CellAddress[];
  readonly parts: readonly CellAddress[];
}

/** The one row of a meaning on the sheet, by period; null where there is none or several. */
function rowOf(context: AuditContext, concept: ConceptId, sheet: string): Map<string, CellAddress> | null {
  const items = context
    .itemsOf(concept, sureEnough)
    .filter((item) => item.sheet === sheet && item.unit.kind !== "percent");
  if (items.length !== 1) return null;
  return new Map(
    context.seriesOf(items[0]!).flatMap(({ address, period }) => {
      const key = periodKey(period);
      return key === null || period.phase === "forecast" ? [] : [[key, address] as const];
    }),
  );
}

/** Typed shares of past periods that the rows of the sheet give, as far as they are rounded. */
function judge(context: AuditContext, item: LineItem): TypedRatio | null {
  const ratio = readRatioLabel(item.label);
  if (ratio === null || !readForMeaning.has(ratio.kind)) return null;
  const [over, under] = [ratio.numerator?.concept ?? null, ratio.denominator?.concept ?? null];
  if (over === null || under === null) return null;
  const typed = context
    .seriesOf(item)
    .filter(
      ({ address, cell, period }) =>
        cell !== null && cell.formula === null && period.phase !== "forecast" && context.numberAt(address) !== null,
    );
  if (typed.length < fewestPeriods) return null;
  const [tops, bottoms] = [rowOf(context, over, item.sheet), rowOf(context, under, item.sheet)];
  if (tops === null || bottoms === null) return null;
  const cells: CellAddress[] = [];
  const parts: CellAddress[] = [];
  for (const { address, period } of typed) {
    const key = periodKey(period);
    const [top, bottom] = key === null ? [] : [tops.get(key), bottoms.get(key)];
    if (top === undefined || bottom === undefined) continue;
    const [shown, a, b] = [context.numberAt(address)!, context.numberAt(top), context.numberAt(bottom)];
    if (a === null || b === null || a === 0 || b === 0) continue;
    const digits = Math.min(digitsAsKept(shown), 9);
    if (digits < 2 || Number(Math.abs(a / b).toPrecision(digits)) !== Number(Math.abs(shown).toPrecision(digits)))
      continue;
    cells.push(address);
    parts.push(top, bottom);
  }
  return cells.length < fewestPeriods ? null : { item, cells, parts };
}

function draft(context: AuditContext, found: readonly TypedRatio[]): FindingDraft {
  const first = found[0]!;
  const one = found.length === 1;
  const isUsed = found.some(({ cells }) => cells.some((cell) => context.index.isRead(cell)));
  return {
    severity: "low",
    confidence: 0.88,
    sheet: first.item.sheet,
    ranges: coverCells(found.flatMap(({ cells }) => cells)),
    title: one
      ? `“${first.item.label.trim()}” is typed beside its parts`
      : "Ratios of the history are typed beside their parts",
    comment: say`${listed(found.map(({ item, cells }) => say`${named(item, cells[0])} of ${number(context, cells[0]!)}`))} ${one ? "is" : "are"} typed, rounded, for past periods, though the sheet holds both parts: ${place(first.parts[0]!)} over ${place(first.parts[1]!)} gives the first. A corrected history leaves the ${one ? "ratio" : "ratios"} behind${isUsed ? ", and the forecast that rests on the average with it" : ""}. Divide the rows.`,
    nature: "slip",
    meaning: found.map(({ item }) => item.id).join(),
    aside: say`The ratio is typed, though its parts stand on the sheet.`,
    alsoRead: found.flatMap(({ parts }) => parts),
  };
}

/** Shares of past periods typed beside the two rows whose quotient they are. */
export const typedRatio: AuditRule = {
  id: "typed-ratio",
  find(context) {
    const bySheet = new Map<string, TypedRatio[]>();
    for (const item of context.model.lineItems) {
      const found = judge(context, item);
      if (found === null) continue;
      addTo(bySheet, item.sheet, found);
    }
    return [...bySheet.values()].map((found) => draft(context, found));
  },
};
