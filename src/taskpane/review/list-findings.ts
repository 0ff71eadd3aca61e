import { joinEvidence } from "../../audit/findings/join-evidence";
import { type Citation, type Evidence } from "../../contracts/evidence";
import { type EvidenceResponse } from "../../contracts/evidence-request";
import { type Finding } from "../../contracts/finding";
import { type ModelMap } from "../../contracts/model-map";
import { parseRange, type RangePosition } from "../../workbook/address";

/** A finding as the list shows it, with the passages it may be read beside (context, not proof). */
export interface ListedFinding {
  readonly finding: Finding;
  readonly source: "workbook" | "filings";
  readonly readBeside: readonly Citation[];
}

const mostPassagesBeside = 2;

/** The audit's findings and the filings' comments, ranked together, each with the passages of its rows. */
export function listFindings(
  findings: readonly Finding[],
  response: EvidenceResponse | null,
  model: ModelMap,
): ListedFinding[] {
  const ranked = response === null ? findings : joinEvidence(findings, response.comments);
  const ofWorkbook = new Set(findings.map((finding) => finding.id));
  const passages = new Map(response?.passages.map((row) => [row.key, row.evidence]) ?? []);
  return ranked.map((finding) => ({
    finding,
    source: ofWorkbook.has(finding.id) ? "workbook" : "filings",
    readBeside: passages.size === 0 ? [] : passagesBeside(finding, model, passages),
  }));
}

function passagesBeside(
  finding: Finding,
  model: ModelMap,
  passages: ReadonlyMap<string, readonly Evidence[]>,
): Citation[] {
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

/** The comments that speak of any of these cells, weightiest first. */
export function commentsOn(listed: readonly ListedFinding[], place: { sheet: string; range: string }): ListedFinding[] {
  const asked = parseRange(place.range);
  if (asked === null) return [];
  return listed.filter(({ finding: { sheet, cells, alsoAt = [] } }) =>
    [...cells.map((range) => ({ sheet, cells: range })), ...alsoAt].some((own) => {
      const range = own.sheet === place.sheet ? parseRange(own.cells) : null;
      return range !== null && overlap(range, asked);
    }),
  );
}

function overlap(a: RangePosition, b: RangePosition): boolean {
  return (
    a.startRow0 <= b.endRow0 &&
    b.startRow0 <= a.endRow0 &&
    a.startColumn0 <= b.endColumn0 &&
    b.startColumn0 <= a.endColumn0
  );
}
