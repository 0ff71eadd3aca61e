import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { rangesOf } from "../../lines/formula-shape";
import { type CellAddress } from "../../../contracts/model-map";
import { asRange, named, number, place, say } from "../../wording/say";
import { withoutBrackets } from "../../../workbook/without-brackets";

const presentValues = /\b(?:present values?|pv|discounted)\b/iu;

/** A sum along a row of present values that stops before the forecast does. */
function judge(context: AuditContext, home: CellAddress): FindingDraft | null {
  const formula = context.index.formulaAt(home);
  const root = formula?.kind === "read" ? withoutBrackets(formula.root) : null;
  if (root?.kind !== "call" || root.name !== "SUM" || root.args.length !== 1) return null;
  const range = rangesOf(context, home, withoutBrackets(root.args[0]!))[0];
  if (range === undefined || range.startRow0 !== range.endRow0 || range.endColumn0 - range.startColumn0 < 2)
    return null;
  const last = { sheet: range.sheet, rowIndex0: range.endRow0, columnIndex0: range.endColumn0 };
  const item = context.itemAt(last);
  if (item === null || context.axisOf(item).orientation !== "columns" || !presentValues.test(item.label)) return null;
  const next = { ...last, columnIndex0: last.columnIndex0 + 1 };
  const [here, there] = [context.periodAt(last), context.periodAt(next)];
  const isSame = there !== null && here?.kind === there.kind && here.phase === there.phase;
  if (!isSame || context.numberAt(next) === null || context.numberAt(next) === 0) return null;
  const total = context.meaningAt(home);
  const confidence = 0.88;
  return {
    severity: "high",
    confidence,
    sheet: home.sheet,
    ranges: [asRange(home)],
    title: "The sum of present values leaves out the last period",
    comment: say`${total === null ? say`${place(home)}` : named(total, home)} adds up ${place(range)} of ${named(item)} and stops before ${place(next, there.label)}, which holds ${number(context, next)}. The value is short by as much. Extend the range to the end of the forecast.`,
    nature: "slip",
    meaning: `${total?.id ?? ""}/${item.id}`,
    alsoRead: [next],
  };
}

export const partialSum: AuditRule = {
  id: "partial-sum",
  find(context) {
    const drafts: FindingDraft[] = [];
    for (const { sheet, cell } of context.index.formulaCells()) {
      if (!/^=\s*SUM\(/iu.test(cell.formula!)) continue;
      const draft = judge(context, { sheet, rowIndex0: cell.rowIndex0, columnIndex0: cell.columnIndex0 });
      if (draft !== null) drafts.push(draft);
    }
    return drafts;
  },
};
