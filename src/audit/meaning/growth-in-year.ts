import { type ConceptId } from "../../contracts/concept";
import { type CellAddress, type LineItem } from "../../contracts/model-map";
import { type AuditContext } from "../audit-context";
import { besideIn } from "./period-cells";

/** What a company grows by, the broadest measure first. */
const measures: readonly ConceptId[] = ["revenue", "ebitda", "ebit", "operating-income", "nopat"];

export interface YearlyGrowth {
  readonly cell: CellAddress;
  readonly before: CellAddress;
  readonly rate: number;
}

/** How fast sales, else profit, grow in the year a flow stands in; null off the axis or where it is the terminal column. */
export function growthInYearOf(context: AuditContext, flow: CellAddress): YearlyGrowth | null {
  const item = context.itemAt(flow);
  const period = context.periodAt(flow);
  if (item === null || period?.kind !== "year" || /termin|perpet|normal|steady/iu.test(period.label)) return null;
  const entry = context.seriesOf(item).find((one) => one.period.index0 === period.index0);
  if (entry === undefined) return null;
  for (const concept of measures) {
    const candidates = context.itemsOf(concept, 0.84).filter((one) => one.unit.kind !== "percent");
    const nearest = [...candidates].sort((a, b) => nearness(b, item) - nearness(a, item));
    for (const candidate of nearest) {
      const beside = besideIn(context, candidate, entry, item.axisId);
      const growth = beside === null ? null : growthAt(context, candidate, beside.address);
      if (growth !== null) return growth;
    }
  }
  return null;
}

function nearness(candidate: LineItem, item: LineItem): number {
  return (candidate.axisId === item.axisId ? 2 : 0) + (candidate.sheet === item.sheet ? 1 : 0);
}

function growthAt(context: AuditContext, item: LineItem, address: CellAddress): YearlyGrowth | null {
  const series = context.seriesOf(item);
  const at = series.findIndex(
    (one) => one.address.rowIndex0 === address.rowIndex0 && one.address.columnIndex0 === address.columnIndex0,
  );
  const [now, last] = [series[at], series[at - 1]];
  if (now === undefined || last === undefined || last.period.kind !== now.period.kind) return null;
  const isNext = now.period.year === null || last.period.year === null || now.period.year - last.period.year === 1;
  const [value, before] = [context.numberAt(now.address), context.numberAt(last.address)];
  if (!isNext || value === null || before === null || value <= 0 || before <= 0) return null;
  return { cell: now.address, before: last.address, rate: value / before - 1 };
}
