import { type ConceptId } from "../../../contracts/concept";
import { type CellAddress } from "../../../contracts/model-map";
import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { called, conceptOf, nameOf } from "../../lines/cell-name";
import { cellsNamed } from "../../lines/cells-called";
import { signedTerms } from "../../lines/formula-shape";
import { asRange, calculated, number, say } from "../../wording/say";

const equityValues: ReadonlySet<ConceptId> = new Set<ConceptId>(["equity-value"]);
const claims: ReadonlySet<string | null> = new Set([
  "total-debt",
  "long-term-debt",
  "short-term-debt",
  "preferred-stock",
  "noncontrolling-interest",
]);
const cash: ReadonlySet<string | null> = new Set(["cash-and-equivalents", "short-term-investments", "ending-cash"]);
const wholeFirm =
  /\benterprise value\b|\bEV\b|\bfirm value\b|\bvalue of (?:the )?(?:firm|operations|operating assets|business)\b/iu;

interface Step {
  readonly cell: CellAddress;
  readonly concept: ConceptId | null;
  /** With its sign in the bridge: what it does to equity value. */
  readonly effect: number;
}

/** From enterprise to equity value, step by step; null for what is no such bridge. */
function bridgeAt(context: AuditContext, home: CellAddress): { readonly steps: readonly Step[] } | null {
  const terms = signedTerms(context, home).flatMap(({ range, sign }) => {
    const cells: { cell: CellAddress; sign: 1 | -1 }[] = [];
    for (const cell of context.index.cellsIn(range))
      cells.push({ cell: { sheet: range.sheet, rowIndex0: cell.rowIndex0, columnIndex0: cell.columnIndex0 }, sign });
    return cells.length > 20 ? [] : cells;
  });
  const isWhole = (cell: CellAddress) =>
    conceptOf(context, cell) === "enterprise-value" || wholeFirm.test(nameOf(context, cell)?.label ?? "");
  if (terms.filter(({ cell, sign }) => sign === 1 && isWhole(cell)).length !== 1) return null;
  const steps = terms.flatMap(({ cell, sign }) => {
    const value = context.numberAt(cell);
    return value === null || isWhole(cell) ? [] : [{ cell, concept: conceptOf(context, cell), effect: sign * value }];
  });
  return { steps };
}

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

const leastShare = 0.03;
const mostShare = 0.6;

/** The last figure of a row of the balance sheet that history ends with. */
function latest(context: AuditContext, words: RegExp): CellAddress | null {
  for (const item of context.model.lineItems) {
    if (!words.test(item.label) || item.isTotal || /change|increase|income|profit|share of/iu.test(item.label))
      continue;
    const known = context
      .seriesOf(item)
      .filter(({ period, address }) => period.phase !== "forecast" && context.numberAt(address) !== null);
    const isBalance =
      item.statement === "balance-sheet" ||
      context.itemsOf("total-assets").some(({ axisId }) => axisId === item.axisId);
    if (known.length > 0 && isBalance) return known.at(-1)!.address;
  }
  return null;
}

/** Holders of a part of the subsidiaries own a part of the value that the bridge leaves to the shareholders. */
function leftOut(context: AuditContext, home: CellAddress): FindingDraft[] {
  const bridge = bridgeAt(context, home);
  const value = context.numberAt(home);
  const minority = /\bnon[- ]?controlling|\bminorit/iu;
  if (bridge === null || value === null || value <= 0 || bridge.steps.length === 0) return [];
  if (bridge.steps.some(({ cell }) => minority.test(nameOf(context, cell)?.label ?? ""))) return [];
  const claim = latest(context, minority);
  const size = claim === null ? null : context.numberAt(claim);
  if (claim === null || size === null || size < value * leastShare || size > value * mostShare) return [];
  const share = calculated(size / value, "percent", "claim / equity value", { claim, "equity value": home });
  return [
    {
      severity: "medium",
      confidence: 0.8,
      sheet: home.sheet,
      ranges: [asRange(home)],
      title: "Others’ share of the subsidiaries stays in equity value",
      comment: say`${called(context, home)} takes nothing off for ${called(context, claim)} of ${number(context, claim)}, ${share} of it. The cash flows are those of the whole group, so the part that belongs to others must come off. Deduct it, best at what it is worth.`,
      nature: "slip",
      meaning: `minority/${nameOf(context, home)?.label ?? ""}`,
      alsoRead: [claim],
    },
  ];
}

/** The way from enterprise to equity value. */
export const equityBridge: AuditRule = {
  id: "equity-bridge",
  find: (context) =>
    cellsNamed(context, equityValues, /\bequity\b/iu)
      .flatMap((home) => [...judge(context, home), ...leftOut(context, home)])
      .slice(0, 4),
};
