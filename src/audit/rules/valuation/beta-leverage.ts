import { type ConceptId } from "../../../contracts/concept";
import { type CellAddress } from "../../../contracts/model-map";
import { factorsOf, overOne, shortOfOne } from "../../lines/algebra";
import { cellKey, type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { called, nameOf } from "../../lines/cell-name";
import { cellsNamed } from "../../lines/cells-called";
import { coverCells } from "../../lines/cover-cells";
import { cellOf } from "../../lines/formula-shape";
import { number, say } from "../../wording/say";

const betas: ReadonlySet<ConceptId> = new Set<ConceptId>(["beta", "unlevered-beta"]);
const unlevered = /\bun-?levered|\basset beta|\bungeared|\bdelevered/iu;
const relevered = /(?<!un)(?<!un-)(?<!de)\b(?:re)?-?levered|\bequity beta|(?<!un)\bgeared/iu;

type Slip = "no-one" | "multiplied" | "divided";

/** What is wrong with the way from one beta to the other; null for anything that is not that way, or is right. */
function slipAt(context: AuditContext, home: CellAddress): { slip: Slip; from: CellAddress } | null {
  const formula = context.index.formulaAt(home);
  if (formula?.kind !== "read") return null;
  const factors = factorsOf(formula.root);
  const from = factors
    .flatMap(({ node, divides }) => (divides ? [] : (cellOf(context, home, node) ?? [])))
    .find((cell) => /beta|β/iu.test(nameOf(context, cell)?.label ?? ""));
  if (from === undefined) return null;
  const gearing = factors.find(({ node }) => {
    const inner = overOne(node);
    return inner !== null && factorsOf(inner).some((factor) => shortOfOne(factor.node) !== null);
  });
  const names = { home: nameOf(context, home)?.label ?? "", from: nameOf(context, from)?.label ?? "" };
  if (gearing === undefined) {
    const hasTax = factors.some(({ node }) => shortOfOne(node) !== null);
    return hasTax && factors.length === 3 ? { slip: "no-one", from } : null;
  }
  const toUnlevered = unlevered.test(names.home) && !unlevered.test(names.from);
  const toLevered = relevered.test(names.home) && !unlevered.test(names.home) && unlevered.test(names.from);
  if (toUnlevered && !gearing.divides) return { slip: "multiplied", from };
  return toLevered && gearing.divides ? { slip: "divided", from } : null;
}

const words: Readonly<Record<Slip, { title: string; what: string; instead: string }>> = {
  "no-one": {
    title: "Relevering beta leaves out the “1 +”",
    what: "by the after-tax debt to equity alone, so that almost nothing of it is left",
    instead: "The factor is one plus debt to equity after tax",
  },
  multiplied: {
    title: "Beta is levered where it should be unlevered",
    what: "up by one plus debt to equity after tax, though its label says unlevered",
    instead: "Divide by that factor",
  },
  divided: {
    title: "Beta is unlevered where it should be levered",
    what: "down by one plus debt to equity after tax, though its label says levered",
    instead: "Multiply by that factor",
  },
};

/** Levering and unlevering beta the wrong way round, or without the one. */
export const betaLeverage: AuditRule = {
  id: "beta-leverage",
  find(context) {
    const drafts = new Map<string, FindingDraft>();
    for (const beta of cellsNamed(context, betas, /beta|β/iu)) {
      const found = slipAt(context, beta);
      const key = `${beta.sheet}/${found?.slip}`;
      if (found === null || drafts.has(key)) continue;
      const { title, what, instead } = words[found.slip];
      drafts.set(key, {
        severity: "high",
        confidence: 0.93,
        sheet: beta.sheet,
        ranges: coverCells([beta]),
        title,
        comment: say`${called(context, beta)} takes ${called(context, found.from)} of ${number(context, found.from)} ${what}: ${number(context, beta)}. The cost of equity and every discount rate built on it follow. ${instead}.`,
        nature: "slip",
        meaning: `${found.slip}/${nameOf(context, beta)?.label ?? cellKey(beta)}`,
        alsoRead: [found.from],
      });
    }
    return [...drafts.values()];
  },
};
