import { type LineItem } from "../../../contracts/model-map";
import { type AuditContext, type SeriesCell } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { balanceRows } from "../../meaning/balance-rows";
import { called } from "../../lines/cell-name";
import { coverCells } from "../../lines/cover-cells";
import { labelledRows, type LabelledRow } from "../../lines/labelled-rows";
import { linkOf } from "../../lines/formula-shape";
import { named, number, place, say } from "../../wording/say";

const fewestPeriods = 3;
/** What a schedule says is to be drawn: a need, and the most of nothing and something. */
const draw =
  /\b(?:revolver|revolving|credit line|overdraft|rcf|facility)\b.*\b(?:draw\w*|borrow\w*|requir\w*|need\w*|fund\w*)\b|\b(?:draw\w*|borrow\w*)\b.*\b(?:revolver|revolving|credit line|overdraft|rcf|facility)\b/iu;

function forecastOf(context: AuditContext, item: LineItem): SeriesCell[] {
  return context
    .seriesOf(item)
    .filter(
      ({ period, cell, address }) => period.phase === "forecast" && cell !== null && context.itemAt(address) === item,
    );
}

/** The row of the schedule that works out what is drawn. */
function drawRow(context: AuditContext, sheet: string): LabelledRow | null {
  const rows = labelledRows(context).filter(
    ({ label, cells }) => draw.test(label) && cells.filter(({ cell }) => cell.formula !== null).length >= fewestPeriods,
  );
  return rows.find((row) => row.sheet === sheet) ?? rows[0] ?? null;
}

function heldRevolver(context: AuditContext, item: LineItem): FindingDraft[] {
  const forecast = forecastOf(context, item);
  const isNil = forecast.every(({ cell }) => cell!.formula === null && cell!.value === 0);
  const row = isNil && forecast.length >= fewestPeriods ? drawRow(context, item.sheet) : null;
  if (row === null) return [];
  const first = row.cells.find(({ cell }) => cell.formula !== null)!.address;
  return [
    {
      severity: "high",
      confidence: 0.85,
      sheet: item.sheet,
      ranges: coverCells(forecast.map(({ address }) => address)),
      title: `“${item.label.trim()}” is typed nil, so no drawing ever reaches the balance sheet`,
      comment: say`${named(item, forecast[0]!.address)} is typed nil in every forecast period, while “${place(first, row.label)}” works out what must be borrowed. As soon as that is more than nothing, cash comes in without a debt against it and the interest is missing. Roll the balance forward: opening, plus drawn, less repaid.`,
      nature: "slip",
      meaning: item.id,
      aside: say`The balance is typed nil.`,
      alsoRead: [first],
    },
  ];
}

function heldCash(context: AuditContext, item: LineItem): FindingDraft[] {
  const forecast = forecastOf(context, item);
  if (forecast.length < fewestPeriods) return [];
  const targets = forecast.map(({ address }) => linkOf(context, address)?.target ?? null);
  const [target] = targets;
  const isOne = targets.every(
    (other) =>
      other !== null &&
      other.sheet === target!.sheet &&
      other.rowIndex0 === target!.rowIndex0 &&
      other.columnIndex0 === target!.columnIndex0,
  );
  if (!isOne || target === null || target === undefined || context.cellAt(target)?.formula !== null) return [];
  return [
    {
      severity: "medium",
      confidence: 0.9,
      sheet: item.sheet,
      ranges: coverCells(forecast.map(({ address }) => address)),
      title: `“${item.label.trim()}” is held at one input instead of coming from the cash flow`,
      comment: say`${named(item, forecast[0]!.address)} is ${called(context, target)} of ${number(context, target)} in every forecast period. What the cash flow leaves over, or lacks, does not show in the balance, so the balance sheet ties only if the debt happens to take up the whole difference. Take the closing cash of the cash flow, and keep the minimum as a condition of the sweep.`,
      nature: "judgement",
      meaning: item.id,
      aside: say`The balance is one input in every period.`,
      alsoRead: [target],
    },
  ];
}

/** Balances that should move with the forecast and are held: a revolver typed nil, cash at its minimum. */
export const heldBalance: AuditRule = {
  id: "held-balance",
  find(context) {
    const rows = balanceRows(context);
    return [...rows].flatMap((item) => {
      const concept = item.concept !== null && item.concept.confidence >= 0.84 ? item.concept.id : null;
      if (concept === "revolver") return heldRevolver(context, item);
      return concept === "cash-and-equivalents" ? heldCash(context, item) : [];
    });
  },
};
