import { type CellAddress } from "../../../contracts/model-map";
import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { called, nameOf } from "../../lines/cell-name";
import { cellsCalled } from "../../lines/cells-called";
import { coverCells } from "../../lines/cover-cells";
import { findDiscounting } from "../../meaning/find-discounting";
import { asRange, calculated, number, place, say } from "../../wording/say";

const roundedYears = 0.015;

/** The runs of period counts that flows are discounted by, one a row, first year to last. */
function periodRuns(context: AuditContext): CellAddress[][] {
  const runs = new Map<string, CellAddress[]>();
  for (const { periods, towardsPresent } of findDiscounting(context)) {
    if (periods === null || !towardsPresent || context.numberAt(periods) === null) continue;
    const key = `${periods.sheet}!${periods.rowIndex0}`;
    const run = runs.get(key) ?? [];
    if (!run.some(({ columnIndex0 }) => columnIndex0 === periods.columnIndex0)) run.push(periods);
    runs.set(key, run);
  }
  return [...runs.values()]
    .map((run) => run.sort((a, b) => a.columnIndex0 - b.columnIndex0))
    .filter((run) => run.length >= 3);
}

/** The middle of a part year, then whole steps: every later year is a half stub too far away. */
function stubStep(context: AuditContext, run: readonly CellAddress[]): FindingDraft[] {
  const [first, second] = run;
  if (first === undefined || second === undefined) return [];
  const [middle, next] = [context.numberAt(first)!, context.numberAt(second)!];
  const stub = 2 * middle;
  if (middle <= 0 || stub >= 0.97 || Math.abs(next - middle - 1) > 1e-6) return [];
  const stated = cellsCalled(context, /\b(?:year fraction|stub|part(?:ial)? year|fraction of (?:the )?year)\b/iu).find(
    (cell) => Math.abs(context.numberAt(cell)! - stub) < roundedYears,
  );
  if (stated === undefined) return [];
  const right = calculated(stub + 0.5, "count", "stub + half a year", { stub: stated });
  const shown =
    right.kind === "number" ? { ...right, number: { ...right.number, shown: (stub + 0.5).toFixed(2) } } : right;
  return [
    {
      severity: "high",
      confidence: 0.88,
      sheet: first.sheet,
      ranges: coverCells(run.slice(1)),
      title: "Full years after the stub are discounted too long",
      comment: say`${called(context, first)} sets the part year at its middle, ${number(context, first)}, half of ${called(context, stated)} of ${number(context, stated)}. The next year steps one whole year on, to ${number(context, second)}, as if the first were a whole year. Its middle lies at ${shown}, the stub and half a year. Every value after the stub is too low.`,
      nature: "slip",
      meaning: `stub/${nameOf(context, first)?.label ?? "periods"}`,
      alsoRead: [stated],
    },
  ];
}

/** The first forecast year stands at once, or at two years, from today. */
function firstYear(context: AuditContext, run: readonly CellAddress[]): FindingDraft[] {
  const [first, second] = run;
  if (first === undefined || second === undefined) return [];
  const period = context.periodAt(first);
  const [value, next] = [context.numberAt(first)!, context.numberAt(second)!];
  if (period?.kind !== "year" || period.phase !== "forecast" || next - value !== 1 || value < 1.5 || value > 3)
    return [];
  return [
    {
      severity: "medium",
      confidence: 0.75,
      sheet: first.sheet,
      ranges: [asRange(first)],
      title: "The first forecast year is discounted more than once",
      comment: say`${called(context, first)} begins at ${number(context, first)} in ${place(first, period.label)}, the first year that is discounted. A flow one year ahead is discounted once, or half a year under the mid-year convention. Check what year the value is of, and start the count there.`,
      nature: "slip",
      meaning: `first/${nameOf(context, first)?.label ?? "periods"}`,
    },
  ];
}

/** Flows discounted over another time than lies between them and the valuation. */
export const discountPeriods: AuditRule = {
  id: "discount-periods",
  find: (context) => periodRuns(context).flatMap((run) => [...stubStep(context, run), ...firstYear(context, run)]),
};
