import { type ConceptId } from "../../../contracts/concept";
import { type CellAddress } from "../../../contracts/model-map";
import { walkFormula } from "../../../workbook/walk-formula";
import { cellKey, type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { called, nameOf, originOf } from "../../lines/cell-name";
import { cellOf } from "../../lines/formula-shape";
import { labelledRows } from "../../lines/labelled-rows";
import { equityValues } from "../../meaning/equity-bridge-steps";
import { ratesInUse } from "../../meaning/rates-in-use";
import { asRange, number, say } from "../../wording/say";

const buildUp =
  /\bcost of (?:equity|debt|capital employed)\b|\bbeta\b|β|\brisk[- ]?free\b|\b(?:equity|market) risk premium\b|\bCAPM\b|^k[ed]$/iu;
const companyValues: readonly ConceptId[] = ["enterprise-value", "implied-share-price"];

/** The rates that the workbook brings flows to the present with, by formulas of its own and by functions. */
function allRates(context: AuditContext): CellAddress[] {
  const rates = [...ratesInUse(context), ...ratesOfFunctions(context).map((rate) => originOf(context, rate))];
  return [...new Map(rates.map((rate) => [cellKey(rate), rate])).values()];
}

/** The first argument of NPV and XNPV. */
function ratesOfFunctions(context: AuditContext): CellAddress[] {
  const rates: CellAddress[] = [];
  for (const { sheet, cell } of context.index.formulaCells()) {
    if (!/NPV\(/iu.test(cell.formula!)) continue;
    const home = { sheet, rowIndex0: cell.rowIndex0, columnIndex0: cell.columnIndex0 };
    const formula = context.index.formulaAt(home);
    if (formula?.kind !== "read") continue;
    for (const node of walkFormula(formula.root)) {
      if (node.kind !== "call" || (node.name !== "NPV" && node.name !== "XNPV") || node.args[0] === undefined) continue;
      const rate = cellOf(context, home, node.args[0]);
      if (rate !== null) rates.push(rate);
    }
  }
  return rates;
}

/** The value of a company that follows from the rate: without one the workbook appraises a project or a bond. */
function valueAfter(context: AuditContext, rate: CellAddress): CellAddress | null {
  const after = new Set(context.index.allDependents([rate]).map(cellKey));
  const values = [
    ...equityValues(context),
    ...companyValues.flatMap((concept) => context.parametersOf(concept).map(({ cell }) => cell)),
  ];
  return values.find((cell) => after.has(cellKey(cell)) && context.numberAt(cell) !== 0) ?? null;
}

/** A company valued at a typed discount rate that nothing in the workbook builds up. */
export const unsupportedRate: AuditRule = {
  id: "unsupported-rate",
  find(context): FindingDraft[] {
    const rates = allRates(context);
    const [rate] = rates;
    if (rate === undefined || rates.length > 1 || context.index.formulaAt(rate) !== null) return [];
    const value = context.numberAt(rate);
    if (value === null || value < 0.02 || value > 0.5) return [];
    if (labelledRows(context).some(({ label }) => buildUp.test(label))) return [];
    const worth = valueAfter(context, rate);
    if (worth === null) return [];
    return [
      {
        severity: "medium",
        confidence: 0.8,
        sheet: rate.sheet,
        ranges: [asRange(rate)],
        title: "Nothing in the workbook supports the discount rate",
        comment: say`${called(context, rate)} is one typed number, ${number(context, rate)}, and ${called(context, worth)} of ${number(context, worth)} rests on it. No row is called a cost of equity, a cost of debt or a beta, so nobody can tell what risk it pays for or when it is out of date. Build it up beside the valuation, or say where it is from.`,
        nature: "judgement",
        meaning: `unsupported/${nameOf(context, rate)?.label ?? "rate"}`,
        alsoRead: [worth],
      },
    ];
  },
};
