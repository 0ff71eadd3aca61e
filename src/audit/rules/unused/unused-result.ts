import { type ConceptId } from "../../../contracts/concept";
import { type CellAddress } from "../../../contracts/model-map";
import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { called, nameOf, originOf } from "../../lines/cell-name";
import { cellsNamed } from "../../lines/cells-called";
import { asRange, number, say } from "../../wording/say";

/** What is worked out only to be used further on. */
const means: readonly (readonly [ConceptId, RegExp, string])[] = [
  ["beta", /\bbeta\b|β/iu, "beta"],
  ["cost-of-equity", /cost of equity/iu, "cost of equity"],
  ["wacc", /\bwacc\b|weighted average cost of capital|\bdiscount rate\b/iu, "WACC"],
  ["cost-of-debt", /\bcost of debt\b/iu, "cost of debt"],
  ["terminal-growth-rate", /\b(?:terminal|perpetual|perpetuity|long[- ]term) growth\b/iu, "terminal growth"],
  ["exit-multiple", /\b(?:exit|terminal) multiple\b/iu, "exit multiple"],
  ["net-debt", /\bnet debt\b/iu, "net debt"],
  ["shares-diluted", /\bdiluted shares\b|\bshares\b.*\bdiluted\b/iu, "diluted share count"],
];

function judge(context: AuditContext, concept: ConceptId, words: RegExp, what: string): FindingDraft[] {
  const cells = cellsNamed(context, new Set([concept]), words).filter((cell) => context.itemAt(cell) === null);
  const isRead = (cell: CellAddress) => context.index.dependentsOf(cell).length > 0;
  const idle = cells.filter((cell) => context.index.formulaAt(cell) !== null && !isRead(cell));
  const typed = cells.find((cell) => {
    const origin = originOf(context, cell);
    return (
      context.index.formulaAt(origin) === null &&
      isRead(cell) &&
      (nameOf(context, origin)?.concept === concept || words.test(nameOf(context, origin)?.label ?? ""))
    );
  });
  const [only, ...others] = idle;
  if (only === undefined || others.length > 0 || typed === undefined) return [];
  const [one, other] = [context.numberAt(only)!, context.numberAt(typed)!];
  if (Math.abs(one - other) < 0.005 * Math.abs(other)) return [];
  return [
    {
      severity: "medium",
      confidence: 0.8,
      sheet: only.sheet,
      ranges: [asRange(only)],
      title: `The calculated ${what} is not the one used`,
      comment: say`${called(context, only)} comes to ${number(context, only)}, and no formula reads it. The valuation uses ${called(context, typed)}, typed as ${number(context, typed)}. Either the work behind the first is for nothing, or the link was left out. Use it, or say why the typed figure is better.`,
      nature: "slip",
      meaning: `${concept}/${nameOf(context, only)?.label ?? ""}`,
      alsoRead: [typed],
    },
  ];
}

/** A rate worked out with care that nothing uses, beside a typed one that everything uses. */
export const unusedResult: AuditRule = {
  id: "unused-result",
  find: (context) => means.flatMap(([concept, words, what]) => judge(context, concept, words, what)),
};
