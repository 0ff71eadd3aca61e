import { type CellAddress, type Period, type TimeAxis } from "../../../contracts/model-map";
import { formatAddress } from "../../../workbook/address";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { type AuditContext } from "../../audit-context";
import { judgeHeadingDates } from "../../meaning/heading-dates";
import { asRange, place, say } from "../../wording/say";

/** A running number of the period within its kind; null where the header does not say. */
function position(period: Period): number | null {
  if (period.year === null) return null;
  if (period.kind === "year") return period.year;
  if (period.ordinal === null) return null;
  if (period.kind === "quarter") return period.year * 4 + period.ordinal;
  if (period.kind === "half") return period.year * 2 + period.ordinal;
  return period.kind === "month" ? period.year * 12 + period.ordinal : null;
}

interface Step {
  readonly before: Period;
  readonly period: Period;
  readonly step: number;
}

/** Forwards or backwards by one, where most steps go so. */
function usualStep(steps: readonly number[]): 1 | -1 | null {
  const [up, down] = [steps.filter((step) => step === 1).length, steps.filter((step) => step === -1).length];
  if (up >= steps.length * 0.5 && down === 0) return 1;
  return down >= steps.length * 0.5 && up === 0 ? -1 : null;
}

/** 2027, 2027, 2029: one heading repeats the one before, and the next step makes up for it. */
function isDoubled(odd: readonly Step[], usual: 1 | -1): boolean {
  const [first, second] = odd;
  return (
    odd.length === 2 &&
    first!.step === 0 &&
    second!.step === 2 * usual &&
    first!.before.label === first!.period.label &&
    second!.before === first!.period
  );
}

function judge(context: AuditContext, axis: TimeAxis): FindingDraft | null {
  const timed = axis.periods.filter((period) => position(period) !== null);
  const kinds = new Set(timed.map((period) => period.kind));
  const first = timed[0];
  if (first === undefined || kinds.size !== 1 || timed.length < 4) return null;
  const steps = timed
    .slice(1)
    .map((period, i) => ({ before: timed[i]!, period, step: position(period)! - position(timed[i]!)! }));
  const usual = usualStep(steps.map(({ step }) => step));
  if (usual === null) return null;
  const odd = steps.filter(({ step }) => step !== usual);
  const one = odd[0];
  const doubled = isDoubled(odd, usual) && steps.length - odd.length >= 2;
  if (one === undefined || (odd.length > 1 && !doubled)) return null;
  const restarts = position(one.period) === position(first);
  const adjacent = Math.abs(one.period.index0 - one.before.index0) === 1;
  const relabelled = one.step === 0 && one.before.label !== one.period.label;
  if (restarts || relabelled || !adjacent) return null;
  const addressOf = (period: Period) =>
    axis.orientation === "columns"
      ? { sheet: axis.sheet, rowIndex0: axis.headerIndex0, columnIndex0: period.index0 }
      : { sheet: axis.sheet, rowIndex0: period.index0, columnIndex0: axis.headerIndex0 };
  return {
    severity: "medium",
    confidence: 0.85,
    sheet: axis.sheet,
    ranges: [asRange(addressOf(one.period)), ...(doubled ? [asRange(addressOf(one.before))] : [])],
    title: doubled
      ? `${one.period.label} stands twice among the periods`
      : `The periods jump from ${one.before.label} to ${one.period.label}`,
    comment: doubled
      ? say`${one.period.label} heads two columns, ${place(addressOf(one.before), shortPlace(addressOf(one.before)))} and ${place(addressOf(one.period), shortPlace(addressOf(one.period)))}, and the next is ${place(addressOf(odd[1]!.period), odd[1]!.period.label)}. The second is probably the year between; growth and discounting by the heading would take it for the same year. Correct the heading.`
      : say`After ${place(addressOf(one.before), one.before.label)} the heading reads ${place(addressOf(one.period), one.period.label)}; the other columns follow one another. Growth, discounting and roll-forwards across this point cover the wrong span of time. Correct the heading, or add what is missing.`,
    nature: "slip",
    meaning: `${axis.id}/${one.before.label}/${one.period.label}`,
    alsoRead: [addressOf(one.before)],
  };
}

function shortPlace({ rowIndex0, columnIndex0 }: CellAddress): string {
  return formatAddress(rowIndex0, columnIndex0);
}

/** A period that is missing, doubled or out of order among the headings. */
export const periodSequence: AuditRule = {
  id: "period-sequence",
  find: (context) =>
    context.model.axes.flatMap((axis) => judgeHeadingDates(context, axis) ?? judge(context, axis) ?? []),
};
