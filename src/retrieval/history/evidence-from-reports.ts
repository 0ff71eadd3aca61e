import { type FactReport } from "../../contracts/fact-history";
import { type ComparedFact } from "../../storage/store";
import { buildHistories } from "./build-histories";
import { type HistoryEvidence } from "./classify-histories";

/** Evidence out of all of a company's reports at hand, as EDGAR's list of its facts gives them. */
export function evidenceFromReports(reports: readonly FactReport[]): HistoryEvidence {
  const byFiling = new Map<string, ComparedFact[]>();
  for (const { concept, unit, start, end, dimensions, reports: own } of buildHistories(reports)) {
    if (Object.keys(dimensions).length > 0 || end === null) continue;
    own.slice(1).forEach((after, index) => {
      const compared = { concept, unit, start, end, before: figureOf(own[index]!), after: figureOf(after) };
      const known = byFiling.get(after.document.id);
      if (known === undefined) byFiling.set(after.document.id, [compared]);
      else known.push(compared);
    });
  }
  return {
    comparedIn: (documentId) => Promise.resolve(byFiling.get(documentId) ?? []),
    reportsOf: (concepts) => Promise.resolve(reports.filter((report) => concepts.includes(report.concept))),
    wordsBeside: () => Promise.resolve(new Map()),
  };
}

function figureOf({ document, source, value, decimals }: FactReport): ComparedFact["before"] {
  return { documentId: document.id, source, value, decimals };
}
