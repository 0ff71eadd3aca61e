import { signConvention } from "../../../concepts/sign-convention";
import { type LineItem } from "../../../contracts/model-map";
import { type Cell } from "../../../contracts/workbook-snapshot";
import { addTo, groupBy } from "../../../workbook/group-by";
import { type AuditContext, type SeriesCell } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { coverCells } from "../../lines/cover-cells";
import { labelWords } from "../../lines/row-label";
import { interchangeable } from "../../meaning/right-source";
import { digitsAsKept } from "../../meaning/significant-digits";
import { listed, named, number, place, say } from "../../wording/say";

const fewestDigits = 5;
/** A figure this far from the years beside it does not look like one of its row. */
const farOff = 1.3;
const fewestPeriods = 3;
/** Rows that may well hold one figure: sums, parts of a whole, the two ends of a roll-forward. */
const mayAgree =
  /\b(?:total|sub ?total|net|gross|opening|closing|beginning|ending|begin|end|start|balance|previous|prior|adjusted|reported|comprehensive|basic|diluted|average|of which|thereof|including|excluding|before|after|attributable|cumulative|shares?|market cap\w*|target|budget|actual|plan)\b/iu;

interface Figure {
  readonly item: LineItem;
  readonly entry: SeriesCell;
  readonly value: number;
}

/** Typed figures that a sheet holds just twice, of so many digits that chance does not make two alike. */
function twins(context: AuditContext): Figure[][] {
  return [...groupBy(context.model.lineItems, ({ sheet }) => sheet).values()].flatMap((items) => {
    /** Single figures are counted before any is set beside another: there are hundreds of thousands. */
    const counts = new Map<number, number>();
    eachTyped(context, items, (_item, _entry, value) => {
      counts.set(Math.abs(value), (counts.get(Math.abs(value)) ?? 0) + 1);
    });
    const pairs = new Map<number, Figure[]>();
    eachTyped(context, items, (item, entry, value) => {
      const size = Math.abs(value);
      if (counts.get(size) === 2 && digitsAsKept(value) >= fewestDigits) addTo(pairs, size, { item, entry, value });
    });
    return [...pairs.values()];
  });
}

function eachTyped(
  context: AuditContext,
  items: readonly LineItem[],
  take: (item: LineItem, entry: SeriesCell, value: number) => void,
): void {
  for (const item of items) {
    if (item.isTotal || item.scenario !== undefined || item.unit.kind === "percent") continue;
    const series = context.ownSeriesOf(item);
    let periods = 0;
    for (const { cell } of series) if (numberIn(cell) !== null) periods++;
    if (periods < fewestPeriods) continue;
    for (const entry of series) {
      const value = entry.cell?.formula === null ? numberIn(entry.cell) : null;
      if (value !== null) take(item, entry, value);
    }
  }
}

function numberIn(cell: Cell | null): number | null {
  return typeof cell?.value === "number" && Number.isFinite(cell.value) ? cell.value : null;
}

function areKin(context: AuditContext, a: LineItem, b: LineItem): boolean {
  if (a === b || mayAgree.test(`${a.label} `) || mayAgree.test(`${b.label} `)) return true;
  const [one, other] = [labelWords(context, a.label), labelWords(context, b.label)];
  if (one.some((word) => word.length > 3 && other.includes(word))) return true;
  const [x, y] = [a.concept?.id, b.concept?.id];
  if (x === undefined || y === undefined || interchangeable(x, y)) return true;
  return [x, y].some((id) => {
    const signs = signConvention(id);
    return id !== "operating-cash-flow" && (signs?.onProfit === "subtotal" || signs?.onCash === "subtotal");
  });
}

function isNear(a: SeriesCell, b: SeriesCell): boolean {
  const [x, y] = [a.period, b.period];
  if (x.kind !== y.kind) return false;
  if (x.index0 === y.index0) return true;
  return x.year !== null && y.year !== null && Math.abs(x.year - y.year) <= 1 && x.kind === "year";
}

/** How far a figure is from the nearer of the years beside it. */
function distance(context: AuditContext, { item, entry, value }: Figure): number {
  const series = context.ownSeriesOf(item).filter(({ address }) => context.numberAt(address) !== null);
  const at = series.indexOf(entry);
  const beside = [series[at - 1], series[at + 1]].flatMap((one) =>
    one === undefined ? [] : [context.numberAt(one.address)!],
  );
  const ratios = beside.map((other) => (other * value <= 0 ? Infinity : Math.max(other / value, value / other)));
  return Math.min(...ratios);
}

/** The rows agree in this one figure only. */
function agreeOnce(context: AuditContext, a: Figure, b: Figure): boolean {
  const values = (item: LineItem) =>
    new Set(context.ownSeriesOf(item).flatMap(({ address }) => context.numberAt(address) ?? []));
  const others = values(b.item);
  return [...values(a.item)].filter((value) => value !== 0 && others.has(value)).length === 1;
}

interface Copy {
  readonly odd: Figure;
  readonly other: Figure;
}

function copyAmong(context: AuditContext, figures: readonly Figure[]): Copy[] {
  const [a, b] = figures;
  if (a === undefined || b === undefined || !isNear(a.entry, b.entry)) return [];
  if (areKin(context, a.item, b.item) || !agreeOnce(context, a, b)) return [];
  const [odd, other] = distance(context, a) >= distance(context, b) ? [a, b] : [b, a];
  return distance(context, odd) >= farOff ? [{ odd, other }] : [];
}

function draft(context: AuditContext, copies: readonly Copy[]): FindingDraft {
  const { odd, other } = copies[0]!;
  const more = copies.slice(1).map((copy) => named(copy.odd.item, copy.odd.entry.address));
  return {
    severity: "medium",
    confidence: 0.85,
    sheet: odd.item.sheet,
    /** Which of the two lines it belongs to only the source can say. */
    ranges: coverCells(copies.flatMap((copy) => [copy.odd.entry.address, copy.other.entry.address])),
    title: `“${odd.item.label.trim()}” repeats the figure of “${other.item.label.trim()}”`,
    comment: say`${named(odd.item, odd.entry.address)} of ${place(odd.entry.address, odd.entry.period.label)} is ${number(context, odd.entry.address)}, digit for digit the figure typed for ${named(other.item, other.entry.address)} of ${place(other.entry.address, other.entry.period.label)}, and it leaves the years beside it.${more.length === 0 ? "" : say` The same holds for ${listed(more)}.`} Two rows that otherwise have nothing in common do not meet by chance: one was typed on the wrong line. Check both against the source.`,
    nature: "slip",
    meaning: copies.map((copy) => `${copy.odd.item.id}/${copy.other.item.id}/${copy.odd.entry.period.label}`).join(),
  };
}

/** A typed figure that is, digit for digit, that of another line. */
export const copiedFigure: AuditRule = {
  id: "copied-figure",
  find(context) {
    const copies = twins(context).flatMap((figures) => copyAmong(context, figures));
    return [...groupBy(copies, ({ odd }) => odd.item.sheet).values()].map((found) => draft(context, found));
  },
};
