import { type CellAddress } from "../../../contracts/model-map";
import { type FormulaNode } from "../../../workbook/formula";
import { walkFormula } from "../../../workbook/walk-formula";
import { isNumber } from "../../lines/algebra";
import { cellKey, type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { called, nameOf, originOf } from "../../lines/cell-name";
import { cellOf } from "../../lines/formula-shape";
import { asRange, number, say } from "../../wording/say";
import { withoutBrackets } from "../../../workbook/without-brackets";

const heldFor = /\bhold(?:ing)?\b|\bexit year\b|\byears? (?:to|of|until) exit\b|\binvestment (?:horizon|period)\b/iu;

/** x^(1/n): the root and the cell that says which. */
function rootIn(
  context: AuditContext,
  home: CellAddress,
  node: FormulaNode,
): { base: FormulaNode; years: CellAddress } | null {
  if (node.kind !== "binary" || node.operator !== "^") return null;
  const exponent = withoutBrackets(node.right);
  if (exponent.kind !== "binary" || exponent.operator !== "/" || !isNumber(exponent.left, 1)) return null;
  const years = cellOf(context, home, exponent.right);
  return years === null ? null : { base: node.left, years };
}

function judge(context: AuditContext, home: CellAddress, base: FormulaNode, years: CellAddress): FindingDraft | null {
  const input = originOf(context, years);
  const isHold = [years, input].some((cell) => heldFor.test(nameOf(context, cell)?.label ?? ""));
  if (!isHold || context.index.formulaAt(input) !== null || context.numberAt(input) === null) return null;
  const moved = new Set(context.index.allDependents([input]).map(cellKey));
  const sources = [...walkFormula(base)].flatMap((node) => cellOf(context, home, node) ?? []);
  if (sources.length === 0 || sources.some((cell) => moved.has(cellKey(cell)))) return null;
  return {
    severity: "medium",
    confidence: 0.85,
    sheet: home.sheet,
    ranges: [asRange(home)],
    title: "The holding period moves the return but not the exit",
    comment: say`${called(context, home)} spreads ${called(context, sources[0]!)} of ${number(context, sources[0]!)} over ${called(context, input)} of ${number(context, input)} years. The proceeds do not depend on that input: with another period the same exit is kept and only the root changes, so the return is wrong for every period but one. Pick the exit year by the period.`,
    nature: "slip",
    meaning: nameOf(context, home)?.label ?? "return",
    alsoRead: [input, ...sources],
  };
}

/** A return over a number of years that the exit itself does not follow. */
export const holdingPeriod: AuditRule = {
  id: "holding-period",
  find(context) {
    const told = new Map<string, FindingDraft>();
    for (const { sheet, cell } of context.index.formulaCells()) {
      if (!cell.formula!.includes("^")) continue;
      const home = { sheet, rowIndex0: cell.rowIndex0, columnIndex0: cell.columnIndex0 };
      const formula = context.index.formulaAt(home);
      if (formula?.kind !== "read") continue;
      for (const node of walkFormula(formula.root)) {
        const root = rootIn(context, home, node);
        const key = root === null ? "" : cellKey(originOf(context, root.years));
        if (root === null || told.has(key)) continue;
        const found = judge(context, home, root.base, root.years);
        if (found !== null) told.set(key, found);
      }
    }
    return [...told.values()];
  },
};
