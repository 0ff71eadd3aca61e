import { type CellAddress, type LineItem } from "../../../contracts/model-map";
import { cellKey, type AuditContext, type SeriesCell } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { coverCells } from "../../lines/cover-cells";
import { factorsOf, sourceOf } from "../../meaning/factors";
import { calculated, literal, named, number, place, say } from "../../wording/say";

type Timing = "closing" | "opening" | "average";
const words: Readonly<Record<Timing, string>> = {
  closing: "the balance at the end of the period",
  opening: "the balance at its beginning",
  average: "the average of both ends",
};
/** A base that changes the rate by less is not worth a word. */
const material = 0.08;
const dayCounts: ReadonlySet<number> = new Set([360, 365, 366, 12, 52, 90]);

/** How a driver is measured in a past period: a figure over a base. */
interface Measured {
  readonly entry: SeriesCell;
  readonly figure: LineItem;
  readonly base: LineItem;
  readonly baseCell: CellAddress;
  readonly timing: Timing;
  readonly days: number | null;
}

/** How it is used in a future period: the driver times a base. */
interface Used {
  readonly entry: SeriesCell;
  readonly by: CellAddress;
  readonly bases: readonly CellAddress[];
  readonly days: number | null;
}

function daysIn(typed: readonly number[]): number | null {
  const days = typed.filter((value) => dayCounts.has(value));
  return days.length === 1 && typed.length === 1 ? days[0]! : null;
}

function measuredAt(context: AuditContext, entry: SeriesCell): Measured | null {
  const factors = factorsOf(context, entry.address);
  const [over, under] = [factors?.over[0], factors?.under[0]];
  if (factors?.over.length !== 1 || factors.under.length !== 1 || over?.length !== 1 || under === undefined)
    return null;
  const figure = context.itemAt(over[0]!);
  const base = context.itemAt(under[0]!);
  if (figure === null || base === null || under.some((cell) => context.itemAt(cell) !== base)) return null;
  const periods = under.map((cell) => context.periodAt(cell)?.label);
  if (under.length === 2)
    return { entry, figure, base, baseCell: under[1]!, timing: "average", days: daysIn(factors.typed) };
  const own = context.periodAt(over[0]!)?.label;
  if (own === undefined) return null;
  const timing = periods[0] === own ? "closing" : "opening";
  return { entry, figure, base, baseCell: under[0]!, timing, days: daysIn(factors.typed) };
}

function usedAt(context: AuditContext, entry: SeriesCell, figure: LineItem): Used | null {
  const cells = context.seriesOf(figure);
  for (const by of context.index.dependentsOf(entry.address)) {
    const factors = factorsOf(context, by);
    if (factors?.under.length !== 0 || factors.over.length !== 2) continue;
    const bases = factors.over.find((one) => one.every((cell) => cellKey(cell) !== cellKey(entry.address)));
    if (bases === undefined) continue;
    const isFigure = cells.some(({ address }) => cellKey(sourceOf(context, address)) === cellKey(by));
    if (isFigure) return { entry, by, bases, days: daysIn(factors.typed) };
  }
  return null;
}

/** Which end of the measured base the forecast takes; null where it is another row altogether. */
function timingOf(context: AuditContext, base: LineItem, used: Used): Timing | null {
  const ends = context.seriesOf(base);
  const column = ends.findIndex(({ period }) => period.label === used.entry.period.label);
  const [now, then] = [ends[column], ends[column - 1]];
  if (now === undefined || then === undefined) return null;
  const [closing, opening] = [now, then].map(({ address }) => cellKey(sourceOf(context, address)));
  const taken = used.bases.map((cell) => cellKey(sourceOf(context, cell)));
  if (taken.length === 2) return taken.includes(closing!) && taken.includes(opening!) ? "average" : null;
  return taken[0] === closing ? "closing" : taken[0] === opening ? "opening" : null;
}

/** The base of the last measured period, had it been taken as the forecast takes it. */
function rateOn(context: AuditContext, measured: Measured, timing: Timing) {
  const ends = context.seriesOf(measured.base);
  const column = ends.findIndex(({ period }) => period.label === measured.entry.period.label);
  const [closing, opening] = [ends[column]?.address, ends[column - 1]?.address];
  const figure = context.seriesOf(measured.figure).find(({ period }) => period.label === measured.entry.period.label);
  if (closing === undefined || opening === undefined || figure === undefined) return null;
  const [last, first] = [context.numberAt(closing), context.numberAt(opening)];
  const above = context.numberAt(figure.address);
  if (last === null || first === null || above === null || first === 0 || last === 0) return null;
  const below = timing === "average" ? (first + last) / 2 : timing === "opening" ? first : last;
  const formula = timing === "average" ? "figure / average(opening, closing)" : `figure / ${timing}`;
  const operands =
    timing === "average"
      ? { figure: figure.address, opening, closing }
      : { figure: figure.address, [timing]: timing === "opening" ? opening : closing };
  const value = Math.abs(above / below) * (measured.days ?? 1);
  return { value, shown: calculated(value, measured.days === null ? "percent" : "days", formula, operands) };
}

function judge(context: AuditContext, item: LineItem): FindingDraft | null {
  const series = context.seriesOf(item);
  const last = series.at(-1);
  const measured = series.flatMap((entry) => measuredAt(context, entry) ?? []).at(-1);
  if (last === undefined || measured === undefined || measured.entry === last) return null;
  const used = usedAt(context, last, measured.figure);
  if (used === null) return null;
  const ahead = series.slice(series.indexOf(measured.entry) + 1);
  const at = { sheet: item.sheet, ranges: coverCells(ahead.map(({ address }) => address)) };
  if (
    measured.days !== null &&
    used.days !== null &&
    measured.days !== used.days &&
    timingOf(context, measured.base, used) !== null
  )
    return {
      ...at,
      severity: "medium",
      confidence: 0.9,
      title: `“${item.label.trim()}” counts the year in two ways`,
      comment: say`${named(item, measured.entry.address)} is measured over ${literal(measured.days, String(measured.days), measured.entry.address)} days in ${place(measured.entry.address, measured.entry.period.label)}, but ${place(used.by)} applies it over ${literal(used.days, String(used.days), used.by)}. The forecast balance is off from its own history by the ratio of the two. Take one day count throughout.`,
      nature: "slip",
      meaning: `days/${item.id}`,
      alsoRead: [measured.entry.address, used.by],
    };
  const timing = timingOf(context, measured.base, used);
  if (timing === null || timing === measured.timing) return null;
  const now = context.numberAt(measured.entry.address);
  const meant = rateOn(context, measured, timing);
  if (now === null || meant === null || Math.abs(Math.abs(meant.value) - Math.abs(now)) <= material * Math.abs(now))
    return null;
  return {
    ...at,
    severity: "medium",
    confidence: 0.85,
    title: `“${item.label.trim()}” is measured on one base and applied to another`,
    comment: say`In history ${named(item, measured.entry.address)} is taken of ${words[measured.timing]} of ${named(measured.base, measured.baseCell)}: ${number(context, measured.entry.address)} in ${measured.entry.period.label}. The forecast in ${place(used.by)} applies it to ${words[timing]}; on that base the same year comes to ${meant.shown}. So the past is no guide to the rate assumed, and the forecast is out by the difference. Measure and apply it on one base.`,
    nature: "slip",
    meaning: `base/${item.id}`,
    alsoRead: [measured.entry.address, used.by],
  };
}

/** A rate whose history is taken of another base, or another day count, than its forecast is applied to. */
export const driverBase: AuditRule = {
  id: "driver-base",
  find: (context) =>
    context.model.lineItems.flatMap((item) =>
      item.role === "mixed" || item.role === "formula" ? (judge(context, item) ?? []) : [],
    ),
};
