import { type EvidenceComment } from "../../contracts/evidence-request";
import { type Finding } from "../../contracts/finding";
import { plainText } from "../../contracts/rich-text";
import { shortHash } from "../../workbook/hash-text";
import { rankFindings } from "./rank";

/**
 * The audit's findings and what the filings add to them, ranked together. A comment of the filings speaks about a
 * whole row of the model against the company itself, so it weighs as one that concerns the whole model.
 */
export function joinEvidence(findings: readonly Finding[], comments: readonly EvidenceComment[]): Finding[] {
  return rankFindings([
    ...findings.map((finding) => ({ finding, concernsWholeModel: finding.consequence.outputs.length > 0 })),
    ...comments.map((comment) => ({ finding: findingOf(comment), concernsWholeModel: true })),
  ]);
}

function findingOf(comment: EvidenceComment): Finding {
  const { key, rule, severity, confidence, sheet, cells, title, comment: text, citations } = comment;
  return {
    id: `${rule}-${shortHash(`${rule}\u0000${sheet}\u0000${key}`)}`,
    rule,
    severity,
    confidence,
    sheet,
    cells,
    title,
    comment: text,
    citations,
    consequence: { outputs: [], dependents: 0 },
    // Another value in the model or another fact in a filing gives another sentence.
    fingerprint: shortHash(plainText(text)),
  };
}
