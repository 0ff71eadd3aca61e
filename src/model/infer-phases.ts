import { type Period, type TimeAxis } from "../contracts/model-map";
import { type PlainLineItem } from "./find-line-items";
import { positionOf } from "./sheet-lines";

const fewestRowsThatTurn = 2;

/**
 * Where the header does not say what is past: rows that are typed up to a period and calculated from the next one on
 * turn from actual to forecast there. Unless most turning rows agree on the place, nothing is said.
 */
export function inferPhases(axis: TimeAxis, items: readonly PlainLineItem[]): TimeAxis {
  if (axis.periods.some((period) => period.phase !== "unknown")) return axis;
  const turns = new Map<number, number>();
  const forward = isForward(axis.periods);
  let turning = 0;
  for (const item of items) {
    if (item.role !== "mixed") continue;
    const turn = turnOf(axis, item, forward);
    if (turn === null) continue;
    turning++;
    turns.set(turn, (turns.get(turn) ?? 0) + 1);
  }
  const [place, votes] = [...turns].sort((a, b) => b[1] - a[1])[0] ?? [0, 0];
  if (votes < fewestRowsThatTurn || votes * 2 <= turning) return axis;
  const periods = axis.periods.map((period): Period => {
    if (period.kind === "terminal") return { ...period, phase: "forecast" };
    const before = period.index0 < place;
    return { ...period, phase: before === forward ? "actual" : "forecast" };
  });
  return { ...axis, periods };
}

/** The first period that is calculated after at least two typed (one alone may be a seed), where the row turns exactly once. */
function turnOf(axis: TimeAxis, item: PlainLineItem, forward: boolean): number | null {
  const typed = item.cells.map((cell) => ({
    position0: positionOf(cell, axis.orientation),
    isTyped: cell.formula === null && cell.resultOf === undefined,
  }));
  const ordered = forward ? typed : [...typed].reverse();
  const turn = ordered.findIndex((cell) => !cell.isTyped);
  if (turn < 2 || ordered.slice(turn).some((cell) => cell.isTyped)) return null;
  return forward ? ordered[turn]!.position0 : ordered[turn]!.position0 + 1;
}

function isForward(periods: readonly Period[]): boolean {
  const years = periods.flatMap((period) => (period.year === null ? [] : [period.year]));
  return years.length < 2 || years[0]! <= years.at(-1)!;
}

/** What a header does not say, the other axes of the workbook do: the last year that is past on all that tell. */
export function sharePhases(axes: readonly TimeAxis[]): TimeAxis[] {
  const pasts: number[] = [];
  const futures: number[] = [];
  for (const { periods } of axes) {
    const yearsOf = (phase: Period["phase"]) =>
      periods.flatMap((period) =>
        period.phase === phase && period.year !== null && period.kind === "year" ? [period.year] : [],
      );
    const [actual, forecast] = [yearsOf("actual"), yearsOf("forecast")];
    if (actual.length === 0 || forecast.length === 0) continue;
    pasts.push(Math.max(...actual));
    futures.push(Math.min(...forecast));
  }
  const [past, future] = [pasts[0], futures[0]];
  if (past === undefined || future === undefined || past >= future) return [...axes];
  if (pasts.some((year) => year !== past) || futures.some((year) => year !== future)) return [...axes];
  return axes.map((axis) => {
    const tells = axis.periods.some((period) => period.phase !== "unknown");
    if (tells || axis.periods.some((period) => period.kind !== "year" && period.kind !== "terminal")) return axis;
    const periods = axis.periods.map((period): Period => {
      if (period.kind === "terminal") return { ...period, phase: "forecast" };
      if (period.year === null) return period;
      return { ...period, phase: period.year <= past ? "actual" : period.year >= future ? "forecast" : "unknown" };
    });
    return { ...axis, periods };
  });
}
