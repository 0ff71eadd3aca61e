import { type LineItem } from "../../../contracts/model-map";
import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { coverCells } from "../../lines/cover-cells";
import { namedOnSheet, number, say } from "../../wording/say";

const fewestFigures = 4;
const fewestOthers = 5;
/** A template of a hundred sheets is compared with the first few, not with each other. */
const mostCompared = 6;

/** The typed figures of a row, first to last; null unless there are enough that no two companies share by chance. */
function typedFigures(context: AuditContext, item: LineItem): readonly number[] | null {
  const typed: number[] = [];
  for (const { cell } of context.seriesOf(item))
    if (cell?.formula === null && typeof cell.value === "number" && cell.value !== 0) typed.push(cell.value);
  return typed.length < fewestFigures ? null : typed;
}

function areSame(some: readonly number[], others: readonly number[]): boolean {
  return some.length === others.length && some.every((figure, i) => figure === others[i]);
}

/** Prices, rates and round amounts repeat; a figure of many digits does not. */
function isTelling(figures: readonly number[]): boolean {
  const telling = figures
    .map(String)
    .filter((figure) => figure.replace(/[-.]/gu, "").replace(/^0+|0+$/gu, "").length >= 4);
  return new Set(telling).size >= fewestFigures;
}

interface Pair {
  readonly one: LineItem;
  readonly other: LineItem;
  readonly same: boolean;
  readonly figures: readonly number[];
}

/** Rows of the same name under the same headings on two sheets, typed on both. */
function pairs(context: AuditContext): Map<string, Pair[]> {
  const bySheets = new Map<string, Pair[]>();
  const byName = new Map<string, { item: LineItem; figures: readonly number[] }[]>();
  for (const item of context.model.lineItems) {
    const figures = typedFigures(context, item);
    if (figures === null) continue;
    const name = item.id.slice(item.sheet.length).toLowerCase();
    const before = byName.get(name) ?? [];
    for (const { item: one, figures: others } of before) {
      if (one.sheet === item.sheet) continue;
      const key = `${one.sheet}\n${item.sheet}`;
      const both = bySheets.get(key) ?? [];
      both.push({ one, other: item, same: areSame(figures, others), figures });
      bySheets.set(key, both);
    }
    if (before.length < mostCompared) before.push({ item, figures });
    byName.set(name, before);
  }
  return bySheets;
}

function judge(context: AuditContext, { one, other }: Pair): FindingDraft {
  const cells = context
    .seriesOf(other)
    .flatMap(({ address, cell }) => (cell?.formula === null && typeof cell.value === "number" ? [address] : []));
  const first = cells[0]!;
  return {
    severity: "high",
    confidence: 0.85,
    sheet: other.sheet,
    ranges: coverCells(cells),
    title: "A row repeats the typed figures of another sheet",
    comment: say`${namedOnSheet(other, coverCells(cells)[0])} holds figure for figure what ${namedOnSheet(one)} holds, from ${number(context, first)} on, while the other typed rows of the two sheets differ. One of the two was filled by copying and not replaced. Put in the figures that belong here.`,
    nature: "slip",
    meaning: other.id,
    alsoRead: context.seriesOf(one).map(({ address }) => address),
  };
}

/** One company's history left in the sheet made from another's. */
export const copiedSeries: AuditRule = {
  id: "copied-series",
  find: (context) =>
    [...pairs(context).values()].flatMap((both) => {
      const differ = both.filter((pair) => !pair.same).length;
      if (differ < fewestOthers) return [];
      const same = both.filter((pair) => pair.same && isTelling(pair.figures));
      return same.length > differ / 3 ? [] : same.map((pair) => judge(context, pair));
    }),
};
