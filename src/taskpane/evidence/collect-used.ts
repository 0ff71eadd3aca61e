import { type Answer } from "../../contracts/answer";
import { type Citation } from "../../contracts/evidence";
import { citationOfEvidence, type ListedFinding } from "../review/list-findings";

/** Every passage relied on so far, once each, latest answers first. */
export function collectUsed(listed: readonly ListedFinding[], answers: readonly Answer[]): Citation[] {
  const used = new Map<string, Citation>();
  const keep = (citation: Citation): void => {
    if (!used.has(citation.passageId)) used.set(citation.passageId, citation);
  };
  for (const answer of [...answers].reverse()) {
    answer.statements.flatMap((statement) => statement.citations).forEach(keep);
    // An answer stands on what it cites; only where there is none is what was found all there is.
    if (answer.status === "abstained") answer.evidence.map(citationOfEvidence).forEach(keep);
  }
  listed.flatMap(({ finding, readBeside }) => [...finding.citations, ...readBeside]).forEach(keep);
  return [...used.values()];
}
