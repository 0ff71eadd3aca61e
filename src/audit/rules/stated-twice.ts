import { conceptById } from "../../concepts/dictionary";
import { type ConceptId } from "../../contracts/concept";
import { type Parameter } from "../../contracts/model-map";
import { type AuditContext } from "../audit-context";
import { type AuditRule, type FindingDraft } from "../audit-rule";
import { asRange, howSure, listed, named, number, say } from "../say";

/** Quantities of which a model has one. */
const single: readonly ConceptId[] = [
  "tax-rate",
  "wacc",
  "discount-rate",
  "terminal-growth-rate",
  "shares-outstanding",
  "shares-diluted",
  "share-price",
  "risk-free-rate",
  "equity-risk-premium",
  "cost-of-equity",
  "inflation",
];
const severalOnPurpose =
  /\b(?:scenario|case|bull|bear|base|upside|downside|low|high|mid|min|max|sensitivity|comps?|comparables?|peers?|target|acquirer|acquiror|buyer|historical|pro forma)\b/iu;

function isOnPurpose({ label, path, sheet }: Parameter): boolean {
  return severalOnPurpose.test([sheet, ...path, label].join(" "));
}

function judge(context: AuditContext, concept: ConceptId): FindingDraft | null {
  const stated = context
    .parametersOf(concept, 0.84)
    .filter(
      (parameter) => parameter.role === "input" && !isOnPurpose(parameter) && context.numberAt(parameter.cell) !== null,
    );
  const first = stated[0];
  if (first === undefined) return null;
  const value = context.numberAt(first.cell)!;
  const others = stated.filter((parameter) => {
    const other = context.numberAt(parameter.cell)!;
    return (
      parameter.sheet !== first.sheet &&
      Math.abs(other - value) > 0.001 * Math.abs(value) &&
      Math.abs(other / value) < 20 &&
      Math.abs(other / value) > 0.05
    );
  });
  const second = others[0];
  if (second === undefined || stated.length > 4) return null;
  const bothUsed = [first, second].every((parameter) => context.index.dependentsOf(parameter.cell).length > 0);
  const confidence = bothUsed ? 0.8 : 0.65;
  return {
    severity: bothUsed ? "medium" : "low",
    confidence,
    sheet: second.sheet,
    ranges: [asRange(second.cell)],
    title: `${conceptById(concept)!.name} is typed twice, with different values`,
    comment: say`${named(first)} is ${number(context, first.cell)}, and ${listed(others.map((other) => say`${named(other)} is ${number(context, other.cell)}`))}. Both are typed, so a change of one leaves the other behind. Keep one and link the other to it, or name them apart. ${howSure(confidence)}`,
    meaning: `${concept}/${second.id}`,
    alsoRead: [first.cell],
  };
}

/** One quantity typed in two places with different values. */
export const statedTwice: AuditRule = {
  id: "stated-twice",
  find: (context) => single.flatMap((concept) => judge(context, concept) ?? []),
};
