import { balanceMoved, signConvention } from "../../../concepts/sign-convention";
import { type ConceptId } from "../../../contracts/concept";
import { type CellAddress, type LineItem } from "../../../contracts/model-map";
import { cellKey, type AuditContext, type SeriesCell } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { coverCells } from "../../lines/cover-cells";
import { balanceRows } from "../../meaning/balance-rows";
import { readBy } from "../../meaning/cash-movements";
import { compositionOf } from "../../meaning/composition";
import { besideIn, stepsOf } from "../../meaning/period-cells";
import { calculated, listed, named, number, place, say } from "../../wording/say";

const flows: readonly ConceptId[] = [
  "change-in-working-capital",
  "change-in-receivables",
  "change-in-inventory",
  "change-in-payables",
];
/** What a change of working capital may be made of. */
const working: ReadonlySet<ConceptId> = new Set([
  "accounts-receivable",
  "inventory",
  "prepaid-expenses",
  "other-current-assets",
  "accounts-payable",
  "accrued-liabilities",
  "deferred-revenue",
  "other-current-liabilities",
]);
const tolerance = 0.01;
const fewest = 2;
/** Of more lines too many sums could agree by chance. */
const mostLines = 7;

interface Move {
  readonly flow: SeriesCell;
  readonly shown: number;
  /** What each balance brings or costs in the period, in the order of the rows. */
  readonly effects: readonly number[];
  readonly ends: readonly CellAddress[];
}

function balancesOf(context: AuditContext, concept: ConceptId): LineItem[] {
  const moved = balanceMoved(concept);
  const rows = [...balanceRows(context)].filter((item) => (item.concept?.confidence ?? 0) >= 0.84);
  const wanted = (id: ConceptId) => (concept === "change-in-working-capital" ? working.has(id) : id === moved);
  const found = rows.filter((item) => wanted(item.concept!.id));
  const isOneSheet = new Set(found.map(({ axisId }) => axisId)).size === 1;
  return isOneSheet && found.length <= mostLines ? found : [];
}

function movesOf(context: AuditContext, flow: LineItem, balances: readonly LineItem[]): Move[] {
  const steps = balances.map((balance) => stepsOf(context, balance));
  return steps[0]!.flatMap(({ entry }, i): Move[] => {
    const cell = besideIn(context, flow, entry, balances[0]!.axisId);
    const shown = cell === null ? null : context.numberAt(cell.address);
    const isReported = entry.period.phase === "actual" && (entry.cell?.formula ?? null) === null;
    if (cell === null || shown === null || isReported) return [];
    const effects = steps.flatMap((own, at) => {
      const step = own[i];
      const [before, after] = [step?.before, step?.entry].map((one) =>
        one === undefined ? null : context.numberAt(one.address),
      );
      if (typeof before !== "number" || typeof after !== "number") return [];
      const isAsset = signConvention(balances[at]!.concept!.id)?.side === "asset";
      return [isAsset ? before - after : after - before];
    });
    const ends = steps.flatMap((own) => own[i]?.entry.address ?? []);
    return effects.length === balances.length ? [{ flow: cell, shown, effects, ends }] : [];
  });
}

/** Some choice among the balances, with either sign, explains every figure: then the row is made of them by a definition of its own. */
function isExplained(moves: readonly Move[]): boolean {
  const count = moves[0]!.effects.length;
  for (let choice = 1; choice < 1 << count; choice++) {
    const agrees = moves.every(({ shown, effects }) => {
      const sum = effects.reduce((all, effect, i) => all + ((choice >> i) & 1 ? effect : 0), 0);
      return Math.abs(Math.abs(shown) - Math.abs(sum)) <= Math.max(tolerance * Math.abs(sum), 0.5);
    });
    if (agrees) return true;
  }
  return false;
}

/** The flow reads one of the balances, or what makes it: how it goes wrong then is told where it is read. */
function isBuiltOnBalances(context: AuditContext, moves: readonly Move[]): boolean {
  return moves.some(({ flow, ends }) => {
    const read = readBy(context, flow.address, () => false);
    return read === null || ends.some((end) => read.has(cellKey(end)));
  });
}

function judge(context: AuditContext, flow: LineItem, balances: readonly LineItem[]): FindingDraft | null {
  if (balances.length === 0 || flow.unit.kind === "percent" || flow.statement === "valuation") return null;
  const moves = movesOf(context, flow, balances).filter(({ effects }) => effects.some((effect) => effect !== 0));
  const first = moves.find(({ shown, effects }) => shown !== 0 || effects.some((effect) => Math.abs(effect) > 0.5));
  if (first === undefined || moves.length < fewest || isExplained(moves) || isBuiltOnBalances(context, moves))
    return null;
  const total = first.effects.reduce((all, effect) => all + effect, 0);
  const operands = Object.fromEntries(balances.map((balance, i) => [balance.label.trim(), first.ends[i]!]));
  const moved = calculated(total, "currency", "what the balances bring or cost over the period", operands);
  return {
    severity: "high",
    confidence: 0.87,
    sheet: flow.sheet,
    ranges: coverCells(moves.map((move) => move.flow.address)),
    title: `“${flow.label.trim()}” is not what the balance sheet moves by`,
    comment: say`${named(flow, first.flow.address)} is ${number(context, first.flow.address)} in ${place(first.flow.address, first.flow.called)}, while ${listed(balances.map((balance, i) => named(balance, first.ends[i])))} on the balance sheet move cash by ${moved}, and no other period agrees either. The two are set apart from each other, so cash cannot tie to the balance sheet. Take the flow from the balances.`,
    nature: "slip",
    meaning: `apart/${flow.id}`,
    alsoRead: moves.flatMap(({ ends }) => ends),
  };
}

/** Counted in the cash flow of operations: a line of that name in a profit and loss account is another thing. */
function isInCashFlow(context: AuditContext, flow: LineItem): boolean {
  const totals = context.itemsOf("operating-cash-flow", 0.84).filter(({ axisId }) => axisId === flow.axisId);
  const cells = new Set(context.seriesOf(flow).map(({ address }) => cellKey(address)));
  return totals.some((total) => {
    const last = context.seriesOf(total).findLast(({ cell }) => (cell?.formula ?? null) !== null);
    return last !== undefined && [...compositionOf(context, last.address).parts.keys()].some((key) => cells.has(key));
  });
}

/** A movement of working capital that is set apart from the balances whose movement it is. */
export const movementApart: AuditRule = {
  id: "movement-apart",
  find: (context) =>
    flows.flatMap((concept) => {
      const rows = context.itemsOf(concept, 0.84);
      const balances = rows.length === 0 ? [] : balancesOf(context, concept);
      return rows
        .filter((flow) => isInCashFlow(context, flow))
        .flatMap((flow) => judge(context, flow, balances) ?? [])
        .slice(0, 1);
    }),
};
