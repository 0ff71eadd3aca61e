import { type ConceptId } from "../../../src/contracts/concept";
import { type ModelMap } from "../../../src/contracts/model-map";
import { type Figure } from "../../support/scored-suite";

/** From here on rules go by what a row is read as. */
const sure = 0.84;
const statements: readonly (readonly [name: string, totals: readonly ConceptId[]])[] = [
  ["balance sheet", ["total-assets", "total-liabilities-and-equity"]],
  ["income statement", ["revenue", "net-income"]],
  ["cash flow statement", ["operating-cash-flow", "net-change-in-cash"]],
];

/** How much of the workbooks is understood: rows of numbers that have a concept, and workbooks of which a statement's totals are known. */
export function understandingFigures(models: readonly ModelMap[], part: Figure["part"]): Figure[] {
  const rows = models.flatMap(({ lineItems }) => lineItems);
  const named = rows.filter(({ concept }) => concept !== null).length;
  const firm = rows.filter(({ concept }) => concept !== null && concept.confidence >= sure).length;
  const share = (name: string, count: number): Figure => ({
    name,
    part,
    value: rows.length === 0 ? 0 : (100 * count) / rows.length,
    unit: `% (${count} of ${rows.length})`,
    bar: null,
  });
  return [
    share("rows with a concept", named),
    share("rows with a sure concept", firm),
    ...statements.map(([name, totals]): Figure => {
      const count = models.filter((model) => hasStatement(model, totals)).length;
      return { name: `workbooks with their ${name} known`, part, value: count, unit: `of ${models.length}`, bar: null };
    }),
  ];
}

/** Its totals stand on one axis. */
function hasStatement({ lineItems }: ModelMap, totals: readonly ConceptId[]): boolean {
  const axesOf = (id: ConceptId) =>
    new Set(
      lineItems.filter(({ concept }) => concept?.id === id && concept.confidence >= sure).map(({ axisId }) => axisId),
    );
  const [first, ...others] = totals.map(axesOf);
  return [...first!].some((axisId) => others.every((axes) => axes.has(axisId)));
}
