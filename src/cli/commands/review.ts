import path from "node:path";
import { existsSync } from "node:fs";
import { joinEvidence } from "../../audit/findings/join-evidence";
import { defaultView } from "../../audit/findings/rank";
import { type WorkbookReview, reviewWorkbook } from "../../audit/review-workbook";
import { type IsoDate } from "../../contracts/dates";
import { type Finding } from "../../contracts/finding";
import { type EvidenceResponse } from "../../contracts/evidence-request";
import { type WorkbookSnapshot } from "../../contracts/workbook-snapshot";
import { numbersIn, plainText } from "../../contracts/rich-text";
import { ReviewedWorkbook } from "../../model/reviewed-workbook";
import { rowsForEvidence } from "../../model/rows-for-evidence";
import { readConfiguration } from "../../server/configuration";
import { readXlsx } from "../../workbook/read-xlsx";
import { type Output } from "../output";
import { readFileBytes } from "../read-file-bytes";
import { withServices } from "../with-services";

export interface ReviewOptions {
  readonly company?: string;
  readonly asOf?: IsoDate;
  readonly offline: boolean;
  readonly all: boolean;
  readonly data?: string;
}

const largestWorkbookBytes = 200_000_000;

/** Comments on one model: the workbook's own, joined by what the stored filings say. */
export async function review(file: string, options: ReviewOptions, output: Output): Promise<void> {
  const bytes = await readFileBytes(file, largestWorkbookBytes);
  const startedMs = performance.now();
  const snapshot = readXlsx(bytes, path.basename(file));
  const reviewed = reviewWorkbook(snapshot, { clock: () => performance.now() });
  const company = options.company ?? reviewed.model.company?.name ?? null;
  const evidence = options.offline ? null : await gatherEvidence(snapshot, reviewed, company, options, output);
  const findings = evidence === null ? reviewed.findings : joinEvidence(reviewed.findings, evidence.comments);
  const result = {
    workbook: snapshot.name,
    company: evidence?.company ?? company,
    stats: { ...reviewed.stats, ms: Math.round(performance.now() - startedMs) },
    findings: (options.all ? findings : defaultView(findings)).map(asResult),
    ...(evidence === null ? {} : { ticks: countTicks(evidence) }),
  };
  output.result(result, () => describe(result, findings.length));
}

async function gatherEvidence(
  snapshot: WorkbookSnapshot,
  reviewed: WorkbookReview,
  company: string | null,
  options: ReviewOptions,
  output: Output,
): Promise<EvidenceResponse | null> {
  const { database } = readConfiguration(process.env, { dataFolder: options.data, workingFolder: process.cwd() });
  if (database.kind === "pglite" && !existsSync(database.folder)) {
    output.message("No filings are stored yet, so this is the workbook alone. Add filings with: filings add PATH");
    return null;
  }
  const rows = rowsForEvidence(new ReviewedWorkbook(snapshot, reviewed.model));
  const evidence = await withServices(options.data, async (services) =>
    services.findEvidence({ company, asOf: options.asOf ?? null, rows }),
  );
  if (evidence.note !== null) output.message(evidence.note);
  return evidence;
}

function countTicks({ ticks }: EvidenceResponse): { ties: number; differs: number } {
  const ties = ticks.filter((tick) => tick.verdict === "ties").length;
  return { ties, differs: ticks.length - ties };
}

function asResult(finding: Finding) {
  const { id, rule, severity, sheet, cells, alsoAt, title, comment, citations, consequence } = finding;
  return {
    id,
    rule,
    severity,
    sheet,
    cells,
    ...(alsoAt === undefined ? {} : { alsoAt }),
    title,
    comment: plainText(comment),
    evidence: citations.map(({ document, part, item, page, quote, passageId }) => ({
      document: document.id,
      form: document.form,
      period: document.periodEnd,
      filed: document.filed,
      part,
      item,
      page,
      quote,
      passageId,
    })),
    numbers: numbersIn(comment),
    consequence,
  };
}

interface ReviewResult {
  readonly workbook: string;
  readonly company: string | null;
  readonly stats: WorkbookReview["stats"];
  readonly findings: readonly ReturnType<typeof asResult>[];
  readonly ticks?: { readonly ties: number; readonly differs: number };
}

function describeTicks({ ties, differs }: { readonly ties: number; readonly differs: number }): string {
  if (ties + differs === 0) return "No historical cell of the model could be held against a reported figure.";
  return `${ties} historical cells tie to the filings, ${differs} differ.`;
}

function describe(result: ReviewResult, found: number): string {
  const head = `${result.workbook}${result.company === null ? "" : ` (${result.company})`}: ${result.stats.cells} cells, ${result.stats.formulas} formulas, ${result.stats.ms} ms`;
  const ticks = result.ticks === undefined ? [] : [describeTicks(result.ticks)];
  const findings = result.findings.map((finding, index) =>
    [
      `${index + 1}. [${finding.severity}] ${finding.title}`,
      `   ${finding.sheet}!${[...finding.cells, ...(finding.alsoAt ?? []).map(({ sheet, cells }) => `${sheet}!${cells}`)].join(", ")}`,
      `   ${finding.comment}`,
      ...finding.evidence.map(
        (each) =>
          `   ${each.document} (${each.form ?? "?"}, period ${each.period ?? "?"}, filed ${each.filed ?? "?"}): “${each.quote}”`,
      ),
    ].join("\n"),
  );
  const rest = found - result.findings.length;
  const none = findings.length === 0 ? ["No comments on this workbook. That is no proof that the model is right."] : [];
  return [
    head,
    result.stats.understood,
    ...ticks,
    ...none,
    ...findings,
    ...(rest > 0 ? [`${rest} more with --all.`] : []),
  ].join("\n\n");
}
