import { type CellAddress } from "../../../contracts/model-map";
import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { coverCells } from "../../lines/cover-cells";
import { wordsFor } from "../../lines/name-cell";
import { labelledRows, type LabelledRow } from "../../lines/labelled-rows";
import { listed, place, say } from "../../wording/say";

/** What a model warns of. */
const warns =
  /\b(?:exceed(?:s|ed)?|over ?capacity|breach(?:ed)?|violat\w+|shortfall|insufficient|insolven\w+|overdrawn|negative cash|cash negative|warning|alert|below minimum|under ?funded|in default)\b/iu;
/** "No breach", "within limits": raised where all is well. */
const turned = /\b(?:no|not|without|compliant|compliance|ok|passed?|check)\b/iu;
const raised = /^\s*(?:yes|true|breach(?:ed)?|exceeded|fail(?:ed)?|warning|alert|shortfall)\s*!*\s*$/iu;

function isRaised(value: unknown): boolean {
  return value === true || value === 1 || (typeof value === "string" && raised.test(value));
}

/** Answers only: nought and one, true and false, words. */
function isAnswer(value: unknown): boolean {
  return typeof value === "boolean" || typeof value === "string" || value === 0 || value === 1;
}

function judge(context: AuditContext, row: LabelledRow): FindingDraft[] {
  if (!warns.test(row.label) || turned.test(row.label)) return [];
  const cells = row.cells.filter(({ cell }) => cell.formula !== null && cell.value !== null);
  if (cells.length === 0 || !cells.every(({ cell }) => isAnswer(cell.value))) return [];
  const up: CellAddress[] = cells.filter(({ cell }) => isRaised(cell.value)).map(({ address }) => address);
  if (up.length === 0 || cells.some(({ address }) => context.index.isRead(address))) return [];
  const label = row.label.replace(/\s*[:?]+$/u, "");
  const periods = up.map((cell) =>
    place(cell, context.periodAt(cell)?.label ?? wordsFor(context, cell).column ?? undefined),
  );
  return [
    {
      severity: "medium",
      confidence: 0.86,
      sheet: row.sheet,
      ranges: coverCells(up),
      title: `“${label}” is raised, and nothing follows from it`,
      comment: say`The model’s own warning “${place(up[0]!, label)}” is raised in ${listed(periods)}, and no formula reads it. The figures run on as if it were not, so what the warning is about is not in profit, cash or value. Let it limit what it warns of, or change the assumptions that raise it.`,
      nature: "slip",
      meaning: `raised/${label}`,
    },
  ];
}

/** A warning of the model itself that is on and that nothing takes up. */
export const raisedFlag: AuditRule = {
  id: "raised-flag",
  find: (context) => labelledRows(context).flatMap((row) => judge(context, row)),
};
