import { type ConceptId } from "../../../contracts/concept";
import { type LineItem } from "../../../contracts/model-map";
import { type RichText } from "../../../contracts/rich-text";
import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { balanceRow } from "../../meaning/balance-rows";
import { coverCells } from "../../lines/cover-cells";
import { flowIn, type Flow } from "../../meaning/flow-rows";
import { stepsOf, type Step } from "../../meaning/period-cells";
import { calculated, named, number, place, say } from "../../wording/say";

/** Rounding of two statements against each other. */
const tolerance = 0.003;
const fewestSteps = 2;

/** A balance that grows by one flow and shrinks by another. */
interface Roll {
  readonly stocks: readonly ConceptId[];
  readonly grows: readonly ConceptId[];
  readonly shrinks: readonly ConceptId[];
  /** True where the growing flow may be a loss. */
  readonly isSigned: boolean;
  /** True where nothing need shrink it. */
  readonly mayOnlyGrow: boolean;
  /** True where the growing flow may be net of the shrinking one already. */
  readonly mayBeNet?: boolean;
}

const rolls: readonly Roll[] = [
  {
    stocks: ["property-plant-equipment"],
    grows: ["capital-expenditure"],
    shrinks: ["depreciation-and-amortization", "depreciation"],
    isSigned: false,
    mayOnlyGrow: false,
  },
  {
    stocks: ["retained-earnings"],
    grows: ["net-income"],
    shrinks: ["dividends-paid"],
    isSigned: true,
    mayOnlyGrow: true,
  },
  {
    stocks: ["total-debt", "long-term-debt"],
    grows: ["net-borrowing", "debt-issuance"],
    shrinks: ["debt-repayment"],
    isSigned: true,
    mayOnlyGrow: true,
    mayBeNet: true,
  },
  {
    stocks: ["cash-and-equivalents"],
    grows: ["net-change-in-cash"],
    shrinks: [],
    isSigned: true,
    mayOnlyGrow: true,
  },
];

interface Move {
  readonly step: Step;
  readonly moved: number;
  readonly grown: Flow;
  readonly shrunk: Flow | null;
  /** With the sign they have for the balance. */
  readonly up: number;
  readonly down: number;
  readonly upBefore: number | null;
  readonly downBefore: number | null;
}

type Slip = "left-out-shrinking" | "left-out-growing" | "still" | "turned" | "late" | "late-growing";
const expectedBy: Readonly<Record<Slip, (move: Move) => number | null>> = {
  "left-out-shrinking": ({ up, down }) => (down === 0 ? null : up),
  "left-out-growing": ({ up, down }) => (up === 0 || down === 0 ? null : -down),
  still: () => 0,
  turned: ({ up, down }) => (down === 0 ? null : up + down),
  late: ({ upBefore, downBefore }) => (upBefore === null || downBefore === null ? null : upBefore - downBefore),
  "late-growing": ({ upBefore, down }) => (upBefore === null || down === 0 ? null : upBefore - down),
};

function movesOf(context: AuditContext, roll: Roll, stock: LineItem): Move[] {
  return stepsOf(context, stock).flatMap((step) => {
    const [before, after] = [context.numberAt(step.before.address), context.numberAt(step.entry.address)];
    const isFormula = (step.entry.cell?.formula ?? null) !== null;
    const isForecast = step.entry.period.phase === "forecast" || (step.entry.period.phase === "unknown" && isFormula);
    if (before === null || after === null || !isForecast) return [];
    const grown = flowIn(context, roll.grows, step.entry, stock.axisId);
    const shrunk = flowIn(context, roll.shrinks, step.entry, stock.axisId);
    if (grown === null || (shrunk === null && !roll.mayOnlyGrow)) return [];
    const signed = (flow: Flow | null) => (flow === null ? null : roll.isSigned ? flow.value : Math.abs(flow.value));
    const earlier = flowIn(context, roll.grows, step.before, stock.axisId);
    const earlierDown = flowIn(context, roll.shrinks, step.before, stock.axisId);
    return [
      {
        step,
        moved: after - before,
        grown,
        shrunk,
        up: signed(grown)!,
        down: Math.abs(shrunk?.value ?? 0),
        upBefore: signed(earlier),
        downBefore: earlierDown === null ? (shrunk === null ? 0 : null) : Math.abs(earlierDown.value),
      },
    ];
  });
}

function isNear(a: number, b: number, { up, down }: Move): boolean {
  return Math.abs(a - b) <= tolerance * Math.max(Math.abs(up), down);
}

/** The one slip that explains every movement of the balance, where the right movement explains none. */
function slipOf(roll: Roll, moves: readonly Move[]): Slip | null {
  const told = moves.filter(({ up, down }) => up !== 0 || down !== 0);
  if (roll.mayBeNet === true && told.some((move) => isNear(move.moved, move.up, move))) return null;
  if (told.length < fewestSteps || told.some((move) => isNear(move.moved, move.up - move.down, move))) return null;
  const slips = (Object.keys(expectedBy) as Slip[]).filter((slip) =>
    told.every((move) => {
      const expected = expectedBy[slip](move);
      return expected !== null && isNear(move.moved, expected, move);
    }),
  );
  return slips[0] ?? null;
}

function explain(context: AuditContext, slip: Slip, { grown, shrunk }: Move): RichText {
  const up = say`${named(grown.item, grown.address)} of ${number(context, grown.address)}`;
  const down = shrunk === null ? [] : say`${named(shrunk.item, shrunk.address)} of ${number(context, shrunk.address)}`;
  const less = shrunk === null ? [] : say` less ${down}`;
  switch (slip) {
    case "left-out-shrinking":
      return say`It takes up ${up} but never loses ${down}, so it only ever grows. Take that off as well.`;
    case "left-out-growing":
      return say`It loses ${down} but never gains ${up}. Add that as well.`;
    case "still":
      return say`It stands still while ${up}${less} flow through the other statements: the flow has no other side. Roll it forward from the period before.`;
    case "turned":
      return say`It gains ${up} and gains ${down} too, which should be taken off. Turn that sign.`;
    case "late":
      return say`It moves by the flows of the period before, not by its own ${up}${less}: the link is one period late. Point it at its own column.`;
    case "late-growing":
      return say`It takes up ${down} rightly, but what it gains is the figure of the period before, not its own ${up}. Point it at its own column.`;
  }
}

function judge(context: AuditContext, roll: Roll, stock: LineItem): FindingDraft | null {
  const moves = movesOf(context, roll, stock);
  const slip = slipOf(roll, moves);
  const first = moves.find(({ up, down }) => up !== 0 || down !== 0);
  if (slip === null || first === undefined) return null;
  const { before, entry } = first.step;
  const moved = calculated(first.moved, "currency", "this period - the one before", {
    "this period": entry.address,
    "the one before": before.address,
  });
  return {
    severity: "high",
    confidence: 0.88,
    sheet: stock.sheet,
    ranges: coverCells(moves.map(({ step }) => step.entry.address)),
    title: `“${stock.label.trim()}” does not move as its flows do`,
    comment: say`${named(stock, entry.address)} moves by ${moved} in ${place(entry.address, entry.period.label)}. ${explain(context, slip, first)}`,
    nature: "slip",
    meaning: `${slip}/${stock.id}`,
    aside: explain(context, slip, first),
    alsoRead: moves.flatMap(({ grown, shrunk }) => [grown.address, ...(shrunk === null ? [] : [shrunk.address])]),
  };
}

/** Plant, retained earnings, debt and cash whose movement leaves out, turns or delays one of their flows. */
export const balanceMovement: AuditRule = {
  id: "balance-movement",
  find: (context) =>
    rolls.flatMap((roll) => {
      const stock = balanceRow(context, ...roll.stocks);
      return stock === null ? [] : (judge(context, roll, stock) ?? []);
    }),
};
