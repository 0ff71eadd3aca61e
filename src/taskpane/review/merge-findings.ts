import { type Citation, type Evidence } from "../../contracts/evidence";
import { type EvidenceComment, type EvidenceResponse } from "../../contracts/evidence-request";
import { type Finding, type Severity } from "../../contracts/finding";
import { type CellRange } from "../../contracts/workbook-snapshot";
import { type ModelMap } from "../../contracts/model-map";
import { plainText } from "../../contracts/rich-text";
import { parseRange } from "../../workbook/address";

/** A finding as the list shows it, with the passages it may be read beside (context, not proof). */
export interface ListedFinding {
  readonly finding: Finding;
  readonly source: "workbook" | "filings";
  readonly readBeside: readonly Citation[];
}

const weight: Record<Severity, number> = { high: 3, medium: 2, low: 1 };
const mostPassagesBeside = 2;

/**
 * The audit's findings in their own order, with the comments of the filings let in where their severity places them.
 * The audit ranks by consequence, so its order is kept rather than sorted away.
 */
export function mergeFindings(
  findings: readonly Finding[],
  response: EvidenceResponse | null,
  model: ModelMap,
): ListedFinding[] {
  const comments = [...(response?.comments ?? [])]
    .sort((a, b) => weight[b.severity] - weight[a.severity] || b.confidence - a.confidence)
    .map((comment) => ({ finding: findingOfComment(comment), source: "filings" as const, readBeside: [] }));
  const passages = new Map(response?.passages.map((row) => [row.key, row.evidence]) ?? []);
  const merged: ListedFinding[] = [];
  for (const finding of findings) {
    while (comments[0] !== undefined && weight[comments[0].finding.severity] > weight[finding.severity])
      merged.push(comments.shift()!);
    merged.push({ finding, source: "workbook", readBeside: passagesBeside(finding, model, passages) });
  }
  return [...merged, ...comments];
}

function findingOfComment(comment: EvidenceComment): Finding {
  return {
    id: `filings/${comment.rule}/${comment.key}/${comment.cells.join(",")}`,
    rule: comment.rule,
    severity: comment.severity,
    confidence: comment.confidence,
    sheet: comment.sheet,
    cells: comment.cells,
    title: comment.title,
    comment: comment.comment,
    consequence: { outputs: [], dependents: 0 },
    fingerprint: plainText(comment.comment),
    citations: comment.citations,
  };
}

function passagesBeside(
  finding: Finding,
  model: ModelMap,
  passages: ReadonlyMap<string, readonly Evidence[]>,
): Citation[] {
  if (passages.size === 0) return [];
  const ranges = finding.cells.flatMap((cells) => parseRange(cells) ?? []);
  const touched = model.lineItems.filter(
    (item) => item.sheet === finding.sheet && ranges.some((range) => overlap(range, item.range)),
  );
  const alreadyCited = new Set(finding.citations.map((citation) => citation.passageId));
  const beside = new Map<string, Citation>();
  for (const item of touched) {
    for (const evidence of passages.get(item.id.slice(0, 200)) ?? []) {
      if (!alreadyCited.has(evidence.passageId)) beside.set(evidence.passageId, citationOfEvidence(evidence));
    }
  }
  return [...beside.values()].slice(0, mostPassagesBeside);
}

/** A whole passage as a citation. */
export function citationOfEvidence(evidence: Evidence): Citation {
  const { passageId, document, part, item, page, text } = evidence;
  return { passageId, document, part, item, page, quote: text, start: 0, end: text.length };
}

function overlap(a: Omit<CellRange, "sheet">, b: Omit<CellRange, "sheet">): boolean {
  return (
    a.startRow0 <= b.endRow0 &&
    b.startRow0 <= a.endRow0 &&
    a.startColumn0 <= b.endColumn0 &&
    b.startColumn0 <= a.endColumn0
  );
}
