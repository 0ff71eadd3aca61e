import { type ConceptId } from "../../../contracts/concept";
import { type LineItem } from "../../../contracts/model-map";
import { type AuditContext, type SeriesCell } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { balanceRows } from "../../meaning/balance-rows";
import { coverCells } from "../../lines/cover-cells";
import { besideIn, stepsOf } from "../../meaning/period-cells";
import { calculated, named, number, place, say } from "../../wording/say";

const debts: ReadonlySet<ConceptId> = new Set(["short-term-debt", "long-term-debt", "revolver", "total-debt"]);
/** No lender takes, and no borrower pays, more than this a year. */
const highestRate = 0.4;
const fewest = 2;

interface Charge {
  readonly interest: SeriesCell;
  readonly opened: SeriesCell;
  readonly owed: SeriesCell;
  readonly paid: number;
  readonly rate: number;
}

function chargesOf(context: AuditContext, interest: LineItem, debt: LineItem): Charge[] {
  return stepsOf(context, debt).flatMap(({ before, entry }) => {
    const cell = besideIn(context, interest, entry, debt.axisId);
    if (cell === null || entry.period.kind !== "year" || entry.period.phase === "actual") return [];
    const [paid, opened, closed] = [cell, before, entry].map(({ address }) => context.numberAt(address));
    if (
      paid === null ||
      paid === undefined ||
      opened === null ||
      opened === undefined ||
      closed === null ||
      closed === undefined ||
      opened <= 0 ||
      closed <= 0
    )
      return [];
    return [{ interest: cell, opened: before, owed: entry, paid, rate: Math.abs(paid) / Math.max(opened, closed) }];
  });
}

function judge(context: AuditContext, interest: LineItem, debt: LineItem): FindingDraft | null {
  const charges = chargesOf(context, interest, debt);
  const first = charges[0];
  if (first === undefined || charges.length < fewest) return null;
  const isFar = charges.every(({ rate }) => rate > highestRate && rate < 100);
  const isFree = charges.every(({ paid }) => paid === 0);
  if (!isFar && !isFree) return null;
  const rate = calculated(first.rate, "percent", "interest / debt", {
    interest: first.interest.address,
    debt: first.owed.address,
  });
  const shared = {
    sheet: interest.sheet,
    ranges: coverCells(charges.map((charge) => charge.interest.address)),
    nature: "slip" as const,
    alsoRead: charges.flatMap(({ opened, owed }) => [opened.address, owed.address]),
  };
  const owed = say`${named(debt, first.owed.address)} of ${number(context, first.owed.address)}`;
  const when = say`${place(first.interest.address, first.interest.period.label)}`;
  return isFar
    ? {
        ...shared,
        severity: "high",
        confidence: 0.9,
        title: `“${interest.label.trim()}” is out of all proportion to the debt`,
        comment: say`${named(interest, first.interest.address)} is ${number(context, first.interest.address)} in ${when}, on ${owed}: a rate of ${rate}. The two are in different units, or the interest belongs to debt that the balance sheet does not show. Profit before tax rests on it; work it out from the balance and a stated rate.`,
        meaning: `far/${interest.id}`,
      }
    : {
        ...shared,
        severity: "medium",
        confidence: 0.8,
        title: `“${debt.label.trim()}” costs no interest`,
        comment: say`${named(interest, first.interest.address)} is ${number(context, first.interest.address)} in ${when} and after, although ${owed} stands on the balance sheet. Profit and cash are too high by the interest. Charge a rate on the balance, or say why the debt is free.`,
        meaning: `free/${interest.id}`,
      };
}

/** Interest that no debt on the balance sheet explains, and debt that costs nothing. */
export const interestOnDebt: AuditRule = {
  id: "interest-on-debt",
  find(context) {
    const owed = [...balanceRows(context)].filter((item) => debts.has(item.concept?.id ?? ""));
    const debt = owed.length === 1 ? owed[0]! : null;
    const profits = new Set(context.itemsOf("pretax-income", 0.84).map((item) => item.axisId));
    const interest = context.itemsOf("interest-expense", 0.84).filter((item) => profits.has(item.axisId));
    const draft = debt === null || interest.length !== 1 ? null : judge(context, interest[0]!, debt);
    return draft === null ? [] : [draft];
  },
};
