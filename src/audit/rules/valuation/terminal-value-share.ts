import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { called, conceptOf } from "../../lines/cell-name";
import { signedTerms } from "../../lines/formula-shape";
import { asRange, calculated, say } from "../../wording/say";

const heavyShare = 0.8;

/** More of the value lies beyond the forecast than within it, by far: a judgement worth making knowingly. */
function heavy(context: AuditContext): FindingDraft[] {
  return context.parametersOf("enterprise-value").flatMap(({ cell, id }) => {
    const whole = context.numberAt(cell);
    const part = signedTerms(context, cell)
      .map(({ range }) => ({ sheet: range.sheet, rowIndex0: range.startRow0, columnIndex0: range.startColumn0 }))
      .find((term) => conceptOf(context, term) === "pv-of-terminal-value");
    const value = part === undefined ? null : context.numberAt(part);
    if (part === undefined || value === null || whole === null || value <= whole * heavyShare || value >= whole)
      return [];
    const share = calculated(value / whole, "percent", "present value / enterprise value", {
      "present value": part,
      "enterprise value": cell,
    });
    return [
      {
        severity: "medium" as const,
        confidence: 0.72,
        sheet: cell.sheet,
        ranges: [asRange(part), asRange(cell)],
        title: "Most of the value lies beyond the forecast",
        comment: say`${called(context, part)} is ${share} of ${called(context, cell)}. The forecast itself explains little; growth and discount rate for ever explain the rest. Show the value at several rates, or forecast until growth has settled.`,
        nature: "judgement" as const,
        meaning: `share/${id}`,
        alsoRead: [part, cell],
      },
    ];
  });
}

/** The terminal value's share of enterprise value. */
export const terminalValueShare: AuditRule = { id: "terminal-value-share", find: heavy };
