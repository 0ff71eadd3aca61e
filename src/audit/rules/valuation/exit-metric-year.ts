import { type CellAddress, type LineItem } from "../../../contracts/model-map";
import { factorsOf } from "../../lines/algebra";
import { cellKey, type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { called, isSameCell } from "../../lines/cell-name";
import { cellOf } from "../../lines/formula-shape";
import { asRange, number, place, say } from "../../wording/say";

const multiples: ReadonlySet<string | null> = new Set(["exit-multiple", "ev-to-ebitda", "ev-to-revenue"]);
const metrics: ReadonlySet<string | null> = new Set(["ebitda", "ebit", "revenue", "operating-income"]);

/** The series a multiple is put on, where the cell is not its last year. */
function metricBeforeLast(
  context: AuditContext,
  metric: CellAddress,
): { item: LineItem; last: CellAddress; year: string } | null {
  const item = context.itemAt(metric);
  if (item === null || !metrics.has(item.concept?.id ?? null)) return null;
  const years = context
    .seriesOf(item)
    .filter(({ period, address }) => period.kind === "year" && context.numberAt(address) !== null);
  const [before, last] = years.slice(-2);
  if (before === undefined || last === undefined || years.length < 3 || !isSameCell(before.address, metric))
    return null;
  return last.period.phase === "actual" ? null : { item, last: last.address, year: before.period.label };
}

/** An exit multiple on the year before the one the value is dated. */
function earlierMetric(context: AuditContext): FindingDraft[] {
  const seen = new Set<string>();
  return context.model.parameters.flatMap((parameter) => {
    const isMultiple =
      multiples.has(parameter.concept?.id ?? null) ||
      /\b(?:exit|terminal|EV\/EBITDA) multiple\b/iu.test(parameter.label);
    if (!isMultiple) return [];
    return context.index.dependentsOf(parameter.cell).flatMap((home) => {
      const formula = context.index.formulaAt(home);
      const factors = formula?.kind === "read" ? factorsOf(formula.root) : [];
      const cells = factors.map(({ node }) => cellOf(context, home, node));
      const metric = cells.find((cell) => cell !== null && !isSameCell(cell, parameter.cell)) ?? null;
      const found =
        factors.length === 2 && factors.every(({ divides }) => !divides) && metric !== null
          ? metricBeforeLast(context, metric)
          : null;
      const key = cellKey(home);
      if (found === null || metric === null || context.periodAt(home)?.kind === "year" || seen.has(key)) return [];
      seen.add(key);
      return [
        {
          severity: "high" as const,
          confidence: 0.82,
          sheet: home.sheet,
          ranges: [asRange(home)],
          title: "The exit multiple is put on the year before the last",
          comment: say`${place(home)} multiplies ${called(context, parameter.cell)} by ${called(context, metric)} of ${place(metric, found.year)}, ${number(context, metric)}, while the forecast runs one year further, to ${number(context, found.last)}. The value at the end of the forecast is a multiple of its last year. Point it at that year, or say why not.`,
          nature: "slip" as const,
          meaning: `metric/${parameter.id}`,
          alsoRead: [parameter.cell, metric, found.last],
        },
      ];
    });
  });
}

/** An exit multiple that values the end of the forecast on another year than its last. */
export const exitMetricYear: AuditRule = { id: "exit-metric-year", find: earlierMetric };
