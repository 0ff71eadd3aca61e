import { type CellAddress } from "../../../contracts/model-map";
import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { called, nameOf } from "../../lines/cell-name";
import { bridgeAt, equityValues } from "../../meaning/equity-bridge-steps";
import { asRange, number, say } from "../../wording/say";

const claims: ReadonlySet<string | null> = new Set([
  "total-debt",
  "long-term-debt",
  "short-term-debt",
  "preferred-stock",
  "noncontrolling-interest",
]);
const cash: ReadonlySet<string | null> = new Set(["cash-and-equivalents", "short-term-investments", "ending-cash"]);
function draft(
  home: CellAddress,
  kind: string,
  label: string,
  step: CellAddress,
  parts: Pick<FindingDraft, "title" | "comment">,
): FindingDraft {
  return {
    severity: "high",
    confidence: 0.9,
    sheet: home.sheet,
    ranges: [asRange(home)],
    nature: "slip",
    meaning: `${kind}/${label}`,
    alsoRead: [step],
    ...parts,
  };
}

function judge(context: AuditContext, home: CellAddress): FindingDraft[] {
  const bridge = bridgeAt(context, home);
  if (bridge === null) return [];
  const label = nameOf(context, home)?.label ?? "equity value";
  const { steps } = bridge;
  const net = steps.find(({ concept }) => concept === "net-debt");
  const gross = steps.find(
    ({ concept, effect }) =>
      effect !== 0 && (cash.has(concept) || /debt$/u.test(concept ?? "")) && concept !== "net-debt",
  );
  return [
    ...steps.flatMap((step) => {
      const words = nameOf(context, step.cell)?.label ?? "";
      const isCashOwed = /\bnet cash\b|cash\s*\/\s*\(/iu.test(words);
      const isAdded = (claims.has(step.concept) || (step.concept === "net-debt" && !isCashOwed)) && step.effect > 0;
      const value = context.numberAt(step.cell)!;
      /** Net debt below nought is cash: taking it away adds it, rightly. */
      if (isAdded && (step.concept !== "net-debt" || value > 0))
        return [
          draft(home, "added", label, step.cell, {
            title: "A claim of others is added to equity value",
            comment: say`${called(context, home)} adds ${called(context, step.cell)} of ${number(context, step.cell)} to enterprise value. Lenders and other holders are paid before shareholders, so it comes off. Equity value is too high by twice the amount. Turn the sign.`,
          }),
        ];
      if (cash.has(step.concept) && step.effect < 0 && !/debt/iu.test(words))
        return [
          draft(home, "cash", label, step.cell, {
            title: "Cash is taken off equity value",
            comment: say`${called(context, home)} takes ${called(context, step.cell)} of ${number(context, step.cell)} off enterprise value. Cash belongs to the shareholders beside the operations, so it is added. Equity value is too low by twice the amount. Turn the sign.`,
          }),
        ];
      return [];
    }),
    ...(net === undefined || gross === undefined || net.effect === 0
      ? []
      : [
          draft(home, "twice", label, gross.cell, {
            title: "Debt or cash is counted twice on the way to equity value",
            comment: say`${called(context, home)} takes up ${called(context, net.cell)} of ${number(context, net.cell)} and ${called(context, gross.cell)} of ${number(context, gross.cell)}. Net debt holds debt and cash already. Keep net debt, or its parts.`,
          }),
        ]),
  ];
}

/** The way from enterprise to equity value. */
export const equityBridge: AuditRule = {
  id: "equity-bridge",
  find: (context) =>
    equityValues(context)
      .flatMap((home) => judge(context, home))
      .slice(0, 4),
};
