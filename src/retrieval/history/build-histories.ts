import { type FactHistory, type FactReport } from "../../contracts/fact-history";
import { inFilingOrder } from "../../concepts/time/filing-order";

export type BareHistory = Omit<FactHistory, "changes">;

/** The reports of each thing in the order of their filings; of several in one filing the first given stands. */
export function buildHistories(reports: readonly FactReport[]): BareHistory[] {
  const byThing = new Map<string, FactReport[]>();
  for (const report of reports) {
    const key = thingOf(report);
    const known = byThing.get(key);
    if (known === undefined) byThing.set(key, [report]);
    else if (!known.some((other) => other.document.id === report.document.id)) known.push(report);
  }
  return [...byThing.values()].map((own) => {
    const { concept, unit, start, end, dimensions } = own[0]!;
    const ordered = own.sort((a, b) => inFilingOrder(a.document, b.document));
    return { concept, unit, start, end, dimensions, reports: ordered };
  });
}

function thingOf({ concept, unit, start, end, dimensions }: FactReport): string {
  const axes = Object.entries(dimensions).map((pair) => pair.join("="));
  return [concept, unit, start, end, ...axes.sort()].join("|");
}
