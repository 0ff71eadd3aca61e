import { type ConceptId } from "../../../contracts/concept";
import { type LineItem } from "../../../contracts/model-map";
import { cellKey, type AuditContext, type SeriesCell } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { compositionOf } from "../../meaning/composition";
import { coverCells } from "../../lines/cover-cells";
import { besideIn } from "../../meaning/period-cells";
import { named, number, place, say } from "../../wording/say";

/** What a schedule works out for the income statement to take over. */
const handedOver: readonly ConceptId[] = [
  "revenue",
  "cost-of-revenue",
  "operating-expenses",
  "selling-general-administrative",
  "research-and-development",
  "sales-and-marketing",
  "general-and-administrative",
  "salaries-and-wages",
  "depreciation-and-amortization",
  "depreciation",
  "interest-expense",
  "income-tax-expense",
];
/** Another version of the same figure, not a schedule for it. */
const otherVersion =
  /\b(?:actuals?|variance|scenarios?|case|upside|downside|ltm|ttm|pro ?forma|target|acquirer|buyer|old|prior|history|historical|tax (?:books?|basis)|deductible|interest paid|cash)\b/iu;
const fewestPeriods = 2;
const differs = 0.02;

interface Pair {
  readonly made: LineItem;
  readonly shown: LineItem;
  readonly cells: readonly { readonly made: SeriesCell; readonly shown: SeriesCell }[];
}

/** The one income statement of the workbook; null where there are several to choose from. */
function incomeAxis(context: AuditContext): string | null {
  const axes = new Set(
    context
      .itemsOf("net-income", 0.84)
      .filter((item) => item.statement !== "valuation" && isSummedUp(context, item))
      .map((item) => item.axisId),
  );
  return axes.size === 1 ? [...axes][0]! : null;
}

function isSummedUp(context: AuditContext, item: LineItem): boolean {
  const last = context.seriesOf(item).findLast(({ cell }) => (cell?.formula ?? null) !== null);
  if (last === undefined) return false;
  const rows = [...compositionOf(context, last.address).parts.values()].map(({ address }) => context.itemAt(address));
  return new Set(rows.filter((row) => row?.axisId === item.axisId)).size >= 3;
}

function pairOf(context: AuditContext, made: LineItem, shown: LineItem): Pair | null {
  const cells = context.seriesOf(shown).flatMap((entry) => {
    const beside = entry.period.phase === "actual" ? null : besideIn(context, made, entry, shown.axisId);
    const [a, b] = [context.numberAt(entry.address), beside === null ? null : context.numberAt(beside.address)];
    return beside === null || a === null || b === null || a === 0 || b === 0
      ? []
      : [{ made: beside, shown: entry, a, b }];
  });
  const apart = cells.filter(({ a, b }) => Math.abs(Math.abs(a) - Math.abs(b)) > differs * Math.abs(a));
  const isScaled = cells.some(({ a, b }) =>
    [1e3, 1e6, 1e-3, 1e-6].some((s) => Math.abs(Math.abs(a / b) / s - 1) < 0.02),
  );
  return apart.length < fewestPeriods || apart.length < cells.length || isScaled ? null : { made, shown, cells };
}

/** True where one of the two is worked out from the other, or takes it up as a part. */
function areJoined(context: AuditContext, { cells }: Pair): boolean {
  const { made, shown } = cells.at(-1)!;
  const reaches = (from: SeriesCell, to: SeriesCell) =>
    context.index.allDependents([from.address]).some((cell) => cellKey(cell) === cellKey(to.address));
  /** What OFFSET or INDIRECT may lead to is no schedule that nothing reads. */
  const mayBeReadUnseen = cells.some((one) => context.index.mayBeReadUnseen(one.made.address));
  return mayBeReadUnseen || reaches(made, shown) || reaches(shown, made);
}

function pairsOf(context: AuditContext, axisId: string): Pair[] {
  return handedOver.flatMap((concept) => {
    const items = context.itemsOf(concept, 0.9).filter((item) => item.unit.kind !== "percent");
    const shown = items.filter((item) => item.axisId === axisId);
    const made = items.filter(
      (item) =>
        item.axisId !== axisId &&
        item.statement !== "valuation" &&
        item.statement !== "ratios" &&
        item.role !== "input" &&
        item.sheet !== shown[0]?.sheet &&
        !otherVersion.test(`${item.sheet.replace(/_/gu, " ")} ${item.path.join(" ")} ${item.label}`),
    );
    if (shown.length !== 1 || made.length !== 1) return [];
    const pair = pairOf(context, made[0]!, shown[0]!);
    return pair === null || areJoined(context, pair) ? [] : [pair];
  });
}

function draft(context: AuditContext, { made, shown, cells }: Pair): FindingDraft {
  const first = cells[0]!;
  return {
    severity: "high",
    confidence: 0.85,
    sheet: shown.sheet,
    ranges: coverCells(cells.map((one) => one.shown.address)),
    title: `“${made.label.trim()}” of ${made.sheet} never reaches the income statement`,
    comment: say`${made.sheet} works out ${named(made, first.made.address)} of ${number(context, first.made.address)} in ${place(first.shown.address, first.shown.period.label)}, the income statement shows ${named(shown, first.shown.address)} of ${number(context, first.shown.address)}, and no formula leads from the one to the other. A reader who changes the schedule changes nothing in profit, and two figures stand for one thing. Link the income statement to the schedule, or remove the schedule.`,
    nature: "slip",
    meaning: `${made.id}/${shown.id}`,
    aside: say`The schedule on ${made.sheet} never reaches profit.`,
    alsoRead: cells.map((one) => one.made.address),
  };
}

/** A schedule of costs, interest or tax beside an income statement that shows another figure and does not read it. */
export const unusedSchedule: AuditRule = {
  id: "unused-schedule",
  find(context) {
    const axisId = incomeAxis(context);
    return axisId === null ? [] : pairsOf(context, axisId).map((pair) => draft(context, pair));
  },
};
