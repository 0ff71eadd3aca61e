import { type LineItem } from "../../../contracts/model-map";
import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import {
  balanceSheets,
  changeInCash,
  forecastSteps,
  moversOf,
  type BalanceLine,
  type BalanceSheet,
} from "../../meaning/cash-movements";
import { coverCells } from "../../lines/cover-cells";
import { besideIn, type Step } from "../../meaning/period-cells";
import { calculated, named, place, say } from "../../wording/say";

const fewest = 2;
/** Of all assets: what moves less is not worth a word. */
const material = 0.001;
const same = 0.002;
/** A cash flow that takes up fewer of the balances is made in a way we do not follow. */
const leastFollowed = 0.5;

interface Moved {
  readonly line: BalanceLine;
  /** The steps in which it moves. */
  readonly steps: readonly Step[];
  readonly isTakenUp: boolean;
}

function movementOf(context: AuditContext, { before, entry }: Step): number {
  return context.numberAt(entry.address)! - context.numberAt(before.address)!;
}

/** How the change in cash of the step takes the movement up: by a cell both are made of, or by a part of the same amount. */
function takenUpBy(
  context: AuditContext,
  step: Step,
  change: LineItem,
  axisId: string,
): "cell" | "amount" | "not" | null {
  const cash = changeInCash(context, change, step.entry, axisId);
  if (cash === null) return null;
  for (const key of moversOf(context, step).keys()) if (cash.parts.has(key)) return "cell";
  const movement = Math.abs(movementOf(context, step));
  for (const part of cash.parts.values()) {
    const value = context.numberAt(part);
    if (value !== null && Math.abs(Math.abs(value) - movement) <= same * movement) return "amount";
  }
  return "not";
}

function follow(context: AuditContext, line: BalanceLine, change: LineItem): Moved | null {
  const steps = forecastSteps(context, line.item).filter((step) => movementOf(context, step) !== 0);
  if (steps.length < fewest) return null;
  const taken = steps.map((step) => takenUpBy(context, step, change, line.item.axisId));
  if (taken.some((one) => one === null)) return null;
  /** One amount may be another's by chance, not one in every period. */
  return { line, steps, isTakenUp: taken.includes("cell") || taken.every((one) => one === "amount") };
}

function draft(context: AuditContext, { line, steps }: Moved, change: LineItem): FindingDraft {
  const { item, side } = line;
  const first = steps[0]!;
  const moved = calculated(movementOf(context, first), "currency", "this period - the one before", {
    "this period": first.entry.address,
    "the one before": first.before.address,
  });
  const cash = besideIn(context, change, first.entry, item.axisId)!;
  return {
    severity: "high",
    confidence: 0.88,
    sheet: item.sheet,
    ranges: coverCells(steps.map(({ entry }) => entry.address)),
    title: `“${item.label.trim()}” moves without cash`,
    comment: say`${named(item, first.entry.address)} moves by ${moved} in ${place(first.entry.address, first.entry.period.label)}, but nothing that leads to ${named(change, cash.address)} takes the movement up. ${side === "asset" ? "An asset that grows is paid for" : "A claim that grows brings cash, one that falls is paid"}, so either cash is wrong or another line hides the gap. Add the movement to the cash flow, or hold the balance.`,
    nature: "slip",
    meaning: item.id,
    aside: say`No line of the cash flow takes its movement up.`,
    alsoRead: [cash.address, first.before.address],
  };
}

function judge(context: AuditContext, { total, lines, changes }: BalanceSheet): FindingDraft[] {
  const size = Math.max(0, ...context.seriesOf(total).map(({ address }) => Math.abs(context.numberAt(address) ?? 0)));
  for (const change of changes) {
    const moved = lines.flatMap((line) => follow(context, line, change) ?? []);
    const followed = moved.filter((one) => one.isTakenUp).length;
    if (followed < fewest || followed < moved.length * leastFollowed) continue;
    return moved
      .filter((one) => !one.isTakenUp)
      .filter((one) => one.steps.some((step) => Math.abs(movementOf(context, step)) > material * size))
      .map((one) => draft(context, one, change));
  }
  return [];
}

/** A forecast balance that moves although no line of the cash flow takes its movement up. */
export const oneSidedBalance: AuditRule = {
  id: "one-sided-balance",
  find: (context) => balanceSheets(context).flatMap((sheet) => judge(context, sheet)),
};
