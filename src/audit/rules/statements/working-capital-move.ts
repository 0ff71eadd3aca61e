import { balanceMoved, signConvention } from "../../../concepts/sign-convention";
import { type ConceptId } from "../../../contracts/concept";
import { type LineItem } from "../../../contracts/model-map";
import { cellKey, type AuditContext, type SeriesCell } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { balanceRow } from "../../meaning/balance-rows";
import { compositionOf } from "../../meaning/composition";
import { coverCells } from "../../lines/cover-cells";
import { besideIn, stepsOf } from "../../meaning/period-cells";
import { calculated, named, number, place, say } from "../../wording/say";

const movements: readonly ConceptId[] = ["change-in-receivables", "change-in-inventory", "change-in-payables"];
const tolerance = 0.01;
const fewest = 2;

interface Move {
  readonly flow: SeriesCell;
  readonly before: SeriesCell;
  readonly after: SeriesCell;
  /** With the sign it has in operating cash flow. */
  readonly counted: number;
  /** What the balance sheet says it should be. */
  readonly expected: number;
  readonly balance: number;
}

/** The sign with which the cash flow's total takes the cell up; null where that cannot be followed. */
function signInTotal(context: AuditContext, total: LineItem, flow: SeriesCell): number | null {
  const sum = context.seriesOf(total).find(({ period }) => period.index0 === flow.period.index0);
  if (sum === undefined) return null;
  const factor = compositionOf(context, sum.address).parts.get(cellKey(flow.address))?.factor;
  return factor === 1 || factor === -1 ? factor : null;
}

function movesOf(context: AuditContext, flow: LineItem, balance: LineItem, total: LineItem): Move[] {
  const side = signConvention(balance.concept?.id ?? "")?.side;
  if (side === undefined || side === null) return [];
  return stepsOf(context, balance).flatMap(({ before, entry }) => {
    const cell = besideIn(context, flow, entry, balance.axisId);
    if (cell === null || entry.period.phase === "actual") return [];
    const values = [cell, before, entry].map(({ address }) => context.numberAt(address));
    const [shown, opened, closed] = values;
    const sign = signInTotal(context, total, cell);
    if (
      shown === null ||
      shown === undefined ||
      opened === null ||
      opened === undefined ||
      closed === null ||
      closed === undefined ||
      sign === null ||
      shown === 0
    )
      return [];
    const rise = closed - opened;
    return [
      {
        flow: cell,
        before,
        after: entry,
        counted: shown * sign,
        expected: side === "asset" ? -rise : rise,
        balance: side === "asset" ? -closed : closed,
      },
    ];
  });
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), Math.abs(b));
}

function judge(context: AuditContext, flow: LineItem, balance: LineItem, total: LineItem): FindingDraft | null {
  const moves = movesOf(context, flow, balance, total).filter(({ expected }) => expected !== 0);
  const first = moves[0];
  if (first === undefined || moves.length < fewest) return null;
  const isTurned = moves.every(({ counted, expected }) => isNear(counted, -expected));
  const isWhole = !isTurned && moves.every(({ counted, balance: held }) => isNear(counted, held));
  if (!isTurned && !isWhole) return null;
  const moved = calculated(
    (context.numberAt(first.after.address) ?? 0) - (context.numberAt(first.before.address) ?? 0),
    "currency",
    "this period - the one before",
    { "this period": first.after.address, "the one before": first.before.address },
  );
  const isAsset = signConvention(balance.concept?.id ?? "")?.side === "asset";
  const label = flow.label.trim();
  return {
    severity: "high",
    confidence: 0.9,
    sheet: flow.sheet,
    ranges: coverCells(moves.map((move) => move.flow.address)),
    title: isTurned ? `“${label}” has the wrong sign in the cash flow` : `“${label}” takes the balance, not its change`,
    comment: isTurned
      ? say`${named(balance, first.after.address)} moves by ${moved} in ${place(first.after.address, first.after.period.label)}. ${isAsset ? "A rise of an asset costs cash" : "A rise of a liability brings cash"}, but ${named(flow, first.flow.address)} counts ${number(context, first.flow.address)} the other way in ${named(total)}. Operating cash is off by twice the movement. Turn the sign.`
      : say`${named(flow, first.flow.address)} is ${number(context, first.flow.address)} in ${place(first.flow.address, first.flow.period.label)}: the whole of ${named(balance, first.after.address)}, which moved by ${moved} only. A balance counted as a flow is counted again every period. Take the balance less the one before it.`,
    nature: "slip",
    meaning: `${isTurned ? "turned" : "whole"}/${flow.id}`,
    alsoRead: moves.flatMap(({ before, after }) => [before.address, after.address]),
  };
}

/** A movement of receivables, stock or payables whose sign, or size, is not that of the balance sheet. */
export const workingCapitalMove: AuditRule = {
  id: "working-capital-move",
  find(context) {
    return movements.flatMap((concept) => {
      const stock = balanceMoved(concept);
      const balance = stock === null ? null : balanceRow(context, stock);
      if (balance === null) return [];
      return context.itemsOf(concept, 0.84).flatMap((flow) => {
        const total = context.itemsOf("operating-cash-flow", 0.84).find((item) => item.axisId === flow.axisId);
        return total === undefined ? [] : (judge(context, flow, balance, total) ?? []);
      });
    });
  },
};
