import { runAudit } from "../../../src/audit/run-audit";
import { type WorkbookSnapshot } from "../../../src/contracts/workbook-snapshot";
import { understandModel } from "../../../src/model/understand-model";
import { indexWorkbook } from "../../../src/workbook/index-workbook";

export interface ReviewTimes {
  readonly indexMs: number;
  readonly understandMs: number;
  readonly auditMs: number;
  /** Processor time of all three: tells a slow review from a busy machine. */
  readonly cpuMs: number;
  readonly findings: number;
}

/** One whole review, step by step. */
export function timeReview(snapshot: WorkbookSnapshot): ReviewTimes {
  const cpuBefore = process.cpuUsage();
  const started = performance.now();
  const index = indexWorkbook(snapshot);
  index.unreadFormulas();
  const indexed = performance.now();
  const model = understandModel(index);
  const understood = performance.now();
  const findings = runAudit(index, model);
  const { user, system } = process.cpuUsage(cpuBefore);
  return {
    cpuMs: (user + system) / 1_000,
    indexMs: indexed - started,
    understandMs: understood - indexed,
    auditMs: performance.now() - understood,
    findings: findings.length,
  };
}

export function wholeReviewMs({ indexMs, understandMs, auditMs }: ReviewTimes): number {
  return indexMs + understandMs + auditMs;
}

/** The run in the middle of several. */
export function typicalReview<Times extends ReviewTimes>(runs: readonly Times[]): Times {
  return [...runs].sort((a, b) => wholeReviewMs(a) - wholeReviewMs(b))[runs.length >> 1]!;
}
