import { type CellAddress } from "../../../contracts/model-map";
import { type AuditContext, type SeriesCell } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { coverCells } from "../../lines/cover-cells";
import { namedFigures, type NamedFigure } from "../../meaning/named-figures";
import { isSafeTarget, rootOf } from "../../meaning/safe-target";
import { listed, number, place, say } from "../../wording/say";
import { addTo } from "../../../workbook/group-by";

/** With fewer digits two figures of one name agree by chance. */
const fewestDigits = 3;
/** A figure of so many digits was copied, not thought of. */
const pastedDigits = 5;
/** What rounding to the fewest digits may move. */
const mostRounding = 0.006;
/** Following what is built on a figure takes long; a workbook with more of them is a table, not a model. */
const mostTraced = 200;
/** A figure that stands in more cells than this is a constant of a table. */
const mostAlike = 60;
/** Lengths of a year, which every sheet may state. */
const calendar: ReadonlySet<number> = new Set([360, 364, 365, 366, 365.25]);
const rawData = /\b(?:raw|data|source|import|download)\b/iu;
const severalOnPurpose =
  /\b(?:scenarios?|case|bull|bear|upside|downside|sensitivit(?:y|ies)|comps?|comparables?|peers?|benchmark|memo|old|prior|archive|check|actuals?|target|acquirer|acquiror|buyer|pro ?forma)\b/iu;

/** Assumptions of which a model has one. */
const ofOneModel: ReadonlySet<string> = new Set([
  ...["tax-rate", "wacc", "discount-rate", "terminal-growth-rate", "shares-outstanding", "shares-diluted"],
  ...["share-price", "risk-free-rate", "equity-risk-premium", "cost-of-debt", "beta", "exit-multiple", "inflation"],
  ...["net-debt", "cash-and-equivalents", "total-debt", "ebitda", "revenue", "market-capitalization"],
]);

interface Again {
  readonly typed: NamedFigure;
  readonly source: NamedFigure;
}

/** Significant digits as typed; trailing noughts of whole numbers say nothing. */
export function digitsOf(value: number): number {
  const written = Math.abs(value)
    .toPrecision(12)
    .replace(/e.*$/u, "")
    .replace(".", "")
    .replace(/^0+/u, "")
    .replace(/0+$/u, "");
  return written.length;
}

function isTyped({ cell }: NamedFigure): boolean {
  return cell.formula === null && cell.resultOf === undefined;
}

/** Equal as far as the typed figure has digits; signs are shown as each sheet likes. */
function agrees(typed: number, digits: number, other: number): boolean {
  if (digits >= 9) return Math.abs(Math.abs(typed) - Math.abs(other)) <= 1e-9 * Math.abs(typed);
  /** A cheap look first: most figures of a name are nowhere near. */
  if (Math.abs(Math.abs(typed) - Math.abs(other)) > 10 * Math.abs(typed) * 10 ** -digits) return false;
  return Number(Math.abs(other).toPrecision(digits)) === Number(Math.abs(typed).toPrecision(digits));
}

/** The same assumption of the model typed on an earlier sheet, and used from here. */
function isStatedBefore(typed: NamedFigure, other: NamedFigure): boolean {
  return (
    ofOneModel.has(typed.called) &&
    typed.isUsed &&
    !typed.isOnAxis &&
    !other.isOnAxis &&
    isTyped(other) &&
    typed.value === other.value &&
    other.order < typed.order
  );
}

function mayBeSource(typed: NamedFigure, digits: number, other: NamedFigure): boolean {
  const [here, there] = [typed.address, other.address];
  const isSameRow = here.sheet === there.sheet && here.rowIndex0 === there.rowIndex0;
  const isOtherPeriod = typed.stretch !== null && other.stretch !== null && typed.stretch !== other.stretch;
  if (typed.isOnAxis && (isTyped(other) || (isOtherPeriod && !isSameRow))) return false;
  if (digits < fewestDigits) return isStatedBefore(typed, other);
  const common = isTyped(other) ? Math.min(digits, digitsOf(other.value)) : digits;
  if (!agrees(typed.value, common, other.value)) return false;
  if (!typed.isUsed && (digits < pastedDigits || isSameRow)) return false;
  if (isOtherPeriod) return isSameRow && typed.isUsed;
  if (typed.isOnAxis && digits < pastedDigits - 1 && (other.stretch === null || typed.value !== other.value))
    return false;
  if (!isTyped(other)) return typed.isConcept || here.sheet !== there.sheet || digits >= pastedDigits;
  if (!typed.isConcept || !typed.isUsed || here.sheet === there.sheet) return false;
  /** Typed in both places: the single figure beside the row of a statement it was read off is the copy, else the later one. */
  return other.isOnAxis ? common >= pastedDigits - 1 : isStatedBefore(typed, other);
}

/** A link to a number typed for another period agrees by chance. */
function isOfAnotherPeriod(context: AuditContext, typed: NamedFigure, source: NamedFigure): boolean {
  const root = rootOf(context, source.address);
  if (root === source.address || context.cellAt(root)?.formula !== null) return false;
  const [here, there] = [context.periodAt(typed.address), context.periodAt(root)];
  return there === null ? here !== null && root.sheet !== typed.address.sheet : here?.label !== there.label;
}

/** Of the figures that agree, one that is not built on the typed figure itself; of its own sheet and calculated ones first. */
function sourceAmong(context: AuditContext, typed: NamedFigure, alike: readonly NamedFigure[]): NamedFigure | null {
  const safe = alike.filter(
    (other) => isSafeTarget(context, [typed.address], [other.address]) && !isOfAnotherPeriod(context, typed, other),
  );
  const near = safe.filter(({ address }) => address.sheet === typed.address.sheet);
  const sources = near.length > 0 ? near : safe;
  return (
    sources.find((other) => !isTyped(other) && other.stretch === typed.stretch) ??
    sources.find((other) => !isTyped(other)) ??
    sources[0] ??
    null
  );
}

/** What other rules speak of, and what is typed for a reason: history, steps of a grid, dates, cases. */
function isLeftAlone(context: AuditContext, figure: NamedFigure): boolean {
  const { address, cell } = figure;
  const phase = figure.isOnAxis ? context.periodAt(address)?.phase : undefined;
  if (phase === "actual") return true;
  const meaning = context.meaningAt(address);
  if (meaning?.unit.kind === "date" || /[dmy]{2}/iu.test(cell.numberFormat ?? "")) return true;
  if (context.tableCellAt(address)?.table.rowsAre === "steps") return true;
  const words = [address.sheet.replace(/_/gu, " "), ...(meaning?.path ?? []), figure.label].join(" ");
  if (severalOnPurpose.test(words) || rawData.test(address.sheet) || calendar.has(figure.value)) return true;
  const item = context.itemAt(address);
  if (item === null || !figure.isOnAxis) return false;
  const series = context.seriesOf(item);
  const forecast = series.filter(({ period }) => period.phase === "forecast");
  const isTypedForecast = forecast.length >= 3 && forecast.every((entry) => entry.cell?.formula === null);
  const isHistory = phase !== "forecast" && isFormulaAfter(series, address);
  return isHistory || isTypedForecast;
}

/** Sheets of nothing but typed figures are where figures come from. */
function sheetsThatCalculate(context: AuditContext): Set<string> {
  const calculating = context.index.sheets.filter(({ snapshot }) => {
    const numbers = snapshot.cells.filter(({ value }) => typeof value === "number");
    return numbers.filter(({ formula }) => formula !== null).length >= 0.3 * numbers.length;
  });
  return new Set(calculating.map(({ name }) => name));
}

function isFormulaAfter(series: readonly SeriesCell[], { columnIndex0, rowIndex0 }: CellAddress): boolean {
  return series.some(
    (entry) =>
      (entry.address.columnIndex0 > columnIndex0 || entry.address.rowIndex0 > rowIndex0) &&
      (entry.cell?.formula ?? null) !== null,
  );
}

function findAgain(context: AuditContext): Again[] {
  const byName = new Map<string, NamedFigure[]>();
  for (const figure of namedFigures(context)) {
    if (figure.value === 0) continue;
    addTo(byName, figure.called, figure);
  }
  const calculating = sheetsThatCalculate(context);
  let traced = 0;
  return [...byName.values()].flatMap((figures) => {
    const typed = figures.filter(
      (figure) => isTyped(figure) && calculating.has(figure.address.sheet) && !isLeftAlone(context, figure),
    );
    if (typed.length === 0) return [];
    const bySize = [...figures].sort((a, b) => Math.abs(a.value) - Math.abs(b.value));
    return typed.flatMap((figure) => {
      const digits = digitsOf(figure.value);
      const alike = aboutAsLarge(bySize, Math.abs(figure.value)).filter((other) => mayBeSource(figure, digits, other));
      if (alike.length === 0 || traced++ >= mostTraced) return [];
      const source = sourceAmong(context, figure, alike);
      return source === null ? [] : [{ typed: figure, source }];
    });
  });
}

/** Figures within what rounding may do, of a list in order of size. */
function aboutAsLarge(bySize: readonly NamedFigure[], size: number): NamedFigure[] {
  let [low, high] = [0, bySize.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (Math.abs(bySize[middle]!.value) < size * (1 - mostRounding)) low = middle + 1;
    else high = middle;
  }
  const near: NamedFigure[] = [];
  for (let i = low; i < bySize.length && near.length < mostAlike; i++) {
    const figure = bySize[i]!;
    if (Math.abs(figure.value) > size * (1 + mostRounding)) break;
    near.push(figure);
  }
  return near;
}

function draft(context: AuditContext, found: readonly Again[]): FindingDraft {
  const first = found[0]!;
  const isUsed = found.some(({ typed }) => typed.isUsed);
  const names = new Map(found.map((again) => [again.typed.label, again]));
  const told = [...names.values()].map(
    ({ typed, source }) =>
      say`“${place(typed.address, typed.label)}” of ${number(context, typed.address)} (${place(source.address)})`,
  );
  const one = found.length === 1;
  const isCalculated = found.some(({ source }) => !isTyped(source));
  const how = isCalculated ? "the workbook calculates" : "the workbook states";
  return {
    severity: isUsed && isCalculated ? "medium" : "low",
    confidence: 0.85,
    sheet: first.typed.address.sheet,
    ranges: coverCells(found.map(({ typed }) => typed.address)),
    title:
      names.size === 1
        ? `“${first.typed.label}” is typed again instead of linked`
        : "Figures are typed again instead of linked",
    comment: say`${listed(told)} ${one ? "is" : "are"} typed here although ${how} ${one ? "it" : "them"} where the brackets point. When ${isCalculated ? "that calculation" : "one of the two"} moves, the ${one ? "other stays" : "others stay"} behind${isUsed ? ", and what is built on this cell keeps the old figure" : ""}. Link ${one ? "it" : "them"}.`,
    nature: "slip",
    meaning: `again/${[...names.keys()].join("/")}`,
    aside: say`The workbook has the figure at ${place(first.source.address)} already.`,
    alsoRead: found.map(({ source }) => source.address),
  };
}

/** Single figures typed although the workbook calculates them elsewhere under the same name. */
export const typedAgain: AuditRule = {
  id: "typed-again",
  find(context) {
    const bySheet = new Map<string, Again[]>();
    for (const one of findAgain(context)) {
      const { sheet } = one.typed.address;
      addTo(bySheet, sheet, one);
    }
    return [...bySheet.values()].map((found) => draft(context, found));
  },
};
