import { type Parameter } from "../../contracts/model-map";
import { type AuditContext } from "../audit-context";
import { type AuditRule, type FindingDraft } from "../audit-rule";
import { coverCells } from "../cover-cells";
import { listed, named, say } from "../say";

function isTypedNumber(context: AuditContext, parameter: Parameter): boolean {
  return parameter.role === "input" && context.numberAt(parameter.cell) !== null;
}

/** Inputs nothing reads, on sheets where inputs are otherwise used: there a reader believes that they matter. */
export const unusedInput: AuditRule = {
  id: "unused-input",
  find(context) {
    const bySheet = new Map<string, Parameter[]>();
    for (const parameter of context.model.parameters) {
      if (isTypedNumber(context, parameter))
        bySheet.set(parameter.sheet, [...(bySheet.get(parameter.sheet) ?? []), parameter]);
    }
    return [...bySheet].flatMap(([sheet, inputs]): FindingDraft[] => {
      const unused = inputs.filter(({ cell }) => context.index.dependentsOf(cell).length === 0);
      const known = unused.filter(
        ({ concept, unit }) => concept !== null && concept.confidence >= 0.84 && unit.kind !== "date",
      );
      if (known.length === 0 || unused.length > inputs.length * 0.4 || inputs.length < 4) return [];
      return [
        {
          severity: "low",
          confidence: 0.8,
          sheet,
          ranges: coverCells(known.map(({ cell }) => cell)),
          title: known.length === 1 ? `“${known[0]!.label.trim()}” moves nothing` : "Some inputs move nothing",
          comment: say`No formula reads ${listed(known.map((parameter) => named(parameter)))}. Other inputs of this sheet are used, so a reader will change ${known.length === 1 ? "it" : "them"} and expect an effect. Link ${known.length === 1 ? "it" : "them"} in, or mark as information only.`,
          meaning: known.map(({ id }) => id).join(),
        },
      ];
    });
  },
};
