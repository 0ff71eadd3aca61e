import { type Finding } from "../contracts/finding";
import { type ModelMap } from "../contracts/model-map";
import { type WorkbookIndex } from "../workbook/index-workbook";
import { allRules } from "./all-rules";
import { AuditContext } from "./audit-context";
import { type AuditRule } from "./audit-rule";
import { completeFinding } from "./complete-finding";
import { rankFindings, type WeighedFinding } from "./rank";

/** Every finding of every rule, best first. */
export function runAudit(
  index: WorkbookIndex,
  model: ModelMap,
  options: { readonly rules?: readonly AuditRule[]; readonly onRule?: (done: number, total: number) => void } = {},
): Finding[] {
  const context = new AuditContext(index, model);
  const rules = options.rules ?? allRules;
  const weighed: WeighedFinding[] = [];
  const ids = new Set<string>();
  rules.forEach((rule, i) => {
    for (const draft of rule.find(context)) {
      const finding = completeFinding(context, rule.id, draft);
      let id = finding.id;
      for (let copy = 2; ids.has(id); copy++) id = `${finding.id}-${copy}`;
      ids.add(id);
      weighed.push({ finding: { ...finding, id }, concernsWholeModel: draft.concernsWholeModel ?? false });
    }
    options.onRule?.(i + 1, rules.length);
  });
  return rankFindings(weighed);
}
