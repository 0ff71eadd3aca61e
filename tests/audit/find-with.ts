import { type Finding } from "../../src/contracts/finding";
import { plainText } from "../../src/contracts/rich-text";
import { type WorkbookSnapshot } from "../../src/contracts/workbook-snapshot";
import { type AuditRule } from "../../src/audit/audit-rule";
import { runAudit } from "../../src/audit/run-audit";
import { understandModel } from "../../src/model/understand-model";
import { indexWorkbook } from "../../src/workbook/index-workbook";
import { type WrittenCell, type WrittenSheet } from "../support/sheet";

/** What one rule finds in a workbook, best first. */
export function findWith(rule: AuditRule, snapshot: WorkbookSnapshot): Finding[] {
  const index = indexWorkbook(snapshot);
  return runAudit(index, understandModel(index), { rules: [rule] });
}

/** Where each finding stands: "Sheet1!B2:D2". */
export function placesOf(findings: readonly Finding[]): string[] {
  return findings.map((finding) => `${finding.sheet}!${finding.cells.join()}`);
}

export function wordsOf(finding: Finding | undefined): string {
  return finding === undefined ? "" : plainText(finding.comment);
}

/** Rows as one would type them, from A1 on: `rows(["", 2024, 2025], ["Revenue", 100, "=B2*1.1"])`. */
export function rows(...lines: readonly (readonly (WrittenCell | null)[])[]): WrittenSheet {
  const cells: Record<string, WrittenCell> = {};
  lines.forEach((line, row) => {
    line.forEach((cell, column) => {
      if (cell !== null && cell !== "") cells[`${String.fromCharCode(65 + column)}${row + 1}`] = cell;
    });
  });
  return cells;
}
